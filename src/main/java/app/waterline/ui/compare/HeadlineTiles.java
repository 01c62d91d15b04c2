package app.waterline.ui.compare;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.ui.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The best figure of each headline metric. */
final class HeadlineTiles {
  private final List<HeadlineTile> tiles;
  private final HBox box = new HBox();

  HeadlineTiles(ChartTexts names, Texts texts, FigureCell.Explains explains) {
    this.tiles =
        Stream.generate(() -> new HeadlineTile(names, texts, explains)).limit(4).toList();
    box.getStyleClass().add("headline-tiles");
    tiles.forEach(tile -> {
      HBox.setHgrow(tile.node(), Priority.ALWAYS);
      box.getChildren().add(tile.node());
    });
  }

  Node node() {
    return box;
  }

  void show(Evaluation evaluation) {
    List<Metric> metrics = List.of(
        evaluation.headline(),
        Metric.TOKENS_PER_SECOND_PER_GPU,
        Metric.TOKENS_PER_SECOND_PER_MW,
        Metric.COST_PER_GPU_HOUR);
    for (int index = 0; index < tiles.size(); index++) {
      tiles.get(index).show(evaluation, metrics.get(index));
    }
  }
}
