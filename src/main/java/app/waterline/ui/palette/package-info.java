/**
 * The command palette: finds anything that can be done or gone to by a few letters of its name. It knows
 * entries and nothing of where they come from; the shell gathers them.
 */
@NullMarked
package app.waterline.ui.palette;

import org.jspecify.annotations.NullMarked;
