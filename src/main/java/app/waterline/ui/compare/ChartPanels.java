package app.waterline.ui.compare;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.engine.why.Bands;
import app.waterline.ui.Pointing;
import app.waterline.ui.Texts;
import app.waterline.ui.Theme;
import app.waterline.ui.chart.ChartLook;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Two charts, side by side where there is room. */
final class ChartPanels {
  private static final double TWO_COLUMNS_FROM = 960;
  private static final double GAP = 16;

  private final ChartPanel first;
  private final ChartPanel second;
  private final Columns box;

  ChartPanels(
      ChartTexts names,
      Texts texts,
      ChartLook look,
      FigureCell.Explains explains,
      Pointing pointing) {
    this.first = new ChartPanel(
        "first", Metric.COST_PER_MILLION_TOKENS, names, texts, look, explains, pointing);
    this.second = new ChartPanel(
        "second", Metric.TOKENS_PER_SECOND_PER_MW, names, texts, look, explains, pointing);
    this.box = new Columns(List.of(first.node(), second.node()));
  }

  Node node() {
    return box;
  }

  void mark(Optional<String> platform) {
    first.mark(platform);
    second.mark(platform);
  }

  void use(Theme theme) {
    first.use(theme);
    second.use(theme);
  }

  void show(Evaluation evaluation, Optional<Bands> bands) {
    first.show(evaluation, bands);
    second.show(evaluation, bands);
  }

  /** Equal columns, or one below the other. */
  private static final class Columns extends Region {
    Columns(List<Region> parts) {
      getChildren().setAll(parts);
    }

    private boolean beside(double width) {
      return width >= TWO_COLUMNS_FROM;
    }

    private double partWidth(double width) {
      return beside(width) ? Math.floor((width - GAP) / 2) : width;
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double tallest = 0;
      double sum = -GAP;
      for (Node part : getChildren()) {
        double height = part.prefHeight(partWidth(width));
        tallest = Math.max(tallest, height);
        sum += height + GAP;
      }
      return beside(width) ? tallest : sum;
    }

    @Override
    protected void layoutChildren() {
      double width = partWidth(getWidth());
      double x = 0;
      double y = 0;
      for (Node part : getChildren()) {
        double height = beside(getWidth()) ? getHeight() : part.prefHeight(width);
        part.resizeRelocate(x, y, width, height);
        x += beside(getWidth()) ? width + GAP : 0;
        y += beside(getWidth()) ? 0 : height + GAP;
      }
    }
  }
}
