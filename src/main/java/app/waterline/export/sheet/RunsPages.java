package app.waterline.export.sheet;

import app.waterline.chart.RunTexts;
import app.waterline.engine.Curve;
import app.waterline.engine.Curves;
import app.waterline.engine.Evaluation;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.model.Hardware;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Sparsity;
import app.waterline.model.Throughput;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The measured points and the interpolation between them, one line a configuration. Which points make
 * a frontier is written down; everything that follows from it is a formula.
 */
final class RunsPages {
  private static final int X = 2;
  private static final int Y = 3;
  private static final int TOTAL = 4;
  private static final int INPUT = 5;
  private static final int OUTPUT = 6;
  private static final int SHARE = 7;
  private static final int SECANT = 8;
  private static final int SLOPE = 9;
  private static final int SHARE_SECANT = 10;
  private static final int SHARE_SLOPE = 11;
  private static final String FREE = "General";
  private static final String RATE = "#,##0.0";

  /**
   * Where the configurations of a platform stand.
   *
   * @param first row of the first, from 0
   * @param last row of the last
   * @param counted which tokens they count
   */
  record Block(int first, int last, TokenCount counted) {}

  private final Page runs;
  private final Page lines;
  private final Words words;
  private final RunTexts texts;
  private final Names names;
  private final Map<String, Block> blocks = new HashMap<>();
  private final Map<String, int[]> points = new HashMap<>();

  RunsPages(Page runs, Page lines, Words words, Names names) {
    this.runs = runs;
    this.lines = lines;
    this.words = words;
    this.texts = new RunTexts(words.charts());
    this.names = names;
  }

  /** The configurations of a platform; null where none may be used. */
  @Nullable Block of(Platform platform) {
    return blocks.get(platform.id());
  }

  /** First and last row of a platform's points on the frontiers and beside them; null for none. */
  int @Nullable [] pointsOf(Platform platform) {
    return points.get(platform.id());
  }

  /** Whether any platform has runs that may be used. */
  boolean areAny() {
    return !blocks.isEmpty();
  }

  Page lines() {
    return lines;
  }

  Page runs() {
    return runs;
  }

  void write(Evaluation evaluation) {
    headRuns();
    headLines();
    for (PlatformEvaluation each : evaluation.platforms()) {
      if (!each.platform().operatingPoints().isEmpty()) {
        write(each, evaluation);
      }
    }
  }

  private void headRuns() {
    runs.widths(24, 40, 14, 14, 12, 12, 12, 12, 12, 12, 12, 12, 14, 14, 12, 8, 40);
    head(
        runs,
        "runs",
        List.of(
            "platform",
            "configuration",
            "interactivity",
            "rate",
            "total",
            "input",
            "output",
            "share",
            "secant",
            "slope",
            "shareSecant",
            "shareSlope",
            "use",
            "concurrency",
            "date",
            "gpus",
            "source"));
  }

  private void headLines() {
    lines.widths(
        24, 40, 14, 12, 12, 12, 12, 9, 9, 11, 11, 11, 11, 11, 11, 14, 11, 11, 11, 11, 12, 14);
    head(
        lines,
        "lines",
        List.of(
            "platform",
            "configuration",
            "counted",
            "slowest",
            "fastest",
            "reaches",
            "held",
            "point",
            "next",
            "x0",
            "x1",
            "y0",
            "y1",
            "slope0",
            "slope1",
            "rate",
            "share0",
            "share1",
            "shareSlope0",
            "shareSlope1",
            "share",
            "peak"));
  }

  private void head(Page page, String prefix, List<String> columns) {
    page.text(0, words.get(prefix + ".title"), Look.Kind.TITLE);
    page.next();
    page.text(0, words.get(prefix + ".subtitle"), Look.Kind.SUBTITLE);
    page.skip(2);
    for (int column = 0; column < columns.size(); column++) {
      page.text(
          column,
          words.get("runs." + columns.get(column)),
          column < 2 ? Look.Kind.HEADING : Look.Kind.NAME_HEADING);
    }
    page.next();
    page.sheet().createFreezePane(2, page.row());
    page.sheet().setRepeatingRows(CellRangeAddress.valueOf(page.row() + ":" + page.row()));
  }

  private void write(PlatformEvaluation each, Evaluation evaluation) {
    Platform platform = each.platform();
    List<Curve> curves =
        Curves.allowed(platform, evaluation.workspace().scenario().workload());
    if (curves.isEmpty()) {
      return;
    }
    int firstLine = lines.row();
    int firstPoint = runs.row();
    for (Curve curve : curves) {
      int first = runs.row();
      List<OperatingPoint> frontier = curve.frontier().points();
      boolean shares =
          frontier.stream().allMatch(point -> knowsShare(point.tokensPerSecondPerGpu()));
      for (int i = 0; i < frontier.size(); i++) {
        point(platform, frontier.get(i));
        slopes(first, i, frontier.size(), shares);
        runs.next();
      }
      line(platform, curve, first, runs.row() - 1, shares);
    }
    beaten(platform, curves, evaluation);
    blocks.put(
        platform.id(), new Block(firstLine, lines.row() - 1, curves.getFirst().counted()));
    points.put(platform.id(), new int[] {firstPoint, runs.row() - 1});
  }

  private void beaten(Platform platform, List<Curve> curves, Evaluation evaluation) {
    Set<OperatingPoint> used = new HashSet<>();
    curves.forEach(curve -> used.addAll(curve.frontier().points()));
    for (OperatingPoint point : platform.operatingPoints()) {
      boolean allowed =
          Curves.isAllowed(point, platform, evaluation.workspace().scenario().workload());
      if (allowed && used.add(point)) {
        point(platform, point);
        runs.text(12, words.get("runs.beaten"), Look.Kind.FAINT);
        runs.next();
      }
    }
  }

  private static boolean knowsShare(Throughput throughput) {
    return throughput.total() != null
        && (throughput.output() != null || throughput.input() != null);
  }

  private void point(Platform platform, OperatingPoint point) {
    Throughput throughput = point.tokensPerSecondPerGpu();
    runs.text(0, platform.name(), Look.Kind.LABEL);
    runs.text(1, texts.name(point.configuration()), Look.Kind.LABEL);
    runs.number(X, point.interactivity(), Unit.TOKENS_PER_SECOND_PER_USER, Look.Kind.INPUT);
    runs.formula(Y, Page.at(counted(throughput.counted()), runs.row()), Look.Kind.FIGURE, RATE);
    rate(TOTAL, throughput.total());
    rate(INPUT, throughput.input());
    rate(OUTPUT, throughput.output());
    runs.text(12, words.get("runs.frontier"), Look.Kind.FAINT);
    if (point.concurrency() != null) {
      runs.number(13, point.concurrency(), Unit.NONE, Look.Kind.FIGURE);
    }
    runs.text(14, Objects.requireNonNullElse(point.evidence().date(), ""), Look.Kind.LABEL);
    if (point.gpus() != null) {
      runs.number(15, point.gpus(), Unit.GPUS, Look.Kind.FIGURE);
    }
    runs.text(
        16,
        words.kind(point.evidence().kind()) + " · " + point.evidence().source(),
        Look.Kind.LABEL);
  }

  private static int counted(TokenCount count) {
    return switch (count) {
      case TOTAL -> TOTAL;
      case INPUT -> INPUT;
      case OUTPUT -> OUTPUT;
    };
  }

  private void rate(int column, @Nullable Double value) {
    if (value == null) {
      runs.text(column, words.get("inputs.none"), Look.Kind.INPUT_TEXT);
    } else {
      runs.number(column, value, Unit.TOKENS_PER_SECOND_PER_GPU, Look.Kind.INPUT);
    }
  }

  private void slopes(int first, int index, int count, boolean shares) {
    int row = first + index;
    secantAndSlope(first, index, count, Y, SECANT, SLOPE);
    if (shares) {
      String total = Page.at(TOTAL, row);
      String output = Page.at(OUTPUT, row);
      String input = Page.at(INPUT, row);
      runs.formula(
          SHARE,
          "IF(ISNUMBER(%1$s),MIN(1,%1$s/%3$s),MAX(0,1-%2$s/%3$s))".formatted(output, input, total),
          Look.Kind.FIGURE,
          "0.0%");
      secantAndSlope(first, index, count, SHARE, SHARE_SECANT, SHARE_SLOPE);
    }
  }

  /** Steffen's slopes: as docs/model.md, section 3, and engine.Steffen. */
  private void secantAndSlope(int first, int index, int count, int value, int secant, int slope) {
    int row = first + index;
    if (index < count - 1) {
      runs.formula(
          secant,
          "(%s-%s)/(%s-%s)"
              .formatted(
                  Page.at(value, row + 1),
                  Page.at(value, row),
                  Page.at(X, row + 1),
                  Page.at(X, row)),
          Look.Kind.FIGURE,
          FREE);
    }
    runs.formula(slope, slope(row, index, count, secant, slope), Look.Kind.FIGURE, FREE);
  }

  private static String slope(int row, int index, int count, int secant, int slope) {
    if (count == 1) {
      return "0";
    }
    if (count == 2) {
      return Page.at(secant, row - index);
    }
    if (index == 0) {
      return "(3*%s-%s)/2".formatted(Page.at(secant, row), Page.at(slope, row + 1));
    }
    if (index == count - 1) {
      return "(3*%s-%s)/2".formatted(Page.at(secant, row - 1), Page.at(slope, row - 1));
    }
    return inner(
        Page.at(secant, row - 1),
        Page.at(secant, row),
        "(%s-%s)".formatted(Page.at(X, row), Page.at(X, row - 1)),
        "(%s-%s)".formatted(Page.at(X, row + 1), Page.at(X, row)));
  }

  private static String inner(String left, String right, String hLeft, String hRight) {
    return "(SIGN(%1$s)+SIGN(%2$s))*MIN(ABS(%1$s),ABS(%2$s),ABS((%1$s*%4$s+%2$s*%3$s)/(%3$s+%4$s))/2)"
        .formatted(left, right, hLeft, hRight);
  }

  private void line(Platform platform, Curve curve, int first, int last, boolean shares) {
    int row = lines.row();
    lines.text(0, platform.name(), Look.Kind.LABEL);
    lines.text(1, texts.name(curve.configuration()), Look.Kind.LABEL);
    lines.text(2, words.get("counted." + curve.counted()), Look.Kind.LABEL);
    formula(3, runs.address(X, first), RATE);
    formula(4, runs.address(X, last), RATE);
    formula(
        5,
        "IF(ISNUMBER(target_interactivity),IF(target_interactivity<=%s,1,0),1)"
            .formatted(Page.at(4, row)),
        "0");
    formula(
        6, "MAX(%s,%s)".formatted(Formula.or("target_interactivity", "0"), Page.at(3, row)), RATE);
    formula(7, "MATCH(%s,%s,1)".formatted(Page.at(6, row), runs.range(X, first, last)), "0");
    formula(8, "MIN(%s+1,%d)".formatted(Page.at(7, row), last - first + 1), "0");
    around(9, X, first, last, RATE);
    around(11, Y, first, last, RATE);
    around(13, SLOPE, first, last, FREE);
    formula(15, reached(row, interpolated(row, 11, 13)), RATE);
    if (shares && curve.counted() == TokenCount.TOTAL) {
      around(16, SHARE, first, last, "0.0%");
      around(18, SHARE_SLOPE, first, last, FREE);
      formula(20, reached(row, interpolated(row, 16, 18)), "0.0%");
    } else {
      lines.text(20, words.missing(missingShare(curve)), Look.Kind.FAINT);
    }
    peak(platform, curve.configuration().precision());
    lines.next();
  }

  private static Formula.Missing missingShare(Curve curve) {
    return new Formula.Missing(
        curve.counted() == TokenCount.TOTAL
            ? "the run does not tell input from output tokens"
            : "the run does not report all tokens");
  }

  /** The values at the points on both sides of the target. */
  private void around(int column, int of, int first, int last, String format) {
    String range = runs.range(of, first, last);
    formula(column, "INDEX(%s,%s)".formatted(range, Page.at(7, lines.row())), format);
    formula(column + 1, "INDEX(%s,%s)".formatted(range, Page.at(8, lines.row())), format);
  }

  private static String reached(int row, String formula) {
    return "IF(%s=1,%s,\"–\")".formatted(Page.at(5, row), formula);
  }

  private static String interpolated(int row, int value, int slope) {
    String y0 = Page.at(value, row);
    String y1 = Page.at(value + 1, row);
    String s0 = Page.at(slope, row);
    String s1 = Page.at(slope + 1, row);
    String h = "(%s-%s)".formatted(Page.at(10, row), Page.at(9, row));
    String t = "(%s-%s)".formatted(Page.at(6, row), Page.at(9, row));
    String secant = "((%s-%s)/%s)".formatted(y1, y0, h);
    String cubic =
        "(((%3$s+%4$s-2*%5$s)/%6$s^2*%7$s+(3*%5$s-2*%3$s-%4$s)/%6$s)*%7$s+%3$s)*%7$s+%1$s";
    return ("IF(%7$s=0,%1$s,MAX(MIN(%1$s,%2$s),MIN(MAX(%1$s,%2$s)," + cubic + ")))")
        .formatted(y0, y1, s0, s1, secant, h, t);
  }

  private void peak(Platform platform, @Nullable Precision precision) {
    Hardware hardware = platform.hardware();
    if (precision != null && hardware != null && hardware.peak(precision, Sparsity.DENSE) != null) {
      formula(21, names.of(platform, InputsPage.peakName(precision)), "General");
    } else {
      lines.text(21, words.get("inputs.none"), Look.Kind.FAINT);
    }
  }

  private void formula(int column, String formula, String format) {
    lines.formula(column, formula, Look.Kind.FIGURE, format);
  }
}
