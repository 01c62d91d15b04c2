/**
 * What an export will look like, from its own bytes: slides and pages as pictures, sheets as text. May use
 * the rest of {@code export}; knows no toolkit.
 */
@NullMarked
package app.waterline.export.preview;

import org.jspecify.annotations.NullMarked;
