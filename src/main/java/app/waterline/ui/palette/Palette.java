package app.waterline.ui.palette;

import app.waterline.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field and what its letters mean. Arrow keys choose, Enter does it; the keyboard stays in the field, so
 * a screen reader hears the choice as the field's text.
 */
public final class Palette extends VBox {
  private static final double ROW = 40;
  private static final int ROWS = 10;
  private static final int PAGE = 8;

  /** The padding of the list above and below, see reach.css. */
  private static final double EDGES = 10;

  private final Texts texts;
  private final Finder finder;
  private final Consumer<Entry> chosen;
  private final TextField field = new TextField();
  private final ListView<Finder.Found> list = new ListView<>();
  private final Label none = new Label();

  /**
   * @param finder what can be found
   * @param texts {@code textsReach}
   * @param chosen gets what was chosen; closes the palette and does it
   */
  public Palette(Finder finder, Texts texts, Consumer<Entry> chosen) {
    this.finder = finder;
    this.texts = texts;
    this.chosen = chosen;
    getStyleClass().add("palette");
    setId("palette");
    field.setId("palette-field");
    field.setPromptText(texts.get("palette.prompt"));
    field.getStyleClass().add("palette-field");
    HBox.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
    FontIcon glass = new FontIcon(Feather.SEARCH);
    glass.getStyleClass().add("palette-icon");
    HBox head = new HBox(12, glass, field);
    head.getStyleClass().add("palette-head");
    none.getStyleClass().add("palette-none");
    none.setWrapText(true);
    Label foot = new Label(texts.get("palette.foot"));
    foot.getStyleClass().add("palette-foot");
    foot.setWrapText(true);
    foot.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(head, list(), none, foot);
    field.textProperty().subscribe(this::find);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    list.getSelectionModel().selectedItemProperty().subscribe(found -> say());
    setMaxSize(680, USE_PREF_SIZE);
  }

  private ListView<Finder.Found> list() {
    list.setId("palette-list");
    list.getStyleClass().add("palette-list");
    list.setCellFactory(view -> new PaletteRow(texts));
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setAccessibleText(texts.get("palette.results"));
    list.setMinHeight(ROW);
    list.setOnMouseClicked(event -> choose());
    return list;
  }

  private void find(String text) {
    List<Finder.Found> found = finder.find(text);
    list.getItems().setAll(found);
    list.setPrefHeight(ROW * Math.min(ROWS, found.size()) + EDGES);
    list.setVisible(!found.isEmpty());
    list.setManaged(list.isVisible());
    none.setText(found.isEmpty() ? texts.get("palette.none", text) : "");
    none.setVisible(found.isEmpty());
    none.setManaged(none.isVisible());
    list.getSelectionModel().select(0);
    list.scrollTo(0);
    say();
  }

  private void say() {
    Finder.Found selected = list.getSelectionModel().getSelectedItem();
    int at = list.getSelectionModel().getSelectedIndex() + 1;
    field.setAccessibleText(
        selected == null
            ? texts.get("palette.title") + ", " + none.getText()
            : texts.get(
                "palette.spoken",
                PaletteRow.spoken(selected.entry(), texts),
                at,
                list.getItems().size()));
    field.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private void keyPressed(KeyEvent event) {
    int step = stepOf(event);
    if (step != 0) {
      move(step);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      choose();
      event.consume();
    }
  }

  private static int stepOf(KeyEvent event) {
    return switch (event.getCode()) {
      case DOWN -> 1;
      case UP -> -1;
      case TAB -> event.isShiftDown() ? -1 : 1;
      case PAGE_DOWN -> PAGE;
      case PAGE_UP -> -PAGE;
      default -> 0;
    };
  }

  private void move(int step) {
    int size = list.getItems().size();
    if (size > 0) {
      int from = list.getSelectionModel().getSelectedIndex();
      int to = Math.abs(step) == 1
          ? Math.floorMod(from + step, size)
          : Math.clamp(from + step, 0, size - 1);
      list.getSelectionModel().select(to);
      list.scrollTo(Math.max(0, to - ROWS / 2));
    }
  }

  private void choose() {
    Finder.Found found = list.getSelectionModel().getSelectedItem();
    if (found != null && found.entry().enabled()) {
      chosen.accept(found.entry());
    }
  }
}
