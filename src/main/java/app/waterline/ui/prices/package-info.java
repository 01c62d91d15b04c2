/**
 * Price lists: every list with its date and terms, lists from files, and the switch that prices the
 * workspace. May use {@code io.prices} and the parts that views share; knows no view.
 */
@NullMarked
package app.waterline.ui.prices;

import org.jspecify.annotations.NullMarked;
