package app.waterline.ui.whatif;

import app.waterline.engine.why.Outcome;
import app.waterline.ui.Theme;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.control.EmptyState;
import app.waterline.ui.control.InPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A chart that is computed away from the JavaFX thread, or what to do where there is none. */
final class ChartPane extends StackPane {
  private final Tools tools;
  private final ChartCanvas canvas;
  private final Latest latest = new Latest();
  private final Region anchor = new Region();
  private Map<String, Explainable.Figure> figures = Map.of();

  ChartPane(String id, Tools tools) {
    this.tools = tools;
    this.canvas = tools.canvas(id);
    getStyleClass().addAll("what-if-chart", "panel-card");
    anchor.setManaged(false);
    anchor.setMouseTransparent(true);
    canvas.explains(tools.texts().get("chart.explain"), this::offered);
    canvas.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> anchor.resizeRelocate(event.getX() - 4, event.getY() - 4, 8, 8));
    canvas.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> anchor.resizeRelocate(getWidth() / 3, getHeight() / 3, 8, 8));
    place(canvas);
  }

  private Map<String, Runnable> offered() {
    Map<String, Runnable> offered = new LinkedHashMap<>();
    figures.forEach((name, figure) -> offered.put(name, () -> explain(figure)));
    return offered;
  }

  /** Opens where a figure of the chart comes from, beside where it was asked for. */
  void explain(String name) {
    Explainable.Figure figure = figures.get(name);
    if (figure != null) {
      explain(figure);
    }
  }

  private void explain(Explainable.Figure figure) {
    tools.explanation().show(anchor, figure.explained(), figure.links());
  }

  ChartCanvas canvas() {
    return canvas;
  }

  /** Asks for a chart with where its figures come from, or the reason why there is none. */
  void ask(Supplier<Outcome<Explainable>> work) {
    latest.ask(work, this::take);
  }

  private void take(Outcome<Explainable> answer) {
    switch (answer) {
      case Outcome.Found<Explainable> found -> {
        figures = found.value().figures();
        canvas.show(found.value().chart());
        place(canvas);
      }
      case Outcome.None<Explainable> none ->
        place(new EmptyState(tools.texts().get("none.title"), tools.names().say(none.reason())));
    }
  }

  /** Shows what is missing and how to get it. */
  void empty(String key) {
    latest.forget();
    place(new EmptyState(tools.texts().get(key), tools.texts().get(key + ".remedy")));
  }

  private void place(Node node) {
    InPlace.set(getChildren(), List.of(node, anchor));
  }

  void use(Theme theme) {
    canvas.use(tools.look().in(theme));
  }

  void hidden() {
    latest.forget();
  }
}
