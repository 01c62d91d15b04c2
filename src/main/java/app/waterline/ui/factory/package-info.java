/**
 * The Factory view: from megawatts, GPUs, capital or demand to tokens, revenue and cash. May use the
 * engine's plan, {@code chart} and the parts that views share; knows no other view.
 */
@NullMarked
package app.waterline.ui.factory;

import org.jspecify.annotations.NullMarked;
