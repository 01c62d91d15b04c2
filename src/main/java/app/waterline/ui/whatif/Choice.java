package app.waterline.ui.whatif;

import app.waterline.ui.control.Spoken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final Map<String, String> remembered;
  private Runnable chosen = () -> {};
  private boolean offering;

  /**
   * @param id of the node
   * @param label what is chosen, for who hears it
   * @param remembered what was chosen at any time, by id of the node; a choice goes there
   */
  Choice(String id, String label, Map<String, String> remembered) {
    this.remembered = remembered;
    setId(id);
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
    Spoken.name(this, label);
    valueProperty().addListener((property, before, now) -> {
      if (!offering && now != null) {
        remembered.put(id, now);
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
    setValue(Stream.of(remembered.get(getId()), kept, first)
        .filter(each -> each != null && offers.containsKey(each))
        .findFirst()
        .orElse(ids.isEmpty() ? null : ids.getFirst()));
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
