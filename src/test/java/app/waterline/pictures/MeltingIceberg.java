package app.waterline.pictures;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartImage;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.chart.IcebergChart;
import app.waterline.chart.IcebergCharts;
import app.waterline.document.Edits;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Capability;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The iceberg of the sample, whose layers melt while capabilities of its cheapest platform are switched off,
 * drawn as in the window: {@code mvn -q test-compile exec:exec@pictures}.
 */
public final class MeltingIceberg {
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");
  private static final List<Capability> SWITCHED =
      List.of(Capability.FP4, Capability.MULTI_TOKEN_PREDICTION);
  private static final int HOLD = 1600;
  private static final int STEP = 40;

  private final ChartDrawing drawing;
  private final int width;
  private final int height;
  private final int steps;

  MeltingIceberg(int width, int height, int steps) {
    ChartTexts texts = new ChartTexts(new QuantityFormat(Locale.US));
    this.drawing = new ChartDrawing(ChartTheme.light(), ChartFonts.bundled(), texts);
    this.width = width;
    this.height = height;
    this.steps = steps;
  }

  /** Writes the picture of the README. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path file = Path.of(arguments[0]);
    Files.write(file, new MeltingIceberg(800, 520, 9).bytes());
    System.out.println(file + ", " + Files.size(file) / 1024 + " KB");
  }

  byte[] bytes() throws IOException {
    List<IcebergChart> states = states(WorkspaceFile.read(SAMPLE));
    AnimatedPng picture = new AnimatedPng();
    for (int index = 0; index < states.size(); index++) {
      IcebergChart state = states.get(index);
      picture.add(drawn(state), HOLD);
      melt(picture, state, states.get((index + 1) % states.size()));
    }
    return picture.bytes();
  }

  /** As the sample is, then with one capability after the other switched off. */
  private List<IcebergChart> states(Workspace sample) {
    List<IcebergChart> states = new ArrayList<>(List.of(chart(sample)));
    String platform = sample.platforms().getLast().id();
    Workspace now = sample;
    for (Capability each : SWITCHED) {
      now = Edits.capability(each.name(), platform, each, false).change().apply(now);
      states.add(chart(now));
    }
    double depth = states.stream().mapToDouble(IcebergChart::depth).max().orElseThrow();
    return states.stream().map(each -> each.withRoom(depth)).toList();
  }

  private IcebergChart chart(Workspace workspace) {
    return IcebergCharts.of(new Evaluator().evaluate(workspace), drawing.texts());
  }

  private void melt(AnimatedPng picture, IcebergChart from, IcebergChart to) {
    for (int step = 1; step < steps; step++) {
      double way = (1 - Math.cos(Math.PI * step / steps)) / 2;
      picture.add(drawn(from.towards(to, way)), STEP);
    }
  }

  private java.awt.image.BufferedImage drawn(IcebergChart chart) {
    return ChartImage.of(drawing, chart, width, height, 1);
  }
}
