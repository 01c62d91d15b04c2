package app.waterline.ui.iceberg;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.IcebergChart;
import app.waterline.engine.Quality;
import app.waterline.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Explains one layer: what it is, how much it is worth, and what that stands on. */
final class LayerCard extends VBox {
  private static final PseudoClass ASSUMED = PseudoClass.getPseudoClass("assumed");

  private final Texts texts;
  private final ChartTexts names;
  private final BiFunction<String, String, Optional<String>> otherWay;
  private final Label title = label("layer-title");
  private final Label sentence = label("layer-sentence");
  private final Label switched = label("layer-switched");
  private final Label grounds = label("layer-grounds");
  private final Label sources = label("layer-sources");
  private final Label quality = label("layer-quality");

  /**
   * @param otherWay what the platform of the first id would cost with the layer of the second switched the
   *     other way
   */
  LayerCard(Texts texts, ChartTexts names, BiFunction<String, String, Optional<String>> otherWay) {
    this.otherWay = otherWay;
    this.texts = texts;
    this.names = names;
    setId("iceberg-card");
    getStyleClass().add("layer-card");
    getChildren().addAll(title, sentence, switched, grounds, sources, quality);
    setManaged(false);
    setVisible(false);
    setMouseTransparent(true);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Shows a layer of a platform. */
  void explain(IcebergChart.Berg berg, IcebergChart.Layer layer) {
    title.setText(heading(berg, layer));
    sentence.setText(layer.why().sentence());
    lines(switched, otherWay.apply(berg.platform(), layer.id()).stream().toList());
    lines(grounds, layer.why().grounds());
    lines(sources, layer.why().sources());
    quality.setText(
        "%s %s".formatted(ChartTexts.mark(layer.quality()), names.quality(layer.quality())));
    quality.pseudoClassStateChanged(ASSUMED, layer.quality() == Quality.ASSUMED);
    setVisible(true);
  }

  private static void lines(Label label, List<String> lines) {
    label.setText(String.join("\n", lines));
    label.setManaged(!lines.isEmpty());
  }

  private String heading(IcebergChart.Berg berg, IcebergChart.Layer layer) {
    return texts.get("iceberg.heading", berg.name(), layer.name(), layer.label());
  }

  /** The same in words, for a screen reader. */
  String spoken(IcebergChart.Berg berg, IcebergChart.Layer layer) {
    return Stream.of(
            heading(berg, layer),
            names.quality(layer.quality()),
            layer.why().sentence(),
            otherWay.apply(berg.platform(), layer.id()).orElse(""),
            String.join(". ", layer.why().grounds()),
            String.join(", ", layer.why().sources()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(". "));
  }
}
