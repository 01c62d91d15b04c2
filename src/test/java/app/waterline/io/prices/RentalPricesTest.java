package app.waterline.io.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.waterline.io.UnreadableFile;
import app.waterline.model.PriceList;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RentalPricesTest {
  private static final String OWN =
      "list,gpu,price,currency,unitsPerDollar,rateDate,gpus,terms,region,date,source,kind,note\n";
  private static final String OBSERVED =
      "date,provider,gpu_model,gpu_count,region,rental_type,price_min_usd,price_median_usd,price_max_usd,n_offers,source_url,fetched_at\n";

  private static PriceImport read(String text) {
    try {
      return RentalPrices.read(new StringReader(text), "prices.csv", "cloud", "2026-07-24");
    } catch (UnreadableFile e) {
      throw new AssertionError(e);
    }
  }

  private static double priceOf(PriceImport prices, int quote) {
    return prices.quotes().get(quote).perGpuHour().value();
  }

  @Test
  void readsItsOwnForm() {
    PriceImport prices = read(OWN
        + "A,h200,23.60,USD,,,8,,eu,2026-07-20,page,,\n"
        + "A,B200 SXM,4.60,EUR,0.92,2026-07-19,1,on_demand,eu,2026-07-20,page,quote,by mail\n");

    assertThat(prices.problems()).isEmpty();
    assertThat(priceOf(prices, 0)).isCloseTo(2.95, within(1e-12));
    assertThat(prices.quotes().get(0).gpu()).isEqualTo("H200 SXM");
    assertThat(prices.quotes().get(0).marks()).containsExactly(RentalQuote.Mark.DIVIDED);
    assertThat(priceOf(prices, 1)).isCloseTo(5, within(1e-12));
    assertThat(prices.quotes().get(1).perGpuHour().evidence().note())
        .isEqualTo("by mail; 4.60 EUR at 0.92 per dollar, 2026-07-19");
    PriceList list = prices.lists().getFirst();
    assertThat(list.name()).isEqualTo("A, on demand");
    assertThat(list.entries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
          A,H200,0,USD,,,1,,,2026-07-20,page,,          | price          | [0]
          A,H200,-2,USD,,,1,,,2026-07-20,page,,         | price          | [-2]
          A,H200,,USD,,,1,,,2026-07-20,page,,           | price          | [empty]
          A,H200,two,USD,,,1,,,2026-07-20,page,,        | price          | [two]
          A,,2,USD,,,1,,,2026-07-20,page,,              | gpu            | [gpu]
          A,H200,2,EUR,,,1,,,2026-07-20,page,,          | unitsPerDollar | [EUR]
          A,H200,2,EUR,0.9,,1,,,2026-07-20,page,,       | unitsPerDollar | [EUR]
          A,H200,2,USD,,,0,,,2026-07-20,page,,          | gpus           | [0]
          A,H200,2,USD,,,1.5,,,2026-07-20,page,,        | gpus           | [1.5]
          A,H200,2,USD,,,1,,,20 July 2026,page,,        | date           | [20 July 2026]
          A,H200,2,USD,,,1,,,2026-02-30,page,,          | date           | [2026-02-30]
          A,H200,2,USD,,,1,,,2026-07-20,,,              | source         | [source]
          A,H200,2,USD,,,1,weekly,,2026-07-20,page,,    | terms          | [weekly]
          """)
  void namesLineFieldAndRemedyOfABadRow(String row, String field, String value) {
    PriceImport prices = read(OWN + "A,H200,2,USD,,,1,,,2026-07-20,page,,\n" + row + "\n");

    assertThat(prices.quotes()).hasSize(1);
    PriceProblem problem = prices.problems().getFirst();
    assertThat(problem.file()).isEqualTo("prices.csv");
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.message()).contains(value).matches("(?s).*\\]\\. .*\\.");
  }

  /** The tracker priced instances until 18 February 2026 and single GPUs after, without saying so. */
  @Test
  void aPriceThatNoGpuHasIsARowsProblem() {
    PriceImport prices = read(OWN
        + "A,H200 SXM,5e44,USD,,,8,,eu,2026-07-20,page,,\n"
        + "A,H200 SXM,2.95,USD,,,1,,eu,2026-07-20,page,,\n");

    assertThat(prices.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message())
            .contains("at most 1000000000 $ [6.25E43]. Check the price"));
    assertThat(prices.lists()).hasSize(1);
  }

  @Test
  void tellsInstancesFromSingleGpus() {
    PriceImport prices = read(OBSERVED
        + "2026-02-11,coreweave,B200,8,global,on_demand,68.8,68.8,68.8,1,u,t\n"
        + "2026-05-08,coreweave,B200,8,global,on_demand,8.6,8.6,8.6,1,u,t\n"
        + "2026-05-08,coreweave,B200,1,global,on_demand,8.6,8.6,8.6,1,u,t\n"
        + "2026-02-11,aws,B200,8,global,on_demand,113.9,113.9,113.9,1,u,t\n"
        + "2026-02-17,oracle,B200,4,global,on_demand,64,64,64,1,u,t\n"
        + "2026-02-26,oracle,B200,4,global,on_demand,16,16,16,1,u,t\n");

    assertThat(priceOf(prices, 0)).isCloseTo(8.6, within(1e-9));
    assertThat(prices.quotes().get(0).has(RentalQuote.Mark.DIVIDED)).isTrue();
    assertThat(priceOf(prices, 1)).isCloseTo(8.6, within(1e-9));
    assertThat(prices.quotes().get(1).has(RentalQuote.Mark.DIVIDED)).isFalse();
    assertThat(priceOf(prices, 3)).isCloseTo(113.9 / 8, within(1e-9)); // no single of its own
    assertThat(priceOf(prices, 4)).isEqualTo(16); // 64 for four on one day, 16 on another
    assertThat(priceOf(prices, 5)).isEqualTo(16);
  }

  @Test
  void marksOutliersAndKeepsThem() {
    StringBuilder text = new StringBuilder(OBSERVED);
    List.of(1.99, 2.1, 2.19, 1.85, 0.5)
        .forEach(price -> text.append("2026-07-20,p%s,MI300X,1,us,on_demand,%s,%s,%s,1,u,t%n"
            .formatted(price, price, price, price)));

    PriceImport prices = read(text.toString());

    assertThat(prices.quotes()).hasSize(5);
    assertThat(
            IntStream.range(0, 5).filter(i -> prices.quotes().get(i).has(RentalQuote.Mark.OUTLIER)))
        .containsExactly(4);
    PriceList cheap = prices.lists().stream()
        .filter(list -> list.name().startsWith("p0.5"))
        .findFirst()
        .orElseThrow();
    assertThat(cheap.entries().getFirst().ratePerGpuHour().evidence().note()).contains("Outlier");
  }

  @Test
  void saysDuplicatesAndGaps() {
    String row = "%s,nebius,H200,1,eu,on_demand,2,2,2,1,u,t%n";
    PriceImport prices = read(OBSERVED
        + row.formatted("2026-07-16")
        + row.formatted("2026-07-16")
        + row.formatted("2026-07-17")
        + row.formatted("2026-07-20"));

    assertThat(prices.quotes().get(1).marks()).contains(RentalQuote.Mark.DUPLICATE);
    assertThat(prices.findings()).hasSize(2);
    assertThat(prices.findings().get(0)).endsWith("which counts: 1.");
    assertThat(prices.findings().get(1))
        .contains(": 2, namely ")
        .contains("2026-07-18, 2026-07-19");
  }

  @Test
  void readsSkyPilotInAnyColumnOrder() {
    PriceImport prices = read("""
        InstanceType,UpstreamCloudId,vCPUs,MemoryGiB,AcceleratorName,AcceleratorCount,GpuInfo,Region,Price,SpotPrice
        1B300,x,30,275,B300,1.0,"{""Gpus"": []}",FIN-03,6.99,2.447
        2B300,x,60,550,B300,2.0,"{'Gpus': []}",FIN-03,,4.893
        cpu,x,4,16,,,,FIN-03,0.1,
        8H200,x,4,16,H200,8,,FIN-03,,
        """);

    assertThat(prices.quotes())
        .extracting(RentalQuote::terms)
        .containsExactly(RentalTerms.ON_DEMAND, RentalTerms.SPOT, RentalTerms.SPOT);
    assertThat(priceOf(prices, 2)).isCloseTo(2.4465, within(1e-12));
    assertThat(prices.quotes().getFirst().list()).isEqualTo("cloud");
    assertThat(prices.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(5));
  }

  @Test
  void refusesATableThatItDoesNotKnow() {
    assertThatThrownBy(
            () -> RentalPrices.read(new StringReader("a,b\n1,2\n"), "x.csv", "x", "2026"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("x.csv")
        .hasMessageContaining("[a, b]");
    assertThatThrownBy(() -> RentalPrices.read(Path.of("no-such.csv"), "2026"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("no-such.csv");
  }

  @Test
  void theTemplateIsAValidList() throws IOException {
    PriceImport prices =
        RentalPrices.read(Path.of("sample-data", "price-list-template.csv"), "2026-07-24");

    assertThat(prices.problems()).isEmpty();
    assertThat(prices.lists()).hasSize(1);
    assertThat(prices.lists().getFirst().entries()).hasSize(2);
  }
}
