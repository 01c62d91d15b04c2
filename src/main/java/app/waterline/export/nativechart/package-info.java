/**
 * Charts in the form that office programs draw themselves: one DrawingML chart with the workbook of its
 * figures, for slides and sheets alike. Takes a {@link app.waterline.chart.ChartSpec} only; knows no slide.
 */
@NullMarked
package app.waterline.export.nativechart;

import org.jspecify.annotations.NullMarked;
