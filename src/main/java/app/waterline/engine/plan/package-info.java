/**
 * Planning: from GPUs, MW, capital, tokens or users to a fleet, its tokens, its revenue and its cash
 * flow, and the comparison of renting, owning, colocating and calling an API. May use {@code engine},
 * {@code model} and mathematics, and like them no files, clock, locale or toolkit; {@code engine} must
 * not use it.
 */
@NullMarked
package app.waterline.engine.plan;

import org.jspecify.annotations.NullMarked;
