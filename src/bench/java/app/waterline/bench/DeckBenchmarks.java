package app.waterline.bench;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.export.deck.Deck;
import app.waterline.export.deck.DeckOptions;
import app.waterline.export.deck.Decks;
import app.waterline.export.deck.MadeDeck;
import app.waterline.export.deck.Slide;
import app.waterline.export.deck.SlideKind;
import app.waterline.export.deck.Storyboard;
import app.waterline.export.file.Progress;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Sizing;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** How long decks take. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Djava.awt.headless=true", "-Xmx512m"})
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
public class DeckBenchmarks {
  private static final int MANY = 100;

  private Decks decks;
  private Evaluation pair;
  private Storyboard measured;
  private Deck hundred;

  @Setup(Level.Trial)
  public void prepare() throws IOException {
    pair = planned("hopper-vs-blackwell");
    ChartTexts texts = new ChartTexts(new QuantityFormat(Locale.US));
    decks = new Decks(texts, ChartFonts.bundled());
    measured = new Storyboard(planned("deepseek-r1-measured"), texts);
    hundred = deck(MANY);
  }

  private Deck deck(int count) {
    List<Slide> kinds = measured.slides(Arrays.asList(SlideKind.values()), Map.of());
    List<Slide> slides = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slides.add(kinds.get(i % kinds.size()));
    }
    Deck usual = measured.deck(DeckOptions.USUAL);
    return new Deck(usual.title(), usual.date(), slides);
  }

  MadeDeck slides(int count) {
    return decks.of(deck(count), DeckOptions.USUAL, Progress.UNWATCHED);
  }

  private static Evaluation planned(String sample) throws IOException {
    Workspace workspace =
        WorkspaceFile.read(Path.of("sample-data", sample + ".waterline"));
    return new Evaluator()
        .evaluate(workspace.withScenario(
            workspace.scenario().withSizing(new Sizing(Sizing.Basis.MEGAWATTS, 10))));
  }

  /** The usual slides of the published pair. */
  @Benchmark
  public MadeDeck usualDeck() {
    return decks.of(pair, DeckOptions.USUAL, Progress.UNWATCHED);
  }

  /** A hundred slides of nine measured platforms, in a heap of 512 MB. */
  @Benchmark
  public MadeDeck hundredSlides() {
    return decks.of(hundred, DeckOptions.USUAL, Progress.UNWATCHED);
  }
}
