/**
 * Why a figure is what it is and when it would not be: the exact decomposition of a ratio, what-if
 * questions, uncertainty, and the check of a printed claim. Pure functions over {@code engine} and
 * {@code model}, with Hipparchus; {@code engine} must not use this package.
 */
@NullMarked
package app.waterline.engine.why;

import org.jspecify.annotations.NullMarked;
