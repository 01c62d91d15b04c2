/**
 * What the parts of the window share: the session (open document, its evaluation, theme, formats),
 * the contract of a view, actions and texts. May use everything below the screen; must not know the
 * parts themselves, which {@code ui.shell} puts together.
 */
@NullMarked
package app.waterline.ui;

import org.jspecify.annotations.NullMarked;
