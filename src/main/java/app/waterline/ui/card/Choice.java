package app.waterline.ui.card;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of a few values; it tells apart what the user chooses and what is shown. */
final class Choice<T> extends ComboBox<T> {
  private final String label;
  private final Function<T, String> words;
  private boolean showing;

  /**
   * @param label the name that a screen reader says
   * @param words a value as the user reads it
   * @param chosen takes what the user chooses; where it refuses, the old value comes back
   */
  Choice(String label, List<T> values, Function<T, String> words, Consumer<T> chosen) {
    this.label = label;
    this.words = words;
    getItems().setAll(values);
    setConverter(new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("the choice is not editable");
      }
    });
    valueProperty().addListener((property, before, now) -> {
      if (!showing && now != null) {
        chosen.accept(now);
      }
    });
  }

  void show(@Nullable T value) {
    showing = true;
    setValue(value);
    showing = false;
    setAccessibleText(label + (value == null ? "" : ", " + words.apply(value)));
  }
}
