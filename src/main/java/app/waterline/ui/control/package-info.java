/**
 * Controls for quantities with a unit and a domain. May use {@code format}, {@code model} and
 * {@code ui}; must not know documents or parts of the window.
 */
@NullMarked
package app.waterline.ui.control;

import org.jspecify.annotations.NullMarked;
