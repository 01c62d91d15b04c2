package app.waterline.ui.tour;

import app.waterline.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/** Dims the window but for one control, and says beside it what that is for. */
public final class Tour extends Pane {
  private static final double ROUND = 6;
  private static final double GAP = 16;
  private static final double WIDTH = 320;

  private final List<Stop> stops;
  private final Texts texts;
  private final Runnable leave;
  private final Path dark = new Path();
  private final Region frame = new Region();
  private final Label place = new Label();
  private final Label title = new Label();
  private final Label text = new Label();
  private final Button back = new Button();
  private final Button next = new Button();
  private final VBox bubble;
  private int at;
  private @Nullable Bounds hole;

  /**
   * @param stops at least one
   * @param texts {@code textsReach}
   * @param leave ends the tour, at whatever step
   */
  public Tour(List<Stop> stops, Texts texts, Runnable leave) {
    this.stops = List.copyOf(stops);
    this.texts = texts;
    this.leave = leave;
    setId("tour");
    dark.getStyleClass().add("tour-dark");
    dark.setFillRule(FillRule.EVEN_ODD);
    dark.setManaged(false);
    frame.getStyleClass().add("tour-frame");
    frame.setMouseTransparent(true);
    frame.setManaged(false);
    this.bubble = bubble();
    getChildren().addAll(dark, frame, bubble);
    // Before the button that has the keyboard, which takes the arrow keys for moving the focus.
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private VBox bubble() {
    place.getStyleClass().add("tour-place");
    title.getStyleClass().add("tour-title");
    title.setWrapText(true);
    text.setWrapText(true);
    Button skip = new Button(texts.get("tour.skip"));
    skip.setId("tour-skip");
    skip.getStyleClass().add("link-button");
    skip.setOnAction(event -> leave.run());
    back.setText(texts.get("tour.back"));
    back.setId("tour-back");
    back.setOnAction(event -> go(at - 1));
    next.setId("tour-next");
    next.getStyleClass().add("accent");
    next.setOnAction(event -> forward());
    next.setDefaultButton(true);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox buttons = new HBox(8, skip, spring, back, next);
    buttons.setAlignment(Pos.CENTER_LEFT);
    List.of(skip, back, next).forEach(each -> each.setMinWidth(Region.USE_PREF_SIZE));
    VBox made = new VBox(8, place, title, text, buttons);
    made.getStyleClass().add("tour-bubble");
    made.setPrefWidth(WIDTH);
    made.setMaxWidth(WIDTH);
    return made;
  }

  /** Begins with the first step. */
  public void start() {
    go(0);
  }

  /** Which step is shown, from 0. */
  public int step() {
    return at;
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.RIGHT) {
      forward();
      event.consume();
    } else if (event.getCode() == KeyCode.LEFT) {
      go(at - 1);
      event.consume();
    }
  }

  private void forward() {
    if (at + 1 < stops.size()) {
      go(at + 1);
    } else {
      leave.run();
    }
  }

  private void go(int to) {
    at = Math.clamp(to, 0, stops.size() - 1);
    Stop stop = stops.get(at);
    stop.arrive().run();
    place.setText(texts.get("tour.place", at + 1, stops.size()));
    title.setText(stop.title());
    text.setText(stop.text());
    back.setVisible(at > 0);
    next.setText(texts.get(at + 1 < stops.size() ? "tour.next" : "tour.done"));
    next.setAccessibleText(
        String.join(", ", next.getText(), place.getText(), title.getText(), text.getText()));
    next.requestFocus();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    hole = stops.get(at).target().get().flatMap(this::boundsOf).orElse(null);
    cutOut();
    double height = bubble.prefHeight(WIDTH);
    Bounds free = beside(height);
    bubble.resizeRelocate(free.getMinX(), free.getMinY(), WIDTH, height);
  }

  private Optional<Bounds> boundsOf(javafx.scene.Node node) {
    if (node.getScene() == null) {
      return Optional.empty();
    }
    Bounds there = sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double left = Math.max(2, there.getMinX() - ROUND);
    double top = Math.max(2, there.getMinY() - ROUND);
    double right = Math.min(getWidth() - 2, there.getMaxX() + ROUND);
    double bottom = Math.min(getHeight() - 2, there.getMaxY() + ROUND);
    return right > left && bottom > top
        ? Optional.of(new BoundingBox(left, top, right - left, bottom - top))
        : Optional.empty();
  }

  private void cutOut() {
    dark.getElements().clear();
    outline(new BoundingBox(0, 0, getWidth(), getHeight()));
    Bounds clear = hole;
    frame.setVisible(clear != null);
    if (clear != null) {
      outline(clear);
      frame.resizeRelocate(clear.getMinX(), clear.getMinY(), clear.getWidth(), clear.getHeight());
    }
  }

  private void outline(Bounds box) {
    dark.getElements()
        .addAll(
            new MoveTo(box.getMinX(), box.getMinY()),
            new LineTo(box.getMaxX(), box.getMinY()),
            new LineTo(box.getMaxX(), box.getMaxY()),
            new LineTo(box.getMinX(), box.getMaxY()),
            new ClosePath());
  }

  /** Right of what is pointed at, or left, below, above, or in the middle: the first that has room. */
  private Bounds beside(double height) {
    Bounds box = hole;
    if (box == null) {
      return at((getWidth() - WIDTH) / 2, (getHeight() - height) / 2, height);
    }
    double y = box.getMinY() + Math.min(32, box.getHeight() / 4);
    if (box.getMaxX() + GAP + WIDTH <= getWidth()) {
      return at(box.getMaxX() + GAP, y, height);
    }
    if (box.getMinX() - GAP - WIDTH >= 0) {
      return at(box.getMinX() - GAP - WIDTH, y, height);
    }
    double x = box.getCenterX() - WIDTH / 2;
    if (box.getMaxY() + GAP + height <= getHeight()) {
      return at(x, box.getMaxY() + GAP, height);
    }
    return box.getMinY() - GAP - height >= 0
        ? at(x, box.getMinY() - GAP - height, height)
        : at((getWidth() - WIDTH) / 2, (getHeight() - height) / 2, height);
  }

  private Bounds at(double x, double y, double height) {
    return new BoundingBox(
        Math.clamp(x, 8, Math.max(8, getWidth() - WIDTH - 8)),
        Math.clamp(y, 8, Math.max(8, getHeight() - height - 8)),
        WIDTH,
        height);
  }
}
