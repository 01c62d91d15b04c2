package app.waterline.ui.compare;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.CompareCharts;
import app.waterline.chart.Scale;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.why.Bands;
import app.waterline.ui.Pointing;
import app.waterline.ui.Texts;
import app.waterline.ui.Theme;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.chart.ChartLook;
import app.waterline.ui.control.Choosing;
import app.waterline.ui.control.Spoken;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Bars of one metric, with the choice of metric and scale. */
final class ChartPanel {
  private final ChartTexts names;
  private final ChartLook look;
  private final ComboBox<Metric> metric = new ComboBox<>();
  private final ToggleButton linear = new ToggleButton();
  private final ToggleButton log = new ToggleButton();
  private final ChartCanvas canvas;
  private final VBox box;
  private @Nullable Evaluation shown;
  private Optional<Bands> bands = Optional.empty();

  ChartPanel(
      String id,
      Metric first,
      ChartTexts names,
      Texts texts,
      ChartLook look,
      FigureCell.Explains explains,
      Pointing pointing) {
    this.names = names;
    this.look = look;
    this.canvas = new ChartCanvas(
        look.light(),
        new ChartCanvas.Words(
            texts.get("chart.showAsTable"),
            texts.get("chart.showAsChart"),
            texts.get("chart.copyData"),
            texts.get("chart.copyImage")));
    metric.getItems().setAll(Metric.values());
    metric.setConverter(converter());
    metric.setValue(first);
    Spoken.name(metric, texts.get("chart.metric"));
    metric.setId("metric-" + id);
    metric.valueProperty().subscribe(value -> redraw());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox controls = new HBox(metric, space, scaleChoice(id, texts));
    controls.getStyleClass().add("chart-controls");
    controls.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(canvas, Priority.ALWAYS);
    canvas.setId("chart-" + id);
    canvas.pins(pointing);
    canvas.explains(texts.get("chart.explain"), () -> figures(explains));
    box = new VBox(controls, canvas);
    box.getStyleClass().addAll("chart-panel", "panel-card");
  }

  /** What the bars stand for, by platform. */
  private Map<String, Runnable> figures(FigureCell.Explains explains) {
    Map<String, Runnable> figures = new LinkedHashMap<>();
    Evaluation evaluation = shown;
    if (evaluation != null) {
      for (PlatformEvaluation each : evaluation.platforms()) {
        each.of(metric.getValue())
            .figure()
            .ifPresent(figure -> figures.put(
                each.platform().name() + "  "
                    + names.format().format(figure.value(), figure.unit()),
                () -> explains.open(metric, figure, each.platform().id())));
      }
    }
    return figures;
  }

  private HBox scaleChoice(String id, Texts texts) {
    ToggleGroup group = new ToggleGroup();
    linear.setText(texts.get("chart.linear"));
    log.setText(texts.get("chart.log"));
    linear.setId("linear-" + id);
    log.setId("log-" + id);
    linear.setToggleGroup(group);
    log.setToggleGroup(group);
    linear.getStyleClass().add("left-pill");
    log.getStyleClass().add("right-pill");
    linear.setSelected(true);
    Choosing.follow(group, scale -> redraw());
    HBox choice = new HBox(linear, log);
    choice.setAccessibleText(texts.get("chart.scale"));
    return choice;
  }

  private StringConverter<Metric> converter() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Metric each) {
        String name = each == null ? " " : names.name(each);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      }

      @Override
      public Metric fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    };
  }

  Region node() {
    return box;
  }

  Metric metric() {
    return metric.getValue();
  }

  void choose(Metric next) {
    metric.setValue(next);
  }

  void mark(Optional<String> platform) {
    canvas.mark(platform);
  }

  void use(Theme theme) {
    canvas.use(look.in(theme));
  }

  void show(Evaluation evaluation, Optional<Bands> sureness) {
    shown = evaluation;
    bands = sureness;
    redraw();
  }

  private void redraw() {
    if (shown != null) {
      Scale scale = log.isSelected() ? Scale.LOG : Scale.LINEAR;
      Metric chosen = metric.getValue();
      canvas.show(CompareCharts.withBands(
          CompareCharts.bars(shown, chosen, scale, names), shown, chosen, bands, names));
    }
  }
}
