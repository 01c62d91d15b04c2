package app.waterline.ui.settings;

import javafx.scene.Node;

/**
 * A row of the page.
 *
 * @param section the heading that it stands under
 * @param title its name
 * @param help what it does and when
 * @param control what it is changed with
 */
public record Setting(String section, String title, String help, Node control) {}
