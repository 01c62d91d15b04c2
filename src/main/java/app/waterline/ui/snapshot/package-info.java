/**
 * Snapshots on the screen: freezing, flipping between A and B, what differs, and the list of scenes.
 * May use {@code document} and what views share; knows no view.
 */
@NullMarked
package app.waterline.ui.snapshot;

import org.jspecify.annotations.NullMarked;
