/**
 * The commands, and the report that stands in for the window where there is no display. May use
 * everything but {@code ui}; a command is a function from arguments and streams to an exit code, and
 * must write nothing to its output before all of it is known.
 */
@NullMarked
package app.waterline.cli;

import org.jspecify.annotations.NullMarked;
