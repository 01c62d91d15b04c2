package app.waterline.chart;

import app.waterline.engine.Quality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a token costs what it costs, as icebergs: what is quoted above the water, what delivers tokens
 * below it. Ice is drawn to scale: a layer is as thick as the logarithm of its factor, on one scale for
 * all platforms, so that the solid ice of a platform is {@code common + ln(T ÷ T of the baseline)}.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was compared
 * @param bergs from the first to the last, at most {@link IcebergCharts#MOST}
 * @param common how thick the ice of the baseline is, as a logarithm; above what any other lacks of it
 * @param room how deep the picture reaches at least, as a logarithm; 0 for as deep as the ice, more so that
 *     ice which melts leaves the scale as it is
 * @param notes what a reader must know beside it
 */
public record IcebergChart(
    String title, String subtitle, List<Berg> bergs, double common, double room, List<String> notes)
    implements ChartSpec {
  /** Below this logarithm a layer is not drawn: its factor reads as 1.00. */
  static final double LEVEL = Math.log(1.005);

  /** The part of a drawing that is what a platform's tokens cost. */
  public static final String COST = "cost";

  /** Where a layer belongs. */
  public enum Kind {
    /** Quoted, so it stands above the water: the price of a GPU-hour. */
    PRICE,
    /** Makes more or fewer tokens than on the baseline. */
    DRIVER,
    /** The ice of the baseline, less what this platform lacks of it. */
    COMMON
  }

  /**
   * One platform.
   *
   * @param platform its id
   * @param name its name
   * @param color its place in the platform palette
   * @param common the colour of the ice that it has in common with the baseline
   * @param quoted what stands above the water, a line each
   * @param tip FLOPS per dollar ÷ the largest of them; 0 where not available
   * @param layers the price, the drivers in their order, and the common ice; empty where there is no answer
   * @param cost what a million tokens cost
   * @param counted what they are, for example {@code per million tokens}
   * @param range P5 to P95 of the cost in words; empty where it is certain
   * @param reason why there are no layers; empty where there are
   */
  public record Berg(
      String platform,
      String name,
      int color,
      int common,
      List<String> quoted,
      double tip,
      List<Layer> layers,
      Datum cost,
      String counted,
      String range,
      String reason) {
    public Berg {
      quoted = List.copyOf(quoted);
      layers = List.copyOf(layers);
    }

    /** The layer with the given id. */
    public Optional<Layer> layer(String id) {
      return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
    }

    private Berg withRange(String newRange) {
      return new Berg(
          platform, name, color, common, quoted, tip, layers, cost, counted, newRange, reason);
    }

    private Berg with(List<Layer> newLayers, double newTip) {
      return new Berg(
          platform, name, color, common, quoted, newTip, newLayers, cost, counted, range, reason);
    }
  }

  /**
   * One driver of a platform's advantage.
   *
   * @param id stable, for example {@code FP4}
   * @param kind where it belongs
   * @param place its place among the layers
   * @param name in words
   * @param brief the same where there is little room
   * @param ln logarithm of its factor; below 0 where it works against the platform
   * @param label its factor as it is read, for example {@code 6.10×}
   * @param quality the mark that stands beside it
   * @param why what it is and what its factor stands on
   */
  public record Layer(
      String id,
      Kind kind,
      int place,
      String name,
      String brief,
      double ln,
      String label,
      Quality quality,
      Why why) {
    /** How many times cheaper it makes the platform's token. */
    public double factor() {
      return Math.exp(ln);
    }

    private Layer at(double newLn) {
      return new Layer(id, kind, place, name, brief, newLn, label, quality, why);
    }
  }

  /**
   * Why a layer is what it is.
   *
   * @param sentence what it is, for who buys
   * @param grounds what its factor stands on, a line each
   * @param sources who says so, a line each
   */
  public record Why(String sentence, List<String> grounds, List<String> sources) {
    public Why {
      grounds = List.copyOf(grounds);
      sources = List.copyOf(sources);
    }
  }

  /**
   * A layer below the water as it is drawn.
   *
   * @param layer which
   * @param from its upper edge, as a logarithm below the water
   * @param to its lower edge
   * @param lacking whether it is ice that the baseline has and this platform has not
   */
  public record Slab(Layer layer, double from, double to, boolean lacking) {}

  public IcebergChart {
    bergs = List.copyOf(bergs);
    notes = List.copyOf(notes);
  }

  /** The platform with the given id. */
  public Optional<Berg> berg(String platform) {
    return bergs.stream().filter(berg -> berg.platform().equals(platform)).findFirst();
  }

  /** What is drawn below the water, from the top: what helps, the common ice, and what is lacking. */
  public List<Slab> slabs(Berg berg) {
    List<Slab> slabs = new ArrayList<>();
    double depth = 0;
    for (Layer layer : drivers(berg)) {
      if (layer.ln() >= LEVEL) {
        slabs.add(new Slab(layer, depth, depth += layer.ln(), false));
      }
    }
    double lacking =
        drivers(berg).stream().mapToDouble(layer -> Math.max(0, -layer.ln())).sum();
    for (Layer layer : berg.layers()) {
      if (layer.kind() == Kind.COMMON) {
        slabs.add(new Slab(layer, depth, depth += Math.max(0, common - lacking), false));
      }
    }
    for (Layer layer : drivers(berg)) {
      if (layer.ln() <= -LEVEL) {
        slabs.add(new Slab(layer, depth, depth -= layer.ln(), true));
      }
    }
    return slabs;
  }

  private static List<Layer> drivers(Berg berg) {
    return berg.layers().stream().filter(layer -> layer.kind() == Kind.DRIVER).toList();
  }

  /** The same picture with room for ice of the given depth. */
  public IcebergChart withRoom(double newRoom) {
    return new IcebergChart(title, subtitle, bergs, common, newRoom, notes);
  }

  /** The same with an empty line where another picture of the same platforms has a range. */
  public IcebergChart keepingRangesOf(IcebergChart other) {
    List<Berg> kept = bergs.stream()
        .map(berg -> other
            .berg(berg.platform())
            .filter(old -> !old.range().isEmpty() && berg.range().isEmpty())
            .map(old -> berg.withRange(" "))
            .orElse(berg))
        .toList();
    return new IcebergChart(title, subtitle, kept, common, room, notes);
  }

  /** How deep the deepest berg reaches, as a logarithm. */
  public double depth() {
    return bergs.stream()
        .flatMap(berg -> slabs(berg).stream())
        .mapToDouble(Slab::to)
        .max()
        .orElse(common);
  }

  /**
   * On the way to another chart: its words, with the ice between the two. A layer that only one of them
   * has grows or melts.
   *
   * @param next where it leads to
   * @param way 0 to 1
   */
  public IcebergChart towards(IcebergChart next, double way) {
    if (way >= 1) {
      return next;
    }
    List<Berg> moved = next.bergs().stream()
        .map(berg -> berg(berg.platform()).map(old -> between(old, berg, way)).orElse(berg))
        .toList();
    return new IcebergChart(
        next.title(),
        next.subtitle(),
        moved,
        mix(common, next.common(), way),
        mix(Math.max(room, depth()), next.room(), way),
        next.notes());
  }

  private static Berg between(Berg old, Berg berg, double way) {
    if (berg.layers().isEmpty() || old.layers().isEmpty()) {
      return berg;
    }
    Map<String, Layer> layers = new LinkedHashMap<>();
    for (Layer gone : old.layers()) {
      layers.put(gone.id(), gone.at(mix(gone.ln(), 0, way)));
    }
    for (Layer layer : berg.layers()) {
      double before = old.layer(layer.id()).map(Layer::ln).orElse(0.0);
      layers.put(layer.id(), layer.at(mix(before, layer.ln(), way)));
    }
    List<Layer> ordered =
        layers.values().stream().sorted(Comparator.comparingInt(Layer::place)).toList();
    return berg.with(ordered, mix(old.tip(), berg.tip(), way));
  }

  private static double mix(double from, double to, double way) {
    return from + (to - from) * way;
  }

  @Override
  public String describe(ChartTexts texts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(title);
    bergs.forEach(berg -> sentences.add(describe(berg, texts)));
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  private static String describe(Berg berg, ChartTexts texts) {
    String quoted = String.join(", ", berg.quoted());
    String layers = berg.layers().stream()
        .filter(layer -> layer.kind() != Kind.PRICE)
        .map(layer -> describe(layer, texts))
        .collect(Collectors.joining("; "));
    String below = berg.reason().isEmpty() ? layers : texts.missing(berg.reason());
    return texts.get("iceberg.describe", berg.name(), quoted, below, cost(berg, texts));
  }

  /** An assumed layer says what stands in for the measurement. */
  private static String describe(Layer layer, ChartTexts texts) {
    String said =
        "%s %s, %s".formatted(layer.name(), layer.label(), texts.quality(layer.quality()));
    return layer.quality() == Quality.ASSUMED && !layer.why().grounds().isEmpty()
        ? "%s (%s)".formatted(said, String.join(", ", layer.why().grounds()))
        : said;
  }

  private static String cost(Berg berg, ChartTexts texts) {
    return switch (berg.cost()) {
      case Datum.Known known ->
        "%s %s %s".formatted(known.label(), berg.counted(), berg.range()).strip();
      case Datum.Missing missing -> texts.missing(missing.reason());
    };
  }

  @Override
  public DataTable table(ChartTexts texts) {
    List<String> header = List.of(
        texts.get("table.platform"),
        texts.get("iceberg.part"),
        texts.get("iceberg.value"),
        texts.get("table.quality"),
        texts.get("iceberg.grounds"));
    List<List<String>> rows = new ArrayList<>();
    bergs.forEach(berg -> rows.addAll(rows(berg, texts)));
    return new DataTable(header, rows);
  }

  private static List<List<String>> rows(Berg berg, ChartTexts texts) {
    List<List<String>> rows = new ArrayList<>();
    String quality = berg.cost() instanceof Datum.Known known ? texts.quality(known.quality()) : "";
    rows.add(List.of(berg.name(), berg.counted(), cost(berg, texts), quality, berg.reason()));
    for (Layer layer : berg.layers()) {
      List<String> grounds = new ArrayList<>(layer.why().grounds());
      grounds.addAll(layer.why().sources());
      rows.add(List.of(
          berg.name(),
          layer.name(),
          layer.label(),
          texts.quality(layer.quality()),
          String.join("; ", grounds)));
    }
    return rows;
  }
}
