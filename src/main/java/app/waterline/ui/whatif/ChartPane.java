package app.waterline.ui.whatif;

import app.waterline.chart.ChartSpec;
import app.waterline.engine.why.Outcome;
import app.waterline.ui.Theme;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.control.EmptyState;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** A chart that is computed away from the JavaFX thread, or what to do where there is none. */
final class ChartPane extends StackPane {
  private final Tools tools;
  private final ChartCanvas canvas;
  private final Latest latest = new Latest();

  ChartPane(String id, Tools tools) {
    this.tools = tools;
    this.canvas = tools.canvas(id);
    getStyleClass().addAll("what-if-chart", "panel-card");
    place(canvas);
  }

  ChartCanvas canvas() {
    return canvas;
  }

  /** Asks for a chart, or the reason why there is none. */
  void ask(Supplier<Outcome<ChartSpec>> work) {
    latest.ask(work, this::take);
  }

  private void take(Outcome<ChartSpec> answer) {
    switch (answer) {
      case Outcome.Found<ChartSpec> found -> {
        canvas.show(found.value());
        place(canvas);
      }
      case Outcome.None<ChartSpec> none ->
        place(new EmptyState(tools.texts().get("none.title"), tools.names().say(none.reason())));
    }
  }

  /** Shows what is missing and how to get it. */
  void empty(String key) {
    latest.forget();
    place(new EmptyState(tools.texts().get(key), tools.texts().get(key + ".remedy")));
  }

  private void place(Node node) {
    if (!getChildren().equals(List.of(node))) {
      getChildren().setAll(node);
    }
  }

  void use(Theme theme) {
    canvas.use(tools.look().in(theme));
  }

  void hidden() {
    latest.forget();
  }
}
