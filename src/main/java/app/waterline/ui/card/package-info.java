/**
 * The platform cards on the left, their editor and what explains their figures. May use {@code ui},
 * {@code ui.control} and everything below the screen; must not know the shell or other parts of the
 * window.
 */
@NullMarked
package app.waterline.ui.card;

import org.jspecify.annotations.NullMarked;
