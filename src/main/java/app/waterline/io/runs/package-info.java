/**
 * Readers for the result files of benchmark tools: one small class a tool, behind one registry that
 * recognises a file by its content. May use the model, Jackson and FastCSV; no toolkit, no clock.
 * Nothing of the request texts is kept, and a figure that a file lacks is asked for, never guessed.
 *
 * @see "docs/runs.md"
 */
@NullMarked
package app.waterline.io.runs;

import org.jspecify.annotations.NullMarked;
