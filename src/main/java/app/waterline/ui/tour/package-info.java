/**
 * The tour of the first start: it points at real controls of the window, one after the other, and can be
 * left at any step. What it points at is handed to it.
 */
@NullMarked
package app.waterline.ui.tour;

import org.jspecify.annotations.NullMarked;
