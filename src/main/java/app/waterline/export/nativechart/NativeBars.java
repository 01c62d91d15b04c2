package app.waterline.export.nativechart;

import app.waterline.chart.BarChart;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.Datum;
import app.waterline.chart.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** One metric over the platforms as native bars, each with its figure and quality mark. */
final class NativeBars {
  private static final int LONGEST_NAME = 48;
  private static final double ROOM_FOR_LABELS = 1.12;
  private static final double LOG_MARGIN = 1.5;

  private final BarChart chart;
  private final ChartLook look;
  private final ChartTexts texts;
  private final Words words;
  private final ChartData data;

  NativeBars(BarChart chart, ChartLook look, ChartTexts texts) {
    this.chart = chart;
    this.look = look;
    this.texts = texts;
    this.words = new Words(texts);
    this.data = new ChartData("Data", List.of(names(), values(), marks()));
  }

  private ChartData.Column names() {
    String heading = chart.table(texts).header().getFirst();
    return ChartData.Column.texts(
        "", heading, chart.bars().stream().map(this::name).toList());
  }

  private String name(BarChart.Bar bar) {
    String name = PlainText.brief(bar.name(), LONGEST_NAME);
    return switch (bar.datum()) {
      case Datum.Known known -> name;
      case Datum.Missing missing -> "%s (%s)".formatted(name, words.get("notAvailable"));
    };
  }

  private ChartData.Column values() {
    List<@Nullable Object> cells = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (BarChart.Bar bar : chart.bars()) {
      cells.add(bar.datum() instanceof Datum.Known known ? known.value() : null);
      codes.add(code(bar.datum(), false));
    }
    String heading = texts.heading(chart.axis().name(), chart.axis().unit());
    return new ChartData.Column(chart.axis().name(), heading, cells, codes);
  }

  private ChartData.Column marks() {
    List<String> marks = chart.bars().stream()
        .map(bar -> switch (bar.datum()) {
          case Datum.Known known -> texts.quality(known.quality());
          case Datum.Missing missing -> texts.missing(missing.reason());
        })
        .toList();
    return ChartData.Column.texts("", chart.table(texts).header().getLast(), marks);
  }

  private String code(Datum datum, boolean marked) {
    return switch (datum) {
      case Datum.Known known ->
        NumberCode.of(
            known.label(),
            texts.format().locale(),
            marked ? " " + ChartTexts.mark(known.quality()) : "");
      case Datum.Missing missing -> "General";
    };
  }

  NativeChart chart() {
    boolean across = chart.orientation() == BarChart.Orientation.HORIZONTAL;
    NiceScale scale = scale();
    Axes axes = new Axes(look, texts);
    double start = scale.isLogarithmic() ? scale.low() : 0;
    Xml plot = Xml.all(List.of(
        bars(across),
        axes.categories(across ? "l" : "b", across, start, chart.bars().size()),
        axes.numbers(
            Axes.VALUES,
            Axes.CATEGORIES,
            across ? "b" : "l",
            scale,
            texts.heading(chart.axis()),
            axes.code(chart.axis(), scale),
            across ? "max" : "autoZero",
            true,
            true)));
    return new NativeChart(Space.of(look, plot, Xml.NOTHING), data);
  }

  private NiceScale scale() {
    double[] values = chart.bars().stream()
        .flatMapToDouble(bar -> bar.datum() instanceof Datum.Known known
            ? DoubleStream.of(known.value())
            : DoubleStream.empty())
        .sorted()
        .toArray();
    if (values.length == 0) {
      return NiceScale.fromZero(0, 1);
    }
    double low = values[0];
    double high = values[values.length - 1];
    return chart.axis().scale() == Scale.LOG
        ? NiceScale.logarithmic(low / LOG_MARGIN, high * LOG_MARGIN)
        : NiceScale.fromZero(low * ROOM_FOR_LABELS, high * ROOM_FOR_LABELS);
  }

  private Xml bars(boolean across) {
    Cached cached = new Cached(data);
    return Xml.element(
        "c:barChart",
        Xml.val("c:barDir", across ? "bar" : "col"),
        Xml.val("c:grouping", "clustered"),
        Xml.val("c:varyColors", false),
        Xml.element(
            "c:ser",
            Xml.val("c:idx", 0),
            Xml.val("c:order", 0),
            cached.name(1),
            Xml.val("c:invertIfNegative", false),
            points(),
            labels(),
            cached.texts("c:cat", 0),
            cached.numbers("c:val", 1)),
        Xml.val("c:gapWidth", chart.bars().size() > 6 ? 40 : 70),
        Xml.val("c:axId", Axes.CATEGORIES),
        Xml.val("c:axId", Axes.VALUES));
  }

  private Xml points() {
    List<Xml> points = new ArrayList<>();
    for (int place = 0; place < chart.bars().size(); place++) {
      points.add(Xml.element(
          "c:dPt",
          Xml.val("c:idx", place),
          Xml.val("c:invertIfNegative", false),
          Xml.val("c:bubble3D", false),
          ChartLook.shape(ChartLook.fill(look.platform(chart.bars().get(place).color())))));
    }
    return Xml.all(points);
  }

  private Xml labels() {
    List<Xml> labels = new ArrayList<>();
    for (int place = 0; place < chart.bars().size(); place++) {
      Datum datum = chart.bars().get(place).datum();
      if (datum instanceof Datum.Known) {
        labels.add(Labels.value(look, place, code(datum, true), "outEnd"));
      }
    }
    labels.add(Labels.none());
    return Xml.element("c:dLbls", Xml.all(labels));
  }
}
