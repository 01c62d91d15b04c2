package app.waterline.bench;

import app.waterline.Card;
import app.waterline.document.FigureSlots;
import app.waterline.document.Levers;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.why.Bands;
import app.waterline.engine.why.Decomposition;
import app.waterline.engine.why.Driver;
import app.waterline.engine.why.Gauge;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Sweep;
import app.waterline.engine.why.Tornado;
import app.waterline.engine.why.Uncertainty;
import app.waterline.engine.why.WinnerMap;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Configuration;
import app.waterline.model.Distribution;
import app.waterline.model.Hardware;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Support;
import app.waterline.model.Throughput;
import app.waterline.model.WorkloadKind;
import app.waterline.model.Workspace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** How long the questions of why and what if take; targets and results are in docs/performance.md. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class WhyBenchmarks {
  private static final long SEED = 20_261_124;
  private static final int PLATFORMS = 6;
  private static final int POINTS = 400;
  private static final int SAMPLES = 1_000_000;
  private static final int LEVERS = 20;

  private final Evaluator evaluator = new Evaluator();
  private Workspace six;
  private Evaluation evaluation;
  private Workspace pair;
  private List<Lever> levers;
  private Map<Lever, Distribution> uncertain;
  private double[] rates;
  private double[] tokens;

  @Setup(Level.Trial)
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    Platform[] platforms = new Platform[PLATFORMS];
    for (int i = 0; i < PLATFORMS; i++) {
      platforms[i] = owned(measured("platform-" + i, POINTS, random), random);
    }
    six = Card.workspace(Scenario.DEFAULT, platforms);
    evaluation = evaluator.evaluate(six);
    decompositions(evaluation).forEach(WhyBenchmarks::requireDriver);
    pair = Card.workspace(Scenario.DEFAULT.withUtilization(0.7), owned("A", 900), owned("B", 1500));
    levers = Levers.of(pair).stream().limit(LEVERS).toList();
    uncertain = uncertain();
    rates = new double[SAMPLES];
    tokens = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      rates[i] = random.nextDouble(1, 2);
      tokens[i] = random.nextDouble(100, 200);
    }
  }

  /**
   * Price, power, six capabilities and the operating point, all of which differ, and the rest: five owned
   * candidates of 400 points against a baseline.
   */
  @Benchmark
  public List<Outcome<Decomposition>> decompositions() {
    return decompositions(evaluation);
  }

  private static void requireDriver(Outcome<Decomposition> why) {
    int drivers = why.found().orElseThrow().shares().size();
    if (drivers != Driver.values().length) {
      throw new IllegalStateException("Not every driver differs [%d].".formatted(drivers));
    }
  }

  /** Every platform against the first. */
  static List<Outcome<Decomposition>> decompositions(Evaluation evaluation) {
    return evaluation.platforms().stream()
        .skip(1)
        .map(each -> Decomposition.of(
            evaluation, "platform-0", each.platform().id(), Decomposition.Subject.COST))
        .toList();
  }

  /** P5, P50 and P95 of every metric of two platforms with 10 uncertain inputs, as cards and charts show them. */
  @Benchmark
  public Optional<Bands> bandsOfEveryMetric() {
    return Bands.of(pair, uncertain);
  }

  /** A tornado of 20 inputs over two owned platforms. */
  @Benchmark
  public Tornado tornadoOf20() {
    return Tornado.of(
        evaluator, pair, Gauge.of("A", Metric.COST_PER_MILLION_TOKENS), levers, 0.2);
  }

  /** A map of 400 targets by 300 utilizations, 6 platforms of 400 points. */
  @Benchmark
  public WinnerMap winnerMap() {
    return map(400);
  }

  WinnerMap map(int columns) {
    return WinnerMap.of(
        six,
        Levers.of(ScenarioSlot.TARGET_INTERACTIVITY),
        Sweep.steps(5, 120, columns),
        Levers.of(ScenarioSlot.UTILIZATION),
        Sweep.steps(0.1, 1, 300));
  }

  /** A million draws of ten inputs, two platforms, with percentiles and histograms. */
  @Benchmark
  public Uncertainty millionDraws() {
    return Uncertainty.of(pair, uncertain, SAMPLES);
  }

  Uncertainty draws(int count) {
    return Uncertainty.of(pair, uncertain, count);
  }

  /** What a slider under uncertainty costs. */
  @Benchmark
  public Uncertainty liveDraws() {
    return Uncertainty.of(pair, uncertain, Uncertainty.LIVE_DRAWS);
  }

  /** The bare division of two million numbers drawn beforehand, without draws, ownership or percentiles. */
  @Benchmark
  public double plainLoop() {
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      sum += rates[i] / (3600 * tokens[i]) * 1e6;
      sum += 2 * rates[i] / (3600 * tokens[i]) * 1e6;
    }
    return sum;
  }

  /** The same an array at a time, each step leaving an array behind, as NumPy does it. */
  @Benchmark
  public double wholeArrays() {
    double[] perHour = Arrays.stream(tokens).map(each -> 3600 * each).toArray();
    double[] first = new double[SAMPLES];
    Arrays.setAll(first, i -> rates[i] / perHour[i]);
    double[] firstPerMillion = Arrays.stream(first).map(each -> each * 1e6).toArray();
    double[] secondPerMillion = Arrays.stream(firstPerMillion).map(each -> each * 2).toArray();
    return Arrays.stream(firstPerMillion).sum() + Arrays.stream(secondPerMillion).sum();
  }

  private static Map<Lever, Distribution> uncertain() {
    Map<Lever, Distribution> uncertain = new LinkedHashMap<>();
    for (String id : List.of("A", "B")) {
      uncertain.put(Levers.of(id, FigureSlots.CAPITAL), new Distribution.LogNormal(50_000, 0.1));
      uncertain.put(Levers.of(id, FigureSlots.LIFE), new Distribution.Triangular(3, 4, 6));
      uncertain.put(Levers.of(id, FigureSlots.KW_PER_GPU), new Distribution.Uniform(1.6, 2.2));
      uncertain.put(
          Levers.of(id, FigureSlots.THROUGHPUT), new Distribution.ThreePoints(800, 1000, 1400));
    }
    uncertain.put(Levers.of(ScenarioSlot.UTILIZATION), new Distribution.Pert(0.4, 0.7, 0.9));
    uncertain.put(Levers.of(ScenarioSlot.POWER_PRICE), new Distribution.LogNormal(0.08, 0.2));
    return uncertain;
  }

  private static Platform owned(String id, double tokens) {
    return Card.named(id).priced(owning(50_000)).power(1.9).delivering(tokens).platform();
  }

  /** The same runs on hardware that is bought, with a price and a power of its own. */
  private static Platform owned(Platform measured, SplittableRandom random) {
    Hardware hardware = Objects.requireNonNull(measured.hardware());
    Power power = new Power(
        Card.published(random.nextDouble(1, 3)), PowerBasis.CRITICAL_IT, null, Card.published(0.3));
    return measured
        .withPricing(owning(random.nextDouble(20_000, 60_000)))
        .withHardware(hardware.withPower(power));
  }

  private static Pricing.Owned owning(double capital) {
    return new Pricing.Owned(
        Amortization.ANNUITY,
        Card.published(capital),
        Card.published(4),
        Card.published(0.1),
        Card.published(9_000),
        Card.published(15),
        null,
        Card.published(0.05),
        Card.published(900));
  }

  static Platform measured(String id, int points, SplittableRandom random) {
    Card card = Card.named(id).rented(1 + 3 * random.nextDouble()).scaleUp(72);
    for (int i = 0; i < points; i++) {
      card.measured(point(random));
    }
    Map<Capability, CapabilityState> stack = new EnumMap<>(Capability.class);
    for (Capability capability : Capability.values()) {
      stack.put(capability, new CapabilityState(Support.YES, true, Card.assumed(1.5)));
    }
    return card.platform().withStack(stack);
  }

  static OperatingPoint point(SplittableRandom random) {
    Configuration run = new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        8192,
        1024,
        random.nextBoolean() ? Precision.FP4 : Precision.FP8,
        "Dynamo",
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextInt(4) == 0,
        random.nextInt(4) == 0);
    double speed = random.nextDouble(5, 200);
    return new OperatingPoint(
        run,
        new Throughput(random.nextDouble(20_000, 100_000) / speed, null, null),
        speed,
        null,
        null,
        null,
        null,
        random.nextBoolean() ? 8 : 72,
        null,
        null,
        Card.MEASURED);
  }
}
