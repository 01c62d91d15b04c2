package app.waterline.ui.whatif;

import app.waterline.chart.ChartSpec;
import app.waterline.engine.Explained;
import app.waterline.ui.control.Explanation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A chart with where its figures come from.
 *
 * @param chart what is drawn
 * @param figures by what they are called in the menu, in the order of the chart
 */
record Explainable(ChartSpec chart, Map<String, Figure> figures) {
  /**
   * A figure of a chart.
   *
   * @param explained its formula, inputs and sources
   * @param links the way to its inputs
   */
  record Figure(Explained explained, Explanation.Links links) {}

  static Explainable of(ChartSpec chart) {
    return new Explainable(chart, new LinkedHashMap<>());
  }

  /** The same with one more figure. */
  Explainable with(String name, Explained figure, Explanation.Links links) {
    figures.put(name, new Figure(figure, links));
    return this;
  }
}
