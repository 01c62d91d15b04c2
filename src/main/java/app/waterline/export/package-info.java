/**
 * Every way out of the program: one facade over the packages that know a format each. It uses the
 * engine, the charts and {@code io}'s text forms, and no toolkit.
 */
@NullMarked
package app.waterline.export;

import org.jspecify.annotations.NullMarked;
