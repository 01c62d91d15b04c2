@NullMarked
package app.waterline.io;

import org.jspecify.annotations.NullMarked;
