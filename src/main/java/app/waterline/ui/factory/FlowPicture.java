package app.waterline.ui.factory;

import app.waterline.chart.Drawn;
import app.waterline.chart.FlowChart;
import app.waterline.engine.Explained;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.control.Explanation;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The flow from power to money; a click on a figure explains it. */
final class FlowPicture extends StackPane {
  private final ChartCanvas canvas;
  private final Explanation explanation;
  private final Region anchor = new Region();
  private @Nullable Plan plan;

  FlowPicture(ChartCanvas canvas, Explanation explanation) {
    this.canvas = canvas;
    this.explanation = explanation;
    Pane over = new Pane(anchor);
    over.setMouseTransparent(true);
    anchor.setManaged(false);
    canvas.setId("factory-flow");
    canvas.addEventHandler(
        MouseEvent.MOUSE_MOVED,
        event -> canvas.setCursor(at(event).isPresent() ? Cursor.HAND : Cursor.DEFAULT));
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::explain);
    getChildren().addAll(canvas, over);
  }

  ChartCanvas canvas() {
    return canvas;
  }

  void show(Plan next, FlowChart chart) {
    plan = next;
    canvas.show(chart);
  }

  private Optional<Drawn.Area> at(MouseEvent event) {
    return canvas.showsTable()
        ? Optional.empty()
        : canvas.drawn().stream()
            .flatMap(drawn -> drawn.areas().stream())
            .filter(area -> area.shape().contains(event.getX(), event.getY()))
            .findFirst();
  }

  private void explain(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    at(event)
        .ifPresent(area -> figure(area).ifPresent(figure -> {
          java.awt.geom.Rectangle2D bounds = area.shape().getBounds2D();
          anchor.resizeRelocate(
              bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
          explanation.show(anchor, figure);
        }));
  }

  private Optional<Explained> figure(Drawn.Area area) {
    return Optional.ofNullable(plan).stream()
        .flatMap(made -> made.platforms().stream())
        .filter(each -> each.platform().id().equals(area.platform()))
        .flatMap(each -> Stream.of(PlanMetric.values())
            .filter(metric -> metric.key().equals(area.part()))
            .flatMap(metric -> each.of(metric).figure().stream()))
        .findFirst();
  }
}
