package app.waterline.ui.export;

import app.waterline.export.deck.Slide;
import app.waterline.ui.Texts;
import app.waterline.ui.control.DraftField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The slides of a deck: chosen, put in order, and their titles written anew. */
final class SlideList extends VBox {
  private final Texts texts;
  private final Runnable changed;
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final List<String> without = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private List<String> shown = List.of();

  SlideList(Texts texts, Runnable changed) {
    this.texts = texts;
    this.changed = changed;
    getStyleClass().add("slide-list");
    setId("slide-list");
  }

  Map<String, String> titles() {
    return titles;
  }

  List<String> without() {
    return without;
  }

  List<String> order() {
    return order;
  }

  /** Leaves these out from now on. */
  void leaveOut(List<String> ids) {
    without.clear();
    without.addAll(ids);
    shown = List.of();
  }

  void show(List<Slide> slides) {
    List<String> next =
        slides.stream().map(each -> each.id() + " " + each.title()).toList();
    if (next.equals(shown)) {
      return; // a row made anew while it is clicked would lose the click
    }
    shown = next;
    order.clear();
    slides.forEach(each -> order.add(each.id()));
    getChildren().setAll(slides.stream().map(this::row).toList());
  }

  private HBox row(Slide slide) {
    CheckBox in = new CheckBox();
    in.setId("slide-" + slide.id());
    in.setSelected(!without.contains(slide.id()));
    in.setAccessibleText(texts.get("slide.in", slide.title()));
    in.setOnAction(event -> choose(slide.id(), in.isSelected()));
    DraftField title = new DraftField(texts.get("slide.title"), typed -> rename(slide, typed));
    title.setId("slide-title-" + slide.id());
    title.show(slide.title());
    HBox.setHgrow(title, Priority.ALWAYS);
    int index = order.indexOf(slide.id());
    Button up = icon(Feather.ARROW_UP, "slide.up", slide, () -> move(index, -1));
    Button down = icon(Feather.ARROW_DOWN, "slide.down", slide, () -> move(index, 1));
    up.setDisable(index == 0);
    down.setDisable(index == order.size() - 1);
    HBox row = new HBox(in, title, up, down);
    row.getStyleClass().add("slide-row");
    return row;
  }

  private Button icon(Feather icon, String key, Slide slide, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add("icon-button");
    button.setAccessibleText(texts.get(key, slide.title()));
    button.setOnAction(event -> action.run());
    return button;
  }

  private void choose(String id, boolean in) {
    without.remove(id);
    if (!in) {
      without.add(id);
    }
    changed.run();
  }

  private void rename(Slide slide, String title) {
    titles.put(slide.id(), title);
    changed.run();
  }

  private void move(int index, int by) {
    String moved = order.remove(index);
    order.add(index + by, moved);
    changed.run();
  }
}
