package app.waterline.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
   * @param name the platform
   * @param color its place in the platform palette
   * @param baseline whether the others are compared with it
   * @param datum its value, or why there is none
   */
  public record Bar(String name, int color, boolean baseline, Datum datum) {}

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
        "%s %s, %s".formatted(bar.name(), known.label(), texts.quality(known.quality()));
      case Datum.Missing missing -> "%s %s".formatted(bar.name(), texts.missing(missing.reason()));
    };
  }

  @Override
  public DataTable table(ChartTexts texts) {
    List<String> header = List.of(
        texts.get("table.platform"),
        texts.heading(axis.name(), axis.unit()),
        texts.get("table.quality"));
    return new DataTable(header, bars.stream().map(bar -> row(bar, texts)).toList());
  }

  private List<String> row(Bar bar, ChartTexts texts) {
    return switch (bar.datum()) {
      case Datum.Known known ->
        List.of(
            bar.name(),
            texts.format().field(known.value(), axis.unit()),
            texts.quality(known.quality()));
      case Datum.Missing missing -> List.of(bar.name(), texts.missing(missing.reason()), "");
    };
  }
}
