package app.waterline.io.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.io.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenPriceFileTest {
  private static TokenImport read(String json) throws UnreadableFile {
    return TokenPriceFile.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        "prices.json",
        "2026-07-24");
  }

  @Test
  void readsPricesPerTokenAsPerMillion() throws UnreadableFile {
    TokenImport prices = read("""
        {"deepseek-chat": {"input_cost_per_token": 2.8e-07, "cache_read_input_token_cost": 2.8e-08,
          "output_cost_per_token": 4.2e-07, "litellm_provider": "deepseek", "mode": "chat"},
         "sample_spec": {"input_cost_per_token": 1},
         "picture": {"mode": "image_generation", "output_cost_per_image": 0.04}}""");

    TokenQuote quote = prices.quotes().getFirst();
    assertThat(prices.quotes()).hasSize(1);
    assertThat(prices.others()).isEqualTo(2);
    assertThat(quote.host()).isEqualTo("deepseek");
    assertThat(quote.prices().input().value()).isEqualTo(0.28);
    assertThat(Objects.requireNonNull(quote.prices().cachedInput()).value()).isEqualTo(0.028);
    assertThat(quote.prices().output().value()).isEqualTo(0.42);
    assertThat(quote.free()).isFalse();
  }

  @Test
  void namesWhatIsMissingOrWrong() throws UnreadableFile {
    TokenImport prices = read("""
        {"a": {"output_cost_per_token": 1e-06},
         "b": {"input_cost_per_token": -1, "output_cost_per_token": 1e-06},
         "c": {"input_cost_per_token": 280, "output_cost_per_token": 1e-06},
         "d": {"input_cost_per_token": 0, "output_cost_per_token": 0}}""");

    assertThat(prices.problems())
        .extracting(PriceProblem::field)
        .containsExactly(
            "a.input_cost_per_token", "b.input_cost_per_token", "c.input_cost_per_token");
    assertThat(prices.problems()).extracting(PriceProblem::line).containsExactly(1L, 2L, 3L);
    assertThat(prices.problems().get(1).message()).contains("[-1]");
    assertThat(prices.quotes())
        .singleElement()
        .satisfies(quote -> assertThat(quote.free()).isTrue());
  }

  @Test
  void refusesWhatIsNotThatForm() {
    assertThatThrownBy(() -> read("[1, 2]"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("prices.json");
    assertThatThrownBy(() -> read("{\"a\": "))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("JSON");
  }
}
