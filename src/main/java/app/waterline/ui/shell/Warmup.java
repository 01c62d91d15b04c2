package app.waterline.ui.shell;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.IcebergCharts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.ui.chart.ChartLook;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, evaluates and charts the sample once for nothing while the toolkit starts: reading a workspace
 * takes a hundred times longer the first time, and the window does it again in a few milliseconds.
 */
final class Warmup {
  private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);

  private Warmup() {}

  static void start() {
    Thread.ofPlatform().daemon().name("warm-up").start(Warmup::run);
  }

  private static void run() {
    try {
      Evaluation evaluation = new Evaluator().evaluate(WorkspaceFiles.sample());
      ChartTexts names = new ChartTexts(
          new QuantityFormat(Locale.getDefault(Locale.Category.FORMAT)),
          Locale.getDefault(Locale.Category.DISPLAY));
      ChartLook.of(names).light();
      LOG.debug("Warm with {}", IcebergCharts.of(evaluation, names).hashCode());
    } catch (RuntimeException failed) { // the window meets the same and says so
      LOG.debug("Not warmed up", failed);
    }
  }
}
