/**
 * The page of settings: rows with a control each, found by their words. It knows no setting; the shell
 * makes the rows and stores what is chosen.
 */
@NullMarked
package app.waterline.ui.settings;

import org.jspecify.annotations.NullMarked;
