package app.waterline.ui.export;

import app.waterline.export.deck.Slide;
import app.waterline.ui.Texts;
import app.waterline.ui.control.DraftField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The slides of a deck: chosen, put in order, and their titles written anew. Those that a deck usually has
 * are in until they are taken out; the others are out until they are wanted.
 */
final class SlideList extends VBox {
  private static final double OUT = 0.75;

  private final Texts texts;
  private final Runnable changed;
  private final Label pending = new Label();
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Set<String> without = new LinkedHashSet<>();
  private final Set<String> with = new LinkedHashSet<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  SlideList(Texts texts, Runnable changed) {
    this.texts = texts;
    this.changed = changed;
    getStyleClass().add("slide-list");
    setId("slide-list");
    pending.setText(texts.get("slides.pending"));
    pending.getStyleClass().add("export-note");
    pending.setId("slides-pending");
  }

  /** The ids of the slides that are in, in their order. */
  List<String> chosen() {
    return inOrder().stream()
        .filter(each -> each.in.isSelected())
        .map(each -> each.id)
        .toList();
  }

  /** Titles written anew, by the id of the slide. */
  Map<String, String> titles() {
    return titles;
  }

  /** The usual slides that are left out. */
  Set<String> without() {
    return without;
  }

  /** The other slides that are wanted. */
  Set<String> with() {
    return with;
  }

  /** The order that somebody put them in. */
  List<String> order() {
    return order;
  }

  /** Takes the choices of the last time. */
  void remember(Collection<String> leftOut, Collection<String> wanted, Collection<String> ordered) {
    without.clear();
    without.addAll(leftOut);
    with.clear();
    with.addAll(wanted);
    order.clear();
    order.addAll(ordered);
    rows.clear();
  }

  /** Shows what can be chosen; a row that is there already stays, so that no click is lost. */
  void show(Offer offer) {
    Set<String> ids = new LinkedHashSet<>();
    offer.usual().slides().forEach(each -> ids.add(row(each, false).id));
    offer.more().forEach(each -> ids.add(row(each, true).id));
    rows.keySet().retainAll(ids);
    ids.stream().filter(each -> !order.contains(each)).forEach(order::add);
    arrange();
    if (!offer.complete()) {
      getChildren().add(pending);
    }
  }

  /** Says that what can be chosen is being looked for. */
  void showPending() {
    rows.clear();
    getChildren().setAll(pending);
  }

  private Row row(Slide slide, boolean extra) {
    Row row = rows.computeIfAbsent(slide.id(), id -> new Row(slide, extra));
    row.title.show(titles.getOrDefault(slide.id(), slide.title()));
    return row;
  }

  private List<Row> inOrder() {
    return rows.values().stream()
        .sorted(Comparator.comparingInt(each -> order.indexOf(each.id)))
        .toList();
  }

  private void arrange() {
    List<Row> sorted = inOrder();
    if (!getChildren().equals(sorted)) {
      getChildren().setAll(sorted);
    }
    sorted.forEach(each -> {
      each.up.setDisable(each == sorted.getFirst());
      each.down.setDisable(each == sorted.getLast());
    });
  }

  private void move(Row row, int by) {
    List<Row> sorted = inOrder();
    Row other = sorted.get(sorted.indexOf(row) + by);
    int mine = order.indexOf(row.id);
    order.set(order.indexOf(other.id), row.id);
    order.set(mine, other.id);
    arrange();
    Button pressed = by < 0 ? row.up : row.down;
    (pressed.isDisabled() ? row.in : pressed).requestFocus();
    changed.run();
  }

  /** One slide. */
  private final class Row extends HBox {
    private final String id;
    private final CheckBox in = new CheckBox();
    private final DraftField title;
    private final Button up;
    private final Button down;

    private Row(Slide slide, boolean extra) {
      id = slide.id();
      in.setId("slide-" + id);
      in.setSelected(extra ? with.contains(id) : !without.contains(id));
      in.setAccessibleText(texts.get("slide.in", slide.title()));
      in.setOnAction(event -> choose(extra));
      title = new DraftField(texts.get("slide.title"), this::rename);
      title.setId("slide-title-" + id);
      VBox named = new VBox(kind(), title);
      HBox.setHgrow(named, Priority.ALWAYS);
      up = icon(Feather.ARROW_UP, "slide.up", slide, -1);
      down = icon(Feather.ARROW_DOWN, "slide.down", slide, 1);
      getChildren().setAll(in, named, up, down);
      getStyleClass().add("slide-row");
      title.opacityProperty().bind(in.selectedProperty().map(isIn -> isIn ? 1.0 : OUT));
    }

    /** What the slide shows: findings alone are hard to tell apart where they are cut off. */
    private Label kind() {
      String key = "slide.kind." + id;
      Label kind = new Label(texts.get(texts.has(key) ? key : "slide.kind.scene"));
      kind.getStyleClass().add("export-note");
      kind.setLabelFor(title);
      return kind;
    }

    private Button icon(Feather icon, String key, Slide slide, int by) {
      Button button = new Button();
      button.setGraphic(new FontIcon(icon));
      button.getStyleClass().add("icon-button");
      button.setAccessibleText(texts.get(key, slide.title()));
      button.setOnAction(event -> move(this, by));
      return button;
    }

    private void choose(boolean extra) {
      Set<String> told = extra ? with : without;
      if (in.isSelected() == extra) {
        told.add(id);
      } else {
        told.remove(id);
      }
      changed.run();
    }

    private void rename(String written) {
      titles.put(id, written);
      changed.run();
    }
  }
}
