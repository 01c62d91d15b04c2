/**
 * Starts the program: decides between a command, the window and the report without a display. Wires
 * the packages together; nothing else may depend on it.
 */
@NullMarked
package app.waterline;

import org.jspecify.annotations.NullMarked;
