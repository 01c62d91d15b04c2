package app.waterline.export.nativechart;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.Datum;
import app.waterline.chart.StackChart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Costs term on term as native stacked bars; the total stands at the end of each. */
final class NativeStack {
  private static final int LONGEST_NAME = 48;
  private static final double ROOM_FOR_LABELS = 1.15;
  /** Programs count the entries of a legend from different ends, so that none can be taken out by its place. */
  private static final String NO_NAME = " ";

  private final StackChart chart;
  private final ChartLook look;
  private final ChartTexts texts;
  private final Words words;
  private final ChartData data;

  NativeStack(StackChart chart, ChartLook look, ChartTexts texts) {
    this.chart = chart;
    this.look = look;
    this.texts = texts;
    this.words = new Words(texts);
    this.data = new ChartData("Data", columns());
  }

  private List<ChartData.Column> columns() {
    List<String> header = chart.table(texts).header();
    List<ChartData.Column> columns = new ArrayList<>();
    columns.add(ChartData.Column.texts(
        "", header.get(1), chart.bars().stream().map(this::name).toList()));
    for (int term = 0; term < chart.terms().size(); term++) {
      columns.add(term(term));
    }
    columns.add(totals());
    return columns;
  }

  private String name(StackChart.Bar bar) {
    String whole =
        bar.name().equals(bar.machine()) ? bar.name() : bar.machine() + ", " + bar.name();
    String name = PlainText.brief(whole, LONGEST_NAME);
    return switch (bar.total()) {
      case Datum.Known known -> "%s · %s".formatted(name, bar.way());
      case Datum.Missing missing -> "%s (%s)".formatted(name, words.get("notAvailable"));
    };
  }

  private ChartData.Column term(int term) {
    List<@Nullable Object> cells = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (StackChart.Bar bar : chart.bars()) {
      cells.add(bar.part(term).map(Datum.Known::value).orElse(null));
      codes.add(bar.part(term).map(known -> code(known, false)).orElse("General"));
    }
    String name = chart.terms().get(term).name();
    return new ChartData.Column(name, texts.heading(name, chart.axis().unit()), cells, codes);
  }

  private ChartData.Column totals() {
    List<@Nullable Object> cells = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (StackChart.Bar bar : chart.bars()) {
      cells.add(bar.total() instanceof Datum.Known known ? known.value() : null);
      codes.add(bar.total() instanceof Datum.Known known ? code(known, false) : "General");
    }
    return new ChartData.Column(
        NO_NAME, texts.heading(chart.axis().name(), chart.axis().unit()), cells, codes);
  }

  private String code(Datum.Known known, boolean marked) {
    String mark = marked ? " " + ChartTexts.mark(known.quality()) : "";
    return NumberCode.of(known.label(), texts.format().locale(), mark);
  }

  NativeChart chart() {
    double most = chart.bars().stream()
        .mapToDouble(bar -> bar.total() instanceof Datum.Known known ? known.value() : 0)
        .max()
        .orElse(1);
    NiceScale scale = NiceScale.fromZero(0, most * ROOM_FOR_LABELS);
    Axes axes = new Axes(look, texts);
    Xml plot = Xml.all(List.of(
        bars(),
        axes.categories("l", true, 0, chart.bars().size()),
        axes.numbers(
            Axes.VALUES,
            Axes.CATEGORIES,
            "b",
            scale,
            texts.heading(chart.axis()),
            axes.code(chart.axis(), scale),
            "max",
            true,
            true)));
    return new NativeChart(Space.of(look, plot, Legend.of(look, List.of())), data);
  }

  private Xml bars() {
    List<Xml> series = new ArrayList<>();
    for (int term = 0; term < chart.terms().size(); term++) {
      Xml fill = ChartLook.fill(look.token(chart.terms().get(term).token()));
      series.add(series(term, ChartLook.shape(fill, edge()), Xml.NOTHING));
    }
    series.add(series(
        chart.terms().size(),
        ChartLook.shape(ChartLook.noFill(), ChartLook.noLine()),
        totalLabels()));
    return Xml.element(
        "c:barChart",
        Xml.val("c:barDir", "bar"),
        Xml.val("c:grouping", "stacked"),
        Xml.val("c:varyColors", false),
        Xml.all(series),
        Xml.val("c:gapWidth", 60),
        Xml.val("c:overlap", 100),
        Xml.val("c:axId", Axes.CATEGORIES),
        Xml.val("c:axId", Axes.VALUES));
  }

  /** Neighbours in a stack are told apart by a line in the colour of the ground. */
  private static Xml edge() {
    return ChartLook.line(0.75, Xml.val("a:schemeClr", "bg1"));
  }

  private Xml series(int place, Xml shape, Xml labels) {
    Cached cached = new Cached(data);
    return Xml.element(
        "c:ser",
        Xml.val("c:idx", place),
        Xml.val("c:order", place),
        cached.name(place + 1),
        shape,
        Xml.val("c:invertIfNegative", false),
        labels,
        cached.texts("c:cat", 0),
        cached.numbers("c:val", place + 1));
  }

  /** The totals are a bar that nobody sees, stacked on the others, whose label stands at its inner end. */
  private Xml totalLabels() {
    List<Xml> labels = new ArrayList<>();
    for (int place = 0; place < chart.bars().size(); place++) {
      if (chart.bars().get(place).total() instanceof Datum.Known known) {
        labels.add(Labels.value(look, place, code(known, true), "inBase"));
      }
    }
    labels.add(Labels.none());
    return Xml.element("c:dLbls", Xml.all(labels));
  }
}
