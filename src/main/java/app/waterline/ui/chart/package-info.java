/**
 * Charts on the screen: draws a {@code ChartSpec} on a canvas, with its text alternative, its table and
 * what the clipboard gets. May use {@code chart} and the parts that views share; knows no view.
 */
@NullMarked
package app.waterline.ui.chart;

import org.jspecify.annotations.NullMarked;
