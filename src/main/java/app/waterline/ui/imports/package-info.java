/**
 * The import of benchmark runs: reading off the screen's thread, a sheet to review what was found, and
 * the one edit that takes it in. What is decided about a run is here without the toolkit ({@link
 * app.waterline.ui.imports.Review}). May use {@code ui}, {@code ui.control} and everything below the
 * screen; must not know the shell or other parts of the window.
 */
@NullMarked
package app.waterline.ui.imports;

import org.jspecify.annotations.NullMarked;
