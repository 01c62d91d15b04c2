package app.waterline.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * From one platform's figure to another's, a step for each thing that makes the difference. The steps
 * add up exactly.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was compared
 * @param axis what is measured; always linear, because the steps add up
 * @param from where it begins
 * @param steps in the order in which they are told
 * @param to where it ends
 * @param notes what a reader must know beside it
 */
public record WaterfallChart(
    String title,
    String subtitle,
    Axis axis,
    Total from,
    List<Step> steps,
    Total to,
    List<String> notes)
    implements ChartSpec {
  /**
   * An end of the bridge.
   *
   * @param name the platform
   * @param color its place in the platform palette
   * @param figure its figure
   */
  public record Total(String name, int color, Datum.Known figure) {}

  /**
   * One step.
   *
   * @param name what makes the difference, short enough for an axis
   * @param factor how many times better it makes the platform at the end, as it is read
   * @param better whether it works for the platform at the end
   * @param amount by how much the figure changes, with its sign
   */
  public record Step(String name, String factor, boolean better, Datum.Known amount) {}

  public WaterfallChart {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  /** The figure after the given number of steps; the last is the end itself. */
  public double after(int count) {
    double sum = from.figure().value();
    for (Step step : steps.subList(0, count)) {
      sum += step.amount().value();
    }
    return count == steps.size() ? to.figure().value() : sum;
  }

  @Override
  public String describe(ChartTexts texts) {
    String told = steps.stream()
        .map(step -> "%s %s (%s, %s)"
            .formatted(
                step.name(),
                step.amount().label(),
                step.factor(),
                texts.quality(step.amount().quality())))
        .collect(Collectors.joining("; "));
    List<String> sentences = new ArrayList<>(List.of(title, subtitle));
    sentences.add(texts.get(
        "describe.waterfall",
        from.name(),
        from.figure().label(),
        to.name(),
        to.figure().label(),
        texts.unit(axis.unit()),
        told));
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  @Override
  public DataTable table(ChartTexts texts) {
    List<String> header = List.of(
        texts.get("table.step"),
        texts.heading(axis.name(), axis.unit()),
        texts.get("table.factor"),
        texts.get("table.quality"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(from.name(), from.figure(), "", texts));
    steps.forEach(step -> rows.add(row(step.name(), step.amount(), step.factor(), texts)));
    rows.add(row(to.name(), to.figure(), "", texts));
    return new DataTable(header, rows);
  }

  private List<String> row(String name, Datum.Known known, String factor, ChartTexts texts) {
    return List.of(
        name,
        texts.format().field(known.value(), axis.unit()),
        factor,
        texts.quality(known.quality()));
  }
}
