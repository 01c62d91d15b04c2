package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.model.Distribution;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How sure every figure of a workspace is. The headline costs come from {@link Uncertainty}, so that
 * every view says the same of them; the other metrics are the engine's own figures in fewer cases.
 * The same workspace always gives the same bits.
 *
 * @see "docs/model.md, section 8"
 */
public final class Bands {
  /** Cases in which every metric is evaluated; the percentiles are then within a hundredth of the band. */
  static final int CASES = 1 << 12;

  private static final int STRETCHES = 16;

  private static final List<Metric> METRICS = List.of(Metric.values());

  private final Workspace workspace;
  private final Map<Lever, Distribution> uncertain;
  private final Uncertainty headline;
  private final Map<Metric, Map<String, Band>> bands = new LinkedHashMap<>();

  private Bands(Workspace workspace, Map<Lever, Distribution> uncertain, Uncertainty headline) {
    this.workspace = workspace;
    this.uncertain = uncertain;
    this.headline = headline;
  }

  /**
   * Draws the uncertain inputs and evaluates everything.
   *
   * @param uncertain what is known of each uncertain lever
   * @return empty where nothing is uncertain
   * @throws InvalidInput if a distribution reaches out of its lever's domain
   */
  public static Optional<Bands> of(Workspace workspace, Map<Lever, Distribution> uncertain) {
    if (uncertain.isEmpty() || workspace.platforms().isEmpty()) {
      return Optional.empty();
    }
    Map<Lever, Distribution> ordered = new LinkedHashMap<>(uncertain);
    Bands bands =
        new Bands(workspace, ordered, Uncertainty.of(workspace, ordered, Uncertainty.LIVE_DRAWS));
    bands.sortInto(new Cases(workspace, ordered).all());
    bands.headlines();
    return Optional.of(bands);
  }

  private void sortInto(double[][][] cases) {
    for (int m = 0; m < METRICS.size(); m++) {
      Map<String, Band> ofMetric = new LinkedHashMap<>();
      for (int i = 0; i < cases.length; i++) {
        String platform = workspace.platforms().get(i).id();
        Band.of(cases[i][m]).ifPresent(band -> ofMetric.put(platform, band));
      }
      bands.put(METRICS.get(m), ofMetric);
    }
  }

  private void headlines() {
    Metric metric = Evaluation.headline(workspace.scenario().tokensCounted());
    Map<String, Band> ofMetric = new LinkedHashMap<>();
    for (Platform platform : workspace.platforms()) {
      headline
          .spread(platform.id())
          .filter(Uncertainty.Spread::isPresent)
          .map(spread -> new Band(spread.p5(), spread.p50(), spread.p95(), spread.missing()))
          .filter(Band::isWide)
          .ifPresent(band -> ofMetric.put(platform.id(), band));
    }
    bands.put(metric, ofMetric);
  }

  /** What it was computed for. */
  public Workspace workspace() {
    return workspace;
  }

  /** The uncertain inputs and what is known of them. */
  public Map<Lever, Distribution> uncertain() {
    return Collections.unmodifiableMap(uncertain);
  }

  /** The draws of the headline costs, with their histograms and the chance that one is cheaper. */
  public Uncertainty headline() {
    return headline;
  }

  /** The band of a figure; empty where nothing uncertain moves it, or there is none in any case. */
  public Optional<Band> of(String platform, Metric metric) {
    return Optional.ofNullable(bands.getOrDefault(metric, Map.of()).get(platform));
  }

  /**
   * The share of all cases in which a platform's tokens are cheaper than the baseline's; empty for the
   * baseline itself, or where neither of the two is uncertain.
   */
  public Optional<Double> chanceCheaper(String platform) {
    String baseline = workspace.baseline();
    Metric metric = Evaluation.headline(workspace.scenario().tokensCounted());
    if (baseline == null
        || baseline.equals(platform)
        || workspace.platform(platform).isEmpty()
        || workspace.platform(baseline).isEmpty()) {
      return Optional.empty();
    }
    return of(platform, metric).isPresent() || of(baseline, metric).isPresent()
        ? headline.chanceCheaper(platform, baseline).found()
        : Optional.empty();
  }

  /** Whether any figure of the metric has a band. */
  public boolean has(Metric metric) {
    return !bands.getOrDefault(metric, Map.of()).isEmpty();
  }

  /** Every metric of every platform in every case, by the engine itself. */
  private record Cases(Workspace workspace, List<Lever> levers, Draws draws) {
    Cases(Workspace workspace, Map<Lever, Distribution> uncertain) {
      this(workspace, List.copyOf(uncertain.keySet()), Draws.of(uncertain));
    }

    double[][][] all() {
      double[][][] figures = new double[workspace.platforms().size()][METRICS.size()][CASES];
      int length = CASES / STRETCHES;
      IntStream.range(0, STRETCHES).parallel().forEach(stretch -> {
        Evaluator evaluator = new Evaluator();
        draws.each(
            stretch * length,
            (stretch + 1) * length,
            (draw, values) -> put(figures, draw, evaluator, values));
      });
      return figures;
    }

    private void put(double[][][] figures, int draw, Evaluator evaluator, double[] values) {
      Optional<Evaluation> evaluation = evaluate(evaluator, values);
      for (int i = 0; i < figures.length; i++) {
        for (int m = 0; m < METRICS.size(); m++) {
          figures[i][m][draw] = figure(evaluation, i, METRICS.get(m));
        }
      }
    }

    private Optional<Evaluation> evaluate(Evaluator evaluator, double[] values) {
      try {
        Workspace moved = workspace;
        for (int i = 0; i < values.length; i++) {
          moved = levers.get(i).set(moved, values[i]);
        }
        return Optional.of(evaluator.evaluate(moved));
      } catch (InvalidInput contradicting) {
        return Optional.empty();
      }
    }

    private static double figure(Optional<Evaluation> evaluation, int platform, Metric metric) {
      return evaluation
          .flatMap(found -> found.platforms().get(platform).of(metric).figure())
          .map(Explained::value)
          .orElse(Double.NaN);
    }
  }
}
