package app.waterline.export.nativechart;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.Datum;
import app.waterline.chart.Scale;
import app.waterline.chart.TornadoChart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far each input moves a figure, as native bars that grow from the figure with nothing moved: the axis of
 * names crosses there, so that the workbook holds the figures themselves.
 */
final class NativeTornado {
  private static final int LONGEST_NAME = 56;
  private static final double ROOM_FOR_LABELS = 0.3;

  private final TornadoChart chart;
  private final ChartLook look;
  private final ChartTexts texts;
  private final Words words;
  private final ChartData data;

  NativeTornado(TornadoChart chart, ChartLook look, ChartTexts texts) {
    this.chart = chart;
    this.look = look;
    this.texts = texts;
    this.words = new Words(texts);
    this.data = new ChartData("Data", columns());
  }

  private List<ChartData.Column> columns() {
    List<String> header = chart.table(texts).header();
    return List.of(
        ChartData.Column.texts(
            "", header.getFirst(), chart.bars().stream().map(this::name).toList()),
        values("tornado.low", header.get(4), TornadoChart.Bar::low),
        values("tornado.high", header.get(5), TornadoChart.Bar::high));
  }

  private String name(TornadoChart.Bar bar) {
    return words.get(
        "tornado.range",
        PlainText.brief(bar.fullName(), LONGEST_NAME),
        bar.low().label(),
        bar.high().label());
  }

  private ChartData.Column values(
      String name, String heading, Function<TornadoChart.Bar, TornadoChart.End> end) {
    List<@Nullable Object> cells = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (TornadoChart.Bar bar : chart.bars()) {
      Datum datum = end.apply(bar).outcome();
      cells.add(datum instanceof Datum.Known known ? known.value() : null);
      codes.add(code(datum));
    }
    return new ChartData.Column(words.get(name), heading, cells, codes);
  }

  private String code(Datum datum) {
    return datum instanceof Datum.Known known
        ? NumberCode.of(known.label(), texts.format().locale(), "")
        : "General";
  }

  NativeChart chart() {
    NiceScale scale = scale();
    Axes axes = new Axes(look, texts);
    double base = chart.base() instanceof Datum.Known known ? known.value() : scale.low();
    Xml plot = Xml.all(List.of(
        bars(),
        axes.categories("l", true, base, chart.bars().size()),
        axes.numbers(
            Axes.VALUES,
            Axes.CATEGORIES,
            "b",
            scale,
            texts.heading(chart.outcome()),
            axes.code(chart.outcome(), scale),
            "max",
            true,
            true)));
    return new NativeChart(Space.of(look, plot, Legend.of(look, List.of())), data);
  }

  private NiceScale scale() {
    double[] values = Stream.concat(
            Stream.of(chart.base()),
            chart.bars().stream()
                .flatMap(bar -> Stream.of(bar.low().outcome(), bar.high().outcome())))
        .filter(Datum.Known.class::isInstance)
        .mapToDouble(datum -> ((Datum.Known) datum).value())
        .sorted()
        .toArray();
    if (values.length == 0) {
      return NiceScale.fromZero(0, 1);
    }
    double low = values[0];
    double high = values[values.length - 1];
    if (chart.outcome().scale() == Scale.LOG) {
      return NiceScale.logarithmic(low, high);
    }
    double room = (high - low) * ROOM_FOR_LABELS;
    return NiceScale.around(low - room, high + room);
  }

  private Xml bars() {
    return Xml.element(
        "c:barChart",
        Xml.val("c:barDir", "bar"),
        Xml.val("c:grouping", "clustered"),
        Xml.val("c:varyColors", false),
        series(0, TornadoChart.Bar::low),
        series(1, TornadoChart.Bar::high),
        Xml.val("c:gapWidth", 45),
        Xml.val("c:overlap", 100),
        Xml.val("c:axId", Axes.CATEGORIES),
        Xml.val("c:axId", Axes.VALUES));
  }

  private Xml series(int place, Function<TornadoChart.Bar, TornadoChart.End> end) {
    Cached cached = new Cached(data);
    List<Xml> points = new ArrayList<>();
    List<Xml> labels = new ArrayList<>();
    for (int row = 0; row < chart.bars().size(); row++) {
      TornadoChart.Bar bar = chart.bars().get(row);
      points.add(Xml.element(
          "c:dPt",
          Xml.val("c:idx", row),
          Xml.val("c:invertIfNegative", false),
          Xml.val("c:bubble3D", false),
          shape(place, color(bar))));
      Datum outcome = end.apply(bar).outcome();
      if (outcome instanceof Datum.Known) {
        labels.add(Labels.value(look, row, code(outcome), "outEnd"));
      }
    }
    labels.add(Labels.none());
    return Xml.element(
        "c:ser",
        Xml.val("c:idx", place),
        Xml.val("c:order", place),
        cached.name(place + 1),
        shape(place, look.muted()),
        Xml.val("c:invertIfNegative", false),
        Xml.all(points),
        Xml.element("c:dLbls", Xml.all(labels)),
        cached.texts("c:cat", 0),
        cached.numbers("c:val", place + 1));
  }

  private Xml color(TornadoChart.Bar bar) {
    Integer color = bar.color();
    return color == null ? look.muted() : look.platform(color);
  }

  /** Pale with the input low, full with it high. */
  private Xml shape(int place, Xml color) {
    return ChartLook.shape(
        ChartLook.fill(place == 0 ? look.pale(color) : color), ChartLook.line(0.75, color));
  }
}
