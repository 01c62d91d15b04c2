package app.waterline.engine.why;

import app.waterline.model.Distribution;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How sure the headline cost of a million tokens is, with some inputs known only as distributions. Sobol
 * draws, so the same workspace always gives the same figures.
 *
 * @see "docs/model.md, section 8"
 */
public final class Uncertainty {
  /** Draws for live use: enough for four digits of a percentile, and a few milliseconds. */
  public static final int LIVE_DRAWS = 1 << 16;

  private static final int MOST_DRAWS = 1 << 22;
  private static final int STRETCHES = 16;

  private final int draws;
  private final List<String> platforms;
  private final List<double[]> costs;
  private final Map<String, Spread> spreads = new LinkedHashMap<>();

  private Uncertainty(int draws, List<String> platforms, List<double[]> costs) {
    this.draws = draws;
    this.platforms = platforms;
    this.costs = costs;
    IntStream.range(0, platforms.size())
        .parallel()
        .mapToObj(i -> Spread.of(costs.get(i)))
        .toList()
        .forEach(spread -> spreads.put(platforms.get(spreads.size()), spread));
  }

  /**
   * Draws the uncertain inputs and evaluates every platform.
   *
   * @param uncertain what is known of each uncertain lever; the others keep their value
   * @param draws how many, 2 to 4,194,304; powers of two are spread most evenly
   * @throws InvalidInput if nothing is uncertain, or a distribution reaches out of its lever's domain
   */
  public static Uncertainty of(Workspace workspace, Map<Lever, Distribution> uncertain, int draws) {
    requireSome(uncertain);
    if (draws < 2 || draws > MOST_DRAWS) {
      throw new InvalidInput("The number of draws must be 2 to %d [%d]. %d is usual."
          .formatted(MOST_DRAWS, draws, LIVE_DRAWS));
    }
    Map<Lever, Distribution> ordered = new LinkedHashMap<>(uncertain);
    List<Lever> levers = List.copyOf(ordered.keySet());
    Draws source = Draws.of(ordered);
    List<CostFunction> functions = workspace.platforms().stream()
        .map(platform -> CostFunction.of(workspace, platform, levers))
        .toList();
    List<double[]> costs = functions.stream().map(function -> new double[draws]).toList();
    IntStream.range(0, STRETCHES)
        .parallel()
        .forEach(stretch -> evaluate(source, functions, costs, stretch, draws));
    return new Uncertainty(
        draws, workspace.platforms().stream().map(Platform::id).toList(), costs);
  }

  private static void requireSome(Map<Lever, Distribution> uncertain) {
    if (uncertain.isEmpty()) {
      throw new InvalidInput(
          "No input is uncertain [none]. Enter a range for one, for example 2.3 to 3.1.");
    }
  }

  private static void evaluate(
      Draws source, List<CostFunction> functions, List<double[]> costs, int stretch, int draws) {
    int from = (int) ((long) draws * stretch / STRETCHES);
    int to = (int) ((long) draws * (stretch + 1) / STRETCHES);
    List<CostFunction> own = functions.stream().map(CostFunction::copy).toList();
    source.each(from, to, (draw, values) -> {
      for (int i = 0; i < own.size(); i++) {
        costs.get(i)[draw] = own.get(i).at(values);
      }
    });
  }

  public int draws() {
    return draws;
  }

  /** How the cost of a platform is spread; empty for one that is not in the workspace. */
  public Optional<Spread> spread(String platform) {
    return Optional.ofNullable(spreads.get(platform));
  }

  /**
   * The chance that one platform's tokens are cheaper than another's, among the draws in which both have a
   * cost.
   *
   * @return 0 to 1, ties counting half; or why there is none
   */
  public Outcome<Double> chanceCheaper(String first, String second) {
    double[] mine = costs(first);
    double[] theirs = costs(second);
    double wins = 0;
    int both = 0;
    for (int i = 0; i < draws; i++) {
      if (!Double.isNaN(mine[i]) && !Double.isNaN(theirs[i])) {
        both++;
        wins += mine[i] < theirs[i] ? 1 : mine[i] == theirs[i] ? 0.5 : 0;
      }
    }
    return both == 0
        ? new Outcome.None<>("there is no draw in which both have a cost")
        : new Outcome.Found<>(wins / both);
  }

  private double[] costs(String platform) {
    int place = platforms.indexOf(platform);
    if (place < 0) {
      throw new InvalidInput("The workspace has no such platform [%s]. Name one of %s."
          .formatted(platform, platforms));
    }
    return costs.get(place);
  }

  /**
   * Which uncertain inputs matter: Sobol's indices of the cost of a platform, after Saltelli (2010) and
   * Jansen (1999).
   *
   * @param size independent pairs of draws, 2 or more; the cost is evaluated so many times for each lever
   *     and twice more
   * @return the largest total index first; or why there are none
   */
  public static Outcome<List<Importance>> importance(
      Workspace workspace, Map<Lever, Distribution> uncertain, String platform, int size) {
    requireSome(uncertain);
    List<Lever> levers = new ArrayList<>(uncertain.keySet());
    return Importance.of(
        levers, Draws.of(new LinkedHashMap<>(uncertain)), cost(workspace, platform, levers), size);
  }

  /**
   * The same of the cost of one platform ÷ that of another: what both share, as the utilization, falls out
   * of it.
   *
   * @param against the platform to divide by
   */
  public static Outcome<List<Importance>> importanceOfRatio(
      Workspace workspace,
      Map<Lever, Distribution> uncertain,
      String platform,
      String against,
      int size) {
    requireSome(uncertain);
    List<Lever> levers = new ArrayList<>(uncertain.keySet());
    CostFunction ratio =
        new CostRatio(cost(workspace, platform, levers), cost(workspace, against, levers));
    return Importance.of(levers, Draws.of(new LinkedHashMap<>(uncertain)), ratio, size);
  }

  private static CostFunction cost(Workspace workspace, String platform, List<Lever> levers) {
    Platform found = workspace
        .platform(platform)
        .orElseThrow(
            () -> new InvalidInput("The workspace has no such platform [%s].".formatted(platform)));
    return CostFunction.of(workspace, found, levers);
  }

  /** The values without those that are not numbers. */
  static double[] present(double[] values) {
    double[] present = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        present[count++] = value;
      }
    }
    return count == values.length ? present : Arrays.copyOf(present, count);
  }

  /**
   * How a cost is spread over the draws.
   *
   * @param p5 $ per million tokens; one draw in twenty is below
   * @param p50 the median
   * @param p95 one draw in twenty is above
   * @param mean the mean
   * @param missing share of the draws in which there is no cost, for example because the target can't be
   *     met; the other figures are over the rest
   * @param histogram how often the cost fell into each of equal bins
   */
  public record Spread(
      double p5, double p50, double p95, double mean, double missing, Histogram histogram) {
    private static Spread of(double[] costs) {
      double[] present = Uncertainty.present(costs);
      double missing = 1 - (double) present.length / costs.length;
      if (present.length == 0) {
        return new Spread(0, 0, 0, 0, 1, Histogram.EMPTY);
      }
      Ranks ranks = new Ranks(present);
      return new Spread(
          ranks.at(0.05),
          ranks.at(0.5),
          ranks.at(0.95),
          Arrays.stream(present).sum() / present.length,
          missing,
          Histogram.of(present, ranks.at(0.001), ranks.at(0.999)));
    }

    /** Whether there is a cost in any draw; without one the other figures mean nothing. */
    public boolean isPresent() {
      return missing < 1;
    }
  }
}
