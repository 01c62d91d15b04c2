/**
 * The workspace file, the catalogue, price lists and published claims: JSON in, records out, and back.
 * Reads all or nothing, and says where a file is at fault; writes beside and moves. May use {@code
 * model} and Jackson; knows no engine, no toolkit, no locale.
 *
 * @see "docs/workspace-format.md"
 */
@NullMarked
package app.waterline.io;

import org.jspecify.annotations.NullMarked;
