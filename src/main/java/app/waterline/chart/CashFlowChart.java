package app.waterline.chart;

import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The money of a plan year by year: stacked bars of one platform, and the cumulated line of each. As a
 * combined chart the flows are its stacked columns, the lines its lines, and the years its categories.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was planned, and whose bars these are
 * @param axis the money
 * @param flows what the bars are made of, money that comes in first
 * @param years the bars; none where the platform has no cash flow, for the reason in the notes
 * @param lines what has come together so far, a line for each platform that has a cash flow
 * @param notes what a reader must know beside it
 */
public record CashFlowChart(
    String title,
    String subtitle,
    Axis axis,
    List<Flow> flows,
    List<Year> years,
    List<Line> lines,
    List<String> notes)
    implements ChartSpec {
  /**
   * A kind of money.
   *
   * @param name for example {@code revenue}
   * @param token the name of its colour in the theme
   */
  public record Flow(String name, String token) {}

  /**
   * One bar.
   *
   * @param label the year; the end of the horizon where it is only a part of one
   * @param end years from the start to its end
   * @param amounts one for each flow, positive for money that comes in
   * @param net what they add up to
   */
  public record Year(String label, double end, List<Datum.Known> amounts, Datum.Known net) {
    public Year {
      amounts = List.copyOf(amounts);
    }
  }

  /**
   * The cumulated cash flow of a platform.
   *
   * @param platform the id of the platform
   * @param name its name
   * @param color its place in the platform palette
   * @param chosen whether the bars are those of this platform
   * @param points from the start to the end of the horizon
   * @param payback years until it has come back, or why it does not
   */
  public record Line(
      String platform, String name, int color, boolean chosen, List<Point> points, Datum payback) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * What has come together at a time.
   *
   * @param years from the start
   * @param cumulated the sum of all nets so far
   */
  public record Point(double years, Datum.Known cumulated) {}

  public CashFlowChart {
    flows = List.copyOf(flows);
    years = List.copyOf(years);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  @Override
  public ChartSpec withoutWords() {
    return new CashFlowChart("", "", axis, flows, years, lines, List.of());
  }

  @Override
  public String describe(ChartTexts texts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(title);
    years.forEach(year -> sentences.add(describe(year, texts)));
    lines.forEach(line -> sentences.add(describe(line, texts)));
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  private String describe(Year year, ChartTexts texts) {
    List<String> parts = new ArrayList<>();
    for (int index = 0; index < flows.size(); index++) {
      parts.add(
          "%s %s".formatted(flows.get(index).name(), year.amounts().get(index).label()));
    }
    return texts.get(
        "cash.describeYear", year.label(), String.join(", ", parts), year.net().label());
  }

  private static String describe(Line line, ChartTexts texts) {
    String last = line.points().getLast().cumulated().label();
    return switch (line.payback()) {
      case Datum.Known known -> texts.get("cash.describeLine", line.name(), last, known.label());
      case Datum.Missing missing ->
        texts.get("cash.describeOpen", line.name(), last, texts.missing(missing.reason()));
    };
  }

  @Override
  public DataTable table(ChartTexts texts) {
    Stream<String> money = years.isEmpty()
        ? Stream.empty()
        : Stream.concat(flows.stream().map(Flow::name), Stream.of(texts.get("cash.net")));
    Stream<String> sums = lines.stream().map(line -> texts.get("cash.cumulatedOf", line.name()));
    List<String> header = Stream.concat(
            Stream.of(texts.get("cash.year")),
            Stream.concat(money, sums).map(name -> texts.heading(name, axis.unit())))
        .toList();
    int rows = lines.isEmpty() ? years.size() : lines.getFirst().points().size();
    return new DataTable(
        header, IntStream.range(0, rows).mapToObj(row -> row(row, texts)).toList());
  }

  /** The horizon is the same for all platforms, so every line has a point for every row. */
  private List<String> row(int row, ChartTexts texts) {
    List<String> cells = new ArrayList<>();
    if (years.isEmpty()) {
      cells.add(texts.format().field(lines.getFirst().points().get(row).years(), Unit.YEARS));
    } else {
      Year year = years.get(row);
      cells.add(year.label());
      year.amounts().forEach(amount -> cells.add(field(amount, texts)));
      cells.add(field(year.net(), texts));
    }
    lines.forEach(line -> cells.add(field(line.points().get(row).cumulated(), texts)));
    return cells;
  }

  private String field(Datum.Known amount, ChartTexts texts) {
    return texts.format().field(amount.value(), axis.unit());
  }
}
