/**
 * What keeps work from being lost: recovery copies, saved versions, locks, hand-over to the running
 * program, and the folders that all of it lives in. Files only, no toolkit and no sockets.
 */
@NullMarked
package app.waterline.io.safe;

import org.jspecify.annotations.NullMarked;
