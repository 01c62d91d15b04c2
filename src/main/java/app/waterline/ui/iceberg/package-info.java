/**
 * The Iceberg view: what is quoted above the water, what delivers tokens below it, and why each layer is
 * as thick as it is. May use {@code chart}, {@code engine} and the parts that views share; computes nothing.
 */
@NullMarked
package app.waterline.ui.iceberg;

import org.jspecify.annotations.NullMarked;
