package app.waterline.ui.frontier;

import app.waterline.ui.Texts;
import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;

/** Chooses from which month to which the runs were measured: one slider with two thumbs in a card of its own. */
final class MonthFilter extends MenuButton {
  /** Takes the months, {@code yyyy-MM}; null where that end is open. */
  interface Sink {
    void accept(@Nullable String from, @Nullable String to);
  }

  private final Texts texts;
  private final Sink sink;
  private List<String> months = List.of();
  private @Nullable String from;
  private @Nullable String to;

  MonthFilter(Texts texts, Sink sink) {
    this.texts = texts;
    this.sink = sink;
    setId("filter-date");
    getStyleClass().add("filter");
    setText(words());
  }

  /** Offers these months, oldest first. */
  void offer(List<String> present) {
    months = present;
    setDisable(months.size() < 2);
  }

  /** Shows what is chosen. */
  void show(@Nullable String first, @Nullable String last) {
    from = first;
    to = last;
    setText(words());
  }

  private String words() {
    String first = from;
    String last = to;
    if (first != null) {
      return last == null
          ? texts.get("filter.date.from", first)
          : texts.get("filter.date.both", first, last);
    }
    return last == null ? texts.get("filter.date.any") : texts.get("filter.date.to", last);
  }

  /** Opens the card instead of a menu. */
  @Override
  public void show() {
    if (months.size() < 2) {
      return;
    }
    RangeSlider slider = slider();
    Label chosen = new Label(words());
    chosen.getStyleClass().add("view-subtitle");
    slider.lowValueProperty().subscribe(value -> choose(slider, chosen));
    slider.highValueProperty().subscribe(value -> choose(slider, chosen));
    Button any = new Button(texts.get("filter.date.any"));
    any.getStyleClass().add("link-button");
    any.setOnAction(event -> {
      slider.setLowValue(0);
      slider.setHighValue(months.size() - 1.0);
    });
    HBox edges = new HBox(new Label(months.getFirst()), spring(), new Label(months.getLast()));
    edges.getStyleClass().add("slider-edges");
    VBox card = new VBox(chosen, slider, edges, any);
    card.getStyleClass().add("month-card");
    Popover popover = new Popover(card);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    popover.show(this);
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private RangeSlider slider() {
    int last = months.size() - 1;
    RangeSlider slider = new RangeSlider(0, last, place(from, 0), place(to, last));
    slider.setId("month-range");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setBlockIncrement(1);
    slider.setSnapToTicks(true);
    slider.setAccessibleText(words());
    return slider;
  }

  private int place(@Nullable String month, int otherwise) {
    int place = month == null ? -1 : months.indexOf(month);
    return place < 0 ? otherwise : place;
  }

  private void choose(RangeSlider slider, Label chosen) {
    int first = (int) Math.round(slider.getLowValue());
    int last = (int) Math.round(slider.getHighValue());
    String earliest = first == 0 ? null : months.get(first);
    String latest = last == months.size() - 1 ? null : months.get(last);
    if (!Objects.equals(earliest, from) || !Objects.equals(latest, to)) {
      show(earliest, latest);
      chosen.setText(words());
      slider.setAccessibleText(words());
      sink.accept(from, to);
    }
  }
}
