package app.waterline.bench;

import app.waterline.ui.palette.Entry;
import app.waterline.ui.palette.Finder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the palette searches at a keystroke; target and result are in docs/performance.md. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class PaletteBenchmarks {
  private static final List<String> TYPED =
      List.of("u", "ut", "mb", "power pr", "platform 17 memory", "utilization 60");

  private final Finder finder = new Finder(
      IntStream.range(0, 2_000).mapToObj(PaletteBenchmarks::entry).toList(),
      List.of("7", "100", "1999"));
  private int next;

  private static Entry entry(int i) {
    String[] names = {"Utilization", "Memory bandwidth", "Power price", "Cost of capital"};
    return new Entry(
        String.valueOf(i),
        Entry.Kind.INPUT,
        "Platform %d: %s".formatted(i / 4, names[i % 4]),
        "",
        "",
        true,
        null,
        () -> {});
  }

  /** One more letter. */
  @Benchmark
  public List<Finder.Found> keystroke() {
    next = (next + 1) % TYPED.size();
    return finder.find(TYPED.get(next));
  }
}
