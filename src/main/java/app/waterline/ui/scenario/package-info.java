/**
 * The scenario panel on the right: what holds for every platform. May use {@code ui}, {@code
 * ui.control} and everything below the screen; must not know the shell or other parts of the window.
 */
@NullMarked
package app.waterline.ui.scenario;

import org.jspecify.annotations.NullMarked;
