package app.waterline.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How sure a figure is: how often it falls where, platform by platform.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was drawn, and how often
 * @param axis what is measured
 * @param shape which curve is shown
 * @param series one for each platform that has a figure
 * @param influences the uncertain inputs, the one most worth pinning down first
 * @param notes what a reader must know beside it
 */
public record DistributionChart(
    String title,
    String subtitle,
    Axis axis,
    Shape shape,
    List<Series> series,
    List<Influence> influences,
    List<String> notes)
    implements ChartSpec {
  private static final int SMOOTHING = 2;

  /** Which curve is shown; the data hold both. */
  public enum Shape {
    /** How often a figure falls into each bin. */
    HISTOGRAM,
    /** How often it stays below. */
    CUMULATIVE
  }

  /**
   * One platform.
   *
   * @param name the platform
   * @param color its place in the platform palette
   * @param low lower end of the first bin
   * @param high upper end of the last bin; all bins are equally wide
   * @param shares share of the draws in each bin
   * @param cumulated share of the draws up to the upper end of each bin
   * @param p5 one draw in twenty is below
   * @param p50 the median
   * @param p95 one draw in twenty is above
   */
  public record Series(
      String name,
      int color,
      double low,
      double high,
      List<Double> shares,
      List<Double> cumulated,
      Datum.Known p5,
      Datum.Known p50,
      Datum.Known p95) {
    public Series {
      shares = List.copyOf(shares);
      cumulated = List.copyOf(cumulated);
    }

    /**
     * The form of the histogram: each bin as the weighted mean of its neighbours. The outermost bins hold
     * what lies beyond too, which is no part of the form.
     */
    public List<Double> form() {
      return IntStream.range(0, shares.size()).mapToObj(this::smooth).toList();
    }

    private double smooth(int bin) {
      double sum = 0;
      double weights = 0;
      for (int away = -SMOOTHING; away <= SMOOTHING; away++) {
        int place = bin + away;
        if (place >= 0 && place < shares.size()) {
          double weight = SMOOTHING + 1 - Math.abs(away);
          sum += weight * within(place);
          weights += weight;
        }
      }
      return sum / weights;
    }

    private double within(int bin) {
      int last = shares.size() - 1;
      boolean outermost = last > 1 && (bin == 0 || bin == last);
      return outermost
          ? Math.min(shares.get(bin), shares.get(Math.clamp(bin, 1, last - 1)))
          : shares.get(bin);
    }

    /** The value at the upper end of a bin. */
    public double end(int bin) {
      return low + (high - low) * (bin + 1) / shares.size();
    }
  }

  /**
   * An uncertain input.
   *
   * @param name the input with whose it is
   * @param outcome what it makes uncertain: a platform, for its cost, or two for their ratio
   * @param first share of the variance that would go if it alone were known
   * @param total share that would stay if all but it were known
   */
  public record Influence(String name, String outcome, double first, double total) {}

  public DistributionChart {
    series = List.copyOf(series);
    influences = List.copyOf(influences);
    notes = List.copyOf(notes);
  }

  @Override
  public String describe(ChartTexts texts) {
    List<String> sentences = new ArrayList<>(List.of(title, subtitle));
    sentences.add(series.stream()
        .map(each -> texts.get(
            "describe.distribution",
            each.name(),
            each.p5().label(),
            each.p50().label(),
            each.p95().label(),
            texts.unit(axis.unit())))
        .collect(Collectors.joining("; ")));
    influences.forEach(each -> sentences.add(sentence(each, texts)));
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  private static String sentence(Influence each, ChartTexts texts) {
    return texts.get(
        "describe.influence",
        each.name(),
        each.outcome(),
        texts.percent(each.first()),
        texts.percent(each.total()));
  }

  @Override
  public DataTable table(ChartTexts texts) {
    List<String> header = List.of(
        texts.get("table.platform"),
        texts.get("table.binEnd", texts.heading(axis.name(), axis.unit())),
        texts.get("table.share"),
        texts.get("table.cumulated"));
    List<List<String>> rows = new ArrayList<>();
    for (Series each : series) {
      for (int bin = 0; bin < each.shares().size(); bin++) {
        rows.add(List.of(
            each.name(),
            texts.format().field(each.end(bin), axis.unit()),
            texts.percent(each.shares().get(bin)),
            texts.percent(each.cumulated().get(bin))));
      }
    }
    return new DataTable(header, rows);
  }
}
