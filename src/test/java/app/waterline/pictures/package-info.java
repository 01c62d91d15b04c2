/**
 * Makes the animated picture of the README out of the program's own charts. Not part of the program; may use all
 * of it but {@code ui}.
 */
@NullMarked
package app.waterline.pictures;

import org.jspecify.annotations.NullMarked;
