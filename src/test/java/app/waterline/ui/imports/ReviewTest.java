package app.waterline.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.waterline.document.Document;
import app.waterline.io.Catalogue;
import app.waterline.io.WorkspaceFile;
import app.waterline.io.runs.AnswersFile;
import app.waterline.io.runs.Run;
import app.waterline.io.runs.RunImport;
import app.waterline.io.runs.SourceAnswers;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Workspace;
import app.waterline.ui.imports.Review.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  private static final String HEADER =
      "tool,model,hardware,precision,gpus,concurrency,isl,osl,totalTokensPerSecond,inputTokensPerSecond,outputTokensPerSecond,tpotP50Ms,date\n";
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");
  private static final Evidence BY_HAND = Evidence.assumption("by hand");

  @TempDir
  private Path folder;

  private Workspace workspace = WorkspaceFile.read(SAMPLE);

  ReviewTest() throws IOException {}

  private void table(String name, String... rows) throws IOException {
    Files.writeString(folder.resolve(name), HEADER + String.join("\n", rows) + "\n");
  }

  private Review review() {
    return review(source -> SourceAnswers.NONE);
  }

  private Review review(Function<Source, SourceAnswers> remembered) {
    return new Review(found(), workspace, Catalogue.platforms(), Catalogue.gpuNames(), remembered);
  }

  private Found found() {
    Collecting collecting = new Collecting(
        100,
        new Collecting.Words(n -> "ignored " + n, (more, most) -> more + " beyond " + most),
        new Collecting.Watch() {
          @Override
          public void read(Path file, long bytes, Collecting so) {}

          @Override
          public boolean isCancelled() {
            return false;
          }
        });
    RunImport.read(List.of(folder), collecting);
    return collecting.found();
  }

  private Workspace imported(Review review) {
    return review.edit("Import", BY_HAND).change().apply(workspace);
  }

  private static List<OperatingPoint> pointsOf(Workspace workspace, String id) {
    return workspace.platform(id).orElseThrow().operatingPoints();
  }

  @Test
  void aKnownGpuGoesToThePlatformThatHasIt() throws IOException {
    table(
        "good.csv",
        "house,Acme-7B,NVIDIA H200 141GB,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31",
        "house,Acme-7B,b200,FP8,8,128,1024,1024,16000,8000,8000,10,2026-07-31");
    Review review = review();
    assertThat(review.in(State.READY)).hasSize(2);
    Workspace after = imported(review);
    // 8000 tok/s ÷ 8 GPUs; 1 ÷ 12.5 ms
    assertThat(pointsOf(after, "h200")).singleElement().satisfies(point -> {
      assertThat(point.tokensPerSecondPerGpu().total()).isEqualTo(1000);
      assertThat(point.interactivity()).isCloseTo(80, within(1e-9));
    });
    Platform added = after.platforms().getLast();
    assertThat(added.name()).isEqualTo("HGX B200");
    assertThat(added.operatingPoints()).hasSize(1);
  }

  @Test
  void whatIsMissingIsAskedOncePerSource() throws IOException {
    table(
        "sweep.csv",
        "house,Acme-7B,H200,,,16,1024,1024,3000,1500,1500,10,2026-07-31",
        "house,Acme-7B,H200,,,64,1024,1024,8000,4000,4000,12.5,2026-07-31");
    Review review = review();
    assertThat(review.asked()).hasSize(1);
    Source source = review.asked().keySet().iterator().next();
    assertThat(review.asked()).containsValue(Set.of(Run.Missing.GPUS, Run.Missing.PRECISION));
    assertThat(review.in(State.NEEDS_ANSWERS)).hasSize(2);
    review.answer(source, new SourceAnswers(4, null, null));
    assertThat(review.in(State.NEEDS_ANSWERS)).hasSize(2);
    review.answer(source, new SourceAnswers(4, Precision.FP4, null));
    assertThat(review.in(State.READY)).hasSize(2);
    assertThat(pointsOf(imported(review), "h200"))
        .extracting(point -> point.tokensPerSecondPerGpu().total())
        .containsExactly(750.0, 2000.0);
  }

  @Test
  void answersAreRememberedPerSource() throws IOException {
    table("sweep.csv", "house,Acme-7B,H200,,,16,1024,1024,3000,1500,1500,10,2026-07-31");
    AnswersFile memory = new AnswersFile(folder.resolve("settings").resolve("runs.properties"));
    SourceAnswers given = new SourceAnswers(4, Precision.FP4, "Acme; 7B");
    Source source = review().asked().keySet().iterator().next();
    memory.remember(Map.of(source.key(), given));
    assertThat(memory.of(source.key())).isEqualTo(given);
    assertThat(memory.of("another")).isEqualTo(SourceAnswers.NONE);
    Review again = review(each -> memory.of(each.key()));
    assertThat(again.in(State.READY)).hasSize(1);
    assertThat(again.answersTo(source)).isEqualTo(given);
  }

  @Test
  void aDoubtfulRunIsSetAsideUntilItIsMended() throws IOException {
    // 8000 output tok/s can't come of 2 requests in flight at 80 tok/s each.
    table("bad.csv", "house,Acme-7B,H200,FP8,8,2,1024,1024,16000,8000,8000,12.5,2026-07-31");
    Review review = review();
    Row row = review.in(State.SET_ASIDE).getFirst();
    assertThat(row.atFault()).containsExactly(RunField.CONCURRENCY);
    assertThat(review.harvest()).isEmpty();
    review.mend(0, RunField.CONCURRENCY.mended(row.run(), 128, "Mended by hand."));
    assertThat(review.in(State.READY)).hasSize(1);
    assertThat(pointsOf(imported(review), "h200")).singleElement().satisfies(point -> {
      assertThat(point.concurrency()).isEqualTo(128.0);
      assertThat(point.evidence().note()).contains("Mended by hand.");
    });
    review.restore(0);
    assertThat(review.in(State.SET_ASIDE)).hasSize(1);
  }

  @Test
  void aMendedGpuCountChangesTheRatesPerGpu() throws IOException {
    table("good.csv", "house,Acme-7B,H200,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31");
    Run run = review().row(0).run();
    assertThat(RunField.GPUS.mended(run, 16, "").rates().totalPerGpu()).isEqualTo(500.0);
    assertThat(RunField.TOTAL.mended(run, 900, "").rates().total()).isEqualTo(7200.0);
    assertThat(RunField.TPOT.mended(run, 20, "").interactivity()).isCloseTo(50, within(1e-9));
  }

  @Test
  void whatOnlyTheFileCouldTellStaysAgainstTheRun() throws IOException {
    Files.copy(
        Path.of("src/test/resources/runs/inference-perf-summary.json"),
        folder.resolve("summary.json"));
    Review review = review();
    Row row = review.in(State.SET_ASIDE).getFirst();
    review.mend(row.number(), row.run().edit().gpus(8).build());
    assertThat(review.in(State.SET_ASIDE)).hasSize(1);
    assertThat(review.row(row.number()).doubts()).containsAll(row.doubts());
  }

  @Test
  void aRunThatIsThereAlreadyIsSkippedByChoice() throws IOException {
    String run = "house,Acme-7B,H200,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31";
    table("one.csv", run, run);
    Review first = review();
    assertThat(first.knownRuns()).isEqualTo(1);
    workspace = imported(first);
    assertThat(pointsOf(workspace, "h200")).hasSize(1);
    Files.move(folder.resolve("one.csv"), folder.resolve("other.csv"));
    Review second = review();
    assertThat(second.knownRuns()).isEqualTo(2);
    assertThat(second.harvest()).isEmpty();
    second.skipKnown(false);
    assertThat(pointsOf(imported(second), "h200")).hasSize(3);
  }

  @Test
  void aGpuThatNobodyKnowsNeedsANameAndAPrice() throws IOException {
    table("x.csv", "house,Acme-7B,X100,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31");
    Review review = review();
    GpuKind kind = review.targets().keySet().iterator().next();
    assertThat(kind).isEqualTo(new GpuKind("X100", GpuKind.Naming.UNKNOWN));
    assertThat(review.in(State.NEEDS_ANSWERS)).hasSize(1);
    review.target(kind, new Target.Named("Our X100", 3.5));
    Platform made = imported(review).platforms().getLast();
    assertThat(made.name()).isEqualTo("Our X100");
    assertThat(made.pricing()).isEqualTo(new Pricing.Rental(new Figure(3.5, BY_HAND), null));
    review.target(kind, new Target.Nowhere());
    assertThat(review.in(State.LEFT_OUT)).hasSize(1);
  }

  @Test
  void aPriceIsAskedForANewPlatformAndRememberedForItsSource() throws IOException {
    table("x.csv", "house,Acme-7B,X100,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31");
    table("c.csv", "house,Acme-7B,MI355X,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31");
    Review review = review();
    for (GpuKind kind : List.copyOf(review.targets().keySet())) {
      review.target(kind, review.targetOf(kind).at(kind.name().equals("X100") ? 3.5 : 2.25));
    }
    Map<Source, SourceAnswers> given = review.answers();
    assertThat(given.values()).extracting(SourceAnswers::price).containsOnly(3.5, 2.25);
    Review again = review(source -> given.getOrDefault(source, SourceAnswers.NONE));
    assertThat(again.in(State.READY)).hasSize(2);
    assertThat(imported(again).platforms().reversed().subList(0, 2))
        .extracting(Platform::pricing)
        .containsExactlyInAnyOrder(
            new Pricing.Rental(new Figure(3.5, BY_HAND), null),
            new Pricing.Rental(new Figure(2.25, BY_HAND), null));
  }

  @Test
  void aPlatformThatIsThereKeepsItsPrice() throws IOException {
    table("sweep.csv", "house,Acme-7B,H200,FP8,4,16,1024,1024,3000,1500,1500,10,2026-07-31");
    Review review = review(source -> SourceAnswers.NONE.withPrice(99.0));
    assertThat(imported(review).platform("h200").orElseThrow().pricing())
        .isEqualTo(workspace.platform("h200").orElseThrow().pricing());
    GpuKind kind = review.targets().keySet().iterator().next();
    assertThat(review.priceAt(review.targetOf(kind))).isPresent();
  }

  @Test
  void theNameOfAFileAloneDecidesNoPlatform() throws IOException {
    table("run_h200_tp8.csv", "house,Acme-7B,,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31");
    Review review = review();
    GpuKind kind = new GpuKind("H200 SXM", GpuKind.Naming.SUGGESTED);
    assertThat(review.targets()).isEqualTo(Map.of(kind, new Target.Unchosen()));
    assertThat(review.in(State.NEEDS_ANSWERS)).hasSize(1);
    assertThat(review.choices(kind)).first().isEqualTo(new Target.Existing("h200"));
  }

  @Test
  void theImportIsOneStep() throws IOException {
    table(
        "good.csv",
        "house,Acme-7B,H200,FP8,8,64,1024,1024,8000,4000,4000,12.5,2026-07-31",
        "house,Acme-7B,b200,FP8,8,128,1024,1024,16000,8000,8000,10,2026-07-31");
    Document document = new Document(workspace, () -> 0);
    document.apply(review().edit("Import 2 runs", BY_HAND));
    assertThat(document.undoLabel()).contains("Import 2 runs");
    document.undo();
    assertThat(document.current()).isEqualTo(workspace);
    assertThat(document.undoLabel()).isEmpty();
  }

  /** Of 103 runs of one set-up the last three are beyond; one of them is better than all before. */
  @Test
  void ofRunsBeyondTheMostTheLeadersAreKeptAndTheOthersToldOf() throws IOException {
    String[] rows = new String[103];
    for (int i = 0; i < rows.length; i++) {
      int total = i == 101 ? 9000 : 8000 - i;
      rows[i] = "house,Acme-7B,H200,FP8,8,64,1024,1024,%d,%d,4000,12.5,2026-07-31"
          .formatted(total, total - 4000);
    }
    table("many.csv", rows);
    Found found = found();
    assertThat(found.runs()).hasSize(101);
    assertThat(found.runs().getLast().run().rates().total()).isEqualTo(9000.0);
    assertThat(found.unread()).singleElement().satisfies(unread -> {
      assertThat(unread.reason()).isEqualTo("2 beyond 100");
      assertThat(unread.damaged()).isTrue();
    });
  }
}
