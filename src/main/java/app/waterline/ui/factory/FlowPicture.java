package app.waterline.ui.factory;

import app.waterline.chart.Drawn;
import app.waterline.chart.FlowChart;
import app.waterline.engine.Explained;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.chart.Highlight;
import app.waterline.ui.control.Explanation;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The flow from power to money; a click on a figure, or Enter where the arrow keys are, explains it. */
final class FlowPicture extends StackPane {
  private final ChartCanvas canvas;
  private final Session session;
  private final Explanation explanation;
  private final Texts texts;
  private final Region anchor = new Region();
  private @Nullable Plan plan;

  FlowPicture(ChartCanvas canvas, Session session, Explanation explanation, Texts texts) {
    this.canvas = canvas;
    this.session = session;
    this.explanation = explanation;
    this.texts = texts;
    Pane over = new Pane(anchor);
    over.setMouseTransparent(true);
    anchor.setManaged(false);
    canvas.setId("factory-flow");
    getChildren().addAll(new Highlight(canvas, canvas, this::explain, this::words), over);
  }

  ChartCanvas canvas() {
    return canvas;
  }

  void show(Plan next, FlowChart chart) {
    plan = next;
    canvas.show(chart);
  }

  private void explain(Drawn.Area area) {
    figure(area).ifPresent(figure -> {
      java.awt.geom.Rectangle2D bounds = area.shape().getBounds2D();
      anchor.resizeRelocate(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
      explanation.show(anchor, figure, CardTools.links(session, area.platform()));
    });
  }

  /** What a figure is, and what a click does. */
  private String words(Drawn.Area area) {
    return figure(area)
        .map(figure -> texts.get(
            "flow.explain",
            session.format().phrases().say(figure.name()),
            session.format().format(figure.value(), figure.unit())))
        .orElse("");
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
