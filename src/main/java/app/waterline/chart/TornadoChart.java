package app.waterline.chart;

import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far each input alone moves a figure, the furthest on top.
 *
 * @param title a sentence that states the finding
 * @param subtitle what is moved, by how much, and whose figure it is
 * @param outcome what the bars measure
 * @param base the figure with nothing moved; the bars grow from it
 * @param bars the furthest first
 * @param notes what a reader must know beside it
 */
public record TornadoChart(
    String title, String subtitle, Axis outcome, Datum base, List<Bar> bars, List<String> notes)
    implements ChartSpec {
  /**
   * One input.
   *
   * @param id the place of the input in the workspace file, see {@link
   *     app.waterline.engine.why.Lever#id}
   * @param name what it is
   * @param owner the platform that it belongs to; empty for one of the scenario
   * @param color the owner's place in the platform palette; null for one of the scenario
   * @param unit what its values are counted in
   * @param low its low value and what the figure is there
   * @param high its high value and what the figure is there
   * @param clamped whether an end stopped at the edge of what the input may be
   */
  public record Bar(
      String id,
      String name,
      String owner,
      @Nullable Integer color,
      Unit unit,
      End low,
      End high,
      boolean clamped) {
    /** The input with whose it is, for where it stands alone. */
    public String fullName() {
      return owner.isEmpty() ? name : owner + ": " + name;
    }
  }

  /**
   * One end of a bar.
   *
   * @param input the value of the input
   * @param label the same as it is read, with its unit
   * @param outcome the figure there, or why there is none
   */
  public record End(double input, String label, Datum outcome) {}

  public TornadoChart {
    bars = List.copyOf(bars);
    notes = List.copyOf(notes);
  }

  @Override
  public String describe(ChartTexts texts) {
    String moves = bars.stream()
        .map(bar -> texts.get(
            "describe.tornado.bar",
            bar.fullName(),
            bar.low().label(),
            bar.high().label(),
            texts.read(bar.low().outcome()),
            texts.read(bar.high().outcome())))
        .collect(Collectors.joining("; "));
    List<String> sentences = new ArrayList<>(List.of(title, subtitle));
    sentences.add(
        texts.get("describe.tornado", texts.heading(outcome.name(), outcome.unit()), moves));
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  @Override
  public DataTable table(ChartTexts texts) {
    String figure = texts.heading(outcome.name(), outcome.unit());
    List<String> header = List.of(
        texts.get("table.input"),
        texts.get("table.platform"),
        texts.get("table.low"),
        texts.get("table.high"),
        texts.get("table.atLow", figure),
        texts.get("table.atHigh", figure));
    return new DataTable(header, bars.stream().map(bar -> row(bar, texts)).toList());
  }

  private List<String> row(Bar bar, ChartTexts texts) {
    return List.of(
        bar.name(),
        bar.owner(),
        bar.low().label(),
        bar.high().label(),
        texts.field(bar.low().outcome(), outcome.unit()),
        texts.field(bar.high().outcome(), outcome.unit()));
  }
}
