/**
 * How what was exported reaches the disk: followed, stopped, checked and moved into place whole. It
 * knows no format and no figure.
 */
@NullMarked
package app.waterline.export.file;

import org.jspecify.annotations.NullMarked;
