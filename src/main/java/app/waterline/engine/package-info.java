/**
 * The economic model as pure functions: cost of a GPU-hour, delivered tokens, the metrics, and what
 * follows from them. Values in, values out: no files, clock, locale, random source or toolkit. May
 * use {@code model} and mathematics; the same input gives the same bits.
 */
@NullMarked
package app.waterline.engine;

import org.jspecify.annotations.NullMarked;
