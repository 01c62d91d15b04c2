/**
 * Tells what a file is before anything reads it, from its name and its beginning. It may use the readers;
 * none of them uses it.
 */
@NullMarked
package app.waterline.io.kind;

import org.jspecify.annotations.NullMarked;
