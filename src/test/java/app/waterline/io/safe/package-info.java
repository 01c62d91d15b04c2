@NullMarked
package app.waterline.io.safe;

import org.jspecify.annotations.NullMarked;
