/**
 * The zip packages that office files are: made reproducible, and customers' templates taken apart with care.
 * Knows no slide and no sheet.
 */
@NullMarked
package app.waterline.export.pack;

import org.jspecify.annotations.NullMarked;
