/**
 * A chart as a file: PNG, SVG and PDF from the one drawing that the screen uses. The only package
 * that knows Batik.
 */
@NullMarked
package app.waterline.export.image;

import org.jspecify.annotations.NullMarked;
