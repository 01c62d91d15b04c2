package app.waterline.io.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
  private static final Path SAMPLES = Path.of("sample-data");

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({
    "hopper-vs-blackwell.waterline, WORKSPACE",
    "hopper-vs-blackwell.claim.json, CLAIM",
    "price-list-template.csv, RENTAL_PRICES",
    "runs-template.csv, RUNS"
  })
  void theSamplesAreToldApart(String name, FileKind kind) {
    assertThat(FileKind.of(SAMPLES.resolve(name))).isEqualTo(kind);
  }

  @Test
  void aWorkspaceOfAnotherNameIsOne() throws IOException {
    Path renamed = folder.resolve("mine.json");
    Files.copy(SAMPLES.resolve("hopper-vs-blackwell.waterline"), renamed);
    assertThat(FileKind.of(renamed)).isEqualTo(FileKind.WORKSPACE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"gpt-x\": {\"input_cost_per_token\": 2.8e-07}} | TOKEN_PRICES",
        "{\"schemaVersion\": 1, \"title\": \"cut off | RUNS",
        "{\"median_ttft_ms\": 12} | RUNS",
        "AcceleratorName,AcceleratorCount,InstanceType,Price,SpotPrice,Region | RENTAL_PRICES",
        "{{{{ | RUNS",
        "PK\u0003\u0004 binary | RUNS"
      })
  void othersByWhatTheyHold(String text, FileKind kind) throws IOException {
    Path file = Files.writeString(folder.resolve("dropped"), text);
    assertThat(FileKind.of(file)).isEqualTo(kind);
  }

  @Test
  void whatIsNoFileIsLeftToTheReaderOfRuns() {
    assertThat(FileKind.of(folder)).isEqualTo(FileKind.RUNS);
    assertThat(FileKind.of(folder.resolve("away.csv"))).isEqualTo(FileKind.RUNS);
  }
}
