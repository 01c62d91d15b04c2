package app.waterline.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import javafx.util.StringConverter;

/** Finds what takes the keyboard and does not say what it is, or not what stands in it with its unit. */
final class Unheard {
  private Unheard() {}

  /** In every window that is open. */
  static List<String> anywhere(String place) {
    List<String> unheard = new ArrayList<>();
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window.isShowing() && window.getScene() != null) {
        List<Node> nodes = new ArrayList<>();
        OpenWindow.collect(window.getScene().getRoot(), nodes);
        unheard.addAll(in(place, nodes));
      }
    }
    return unheard;
  }

  static List<String> in(String place, List<Node> nodes) {
    return nodes.stream()
        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
        .filter(node ->
            !(node instanceof ScrollPane || node instanceof ScrollBar || node instanceof MenuBar))
        .filter(node -> !hasName(node, nodes) || !hasRole(node) || !saysItsValue(node))
        .map(node -> "%s: %s, %s".formatted(place, node, node.getAccessibleText()))
        .toList();
  }

  private static boolean hasRole(Node node) {
    return node.getAccessibleRole() != AccessibleRole.NODE
        && node.getAccessibleRole() != AccessibleRole.PARENT;
  }

  private static boolean hasName(Node node, List<Node> nodes) {
    boolean ofItsOwn = says(node.getAccessibleText())
        || (node instanceof TextArea && says(node.getAccessibleRoleDescription()))
        || (node instanceof Labeled labeled && says(labeled.getText()));
    return ofItsOwn
        || nodes.stream()
            .filter(Label.class::isInstance)
            .map(Label.class::cast)
            .anyMatch(label -> Objects.equals(label.getLabelFor(), node) && says(label.getText()));
  }

  private static boolean says(String text) {
    return text != null && text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The toolkit says the accessible text instead of what a control holds, so it has to hold that too. */
  private static boolean saysItsValue(Node node) {
    return switch (node) {
      case TextArea area -> area.getAccessibleText() == null;
      case TextInputControl field -> contains(field, field.getText()) && saysItsUnit(field);
      case ComboBox<?> choice -> contains(choice, shown(choice));
      case Slider slider -> plain(slider.getAccessibleText()).matches(".*([,:] .+|\\d.*)");
      default -> true;
    };
  }

  private static boolean contains(Node node, String value) {
    String said = node.getAccessibleText();
    return said == null || said.isEmpty() || value == null || plain(said).contains(plain(value));
  }

  private static <T> String shown(ComboBox<T> choice) {
    T value = choice.getValue();
    StringConverter<T> converter = choice.getConverter();
    ListCell<T> cell = choice.getButtonCell();
    if (value == null) {
      return "";
    }
    boolean fromCell = cell != null && cell.getText() != null && !cell.getText().isEmpty();
    return fromCell ? cell.getText() : converter == null ? "" : converter.toString(value);
  }

  /** The parts of the unit that stands beside a number while it is edited are in what is said of it. */
  private static boolean saysItsUnit(TextInputControl field) {
    if (field.getText().isBlank() || field.getParent() == null) {
      return true;
    }
    boolean number = field.getText().chars().anyMatch(Character::isDigit);
    return !number
        || field.getParent().getChildrenUnmodifiable().stream()
            .filter(each -> each instanceof Label && each.getStyleClass().contains("quantity-unit"))
            .map(each -> ((Label) each).getText())
            .flatMap(unit -> Stream.of(unit.split("[/ ]", -1)))
            .allMatch(part -> plain(field.getAccessibleText()).contains(plain(part)));
  }

  private static String plain(String text) {
    return text == null
        ? ""
        : text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
  }
}
