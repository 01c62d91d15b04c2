package app.waterline.ui.frontier;

import app.waterline.chart.Drawn;
import app.waterline.chart.LineChart;
import app.waterline.model.Unit;
import app.waterline.ui.chart.ChartCanvas;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The chart of the view with what a pointer does on it: a press or a drag moves the target, a point that
 * is pointed at tells its whole run. Arrow keys move the target as well.
 */
final class FrontierPlot extends Pane {
  /** How near a pointer must be to a point, in pixels. */
  private static final double NEAR = 10;

  private static final double LARGE_STEP = 10;

  private final ChartCanvas canvas;
  private final Label run = new Label();
  private final Region anchor = new Region();
  private final Target target;
  private boolean dragging;

  /** What moving the target does. */
  interface Target {
    /** A drag begins. */
    void begins();

    /** The target moves to a whole number of tok/s/user; null for none. */
    void moves(@Nullable Double value);

    /** The drag is over. */
    void ends();

    /** Opens where what a platform has at the target comes from. */
    void explains(Node owner, String platform);
  }

  FrontierPlot(ChartCanvas canvas, Target target) {
    this.canvas = canvas;
    this.target = target;
    canvas.leaveWordsOut();
    canvas.setId("frontier-chart");
    run.setId("frontier-run");
    run.getStyleClass().add("run-details");
    run.setVisible(false);
    run.setManaged(false);
    run.setMouseTransparent(true);
    anchor.setManaged(false);
    anchor.setMouseTransparent(true);
    getChildren().addAll(canvas, anchor, run);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> run.setVisible(false));
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release());
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
  }

  ChartCanvas canvas() {
    return canvas;
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  boolean isDragging() {
    return dragging;
  }

  private Optional<LineChart> chart() {
    return canvas.shown().map(LineChart.class::cast);
  }

  /** Only against interactivity is there a target. */
  private boolean hasTarget() {
    return chart()
        .map(each -> each.x().unit() == Unit.TOKENS_PER_SECOND_PER_USER)
        .orElse(false);
  }

  private void press(MouseEvent event) {
    Optional<Drawn.Area> reading = reading(event);
    if (event.getButton() == MouseButton.PRIMARY && reading.isPresent()) {
      canvas.requestFocus();
      target.explains(beside(reading.get().platform()), reading.get().platform());
    } else if (event.getButton() == MouseButton.PRIMARY && hasTarget() && isOnPlot(event)) {
      canvas.requestFocus();
      dragging = true;
      target.begins();
      move(event.getX());
    }
  }

  private List<Drawn.Area> readings() {
    return canvas.showsTable()
        ? List.of()
        : canvas.drawn().stream()
            .flatMap(drawn -> drawn.areas().stream())
            .filter(area -> area.part().equals(LineChart.READING))
            .toList();
  }

  private Optional<Drawn.Area> reading(MouseEvent event) {
    return readings().stream()
        .filter(area -> area.shape().contains(event.getX(), event.getY()))
        .findFirst();
  }

  /** Where an explanation of a platform's figure opens: at its reading, or else in the chart. */
  Node beside(String platform) {
    readings().stream()
        .filter(area -> area.platform().equals(platform))
        .findFirst()
        .ifPresentOrElse(
            area -> place(area.shape().getBounds2D()),
            () -> place(new Rectangle2D.Double(getWidth() / 3, getHeight() / 3, 8, 8)));
    return anchor;
  }

  private void place(Rectangle2D at) {
    anchor.resizeRelocate(at.getX(), at.getY(), at.getWidth(), at.getHeight());
  }

  private void drag(MouseEvent event) {
    if (dragging) {
      run.setVisible(false);
      move(event.getX());
    }
  }

  private void release() {
    if (dragging) {
      dragging = false;
      target.ends();
    }
  }

  private boolean isOnPlot(MouseEvent event) {
    return canvas
        .drawn()
        .map(drawn -> event.getY() >= drawn.plot().getMinY() - 30
            && event.getY() <= drawn.plot().getMaxY()
            && event.getX() >= drawn.plot().getMinX())
        .orElse(false);
  }

  private void move(double x) {
    canvas
        .drawn()
        .ifPresent(drawn -> target.moves((double) Math.max(1, Math.round(drawn.valueAt(x)))));
  }

  private void step(KeyEvent event) {
    double step = event.isShiftDown() ? LARGE_STEP : 1;
    switch (event.getCode()) {
      case RIGHT -> stepBy(step, event);
      case LEFT -> stepBy(-step, event);
      case DELETE, BACK_SPACE -> {
        target.moves(null);
        event.consume();
      }
      default -> {}
    }
  }

  private void stepBy(double step, KeyEvent event) {
    if (hasTarget()) {
      double now = chart().map(LineChart::target).map(LineChart.Target::at).orElse(0.0);
      target.moves(Math.max(1, now + step));
      event.consume();
    }
  }

  private void point(MouseEvent event) {
    Optional<Drawn> drawn = canvas.drawn();
    canvas.setCursor(reading(event).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    Optional<LineChart.Point> nearest =
        drawn.isEmpty() ? Optional.empty() : nearest(drawn.get(), event.getX(), event.getY());
    run.setVisible(nearest.isPresent());
    nearest.ifPresent(point -> tell(point, drawn.get()));
  }

  private Optional<LineChart.Point> nearest(Drawn drawn, double x, double y) {
    return chart().stream()
        .flatMap(each -> each.series().stream())
        .filter(series -> series.role() == LineChart.Role.POINTS)
        .flatMap(series -> series.points().stream())
        .filter(point -> distance(drawn, point, x, y) <= NEAR)
        .min((one, other) ->
            Double.compare(distance(drawn, one, x, y), distance(drawn, other, x, y)));
  }

  private static double distance(Drawn drawn, LineChart.Point point, double x, double y) {
    return Math.hypot(drawn.placeOf(point.x()) - x, drawn.heightOf(point.y()) - y);
  }

  private void tell(LineChart.Point point, Drawn drawn) {
    run.setText(point.label());
    run.autosize();
    double x = drawn.placeOf(point.x()) + 14;
    double y = drawn.heightOf(point.y()) + 14;
    run.relocate(
        Math.max(0, Math.min(x, getWidth() - run.getWidth())),
        y + run.getHeight() > getHeight() ? y - run.getHeight() - 28 : y);
  }
}
