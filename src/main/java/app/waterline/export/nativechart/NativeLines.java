package app.waterline.export.nativechart;

import app.waterline.chart.Axis;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.Datum;
import app.waterline.chart.LineChart;
import app.waterline.chart.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines and points over two axes as a native scatter chart, with the target and what is read there. */
final class NativeLines {
  private static final int LONGEST_NAME = 32;
  private static final double DAY = 86_400_000;
  /** The day 0 of spreadsheets, 1899-12-30, before that of Java. */
  private static final double EPOCH = 25_569;

  private static final double LEFT = 0.085;
  private static final double LEGEND = 0.06;
  private static final int LETTERS_IN_LEGEND = 90;
  private static final int KEY = 8;
  private static final double WIDTH = 0.895;
  private static final double BOTTOM = 0.82;
  /** The height of a label, as a share of the chart. */
  private static final double LABEL = 0.055;

  private static final int MOST_LETTERS = 150;

  private final LineChart chart;
  private final ChartLook look;
  private final ChartTexts texts;
  private final NiceScale across;
  private final NiceScale up;
  private final List<Drawn> series = new ArrayList<>();
  private final List<ChartData.Column> columns = new ArrayList<>();

  /**
   * A series with its place in the workbook.
   *
   * @param column of its x values; the y values stand in the next one
   * @param named whether the legend names it
   */
  private record Drawn(int column, Xml shape, Xml marker, Xml labels, boolean named) {}

  NativeLines(LineChart chart, ChartLook look, ChartTexts texts) {
    this.chart = chart;
    this.look = look;
    this.texts = texts;
    this.across = scale(chart.x(), each -> x(each.x()), target());
    this.up = scale(chart.y(), LineChart.Point::y, readings());
    chart.series().stream()
        .sorted((one, other) -> Integer.compare(rank(one.role()), rank(other.role())))
        .forEach(this::add);
    addTarget();
  }

  /** Points lie under thin lines, thin lines under bold ones. */
  private static int rank(LineChart.Role role) {
    return switch (role) {
      case POINTS -> 0;
      case CANDIDATE -> 1;
      case ENVELOPE -> 2;
    };
  }

  private double[] target() {
    LineChart.Target line = chart.target();
    return line == null ? new double[0] : new double[] {line.at()};
  }

  private double[] readings() {
    LineChart.Target line = chart.target();
    return line == null
        ? new double[0]
        : line.readings().stream()
            .flatMap(each -> each.datum() instanceof Datum.Known known
                ? Stream.of(known.value())
                : Stream.empty())
            .mapToDouble(Double::doubleValue)
            .toArray();
  }

  private NiceScale scale(Axis axis, ToDoubleFunction<LineChart.Point> of, double[] more) {
    double[] values = DoubleStream.concat(
            chart.series().stream().flatMap(each -> each.points().stream()).mapToDouble(of),
            Arrays.stream(more))
        .sorted()
        .toArray();
    if (values.length == 0) {
      return axis.scale() == Scale.LOG ? NiceScale.logarithmic(1, 10) : NiceScale.fromZero(0, 1);
    }
    double low = values[0];
    double high = values[values.length - 1];
    return switch (axis.scale()) {
      case LOG -> NiceScale.logarithmic(low, high);
      case LINEAR -> NiceScale.fromZero(low, high);
      case DATE -> NiceScale.months(low, high);
    };
  }

  private double x(double value) {
    return chart.x().scale() == Scale.DATE ? value / DAY + EPOCH : value;
  }

  private void add(LineChart.Series each) {
    if (each.points().isEmpty()) {
      return;
    }
    boolean bold = each.role() == LineChart.Role.ENVELOPE;
    String platform = PlainText.brief(each.platform(), LONGEST_NAME);
    String name = bold ? platform : platform + " · " + PlainText.brief(each.name(), 60);
    List<@Nullable Object> xs = new ArrayList<>();
    List<@Nullable Object> ys = new ArrayList<>();
    List<String> runs = new ArrayList<>();
    each.points().forEach(point -> {
      xs.add(x(point.x()));
      ys.add(point.y());
      runs.add(point.label());
    });
    series.add(new Drawn(columns.size(), line(each), marker(each), Xml.NOTHING, bold));
    addColumns(name, xs, ys, runs);
  }

  private void addColumns(
      String name, List<@Nullable Object> xs, List<@Nullable Object> ys, List<String> runs) {
    boolean dates = chart.x().scale() == Scale.DATE;
    String across =
        dates ? chart.x().name() : texts.heading(chart.x().name(), chart.x().unit());
    String up = texts.heading(chart.y().name(), chart.y().unit());
    columns.add(
        new ChartData.Column("", across, xs, dates ? List.of("yyyy\\-mm\\-dd") : List.of()));
    columns.add(new ChartData.Column(name, up, ys, List.of()));
    columns.add(ChartData.Column.texts("", chart.table(texts).header().get(1), runs));
  }

  private Xml line(LineChart.Series each) {
    Xml color = look.platform(each.color());
    return ChartLook.shape(
        switch (each.role()) {
          case ENVELOPE -> ChartLook.line(3, color);
          case CANDIDATE -> ChartLook.line(1, look.pale(color));
          case POINTS -> ChartLook.noLine();
        });
  }

  private Xml marker(LineChart.Series each) {
    if (each.role() != LineChart.Role.POINTS) {
      return Marks.NONE;
    }
    return Marks.of(symbol(each.marker()), 5, look.pale(look.platform(each.color())));
  }

  private static String symbol(LineChart.Marker marker) {
    return switch (marker) {
      case CIRCLE -> "circle";
      case TRIANGLE -> "triangle";
      case SQUARE -> "square";
      case DIAMOND -> "diamond";
    };
  }

  private void addTarget() {
    LineChart.Target line = chart.target();
    if (line == null) {
      return;
    }
    List<@Nullable Object> ends = new ArrayList<>(List.of(up.low(), up.high()));
    List<@Nullable Object> at = new ArrayList<>(List.of(line.at(), line.at()));
    series.add(new Drawn(
        columns.size(),
        ChartLook.shape(ChartLook.dashed(1.5, look.muted())),
        Marks.NONE,
        Xml.element("c:dLbls", Labels.name(look, 1, "r"), Labels.none()),
        false));
    addColumns(line.label(), at, ends, List.of("", ""));
    double top = top();
    for (LineChart.Reading reading : line.readings().stream()
        .filter(each -> each.datum() instanceof Datum.Known)
        .sorted(Comparator.comparingDouble(NativeLines::value).reversed())
        .toList()) {
      double natural = top() + (BOTTOM - top()) * (1 - up.share(value(reading)));
      double placed = Math.max(natural, top);
      addReading(line.at(), reading, placed - natural);
      top = placed + LABEL;
    }
  }

  private static double value(LineChart.Reading reading) {
    return reading.datum() instanceof Datum.Known known ? known.value() : 0;
  }

  private void addReading(double at, LineChart.Reading reading, double down) {
    if (reading.datum() instanceof Datum.Known known) {
      String mark = " " + ChartTexts.mark(known.quality());
      String code = NumberCode.of(known.label(), texts.format().locale(), mark);
      series.add(new Drawn(
          columns.size(),
          ChartLook.shape(ChartLook.noLine()),
          Marks.round(9, look.platform(reading.color())),
          Xml.element("c:dLbls", Labels.reading(look, 0, code, down), Labels.none()),
          false));
      List<@Nullable Object> value = new ArrayList<>(List.of(known.value()));
      addColumns(
          PlainText.brief(reading.platform(), LONGEST_NAME),
          new ArrayList<>(List.of(at)),
          value,
          List.of(texts.quality(known.quality())));
    }
  }

  NativeChart chart() {
    Axes axes = new Axes(look, texts);
    ChartData data = new ChartData("Data", columns);
    Xml plot = Xml.all(List.of(
        Xml.element(
            "c:scatterChart",
            Xml.val("c:scatterStyle", "lineMarker"),
            Xml.val("c:varyColors", false),
            all(new Cached(data)),
            Xml.val("c:axId", Axes.CATEGORIES),
            Xml.val("c:axId", Axes.VALUES)),
        numbers(axes, Axes.CATEGORIES, Axes.VALUES, "b", chart.x(), across, false),
        numbers(axes, Axes.VALUES, Axes.CATEGORIES, "l", chart.y(), up, true)));
    return new NativeChart(
        Space.of(look, layout(), plot, isNamed() ? Xml.NOTHING : legend()), data);
  }

  /** Below as many rows of the legend as the names of the bold lines take. */
  private double top() {
    int letters = chart.series().stream()
        .filter(each -> each.role() == LineChart.Role.ENVELOPE)
        .mapToInt(each -> Math.min(LONGEST_NAME, each.platform().length()) + KEY)
        .sum();
    return LEGEND * (1 + Math.clamp(Math.ceilDiv(letters, LETTERS_IN_LEGEND), 1, 4));
  }

  /** A place that is known, so that labels can be moved apart in it. */
  private Xml layout() {
    return Xml.element(
        "c:layout",
        Xml.element(
            "c:manualLayout",
            Xml.val("c:layoutTarget", "inner"),
            Xml.val("c:xMode", "edge"),
            Xml.val("c:yMode", "edge"),
            Xml.val("c:x", LEFT),
            Xml.val("c:y", top()),
            Xml.val("c:w", WIDTH),
            Xml.val("c:h", BOTTOM - top())));
  }

  private Xml numbers(
      Axes axes, int id, int other, String side, Axis axis, NiceScale scale, boolean lines) {
    String title = axis.scale() == Scale.DATE ? axis.name() : texts.heading(axis);
    return axes.numbers(id, other, side, scale, title, axes.code(axis, scale), "min", false, lines);
  }

  private Xml all(Cached cached) {
    List<Xml> all = new ArrayList<>();
    for (int place = 0; place < series.size(); place++) {
      Drawn each = series.get(place);
      all.add(Xml.element(
          "c:ser",
          Xml.val("c:idx", place),
          Xml.val("c:order", place),
          cached.name(each.column() + 1),
          each.shape(),
          each.marker(),
          each.labels(),
          cached.numbers("c:xVal", each.column()),
          cached.numbers("c:yVal", each.column() + 1),
          Xml.val("c:smooth", false)));
    }
    return Xml.all(all);
  }

  /** Whether there are so many lines that the readings at the target must name them alone. */
  private boolean isNamed() {
    int letters = columns.stream()
        .filter(column -> !column.name().isEmpty() && !column.name().contains(" · "))
        .mapToInt(column -> column.name().length())
        .sum();
    return chart.target() != null && letters > MOST_LETTERS;
  }

  /** The bold lines by their platform; the others are explained by them. */
  private Xml legend() {
    List<Integer> hidden = IntStream.range(0, series.size())
        .filter(place -> !series.get(place).named())
        .boxed()
        .toList();
    return Legend.of(look, hidden);
  }
}
