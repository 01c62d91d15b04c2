package app.waterline.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.engine.Metric;
import app.waterline.engine.why.ClaimCheck;
import app.waterline.engine.why.Finding;
import app.waterline.format.PrintedFormat;
import app.waterline.model.Claim;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published table as a web page, a spreadsheet and a Markdown file give it to the clipboard. */
class ClaimTextTest {
  private static final String TABS = """
      Metric\tHGX H200\tGB300 NVL72\tRelative to Hopper
      Cost per GPU per hour\t$1.41\t$2.65\t2x
      PFLOPS per $\t2.8\t5.6\t2x
      Tokens per second per GPU\t90\t6,000\t65x
      Tokens per second per MW\t54K\t2.8M\t50x
      Cost per million tokens\t$4.20\t$0.12\t35x Lower
      """;
  private static final String MARKDOWN = """
      | Metric | HGX H200 | GB300 NVL72 | Relative to Hopper |
      |---|---:|---:|---|
      | Cost per GPU per hour | $1.41 | $2.65 | 2x |
      | FLOPS per dollar | 2.8 | 5.6 | 2x |
      | **Tokens/s/GPU** | 90 | 6,000 | 65x |
      | Tokens/s/MW | 54K | 2.8M | 50x |
      | Cost per million tokens* | $4.20 | $0.12 | 35x lower |
      """;
  private static final String HTML =
      "<html><table><tr><th>Metric</th><th>HGX&nbsp;H200</th><th><b>GB300 NVL72</b></th><th>Relative</th></tr>"
          + "<tr><td>Cost per GPU-hour</td><td>$1.41</td><td>$2.65</td><td>2&times;</td></tr>"
          + "<tr><td>FLOPS per dollar</td><td>2.8</td><td>5.6</td><td>2x</td></tr>"
          + "<tr class='a'><td>Tokens per second per GPU</td><td>90</td><td>6,000</td><td>65x</td></tr>"
          + "<tr><td>Tokens per second per MW</td><td>54K</td><td>2.8M</td><td>50x</td></tr>"
          + "<tr><td>Cost per 1M tokens</td><td>$4.20</td><td>$0.12</td><td>35x Lower</td></tr></table>";

  private static List<Platform> known() throws IOException {
    return WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline"))
        .platforms();
  }

  private static ClaimText.Taken read(String text) throws IOException {
    return ClaimText.read(text, "Pasted", "a web page", known());
  }

  @ParameterizedTest
  @ValueSource(strings = {TABS, MARKDOWN, HTML})
  void readsThePublishedTable(String text) throws IOException {
    Claim claim = read(text).claim();
    Claim file = ClaimFile.read(Path.of("sample-data/hopper-vs-blackwell.claim.json"));
    assertThat(claim.metrics()).isEqualTo(file.metrics());
    assertThat(claim.platforms()).extracting(Claim.Row::platform).containsExactly("h200", "gb300");
    assertThat(claim.platforms().getFirst().printed())
        .containsEntry("tokensPerSecondPerMw", "54K")
        .containsEntry("costPerMillionTokens", "$4.20");
    assertThat(Objects.requireNonNull(claim.relative()).printed())
        .containsEntry("costPerMillionTokens", "35x lower");
  }

  @ParameterizedTest
  @ValueSource(strings = {TABS, MARKDOWN, HTML})
  void findsInItWhatTheFileFinds(String text) throws IOException {
    List<Finding> pasted =
        ClaimCheck.of(read(text).claim(), PrintedFormat::read, known()).findings();
    List<Finding> file = ClaimCheck.of(
            ClaimFile.read(Path.of("sample-data/hopper-vs-blackwell.claim.json")),
            PrintedFormat::read,
            known())
        .findings();
    assertThat(pasted)
        .extracting(each -> each.getClass().getSimpleName())
        .isEqualTo(file.stream().map(each -> each.getClass().getSimpleName()).toList());
    assertThat(pasted).extracting(Finding::words).anyMatch(words -> words.contains("93.14–93.37"));
  }

  @Test
  void readsATableWhoseRowsArePlatforms() throws IOException {
    Claim claim = read("GPU\tTokens/s/GPU\tCost per million tokens\nHGX H200\t90\t$4.20\n")
        .claim();
    assertThat(claim.platforms()).extracting(Claim.Row::platform).containsExactly("h200");
    assertThat(claim.platforms().getFirst().printed()).containsEntry("tokensPerSecondPerGpu", "90");
    assertThat(claim.relative()).isNull();
  }

  @Test
  void saysWhichRowsWereLeftOut() throws IOException {
    assertThat(read(TABS + "Happiness\t1\t2\t2x\n").leftOut()).containsExactly("Happiness");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "a\tb\n", "Metric\tA\nHappiness\t5\n"})
  void refusesWhatIsNoTable(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void twoUnitsInOneCellAreRefusedByName() throws IOException {
    Claim claim = read("Metric\tHGX H200\nTokens/s/MW\t54K MW\nCost per million tokens\t$4.20\n")
        .claim();
    assertThatThrownBy(() -> ClaimCheck.of(claim, PrintedFormat::read, known()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("54K MW");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          Cost per GPU per Hour | COST_PER_GPU_HOUR
          $/GPU-hr              | COST_PER_GPU_HOUR
          FLOP per Dollar       | PFLOPS_PER_DOLLAR
          Tokens per Second per GPU | TOKENS_PER_SECOND_PER_GPU
          tok/s/MW              | TOKENS_PER_SECOND_PER_MW
          Cost per Million Tokens | COST_PER_MILLION_TOKENS
          $/M output tokens     | COST_PER_MILLION_OUTPUT_TOKENS
          Joules per token      | JOULES_PER_TOKEN
          Tokens per dollar     | TOKENS_PER_DOLLAR
          costPerMillionTokens  | COST_PER_MILLION_TOKENS
          """)
  void knowsTheLabelsOfMetrics(String label, Metric metric) {
    assertThat(ClaimText.metric(label)).contains(metric);
  }
}
