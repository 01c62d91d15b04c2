package app.waterline.ui.whatif;

import app.waterline.chart.ChartTexts;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.chart.ChartLook;
import app.waterline.ui.control.Explanation;

/**
 * What every question of the view works with.
 *
 * @param session the figures, and where an input is asked for
 * @param texts the words of the view
 * @param names the words of charts, the names of inputs and metrics
 * @param look how charts are drawn
 * @param explanation where a figure comes from
 */
record Tools(
    Session session, Texts texts, ChartTexts names, ChartLook look, Explanation explanation) {
  ChartCanvas canvas(String id) {
    ChartCanvas canvas = new ChartCanvas(
        look.light(),
        new ChartCanvas.Words(
            texts.get("chart.showAsTable"),
            texts.get("chart.showAsChart"),
            texts.get("chart.copyData"),
            texts.get("chart.copyImage")));
    canvas.setId(id);
    return canvas;
  }

  /** The way to the inputs of two platforms, the first before the other. */
  Explanation.Links links(String first, String second) {
    return term -> CardTools.links(session, first)
        .to(term)
        .or(() -> CardTools.links(session, second).to(term));
  }
}
