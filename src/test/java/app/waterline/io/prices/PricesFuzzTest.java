package app.waterline.io.prices;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.io.UnreadableFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fuzzing of price lists with Jazzer: a table of rental prices in any of its forms, and LiteLLM's token
 * prices. To fuzz one target: {@code JAZZER_FUZZ=1 mvn test -Dtest=PricesFuzzTest#rental}.
 */
class PricesFuzzTest {
  private static final String DATE = "2026-11-01";

  @MethodSource("tables")
  @FuzzTest(maxDuration = "60s")
  void rental(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      RentalPrices.read(new StringReader(text), "fuzz.csv", "cloud", DATE).lists();
    } catch (UnreadableFile refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @MethodSource("models")
  @FuzzTest(maxDuration = "60s")
  void tokens(byte[] bytes) {
    try {
      TokenPriceFile.read(new ByteArrayInputStream(bytes), "fuzz.json", DATE);
    } catch (UnreadableFile refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  static Stream<byte[]> tables() throws IOException {
    return Stream.concat(
        Stream.of(Files.readAllBytes(Path.of("sample-data", "price-list-template.csv"))),
        Stream.of(
                """
                InstanceType,vCPUs,MemoryGiB,AcceleratorName,AcceleratorCount,GpuInfo,Price,SpotPrice,Region
                p5.48xlarge,192.0,2048.0,H100,8.0,"{'Gpus': [{'Name': 'H100'}]}",55.04,20.1,us-east-1
                """, "provider,gpu,price,date,source\nx,H200,2.5,2026-10-01,quote\ny,B200,,bad,\n")
            .map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<byte[]> models() {
    try {
      return Stream.of(
          Files.readAllBytes(Path.of("sample-data", "token-prices.json")),
          """
          {"sample_spec":{},"m":{"mode":"chat","litellm_provider":"x","input_cost_per_token":1e-6,
          "output_cost_per_token":"4e-6","cache_read_input_token_cost":null},"n":{"mode":"image"}}""".getBytes(StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
