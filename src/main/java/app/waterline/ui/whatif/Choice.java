package app.waterline.ui.whatif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A choice among things with an id, whose offers follow the figures. What was chosen stays chosen while
 * it is offered.
 */
final class Choice extends ComboBox<String> {
  private final Map<String, String> names = new LinkedHashMap<>();
  private Runnable chosen = () -> {};
  private boolean offering;

  /**
   * @param id of the node
   * @param label what is chosen, for who hears it
   */
  Choice(String id, String label) {
    setId(id);
    setAccessibleText(label);
    setVisibleRowCount(16);
    setMaxWidth(300);
    setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable String each) {
        return each == null ? "" : names.getOrDefault(each, "");
      }

      @Override
      public String fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    });
    setCellFactory(list -> new ListCell<>() {
      @Override
      protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : names.getOrDefault(item, ""));
      }
    });
    valueProperty().addListener((property, before, now) -> {
      if (!offering && now != null) {
        chosen.run();
      }
    });
  }

  /** What happens when the user has chosen. */
  void onChoice(Runnable run) {
    this.chosen = run;
  }

  /**
   * Offers things.
   *
   * @param offers names by id, in their order
   * @param first what is chosen where the present choice is not offered; null for the first
   */
  void offer(Map<String, String> offers, @Nullable String first) {
    offering = true;
    String kept = getValue();
    boolean renamed = !names.equals(offers);
    names.clear();
    names.putAll(offers);
    List<String> ids = List.copyOf(offers.keySet());
    if (renamed || !getItems().equals(ids)) {
      getItems().setAll(ids);
      setValue(null);
    }
    String start =
        first != null && offers.containsKey(first) ? first : ids.isEmpty() ? null : ids.getFirst();
    setValue(kept != null && offers.containsKey(kept) ? kept : start);
    offering = false;
  }

  Optional<String> chosen() {
    return Optional.ofNullable(getValue());
  }

  /** Chooses as the user does. */
  void choose(String id) {
    if (names.containsKey(id) && !Objects.equals(getValue(), id)) {
      setValue(id);
    }
  }
}
