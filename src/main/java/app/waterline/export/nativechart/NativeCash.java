package app.waterline.export.nativechart;

import app.waterline.chart.CashFlowChart;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.DataTable;
import app.waterline.chart.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Money year by year as native stacked columns, and what has come together as lines over them. */
final class NativeCash {
  private static final int LONGEST_NAME = 32;
  private static final double CHOSEN = 3;
  private static final double OTHERS = 1.75;

  private final CashFlowChart chart;
  private final ChartLook look;
  private final ChartTexts texts;
  private final ChartData data;

  NativeCash(CashFlowChart chart, ChartLook look, ChartTexts texts) {
    this.chart = chart;
    this.look = look;
    this.texts = texts;
    this.data = new ChartData("Data", columns());
  }

  private List<ChartData.Column> columns() {
    DataTable table = chart.table(texts);
    List<ChartData.Column> columns = new ArrayList<>();
    columns.add(ChartData.Column.texts(
        "", table.header().getFirst(), table.rows().stream().map(List::getFirst).toList()));
    for (int flow = 0; flow < chart.flows().size(); flow++) {
      int place = flow;
      columns.add(money(
          chart.flows().get(flow).name(),
          chart.years().stream().map(year -> year.amounts().get(place)).toList()));
    }
    for (CashFlowChart.Line line : chart.lines()) {
      columns.add(money(
          PlainText.brief(line.name(), LONGEST_NAME),
          line.points().stream().map(CashFlowChart.Point::cumulated).toList()));
    }
    return columns;
  }

  private ChartData.Column money(String name, List<Datum.Known> amounts) {
    List<@Nullable Object> cells = new ArrayList<>();
    amounts.forEach(amount -> cells.add(amount.value()));
    List<String> codes = amounts.stream()
        .map(amount -> NumberCode.of(amount.label(), texts.format().locale(), ""))
        .toList();
    return new ChartData.Column(name, texts.heading(name, chart.axis().unit()), cells, codes);
  }

  NativeChart chart() {
    NiceScale scale = scale();
    Axes axes = new Axes(look, texts);
    List<Xml> plot = new ArrayList<>();
    if (!chart.flows().isEmpty()) {
      plot.add(bars());
    }
    if (!chart.lines().isEmpty()) {
      plot.add(lines());
    }
    plot.add(axes.categories("b", false, 0, 0));
    plot.add(axes.numbers(
        Axes.VALUES,
        Axes.CATEGORIES,
        "l",
        scale,
        texts.heading(chart.axis()),
        axes.code(chart.axis(), scale),
        "autoZero",
        true,
        true));
    return new NativeChart(Space.of(look, Xml.all(plot), Legend.of(look, List.of())), data);
  }

  private NiceScale scale() {
    DoubleStream up = chart.years().stream().mapToDouble(year -> sum(year, 1));
    DoubleStream down = chart.years().stream().mapToDouble(year -> sum(year, -1));
    DoubleStream sums = chart.lines().stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(point -> point.cumulated().value());
    double[] all =
        DoubleStream.concat(DoubleStream.concat(up, down), sums).sorted().toArray();
    return all.length == 0
        ? NiceScale.fromZero(0, 1)
        : NiceScale.fromZero(all[0], all[all.length - 1]);
  }

  /** What is stacked in one direction. */
  private static double sum(CashFlowChart.Year year, int sign) {
    return year.amounts().stream()
        .mapToDouble(Datum.Known::value)
        .filter(value -> Math.signum(value) == sign)
        .sum();
  }

  private Xml bars() {
    List<Xml> series = new ArrayList<>();
    for (int flow = 0; flow < chart.flows().size(); flow++) {
      Xml fill = ChartLook.fill(look.token(chart.flows().get(flow).token()));
      series.add(
          series(flow, ChartLook.shape(fill), Xml.val("c:invertIfNegative", false), Xml.NOTHING));
    }
    return Xml.element(
        "c:barChart",
        Xml.val("c:barDir", "col"),
        Xml.val("c:grouping", "stacked"),
        Xml.val("c:varyColors", false),
        Xml.all(series),
        Xml.val("c:gapWidth", 60),
        Xml.val("c:overlap", 100),
        Xml.val("c:axId", Axes.CATEGORIES),
        Xml.val("c:axId", Axes.VALUES));
  }

  private Xml lines() {
    List<Xml> series = new ArrayList<>();
    for (int line = 0; line < chart.lines().size(); line++) {
      CashFlowChart.Line each = chart.lines().get(line);
      Xml color = look.platform(each.color());
      series.add(series(
          chart.flows().size() + line,
          ChartLook.shape(ChartLook.line(each.chosen() ? CHOSEN : OTHERS, color)),
          Marks.round(each.chosen() ? 7 : 5, color),
          Xml.val("c:smooth", false)));
    }
    return Xml.element(
        "c:lineChart",
        Xml.val("c:grouping", "standard"),
        Xml.val("c:varyColors", false),
        Xml.all(series),
        Xml.val("c:marker", true),
        Xml.val("c:axId", Axes.CATEGORIES),
        Xml.val("c:axId", Axes.VALUES));
  }

  private Xml series(int place, Xml shape, Xml before, Xml after) {
    Cached cached = new Cached(data);
    return Xml.element(
        "c:ser",
        Xml.val("c:idx", place),
        Xml.val("c:order", place),
        cached.name(place + 1),
        shape,
        before,
        cached.texts("c:cat", 0),
        cached.numbers("c:val", place + 1),
        after);
  }
}
