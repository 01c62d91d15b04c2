/**
 * The export dialog: what to write, how, a preview of what will come out, and where to. May use {@code
 * export} and what views share; knows no view.
 */
@NullMarked
package app.waterline.ui.export;

import org.jspecify.annotations.NullMarked;
