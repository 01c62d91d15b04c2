/**
 * The What-if view: tornado, sweep, winner and heat map, break-even table, bridge and distribution. Each
 * question asks the engine away from the JavaFX thread; the last answer wins. May use charts, controls
 * and the session; must not know other views.
 */
@NullMarked
package app.waterline.ui.whatif;

import org.jspecify.annotations.NullMarked;
