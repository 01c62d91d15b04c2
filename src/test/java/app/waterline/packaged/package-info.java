@NullMarked
package app.waterline.packaged;

import org.jspecify.annotations.NullMarked;
