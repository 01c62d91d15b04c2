package app.waterline.chart;

import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From megawatts to systems, GPUs, tokens and money: a lane for each platform, a step for each stage.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was planned
 * @param stages the names of the steps, in their order
 * @param lanes one for each platform, with as many steps as there are stages
 * @param notes what a reader must know beside it
 */
public record FlowChart(
    String title, String subtitle, List<String> stages, List<Lane> lanes, List<String> notes)
    implements ChartSpec {
  /**
   * One platform's way from power to money.
   *
   * @param platform the id of the platform
   * @param name its name
   * @param color its place in the platform palette
   * @param baseline whether the others are compared with it
   * @param steps one for each stage
   * @param outcome what it comes to, in a sentence
   */
  public record Lane(
      String platform, String name, int color, boolean baseline, List<Step> steps, String outcome) {
    public Lane {
      steps = List.copyOf(steps);
    }
  }

  /**
   * What a platform has at one stage.
   *
   * @param lead the figure that leads on to the next stage
   * @param share the lead ÷ the largest lead of this stage among the lanes, 0 to 1; null where that
   *     compares nothing
   * @param details what belongs to it
   */
  public record Step(Reading lead, @Nullable Double share, List<Reading> details) {
    public Step {
      details = List.copyOf(details);
    }
  }

  /**
   * A figure with its name.
   *
   * @param key the key of its plan metric
   * @param name what it is
   * @param unit what it is counted in
   * @param datum the figure, or why there is none
   * @param brief name and figure in a few words
   */
  public record Reading(String key, String name, Unit unit, Datum datum, String brief) {}

  public FlowChart {
    stages = List.copyOf(stages);
    lanes = List.copyOf(lanes);
    notes = List.copyOf(notes);
  }

  @Override
  public ChartSpec withoutWords() {
    return new FlowChart("", "", stages, lanes, List.of());
  }

  @Override
  public String describe(ChartTexts texts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(title);
    lanes.forEach(lane -> sentences.add(describe(lane, texts)));
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  private static String describe(Lane lane, ChartTexts texts) {
    String steps = readings(lane)
        .map(each -> "%s %s".formatted(each.name(), spoken(each, texts)))
        .collect(Collectors.joining(", "));
    return "%s: %s. %s".formatted(lane.name(), steps, lane.outcome());
  }

  private static String spoken(Reading reading, ChartTexts texts) {
    return switch (reading.datum()) {
      case Datum.Known known ->
        "%s, %s"
            .formatted(
                texts.format().format(known.value(), reading.unit()),
                texts.quality(known.quality()));
      case Datum.Missing missing -> texts.missing(missing.reason());
    };
  }

  private static Stream<Reading> readings(Lane lane) {
    return lane.steps().stream()
        .flatMap(step -> Stream.concat(Stream.of(step.lead()), step.details().stream()));
  }

  @Override
  public DataTable table(ChartTexts texts) {
    List<String> header = List.of(
        texts.get("table.platform"),
        texts.get("flow.figure"),
        texts.get("flow.value"),
        texts.get("flow.unit"),
        texts.get("table.quality"));
    return new DataTable(
        header,
        lanes.stream()
            .flatMap(lane -> readings(lane).map(each -> row(lane, each, texts)))
            .toList());
  }

  private static List<String> row(Lane lane, Reading reading, ChartTexts texts) {
    return switch (reading.datum()) {
      case Datum.Known known ->
        List.of(
            lane.name(),
            reading.name(),
            texts.format().field(known.value(), reading.unit()),
            texts.unit(reading.unit()),
            texts.quality(known.quality()));
      case Datum.Missing missing ->
        List.of(
            lane.name(),
            reading.name(),
            texts.missing(missing.reason()),
            texts.unit(reading.unit()),
            "");
    };
  }
}
