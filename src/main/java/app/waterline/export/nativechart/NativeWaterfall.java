package app.waterline.export.nativechart;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.Datum;
import app.waterline.chart.WaterfallChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * From one cost to the other as native stacked columns on invisible ones. The workbook computes where each
 * begins, so that the bridge follows when somebody changes a step.
 */
final class NativeWaterfall {
  private static final int LONGEST_NAME = 32;
  private static final double ROOM_FOR_LABELS = 1.08;
  private static final double TALL = 0.12;
  private static final int START = 3;
  private static final int TOTAL = 4;

  private final WaterfallChart chart;
  private final ChartLook look;
  private final ChartTexts texts;
  private final Words words;
  private final int rows;
  private final ChartData data;

  NativeWaterfall(WaterfallChart chart, ChartLook look, ChartTexts texts) {
    this.chart = chart;
    this.look = look;
    this.texts = texts;
    this.words = new Words(texts);
    this.rows = chart.steps().size() + 2;
    this.data = new ChartData("Data", columns());
  }

  /** Whether columns can show it: they can't begin below nothing. */
  boolean isDrawable() {
    return IntStream.rangeClosed(0, chart.steps().size())
        .allMatch(count -> chart.after(count) >= 0);
  }

  private List<ChartData.Column> columns() {
    List<String> names = new ArrayList<>();
    names.add(PlainText.brief(chart.from().name(), LONGEST_NAME));
    chart.steps().forEach(step -> names.add("%s (%s)".formatted(step.name(), step.factor())));
    names.add(PlainText.brief(chart.to().name(), LONGEST_NAME));
    return List.of(
        ChartData.Column.texts("", chart.table(texts).header().getFirst(), names),
        changes(),
        column("waterfall.level", row -> level(row)),
        column(
            "waterfall.start",
            row -> isTotal(row)
                ? null
                : formula(
                    "MIN(C%d,C%d)".formatted(line(row) - 1, line(row)),
                    Math.min(after(row - 1), after(row)))),
        column(
            "waterfall.total",
            row -> isTotal(row) ? formula("B%d".formatted(line(row)), after(row)) : null),
        column(
            "waterfall.cheaper",
            row -> isTotal(row)
                ? null
                : formula("MAX(-B%d,0)".formatted(line(row)), Math.max(-amount(row), 0))),
        column(
            "waterfall.dearer",
            row -> isTotal(row)
                ? null
                : formula("MAX(B%d,0)".formatted(line(row)), Math.max(amount(row), 0))));
  }

  private ChartData.Column changes() {
    List<@Nullable Object> cells = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      cells.add(isTotal(row) ? after(row) : amount(row));
      codes.add(code(row, ""));
    }
    String heading = texts.heading(chart.axis().name(), chart.axis().unit());
    return new ChartData.Column(words.get("waterfall.change"), heading, cells, codes);
  }

  private ChartData.Column column(String key, IntFunction<@Nullable Object> of) {
    List<@Nullable Object> cells = new ArrayList<>();
    IntStream.range(0, rows).forEach(row -> cells.add(of.apply(row)));
    return new ChartData.Column(
        words.get(key), texts.heading(words.get(key), chart.axis().unit()), cells, List.of());
  }

  private Object level(int row) {
    return row == 0 || row == rows - 1
        ? formula("B%d".formatted(line(row)), after(row))
        : formula("C%d+B%d".formatted(line(row) - 1, line(row)), after(row));
  }

  private static ChartData.Formula formula(String text, double value) {
    return new ChartData.Formula(text, value);
  }

  private static int line(int row) {
    return row + ChartData.FIRST + 1;
  }

  private boolean isTotal(int row) {
    return row == 0 || row == rows - 1;
  }

  private double amount(int row) {
    return chart.steps().get(row - 1).amount().value();
  }

  /** The level after a row; the last is the end itself. */
  private double after(int row) {
    if (row == rows - 1) {
      return chart.to().figure().value();
    }
    double sum = chart.from().figure().value();
    for (int step = 1; step <= row; step++) {
      sum += amount(step);
    }
    return sum;
  }

  private Datum.Known figure(int row) {
    return row == 0
        ? chart.from().figure()
        : row == rows - 1 ? chart.to().figure() : chart.steps().get(row - 1).amount();
  }

  private String code(int row, String before) {
    Datum.Known known = figure(row);
    String mark = before.isEmpty() ? "" : " " + ChartTexts.mark(known.quality());
    String code = NumberCode.of(known.label(), texts.format().locale(), mark);
    return before.isBlank() ? code : "\"%s\"%s".formatted(before, code);
  }

  NativeChart chart() {
    double most = IntStream.range(0, rows).mapToDouble(this::after).max().orElse(1);
    NiceScale scale = NiceScale.fromZero(0, most * ROOM_FOR_LABELS);
    Axes axes = new Axes(look, texts);
    Xml plot = Xml.all(List.of(
        bars(),
        axes.categories("b", false, 0, rows),
        axes.numbers(
            Axes.VALUES,
            Axes.CATEGORIES,
            "l",
            scale,
            texts.heading(chart.axis()),
            axes.code(chart.axis(), scale),
            "autoZero",
            true,
            true)));
    return new NativeChart(Space.of(look, plot, Legend.of(look, List.of(0, 1))), data);
  }

  private Xml bars() {
    return Xml.element(
        "c:barChart",
        Xml.val("c:barDir", "col"),
        Xml.val("c:grouping", "stacked"),
        Xml.val("c:varyColors", false),
        series(0, ChartLook.shape(ChartLook.noFill(), ChartLook.noLine()), Xml.NOTHING, START),
        series(
            1, ChartLook.shape(ChartLook.fill(look.platform(chart.from().color()))), ends(), TOTAL),
        series(2, step("better"), labels(true), TOTAL + 1),
        series(3, step("worse"), labels(false), TOTAL + 2),
        Xml.val("c:gapWidth", 40),
        Xml.val("c:overlap", 100),
        Xml.val("c:axId", Axes.CATEGORIES),
        Xml.val("c:axId", Axes.VALUES));
  }

  /** Pale, so that letters on it are read, whether or not they fit into it. */
  private Xml step(String token) {
    Xml color = look.token(token);
    return ChartLook.shape(ChartLook.fill(look.pale(color)), ChartLook.line(1.25, color));
  }

  private Xml series(int place, Xml shape, Xml details, int column) {
    Cached cached = new Cached(data);
    return Xml.element(
        "c:ser",
        Xml.val("c:idx", place),
        Xml.val("c:order", place),
        cached.name(column),
        shape,
        Xml.val("c:invertIfNegative", false),
        details,
        cached.texts("c:cat", 0),
        cached.numbers("c:val", column));
  }

  private Xml ends() {
    List<Xml> points = new ArrayList<>();
    List<Xml> labels = new ArrayList<>();
    for (int row : new int[] {0, rows - 1}) {
      int color = row == 0 ? chart.from().color() : chart.to().color();
      points.add(Xml.element(
          "c:dPt",
          Xml.val("c:idx", row),
          Xml.val("c:invertIfNegative", false),
          Xml.val("c:bubble3D", false),
          ChartLook.shape(ChartLook.fill(look.platform(color)))));
      labels.add(
          isTall(row)
              ? Labels.value(look, row, code(row, " "), "inEnd", look.onPlatform(color))
              : Labels.value(look, row, code(row, " "), "inBase"));
    }
    labels.add(Labels.none());
    points.add(Xml.element("c:dLbls", Xml.all(labels)));
    return Xml.all(points);
  }

  private boolean isTall(int row) {
    double most = IntStream.range(0, rows).mapToDouble(this::after).max().orElse(1);
    return after(row) > most * TALL;
  }

  private Xml labels(boolean cheaper) {
    List<Xml> labels = new ArrayList<>();
    for (int row = 1; row < rows - 1; row++) {
      if (amount(row) < 0 == cheaper) {
        labels.add(Labels.value(look, row, code(row, cheaper ? "−" : "+"), "ctr"));
      }
    }
    labels.add(Labels.none());
    return Xml.element("c:dLbls", Xml.all(labels));
  }
}
