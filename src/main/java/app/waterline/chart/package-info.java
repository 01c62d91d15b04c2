/**
 * What a chart shows ({@code ChartSpec}), how an evaluation becomes one, and its drawing on any
 * Graphics2D. May use {@code model}, {@code engine}, {@code format} and JFreeChart; the locale comes
 * with the texts. No JavaFX, no files, no clock: the same chart is on the screen, in an image, on a slide.
 */
@NullMarked
package app.waterline.chart;

import org.jspecify.annotations.NullMarked;
