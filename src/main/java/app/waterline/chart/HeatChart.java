package app.waterline.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A figure, or the cheapest platform, over two inputs.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was compared
 * @param x the input along the lower edge
 * @param y the input along the left edge
 * @param xs its values, increasing; the columns of the grids
 * @param ys its values, increasing; the rows of the grids
 * @param cells what is shown
 * @param lines where it flips
 * @param now the values in force; null where one of them has none or lies outside
 * @param flips where the order changes while one input moves and the other stands
 * @param findings what flips where, in exact figures and whole sentences
 * @param notes what a reader must know beside it
 */
public record HeatChart(
    String title,
    String subtitle,
    Axis x,
    Axis y,
    List<Double> xs,
    List<Double> ys,
    Cells cells,
    List<Line> lines,
    @Nullable Place now,
    List<Flip> flips,
    List<String> findings,
    List<String> notes)
    implements ChartSpec {
  private static final int MOST_IN_TABLE = 25;

  /** What is shown over the inputs. */
  public sealed interface Cells {
    /**
     * One figure as a colour.
     *
     * @param measured what it is, and whether equal steps of colour are equal amounts or factors
     * @param grid its values
     * @param less the platform whose colour stands for values below {@code level}
     * @param more the platform whose colour stands for values above {@code level}
     * @param level what the colours part at; null where one colour deepens with the value
     */
    record Values(
        Axis measured,
        Grid grid,
        @Nullable Region less,
        @Nullable Region more,
        @Nullable Double level)
        implements Cells {}

    /**
     * The cheapest of several platforms.
     *
     * @param platforms each with its figure everywhere; the lowest wins
     */
    record Winners(List<Contender> platforms) implements Cells {
      public Winners {
        platforms = List.copyOf(platforms);
      }

      /** Place of the lowest in the list, or −1 where none has a figure. */
      public int winner(int column, int row) {
        int best = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < platforms.size(); i++) {
          OptionalDouble value = platforms.get(i).grid().at(column, row);
          if (value.isPresent() && value.getAsDouble() < lowest) {
            lowest = value.getAsDouble();
            best = i;
          }
        }
        return best;
      }
    }
  }

  /**
   * A platform that a colour stands for.
   *
   * @param name the platform
   * @param color its place in the platform palette
   */
  public record Region(String name, int color) {}

  /**
   * A platform with its figure at every crossing.
   *
   * @param region its name and colour
   * @param grid its figure
   */
  public record Contender(Region region, Grid grid) {}

  /**
   * A line on which two platforms cost the same.
   *
   * @param label what it says
   * @param pieces straight pieces, from the first place to the second
   */
  public record Line(String label, List<Piece> pieces) {
    public Line {
      pieces = List.copyOf(pieces);
    }
  }

  /** A straight piece of a line. */
  public record Piece(Place from, Place to) {}

  /**
   * A pair of values.
   *
   * @param x in the unit of the x axis
   * @param y in the unit of the y axis
   */
  public record Place(double x, double y) {}

  /**
   * A place where the order changes.
   *
   * @param at the pair of values
   * @param name which input flips it at what value
   */
  public record Flip(Place at, String name) {}

  public HeatChart {
    flips = List.copyOf(flips);
    xs = List.copyOf(xs);
    ys = List.copyOf(ys);
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  @Override
  public String describe(ChartTexts texts) {
    List<String> sentences = new ArrayList<>(List.of(title, subtitle));
    sentences.add(texts.get("describe.heat", shown(texts), x.name(), y.name()));
    sentences.addAll(findings);
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  private String shown(ChartTexts texts) {
    return switch (cells) {
      case Cells.Values values ->
        texts.heading(values.measured().name(), values.measured().unit());
      case Cells.Winners winners ->
        winners.platforms().stream()
            .map(each -> each.region().name())
            .collect(Collectors.joining(", ", texts.get("heat.cheapest") + ": ", ""));
    };
  }

  /** A row for each of some values of y, the highest first, as the chart shows them. */
  @Override
  public DataTable table(ChartTexts texts) {
    List<Integer> columns = some(xs.size());
    List<String> header = new ArrayList<>();
    header.add(texts.get(
        "table.crossing", texts.heading(y.name(), y.unit()), texts.heading(x.name(), x.unit())));
    columns.forEach(column -> header.add(texts.format().number(xs.get(column), x.unit())));
    List<List<String>> rows = new ArrayList<>();
    for (int row : some(ys.size()).reversed()) {
      List<String> line = new ArrayList<>();
      line.add(texts.format().number(ys.get(row), y.unit()));
      columns.forEach(column -> line.add(cell(column, row, texts)));
      rows.add(line);
    }
    return new DataTable(header, rows);
  }

  /** Equally spaced places, the first among them, few enough for a table to be read. */
  private static List<Integer> some(int count) {
    int stride = Math.ceilDiv(count, MOST_IN_TABLE);
    return IntStream.range(0, count)
        .filter(place -> place % stride == 0)
        .boxed()
        .toList();
  }

  private String cell(int column, int row, ChartTexts texts) {
    return switch (cells) {
      case Cells.Values values -> {
        OptionalDouble value = values.grid().at(column, row);
        yield value.isPresent()
            ? texts.format().field(value.getAsDouble(), values.measured().unit())
            : texts.get("heat.none");
      }
      case Cells.Winners winners -> {
        int place = winners.winner(column, row);
        yield place < 0
            ? texts.get("heat.none")
            : winners.platforms().get(place).region().name();
      }
    };
  }
}
