/**
 * The Evidence view: the source of every figure in use, and the published table beside what follows
 * from its inputs. Shows what {@code engine} and {@code document} say; computes nothing itself.
 */
@NullMarked
package app.waterline.ui.evidence;

import org.jspecify.annotations.NullMarked;
