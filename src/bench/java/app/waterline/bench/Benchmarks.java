package app.waterline.bench;

import app.waterline.Card;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Frontier;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.Planner;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Amortization;
import app.waterline.model.Configuration;
import app.waterline.model.ManualThroughput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.Sparsity;
import app.waterline.model.Throughput;
import app.waterline.model.TokenPrices;
import app.waterline.model.WorkloadKind;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the engine takes; targets and results are in docs/performance.md. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Benchmarks {
  private static final long SEED = 20_261_123;
  private static final int PLATFORMS = 12;
  private static final int POINTS = 400;
  private static final int RUNS_OF_ONE_CONFIGURATION = 20;
  private static final int LARGE_FRONTIER = 5_000;

  private final Evaluator warm = new Evaluator();
  private Workspace large;
  private List<OperatingPoint> manyPoints;
  private Workspace sample;
  private Evaluation planned;
  private Workspace measured;
  private int step;

  @Setup(Level.Trial)
  public void prepare() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Platform[] platforms = new Platform[PLATFORMS];
    for (int i = 0; i < PLATFORMS; i++) {
      platforms[i] = platform("platform-" + i, random);
    }
    Scenario scenario = Scenario.DEFAULT
        .withTargetInteractivity(40.0)
        .withTokenPrices(new TokenPrices(0.55, 0.14, 2.19));
    large = Card.workspace(scenario, platforms);
    manyPoints = points(configuration(0), LARGE_FRONTIER, random);
    planned = planned(random);
    sample = WorkspaceFile.read(Path.of("sample-data", "hopper-vs-blackwell.waterline"));
    measured = WorkspaceFile.read(Path.of("sample-data", "deepseek-r1-measured.waterline"));
  }

  /** 6 owned platforms over 10 years, with a load for each of 8,760 hours. */
  @Benchmark
  public Plan planSixPlatforms() {
    return Planner.plan(planned);
  }

  private static Evaluation planned(SplittableRandom random) {
    Platform[] platforms = new Platform[6];
    for (int i = 0; i < platforms.length; i++) {
      platforms[i] = Card.named("owned-" + i)
          .power(1 + i)
          .bought(Amortization.ANNUITY, 30_000 + 5_000 * i, 5, 0.2)
          .delivering(new ManualThroughput(
              Card.published(1_000 * (i + 1)),
              Card.published(500 * (i + 1)),
              Card.published(500 * (i + 1)),
              null,
              Precision.FP8))
          .platform();
    }
    List<Double> hours = random.doubles(8_760).boxed().toList();
    return new Evaluator()
        .evaluate(Card.workspace(
            Scenario.DEFAULT
                .withUtilization(0.6)
                .withHorizonYears(10)
                .withTokenPrices(new TokenPrices(0.55, 0.14, 2.19))
                .withSizing(new Sizing(Sizing.Basis.MEGAWATTS, 10))
                .withPlanning(new Planning(null, hours, 1, 6, 0.25)),
            platforms));
  }

  /** 12 platforms of 400 points each that nobody has evaluated before. */
  @Benchmark
  public Evaluation evaluateCold() {
    return new Evaluator().evaluate(large);
  }

  /** The same after a slider has moved: another utilization and another target each time. */
  @Benchmark
  public Evaluation evaluateAfterSlider() {
    step = (step + 1) % 100;
    Scenario moved = large.scenario()
        .withUtilization(0.5 + step / 250.0)
        .withTargetInteractivity(20.0 + step / 2.0);
    return warm.evaluate(large.withScenario(moved));
  }

  /** The frontier of 5,000 points. */
  @Benchmark
  public Frontier frontierOf5000() {
    return Frontier.of(manyPoints);
  }

  /** The sample workspace, from nothing. */
  @Benchmark
  public Evaluation evaluateSample() {
    return new Evaluator().evaluate(sample);
  }

  /** The workspace of measured runs, from nothing. */
  @Benchmark
  public Evaluation evaluateMeasuredSample() {
    return new Evaluator().evaluate(measured);
  }

  private static Platform platform(String id, SplittableRandom random) {
    Card card = Card.named(id)
        .rented(random.nextDouble(1, 5))
        .power(random.nextDouble(1, 3))
        .quotedPeak(Precision.FP8, Sparsity.DENSE, random.nextDouble(1, 5))
        .peak(Precision.FP4, Sparsity.DENSE, random.nextDouble(5, 15));
    for (int run = 0; run < POINTS / RUNS_OF_ONE_CONFIGURATION; run++) {
      points(configuration(run), RUNS_OF_ONE_CONFIGURATION, random).forEach(card::measured);
    }
    return card.platform();
  }

  /** Faster means fewer tokens, with noise, so that about half of the points are on the frontier. */
  static List<OperatingPoint> points(
      Configuration configuration, int count, SplittableRandom random) {
    List<OperatingPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double interactivity = random.nextDouble(5, 150);
      double total = 20_000 / interactivity * random.nextDouble(0.8, 1.2);
      points.add(Card.point(
          configuration, interactivity, new Throughput(total, total * 0.5, total * 0.5)));
    }
    return points;
  }

  /** A record of its own for each run, as readers make them. */
  static Configuration configuration(int number) {
    return new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        1024,
        1024,
        number % 2 == 0 ? Precision.FP8 : Precision.FP4,
        "stack-" + number / 4,
        number % 4 > 1,
        false,
        false,
        false);
  }
}
