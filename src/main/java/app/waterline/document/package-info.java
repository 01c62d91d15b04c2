/**
 * The living document: the current workspace, the edits that led to it, undo and redo, and a signal
 * when it changes. No toolkit, no files; may use {@code model} and {@code engine}.
 */
@NullMarked
package app.waterline.document;

import org.jspecify.annotations.NullMarked;
