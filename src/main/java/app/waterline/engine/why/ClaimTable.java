package app.waterline.engine.why;

import app.waterline.engine.Metric;
import app.waterline.engine.Printed;
import app.waterline.model.Claim;
import app.waterline.model.InvalidInput;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A claim with every cell read.
 *
 * @param columns the platforms
 * @param ratios the comparison; null where there is none
 */
record ClaimTable(List<Column> columns, @Nullable Ratios ratios) {
  /** A cell and what it says. */
  record Cell(Place place, Reading reading) {
    Metric metric() {
      return place.metric();
    }

    /** What it says, taken to the letter. */
    Interval face() {
      return reading.word() == Reading.Word.NONE
          ? Interval.at(value())
          : reading.range(Reading.Way.ROUNDED);
    }

    double value() {
      return reading.printed().value();
    }
  }

  /** The cells of a platform. */
  record Column(String name, String platform, List<Cell> cells) {
    Optional<Cell> of(Metric metric) {
      return cells.stream().filter(cell -> cell.metric() == metric).findFirst();
    }

    /** The cell that prints an input itself. */
    Optional<Cell> printing(Hidden input) {
      return switch (input) {
        case PRICE -> of(Metric.COST_PER_GPU_HOUR);
        case THROUGHPUT -> of(Metric.TOKENS_PER_SECOND_PER_GPU);
        case POWER, PEAK -> Optional.empty();
      };
    }

    /** The bare digits of the printed inputs. */
    Map<Hidden, Interval> digits() {
      Map<Hidden, Interval> digits = new EnumMap<>(Hidden.class);
      for (Hidden input : Hidden.values()) {
        printing(input).ifPresent(cell -> digits.put(input, Interval.at(cell.value())));
      }
      return digits;
    }

    /** The printed inputs, taken to the letter. */
    Map<Hidden, Interval> faces() {
      Map<Hidden, Interval> faces = new EnumMap<>(Hidden.class);
      for (Hidden input : Hidden.values()) {
        printing(input).ifPresent(cell -> faces.put(input, cell.face()));
      }
      return faces;
    }
  }

  /** The cells that compare two platforms. */
  record Ratios(Column baseline, Column candidate, List<Cell> cells) {}

  static ClaimTable of(Claim claim, Function<String, Printed> reader) {
    List<Column> columns = claim.platforms().stream()
        .map(
            row -> new Column(row.name(), row.platform(), cells(row.name(), row.printed(), reader)))
        .toList();
    Claim.Relative relative = claim.relative();
    Ratios ratios = relative == null ? null : ratios(relative, columns, reader);
    if (columns.stream().allMatch(column -> column.cells().isEmpty())
        && (ratios == null || ratios.cells().isEmpty())) {
      throw new InvalidInput(
          "The claim has no cell to check [empty]. Print a figure for a platform at least.");
    }
    return new ClaimTable(columns, ratios);
  }

  private static Ratios ratios(
      Claim.Relative relative, List<Column> columns, Function<String, Printed> reader) {
    Column baseline = column(relative.baseline(), columns);
    Column candidate = column(relative.candidate(), columns);
    String name = "%s against %s".formatted(candidate.name(), baseline.name());
    return new Ratios(baseline, candidate, cells(name, relative.printed(), reader));
  }

  private static Column column(String platform, List<Column> columns) {
    return columns.stream()
        .filter(each -> each.platform().equals(platform))
        .findFirst()
        .orElseThrow(() -> new InvalidInput(
            "The claim compares a platform that it has no figures of [%s]. Name one of %s."
                .formatted(platform, columns.stream().map(Column::platform).toList())));
  }

  private static List<Cell> cells(
      String row, Map<String, String> printed, Function<String, Printed> reader) {
    List<Cell> cells = new ArrayList<>();
    printed.forEach((key, text) -> cells.add(cell(row, key, text, reader)));
    return List.copyOf(cells);
  }

  private static Cell cell(String row, String key, String text, Function<String, Printed> reader) {
    Metric metric = Metric.ofKey(key)
        .orElseThrow(() -> new InvalidInput(
            "A claim names a metric that is not known [%s]. Use a key such as costPerMillionTokens."
                .formatted(key)));
    try {
      return new Cell(new Place(row, metric, text), Reading.of(text, reader));
    } catch (InvalidInput unreadable) {
      throw new InvalidInput("%s, %s: %s".formatted(row, key, unreadable.getMessage()));
    }
  }
}
