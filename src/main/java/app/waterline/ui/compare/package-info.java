/**
 * The Compare view: headline tiles, the table of metrics over platforms, and bar charts. May use
 * {@code ui.chart}, {@code ui.control} and what views share; changes figures in place, never the nodes.
 */
@NullMarked
package app.waterline.ui.compare;

import org.jspecify.annotations.NullMarked;
