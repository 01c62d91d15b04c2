package app.waterline.io;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.engine.Evaluator;
import app.waterline.model.InvalidInput;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzing of workspaces, claims and settings with Jazzer. Whatever the bytes are, nothing but the
 * declared refusal comes of them; what is read can be evaluated, saved and read again.
 * <p>
 * To fuzz one target: {@code JAZZER_FUZZ=1 mvn test -Dtest=FilesFuzzTest#workspace}.
 */
class FilesFuzzTest {
  private static final Workspace SMALL =
      Card.workspace(Scenario.DEFAULT, Card.named("a").rented(2).delivering(900).platform());

  @MethodSource("workspaces")
  @FuzzTest(maxDuration = "60s")
  void workspace(byte[] bytes) {
    try {
      Workspace read = WorkspaceFile.read(new ByteArrayInputStream(bytes), "fuzz");
      new Evaluator().evaluate(read);
      byte[] saved = WorkspaceFile.toJson(read).getBytes(StandardCharsets.UTF_8);
      assertThat(WorkspaceFile.read(new ByteArrayInputStream(saved), "saved")).isEqualTo(read);
    } catch (UnreadableFile refused) {
      saysWhy(refused);
    } catch (IOException other) {
      throw new UncheckedIOException(other);
    }
  }

  @MethodSource("claims")
  @FuzzTest(maxDuration = "60s")
  void claim(byte[] bytes) {
    try {
      ClaimFile.read(new ByteArrayInputStream(bytes), "fuzz");
    } catch (UnreadableFile refused) {
      saysWhy(refused);
    } catch (IOException other) {
      throw new UncheckedIOException(other);
    }
  }

  @MethodSource("tables")
  @FuzzTest(maxDuration = "60s")
  void claimText(byte[] bytes) {
    try {
      ClaimText.read(
          new String(bytes, StandardCharsets.UTF_8), "title", "source", SMALL.platforms());
    } catch (InvalidInput refused) {
      saysWhy(refused);
    }
  }

  @MethodSource("changes")
  @FuzzTest(maxDuration = "60s")
  void setting(byte[] bytes) {
    try {
      List<String> lines =
          new String(bytes, StandardCharsets.UTF_8).lines().limit(20).toList();
      WorkspaceFile.toJson(WorkspaceSettings.apply(SMALL, lines));
    } catch (InvalidInput refused) {
      saysWhy(refused);
    }
  }

  private static void saysWhy(Exception refused) {
    assertThat(refused.getMessage()).isNotBlank();
  }

  static Stream<byte[]> workspaces() throws IOException {
    String small = WorkspaceFile.toJson(SMALL);
    return Stream.concat(samples(".waterline"), Stream.of(small.getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<byte[]> claims() throws IOException {
    return samples(".claim.json");
  }

  private static Stream<byte[]> samples(String ending) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sample-data"))) {
      List<Path> found = files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ending))
          .sorted()
          .toList();
      return found.stream().map(FilesFuzzTest::bytes);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<byte[]> tables() {
    return Stream.of(
            "Metric\tH200\tGB300\nCost per GPU per Hour ($)\t$1.41\t$2.65\nTokens per Second per GPU\t90\t6,000\n",
            "| Metric | A | B | relative |\n|---|---|---|---|\n| Cost per 1M tokens | $4.20 | $0.12 | 35x lower |\n",
            "<table><tr><th>m</th><th>A</th></tr><tr><td>Tokens/second/GPU</td><td>90&nbsp;k</td></tr></table>",
            "Platform;FP4 dense PFLOPS;kW per GPU\nA;9,5;1.4\nB;10;\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<byte[]> changes() {
    return Stream.of(
            "/scenario/utilization=0.6",
            "/platforms/a/name=\"x\"\n/platforms/0/pricing/ratePerGpuHour=3",
            "/scenario/pue=null\n/scenario/workload/isl=1000\n/baseline=a",
            "/priceLists/-={\"id\":\"x\"}\n/platforms/a/stack/NVFP4/on=false")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
