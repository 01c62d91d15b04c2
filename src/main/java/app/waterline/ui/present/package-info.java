/**
 * Presenting: full screen, large type, one view and a few sliders, stepping through scenes. Works on a
 * document of its own, so that nothing tried out before an audience reaches the one that is open. May
 * use {@code ui}, {@code ui.scenario} and {@code ui.snapshot}; knows no view.
 */
@NullMarked
package app.waterline.ui.present;

import org.jspecify.annotations.NullMarked;
