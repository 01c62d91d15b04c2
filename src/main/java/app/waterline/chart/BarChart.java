package app.waterline.chart;

import app.waterline.engine.why.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * One metric over the platforms, a bar each.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was compared
 * @param axis what the bars measure
 * @param orientation which way they grow
 * @param bars from the first to the last
 * @param notes what a reader must know beside it
 */
public record BarChart(
    String title,
    String subtitle,
    Axis axis,
    Orientation orientation,
    List<Bar> bars,
    List<String> notes)
    implements ChartSpec {
  /** Which way bars grow. */
  public enum Orientation {
    /** To the right: room for long names and many bars. */
    HORIZONTAL,
    /** Upwards. */
    VERTICAL
  }

  /**
   * One bar.
   *
   * @param platform the id of whose it is
   * @param name the platform
   * @param color its place in the platform palette
   * @param baseline whether the others are compared with it
   * @param datum its value, or why there is none
   */
  public record Bar(String platform, String name, int color, boolean baseline, Datum datum) {}

  public BarChart {
    bars = List.copyOf(bars);
    notes = List.copyOf(notes);
  }

  @Override
  public String describe(ChartTexts texts) {
    String values =
        bars.stream().map(bar -> describe(bar, texts)).collect(Collectors.joining("; "));
    List<String> sentences = new ArrayList<>();
    sentences.add(title);
    sentences.add(texts.get("describe.bars", axis.name(), texts.unit(axis.unit()), values));
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  private String describe(Bar bar, ChartTexts texts) {
    return switch (bar.datum()) {
      case Datum.Known known ->
        "%s %s, %s"
            .formatted(
                bar.name(), known.label(), texts.quality(known.quality()) + inWords(known, texts));
      case Datum.Missing missing -> "%s %s".formatted(bar.name(), texts.missing(missing.reason()));
    };
  }

  private String inWords(Datum.Known known, ChartTexts texts) {
    Band band = known.band();
    return band == null ? "" : ", " + texts.band(band, axis.unit());
  }

  private boolean hasBands() {
    return bars.stream()
        .anyMatch(bar -> bar.datum() instanceof Datum.Known known && known.band() != null);
  }

  @Override
  public DataTable table(ChartTexts texts) {
    List<String> header = new ArrayList<>(List.of(
        texts.get("table.platform"),
        texts.heading(axis.name(), axis.unit()),
        texts.get("table.quality")));
    if (hasBands()) {
      header.addAll(List.of("P5", "P50", "P95"));
    }
    return new DataTable(header, bars.stream().map(bar -> row(bar, texts)).toList());
  }

  private List<String> row(Bar bar, ChartTexts texts) {
    List<String> cells = new ArrayList<>(List.of(bar.name()));
    switch (bar.datum()) {
      case Datum.Known known ->
        cells.addAll(List.of(
            texts.format().field(known.value(), axis.unit()), texts.quality(known.quality())));
      case Datum.Missing missing -> cells.addAll(List.of(texts.missing(missing.reason()), ""));
    }
    if (hasBands()) {
      cells.addAll(percentiles(bar.datum(), texts));
    }
    return cells;
  }

  private List<String> percentiles(Datum datum, ChartTexts texts) {
    Band band = datum instanceof Datum.Known known ? known.band() : null;
    return band == null
        ? List.of("", "", "")
        : DoubleStream.of(band.p5(), band.p50(), band.p95())
            .mapToObj(value -> texts.format().field(value, axis.unit()))
            .toList();
  }
}
