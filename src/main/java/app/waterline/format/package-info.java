/**
 * Numbers as people read and type them: true to the locale, with unit, never silently wrong. The only
 * place that parses a number. May use {@code model}; takes its locale from the caller, no toolkit.
 */
@NullMarked
package app.waterline.format;

import org.jspecify.annotations.NullMarked;
