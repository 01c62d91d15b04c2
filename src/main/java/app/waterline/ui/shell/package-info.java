/**
 * The window: menus, tabs, files, settings, and the wiring of its parts. May use every part of the
 * screen; only {@code Main} may use it.
 */
@NullMarked
package app.waterline.ui.shell;

import org.jspecify.annotations.NullMarked;
