package app.waterline.ui.chart;

import app.waterline.chart.Drawn;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Marks the part of a chart that the mouse or the arrow keys are at, says what it is, and opens it on a
 * click or Enter.
 */
public final class Highlight extends Region {
  private static final Set<KeyCode> NEXT = EnumSet.of(KeyCode.DOWN, KeyCode.RIGHT);
  private static final Set<KeyCode> BEFORE = EnumSet.of(KeyCode.UP, KeyCode.LEFT);

  private final Region content;
  private final ChartCanvas canvas;
  private final Consumer<Drawn.Area> opens;
  private final Function<Drawn.Area, String> words;
  private final Region frame = new Region();
  private final Label hint = new Label();
  private int place = -1;

  /**
   * @param content fills this, and holds the chart
   * @param canvas the chart
   * @param opens what a click or Enter does
   * @param words what is said of a part; empty where its mark is enough
   */
  public Highlight(
      Region content,
      ChartCanvas canvas,
      Consumer<Drawn.Area> opens,
      Function<Drawn.Area, String> words) {
    this.content = content;
    this.canvas = canvas;
    this.opens = opens;
    this.words = words;
    frame.getStyleClass().add("chart-highlight");
    hint.getStyleClass().add("chart-hint");
    hint.setWrapText(true);
    for (Region each : List.of(frame, hint)) {
      each.setMouseTransparent(true);
      each.setVisible(false);
      each.setManaged(false);
    }
    getChildren().addAll(content, frame, hint);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> mark(-1));
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private List<Drawn.Area> areas() {
    return canvas.showsTable() ? List.of() : canvas.drawn().map(Drawn::areas).orElse(List.of());
  }

  private void moved(MouseEvent event) {
    Insets insets = canvas.getInsets();
    mark(at(event.getX() - insets.getLeft(), event.getY() - insets.getTop()));
  }

  private int at(double x, double y) {
    List<Drawn.Area> areas = areas();
    for (int i = 0; i < areas.size(); i++) {
      if (areas.get(i).shape().contains(x, y)) {
        return i;
      }
    }
    return -1;
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      marked().ifPresent(opens);
    }
  }

  private void pressed(KeyEvent event) {
    int count = areas().size();
    if (count > 0 && NEXT.contains(event.getCode())) {
      mark((place + 1) % count);
      event.consume();
    } else if (count > 0 && BEFORE.contains(event.getCode())) {
      mark(place <= 0 ? count - 1 : place - 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && marked().isPresent()) {
      marked().ifPresent(opens);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && place >= 0) {
      mark(-1);
      event.consume();
    }
  }

  private Optional<Drawn.Area> marked() {
    return place >= 0 && place < areas().size()
        ? Optional.of(areas().get(place))
        : Optional.empty();
  }

  private void mark(int next) {
    place = next;
    Optional<Drawn.Area> area = marked();
    frame.setVisible(area.isPresent());
    hint.setVisible(area.map(words).filter(said -> !said.isEmpty()).isPresent());
    canvas.setCursor(area.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    area.ifPresent(this::place);
  }

  private void place(Drawn.Area area) {
    Insets insets = canvas.getInsets();
    Rectangle2D shape = area.shape().getBounds2D();
    double left = canvas.getLayoutX() + insets.getLeft() + shape.getX();
    double top = canvas.getLayoutY() + insets.getTop() + shape.getY();
    frame.resizeRelocate(left - 6, top, shape.getWidth() + 12, shape.getHeight());
    String said = words.apply(area);
    hint.setText(said);
    hint.setAccessibleText(said);
    double width = Math.min(420, getWidth() - 48);
    double height = hint.prefHeight(width);
    boolean below = top + shape.getHeight() + height + 8 < getHeight();
    hint.resizeRelocate(
        Math.max(24, (getWidth() - width) / 2),
        below ? top + shape.getHeight() + 4 : top - height - 4,
        width,
        height);
    canvas.setAccessibleText(said + ". " + canvas.description());
    canvas.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  @Override
  protected double computeMinHeight(double width) {
    return content.minHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(height);
  }
}
