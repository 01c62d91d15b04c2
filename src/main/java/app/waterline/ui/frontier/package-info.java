/**
 * The Frontier view: measured runs, the frontiers through them, and the target to drag. Shows what
 * {@code chart} makes of an evaluation; computes nothing itself.
 */
@NullMarked
package app.waterline.ui.frontier;

import org.jspecify.annotations.NullMarked;
