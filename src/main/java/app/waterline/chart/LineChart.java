package app.waterline.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines and points over two axes, with a target line that reads all of them.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was compared
 * @param x the axis at the bottom
 * @param y the axis at the left
 * @param series in the order of drawing
 * @param marks places worth a look, for example where two lines cross
 * @param target the line to read at; null for none
 * @param notes what a reader must know beside it
 */
public record LineChart(
    String title,
    String subtitle,
    Axis x,
    Axis y,
    List<Series> series,
    List<Mark> marks,
    @Nullable Target target,
    List<String> notes)
    implements ChartSpec {
  /** What a series is for. */
  public enum Role {
    /** The best of several lines: bold, with its name at the line. */
    ENVELOPE,
    /** One of the lines that the envelope is made of: thin. */
    CANDIDATE,
    /** Points without a line. */
    POINTS
  }

  /** The shape of a point; families of runs differ by it. */
  public enum Marker {
    CIRCLE,
    TRIANGLE,
    SQUARE,
    DIAMOND
  }

  /**
   * A place worth a look.
   *
   * @param x in the unit of the x axis
   * @param y in the unit of the y axis
   * @param label what stands beside it
   */
  public record Mark(double x, double y, String label) {}

  /**
   * One point.
   *
   * @param x in the unit of the x axis
   * @param y in the unit of the y axis
   * @param label what it is, for the reader who points at it
   */
  public record Point(double x, double y, String label) {}

  /**
   * Points that belong together.
   *
   * @param platform whose they are
   * @param name what the line is, for example a configuration
   * @param color place in the platform palette
   * @param role what the series is for
   * @param marker the shape of its points
   * @param points in the order of the line
   */
  public record Series(
      String platform, String name, int color, Role role, Marker marker, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A vertical line to read at.
   *
   * @param at in the unit of the x axis
   * @param label what stands on it
   * @param readings what each platform has there, best first
   */
  public record Target(double at, String label, List<Reading> readings) {
    public Target {
      readings = List.copyOf(readings);
    }
  }

  /** The part of a drawing that is what a platform has at the target. */
  public static final String READING = "reading";

  /** Marks belong to no platform; the part is what stands at them. */
  public static final String NOBODY = "";

  /**
   * What a platform has at the target.
   *
   * @param id of the platform
   * @param platform its name
   * @param color place in the platform palette
   * @param datum its value there, or why there is none
   * @param range from P5 to P95 of an uncertain value; empty for none
   */
  public record Reading(String id, String platform, int color, Datum datum, String range) {
    /** A reading that is certain, or not known to be uncertain. */
    public Reading(String id, String platform, int color, Datum datum) {
      this(id, platform, color, datum, "");
    }
  }

  public LineChart {
    series = List.copyOf(series);
    marks = List.copyOf(marks);
    notes = List.copyOf(notes);
  }

  @Override
  public String describe(ChartTexts texts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(title);
    String platforms =
        series.stream().map(Series::platform).distinct().collect(Collectors.joining(", "));
    sentences.add(texts.get("describe.lines", y.name(), x.name(), platforms));
    Target line = target;
    if (line != null) {
      String readings = line.readings().stream()
          .map(reading -> reading.platform() + " " + read(reading, texts))
          .collect(Collectors.joining("; "));
      sentences.add(texts.get("describe.target", line.label(), readings));
    }
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  private static String read(Reading reading, ChartTexts texts) {
    return switch (reading.datum()) {
      case Datum.Known known ->
        reading.range().isEmpty()
            ? known.label()
            : known.label() + " (" + texts.get("iceberg.range", reading.range()) + ")";
      case Datum.Missing missing -> texts.missing(missing.reason());
    };
  }

  @Override
  public DataTable table(ChartTexts texts) {
    List<String> header = List.of(
        texts.get("table.platform"),
        texts.get("table.series"),
        x.scale() == Scale.DATE ? x.name() : texts.heading(x.name(), x.unit()),
        texts.heading(y.name(), y.unit()));
    List<List<String>> rows = new ArrayList<>();
    for (Series each : series) {
      each.points().forEach(point -> rows.add(row(each, point, texts)));
    }
    return new DataTable(header, rows);
  }

  private List<String> row(Series of, Point point, ChartTexts texts) {
    return List.of(
        of.platform(),
        of.name(),
        x.scale() == Scale.DATE ? date(point.x()) : texts.format().field(point.x(), x.unit()),
        texts.format().field(point.y(), y.unit()));
  }

  private static String date(double millis) {
    return Instant.ofEpochMilli((long) millis)
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  /** The same lines without any words around them, for a screen that sets the words itself. */
  public LineChart bare(@Nullable Target newTarget) {
    return new LineChart("", "", x, y, series, marks, newTarget, List.of());
  }
}
