package app.waterline.chart;

import app.waterline.chart.IcebergChart.Berg;
import app.waterline.chart.IcebergChart.Kind;
import app.waterline.chart.IcebergChart.Layer;
import app.waterline.engine.Delivery;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.Metrics;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.why.Bands;
import app.waterline.engine.why.Decomposition;
import app.waterline.engine.why.Driver;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Share;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns an evaluation into its icebergs. */
public final class IcebergCharts {
  /** As many platforms as there is room for. */
  public static final int MOST = 6;

  /** The id of the ice that a platform has in common with the baseline. */
  public static final String COMMON = "COMMON";

  /** A space that no line ends at. */
  private static final char TIED = '\u00a0';

  private static final List<Driver> DRIVERS = List.of(Driver.values());

  /** The baseline is drawn as thick as a factor of 2 where nobody lacks more of it. */
  private static final double LEAST_COMMON = Math.log(2);

  /** What remains at least of the common ice. */
  private static final double REST = Math.log(1.4);

  private final Evaluation evaluation;
  private final ChartTexts texts;
  private final Optional<Bands> bands;
  private final LayerTexts layerTexts;
  private final List<PlatformEvaluation> shown;
  private final Map<String, Outcome<Decomposition>> answers = new LinkedHashMap<>();

  private IcebergCharts(Evaluation evaluation, ChartTexts texts, Optional<Bands> bands) {
    this.evaluation = evaluation;
    this.texts = texts;
    this.bands = bands;
    this.layerTexts = new LayerTexts(texts, counted());
    this.shown = shown(evaluation);
    baseline().ifPresent(this::decompose);
  }

  /** An iceberg for each platform against the baseline, at most {@link #MOST}. */
  public static IcebergChart of(Evaluation evaluation, ChartTexts texts) {
    return of(evaluation, texts, Optional.empty());
  }

  /** The same with the range of every uncertain cost under it. */
  public static IcebergChart of(Evaluation evaluation, ChartTexts texts, Optional<Bands> bands) {
    return new IcebergCharts(evaluation, texts, bands).chart();
  }

  /** The first platforms, the baseline among them. */
  private static List<PlatformEvaluation> shown(Evaluation evaluation) {
    Set<PlatformEvaluation> chosen = new LinkedHashSet<>();
    evaluation.baseline().ifPresent(chosen::add);
    evaluation.platforms().stream().limit(MOST).forEach(chosen::add);
    List<PlatformEvaluation> first = chosen.stream().limit(MOST).toList();
    return evaluation.platforms().stream().filter(first::contains).toList();
  }

  private TokenCount counted() {
    return evaluation.workspace().scenario().tokensCounted();
  }

  /** Without one the first platform that has a price stands in; a note says so. */
  private Optional<PlatformEvaluation> baseline() {
    return evaluation
        .baseline()
        .or(() -> shown.stream()
            .filter(each -> each.of(evaluation.headline()) instanceof Explained)
            .findFirst())
        .or(() -> shown.stream().findFirst());
  }

  private boolean isBaseline(PlatformEvaluation each) {
    return baseline().map(base -> base.equals(each)).orElse(false);
  }

  private void decompose(PlatformEvaluation base) {
    for (PlatformEvaluation each : shown) {
      answers.put(
          each.platform().id(),
          Decomposition.of(
              evaluation, base.platform().id(), each.platform().id(), Decomposition.Subject.COST));
    }
  }

  private Stream<Decomposition> found() {
    return answers.values().stream().flatMap(answer -> answer.found().stream());
  }

  private IcebergChart chart() {
    double most =
        shown.stream().mapToDouble(IcebergCharts::flopsPerDollar).max().orElse(0);
    List<Berg> bergs = new ArrayList<>(shown.size());
    for (PlatformEvaluation each : shown) {
      bergs.add(berg(each, most));
    }
    return new IcebergChart(
        new IcebergTitle(evaluation, texts, shown).sentence(found().toList()),
        subtitle(),
        bergs,
        common(bergs),
        0,
        notes(bergs));
  }

  private static double flopsPerDollar(PlatformEvaluation each) {
    return each.of(Metric.PFLOPS_PER_DOLLAR).figure().map(Explained::value).orElse(0.0);
  }

  private static double common(List<Berg> bergs) {
    return bergs.stream()
        .mapToDouble(berg -> REST
            + berg.layers().stream()
                .filter(layer -> layer.kind() == Kind.DRIVER)
                .mapToDouble(layer -> Math.max(0, -layer.ln()))
                .sum())
        .reduce(LEAST_COMMON, Math::max);
  }

  private Berg berg(PlatformEvaluation each, double most) {
    Outcome<Decomposition> answer = answers.get(each.platform().id());
    Optional<Decomposition> why = answer == null ? Optional.empty() : answer.found();
    String reason =
        answer instanceof Outcome.None<Decomposition> none ? texts.say(none.reason()) : "";
    int base = baseline().map(other -> other.platform().color()).orElse(0);
    return new Berg(
        each.platform().id(),
        each.platform().name(),
        each.platform().color(),
        base,
        quoted(each, why),
        most > 0 ? flopsPerDollar(each) / most : 0,
        why.map(found -> layers(found, each)).orElse(List.of()),
        cost(each),
        texts.get("iceberg.counted." + counted()),
        range(each),
        reason);
  }

  private String range(PlatformEvaluation each) {
    Metric metric = evaluation.headline();
    return bands
        .flatMap(known -> known.of(each.platform().id(), metric))
        .map(band -> texts.get("iceberg.range", texts.range(band, metric.unit())))
        .orElse("");
  }

  private Datum cost(PlatformEvaluation each) {
    return switch (each.of(evaluation.headline())) {
      case Explained figure ->
        new Datum.Known(
            figure.value(), texts.format().number(figure.value(), figure.unit()), figure.quality());
      case NotAvailable missing -> new Datum.Missing(missing.reason());
    };
  }

  private List<String> quoted(PlatformEvaluation each, Optional<Decomposition> why) {
    List<String> lines = new ArrayList<>();
    lines.add(price(each, why));
    Hardware hardware = each.platform().hardware();
    if (hardware != null) {
      peak(hardware).ifPresent(lines::add);
      Figure memory = hardware.memoryGb();
      if (memory != null) {
        lines.add(
            texts.get("iceberg.memory", texts.format().format(memory.value(), Unit.GIGABYTES)));
      }
    }
    each.of(Metric.PFLOPS_PER_DOLLAR)
        .figure()
        .ifPresent(figure -> lines.add(texts.format().format(figure.value(), figure.unit())));
    return lines;
  }

  private String price(PlatformEvaluation each, Optional<Decomposition> why) {
    return switch (each.of(Metric.COST_PER_GPU_HOUR)) {
      case Explained figure -> {
        String amount =
            texts.get("iceberg.perGpuHour", texts.format().number(figure.value(), figure.unit()));
        yield isBaseline(each) || why.isEmpty()
            ? amount
            : texts.get(
                "iceberg.priceAgainst",
                amount,
                texts.format().comparison(1 / why.get().hourFactor()).replace(' ', TIED));
      }
      case NotAvailable missing -> texts.get("iceberg.noPrice", texts.say(missing.reason()));
    };
  }

  private Optional<String> peak(Hardware hardware) {
    QuotedPeak quoted = hardware.quotedPeak();
    if (quoted == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(hardware.peak(quoted.precision(), quoted.sparsity()))
        .map(peak -> texts.get(
            "iceberg.peak." + quoted.sparsity(),
            texts.format().format(peak.value(), Unit.PFLOPS),
            quoted.precision().name()));
  }

  private List<Layer> layers(Decomposition why, PlatformEvaluation each) {
    List<Layer> layers = new ArrayList<>();
    String base = baseline().map(other -> other.platform().name()).orElse("");
    if (!isBaseline(each)) {
      for (Share share : why.shares()) {
        if (share.driver() == Driver.PRICE) {
          layers.add(hour(why, share, each.platform().name(), base));
        } else if (share.driver() != Driver.POWER) {
          layers.add(layer(share, each.platform().name(), base));
        }
      }
    }
    baseline().ifPresent(other -> layers.add(commonIce(other, isBaseline(each))));
    return layers;
  }

  /** The whole price of an hour, as it is quoted, and what the power makes of it. */
  private Layer hour(Decomposition why, Share price, String candidate, String base) {
    double factor = why.hourFactor();
    IcebergChart.Why own = layerTexts.why(price, candidate, base);
    List<String> grounds = new ArrayList<>(own.grounds());
    why.share(Driver.POWER)
        .ifPresent(power -> grounds.add(texts.get(
            "iceberg.throughPower", texts.format().ratio(power.factor()), candidate, base)));
    return layer(
        price,
        Kind.PRICE,
        Math.log(factor),
        new IcebergChart.Why(own.sentence(), grounds, own.sources()));
  }

  private Layer layer(Share share, String candidate, String base) {
    return layer(share, Kind.DRIVER, share.ln(), layerTexts.why(share, candidate, base));
  }

  private Layer layer(Share share, Kind kind, double ln, IcebergChart.Why why) {
    String key = "driver." + share.driver();
    return new Layer(
        share.driver().name(),
        kind,
        DRIVERS.indexOf(share.driver()),
        texts.get(key),
        texts.get(key + ".brief"),
        ln,
        texts.format().ratio(Math.exp(ln)),
        share.quality(),
        why);
  }

  private Layer commonIce(PlatformEvaluation base, boolean own) {
    Explained delivered = delivered(base);
    String speed =
        texts.get("iceberg.speed", texts.format().number(delivered.value(), delivered.unit()));
    String name = base.platform().name();
    List<String> sources =
        delivered.sources().stream().map(LayerTexts::source).distinct().toList();
    return new Layer(
        COMMON,
        Kind.COMMON,
        DRIVERS.size(),
        own ? texts.get("iceberg.delivered") : texts.get("iceberg.common", name),
        own
            ? texts.get(
                "iceberg.delivered.brief",
                texts.format().number(delivered.value(), delivered.unit()))
            : name,
        0,
        speed,
        delivered.quality(),
        new IcebergChart.Why(
            texts.get(own ? "iceberg.delivered.sentence" : "iceberg.common.sentence", name),
            List.of(texts.get("iceberg.amount", name, speed)),
            sources));
  }

  /** Tokens per second and GPU, counted as the headline counts them; the baseline of an answer has them. */
  private Explained delivered(PlatformEvaluation base) {
    Delivery delivery = base.delivery();
    Scenario scenario = evaluation.workspace().scenario();
    Result throughput = switch (counted()) {
      case TOTAL -> delivery.total();
      case INPUT -> delivery.input();
      case OUTPUT -> delivery.output();
    };
    return throughput
        .figure()
        .map(each -> Metrics.delivered(each, scenario.utilization()))
        .orElseThrow();
  }

  private String subtitle() {
    Scenario scenario = evaluation.workspace().scenario();
    List<String> parts = new ArrayList<>();
    Optional.ofNullable(scenario.workload().model()).ifPresent(parts::add);
    parts.add(texts.get("frontier.counted." + counted()));
    parts.add(texts.get(
        "subtitle.utilization", texts.format().number(scenario.utilization(), Unit.SHARE)));
    Double target = scenario.targetInteractivity();
    if (target != null) {
      parts.add(texts.get(
          "subtitle.target", texts.format().format(target, Unit.TOKENS_PER_SECOND_PER_USER)));
    }
    return String.join(" · ", parts);
  }

  private List<String> notes(List<Berg> bergs) {
    List<String> notes = new ArrayList<>();
    String base = baseline().map(other -> other.platform().name()).orElse("");
    if (bergs.isEmpty()) {
      return notes;
    }
    if (evaluation.baseline().isEmpty() && bergs.size() > 1) {
      notes.add(texts.get("iceberg.noBaseline", base));
    }
    if (bergs.size() == 1) {
      notes.add(texts.get("iceberg.alone"));
    }
    if (evaluation.platforms().size() > shown.size()) {
      notes.add(texts.get("iceberg.first", shown.size(), evaluation.platforms().size()));
    }
    level(bergs).ifPresent(notes::add);
    notes.add(scale(bergs, base));
    return notes;
  }

  private String scale(List<Berg> bergs, String base) {
    boolean lacking = bergs.stream()
        .flatMap(berg -> berg.layers().stream())
        .anyMatch(layer -> layer.kind() == Kind.DRIVER && layer.ln() <= -IcebergChart.LEVEL);
    return lacking ? texts.get("iceberg.scaleLacking", base) : texts.get("iceberg.scale");
  }

  /** The drivers that make no difference on any platform are named, since they are not drawn. */
  private Optional<String> level(List<Berg> bergs) {
    Map<String, List<Layer>> drivers = bergs.stream()
        .flatMap(berg -> berg.layers().stream())
        .filter(layer -> layer.kind() != Kind.COMMON)
        .collect(Collectors.groupingBy(Layer::name, LinkedHashMap::new, Collectors.toList()));
    String names = drivers.values().stream()
        .filter(
            layers -> layers.stream().allMatch(layer -> Math.abs(layer.ln()) < IcebergChart.LEVEL))
        .flatMap(layers -> layers.stream().limit(1))
        .map(Layer::name)
        .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(texts.get("iceberg.level", names));
  }
}
