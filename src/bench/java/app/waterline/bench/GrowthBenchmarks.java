package app.waterline.bench;

import app.waterline.Card;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Frontier;
import app.waterline.engine.why.Decomposition;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Uncertainty;
import app.waterline.engine.why.WinnerMap;
import app.waterline.export.deck.MadeDeck;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How the times grow with their input: N, 10 N and 100 N. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Djava.awt.headless=true")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class GrowthBenchmarks {
  private static final long SEED = 20_261_125;
  private static final int PLATFORMS = 6;
  private static final int COPIED = 8 << 20;

  @Param({"1", "10", "100"})
  public int times;

  private Workspace six;
  private Evaluation evaluation;
  private List<OperatingPoint> points;
  private WhyBenchmarks why;
  private DeckBenchmarks decks;
  private Path rows;
  private double[] from;
  private double[] to;

  @Setup(Level.Trial)
  public void prepare() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    Platform[] platforms = new Platform[PLATFORMS];
    for (int i = 0; i < PLATFORMS; i++) {
      platforms[i] = WhyBenchmarks.measured("platform-" + i, 40 * times, random);
    }
    six = Card.workspace(Scenario.DEFAULT, platforms);
    evaluation = new Evaluator().evaluate(six);
    points = Benchmarks.points(Benchmarks.configuration(0), 500 * times, random);
    why = new WhyBenchmarks();
    why.prepare();
    from = random.doubles(COPIED).toArray();
    to = new double[COPIED];
    decks = new DeckBenchmarks();
    decks.prepare();
    rows = Files.createTempFile("rows", ".json");
    ImportBenchmarks.writeRows(rows, 500 * times);
  }

  @TearDown(Level.Trial)
  public void remove() throws IOException {
    Files.delete(rows);
  }

  /** Six platforms of 40, 400 and 4,000 points from nothing. */
  @Benchmark
  public Evaluation evaluate() {
    return new Evaluator().evaluate(six);
  }

  /** The frontier of 500, 5,000 and 50,000 points of one configuration. */
  @Benchmark
  public Frontier frontier() {
    return Frontier.of(points);
  }

  /** Every capability and the operating point of five candidates of 40, 400 and 4,000 points. */
  @Benchmark
  public List<Outcome<Decomposition>> decompose() {
    return WhyBenchmarks.decompositions(evaluation);
  }

  /** 10,000, 100,000 and 1,000,000 draws of ten inputs. */
  @Benchmark
  public Uncertainty draws() {
    return why.draws(10_000 * times);
  }

  /** A map of 1,200, 12,000 and 120,000 cells over six platforms of 400 points. */
  @Benchmark
  public WinnerMap map() {
    return why.map(4 * times);
  }

  /** A deck of 1, 10 and 100 slides of nine measured platforms. */
  @Benchmark
  public MadeDeck slides() {
    return decks.slides(times);
  }

  /** 500, 5,000 and 50,000 rows of InferenceX. */
  @Benchmark
  public long rows() {
    return ImportBenchmarks.read(rows);
  }

  /** The bandwidth of the memory: 64 MB read and written; the same for each size. */
  @Benchmark
  public double[] copy() {
    System.arraycopy(from, 0, to, 0, COPIED);
    return to;
  }
}
