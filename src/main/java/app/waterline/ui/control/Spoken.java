package app.waterline.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.util.StringConverter;

/**
 * Names of controls for who hears them. The toolkit says a control's accessible text <i>instead</i> of what
 * stands in it or is chosen, so here the name goes before it and follows it.
 */
public final class Spoken {
  private static final String NAME = "spoken-name";

  private Spoken() {}

  /**
   * Names a control; again with another name where that has changed.
   *
   * @param name without the value
   */
  public static void name(Node control, String name) {
    boolean follows = control.getProperties().put(NAME, name) != null;
    switch (control) {
      // A long text is read line by line, which a text of its own would prevent.
      case TextArea area -> area.setAccessibleRoleDescription(name);
      case TextInputControl field -> {
        if (!follows) {
          field.textProperty().addListener((property, before, text) -> say(field, text));
        }
        say(field, field.getText());
      }
      case ComboBox<?> choice -> {
        if (!follows) {
          choice.valueProperty().addListener((property, before, value) -> say(choice));
        }
        say(choice);
      }
      default -> control.setAccessibleText(name);
    }
  }

  private static <T> void say(ComboBox<T> choice) {
    T value = choice.getValue();
    StringConverter<T> converter = choice.getConverter();
    String chosen = value == null
        ? choice.getPromptText()
        : converter == null ? String.valueOf(value) : converter.toString(value);
    say(choice, chosen);
  }

  private static void say(Node control, String value) {
    String name = String.valueOf(control.getProperties().get(NAME));
    control.setAccessibleText(value == null || value.isBlank() ? name : name + ", " + value);
  }
}
