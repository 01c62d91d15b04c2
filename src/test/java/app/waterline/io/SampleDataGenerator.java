package app.waterline.io;

import app.waterline.model.Configuration;
import app.waterline.model.Currency;
import app.waterline.model.Evidence;
import app.waterline.model.Hardware;
import app.waterline.model.Latency;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Throughput;
import app.waterline.model.Workload;
import app.waterline.model.WorkloadKind;
import app.waterline.model.Workspace;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Derives {@code deepseek-r1-measured.waterline} again from the InferenceX table, the catalogue and the
 * price lists, and brings every sample into the form that the program writes.
 *
 * <pre>java … app.waterline.io.SampleDataGenerator sample-data inferencex_points.csv</pre>
 *
 * Without the table only the form of the files is renewed.
 */
final class SampleDataGenerator {
  private static final MathContext DIGITS = new MathContext(6);
  private static final Map<String, String> STACKS = Map.of(
      "sglang", "SGLang",
      "trt", "TensorRT-LLM",
      "vllm", "vLLM",
      "atom", "ATOM",
      "dynamo-trt", "Dynamo TensorRT-LLM",
      "dynamo-trtllm", "Dynamo TensorRT-LLM",
      "dynamo-sglang", "Dynamo SGLang",
      "mori-sglang", "MoRI SGLang");

  private SampleDataGenerator() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    renew(folder.resolve("catalogue.json"), Catalogue.Platforms.class);
    renew(folder.resolve("price-lists.json"), Catalogue.Prices.class);
    renew(folder.resolve("gpu-names.json"), Catalogue.GpuNames.class);
    renew(folder.resolve("token-prices.json"), Catalogue.SoldTokens.class);
    renew(folder.resolve("hopper-vs-blackwell.claim.json"), ClaimFile.Form.class);
    for (String name : List.of("hopper-vs-blackwell.waterline", "factory-10mw.waterline")) {
      Path sample = folder.resolve(name);
      WorkspaceFile.write(WorkspaceFile.read(sample), sample);
    }
    if (args.length > 1) {
      Workspace measured = measured(folder, rows(Path.of(args[1])));
      WorkspaceFile.write(measured, folder.resolve("deepseek-r1-measured.waterline"));
    }
  }

  private static <F> void renew(Path file, Class<F> form) throws IOException {
    F content = JsonReading.read(file, form, each -> each);
    Files.writeString(file, JsonForm.MAPPER.writeValueAsString(content) + "\n");
  }

  private static List<NamedCsvRecord> rows(Path table) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(table)) {
      return newest(reader.stream().filter(SampleDataGenerator::isUsable).toList());
    }
  }

  /** Single-turn DeepSeek-R1 runs of known lengths and GPUs whose parts add up. */
  private static boolean isUsable(NamedCsvRecord row) {
    return row.getField("model").startsWith("DeepSeek-R1")
        && row.getField("scenario").equals("single_turn")
        && row.getField("source").startsWith("inferencex/api_benchmarks")
        && row.getField("osl").equals("1024")
        && (row.getField("isl").equals("1024") || row.getField("isl").equals("8192"))
        && row.getField("gpus_note").indexOf("unknown") < 0
        && positive(row, "tput_per_gpu")
        && positive(row, "median_tpot_s")
        && positive(row, "output_tput_per_gpu_clusterwide")
        && positive(row, "gpus_used")
        && addsUp(row);
  }

  /** {@code total = (in · P + out · D) / (P + D)} within 1 %. */
  private static boolean addsUp(NamedCsvRecord row) {
    if (!isDisaggregated(row)) {
      return true;
    }
    double prefill = number(row, "num_prefill_gpu_reported");
    double decode = number(row, "num_decode_gpu_reported");
    double total = (number(row, "input_tput_per_gpu_reported") * prefill
            + number(row, "output_tput_per_gpu_reported") * decode)
        / (prefill + decode);
    return Math.abs(total / number(row, "tput_per_gpu") - 1) <= 0.01;
  }

  /** Of runs that differ in nothing but their date, the newest. */
  private static List<NamedCsvRecord> newest(List<NamedCsvRecord> rows) {
    Map<String, NamedCsvRecord> newest = new TreeMap<>();
    for (NamedCsvRecord row : rows) {
      newest.merge(
          identity(row),
          row,
          (a, b) -> a.getField("date").compareTo(b.getField("date")) >= 0 ? a : b);
    }
    return List.copyOf(newest.values());
  }

  private static String identity(NamedCsvRecord row) {
    List<String> parts = new ArrayList<>();
    for (String column : List.of(
        "hw",
        "isl",
        "osl",
        "precision",
        "framework",
        "spec_decoding",
        "disagg",
        "gpus_used",
        "conc",
        "tp",
        "ep",
        "dp_attention")) {
      parts.add(row.getField(column));
    }
    return String.join("|", parts);
  }

  private static Workspace measured(Path folder, List<NamedCsvRecord> rows) throws IOException {
    List<PriceList> lists =
        read(folder.resolve("price-lists.json"), Catalogue.Prices.class).priceLists().stream()
            .filter(list -> list.id().startsWith("inferencex-"))
            .toList();
    PriceList prices = lists.getFirst();
    Map<String, String> names =
        read(folder.resolve("gpu-names.json"), Catalogue.GpuNames.class).gpus();
    List<Platform> platforms = new ArrayList<>();
    for (Platform card :
        read(folder.resolve("catalogue.json"), Catalogue.Platforms.class).platforms()) {
      String gpu = Objects.requireNonNull(card.hardware()).gpu();
      List<OperatingPoint> points = rows.stream()
          .filter(row -> gpu.equals(names.get(row.getField("hw"))))
          .map(SampleDataGenerator::point)
          .sorted(ORDER)
          .toList();
      if (!points.isEmpty()) {
        platforms.add(priced(card, prices).withOperatingPoints(points));
      }
    }
    return new Workspace(
        "DeepSeek-R1, measured",
        "Operating points: InferenceX by SemiAnalysis (Apache-2.0), the newest run of each set-up, six significant digits. Prices: "
            + prices.name()
            + ". Lengths are nominal; requests average about 90 % of them.",
        Currency.DOLLAR,
        "h200",
        Scenario.DEFAULT.withWorkload(new Workload("DeepSeek-R1", 37e9, 671e9, 8192, 1024, 0)),
        platforms,
        lists);
  }

  private static <F> F read(Path file, Class<F> form) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return JsonReading.read(in, file.toString(), form, each -> each);
    }
  }

  private static Platform priced(Platform card, PriceList prices) {
    Hardware hardware = Objects.requireNonNull(card.hardware());
    return card.withPricing(
        new Pricing.Rental(Objects.requireNonNull(prices.priceOf(hardware.gpu())), null));
  }

  private static final Comparator<OperatingPoint> ORDER = Comparator.comparing(
          (OperatingPoint point) -> String.valueOf(point.configuration()))
      .thenComparingDouble(OperatingPoint::interactivity)
      .thenComparingDouble(point -> point.tokensPerSecondPerGpu().total());

  private static OperatingPoint point(NamedCsvRecord row) {
    boolean disaggregated = isDisaggregated(row);
    double total = number(row, "tput_per_gpu");
    double output = number(row, "output_tput_per_gpu_clusterwide");
    return new OperatingPoint(
        configuration(row, disaggregated),
        new Throughput(rounded(total), rounded(total - output), rounded(output)),
        rounded(1 / number(row, "median_tpot_s")),
        latency(row, "median_ttft_s", "p99_ttft_s"),
        latency(row, "median_tpot_s", "p99_tpot_s"),
        latency(row, "median_e2el_s", ""),
        number(row, "conc"),
        (int) number(row, "gpus_used"),
        disaggregated ? (int) number(row, "num_prefill_gpu_reported") : null,
        disaggregated ? (int) number(row, "num_decode_gpu_reported") : null,
        evidence(row));
  }

  private static Configuration configuration(NamedCsvRecord row, boolean disaggregated) {
    return new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        (int) number(row, "isl"),
        (int) number(row, "osl"),
        Precision.valueOf(row.getField("precision").toUpperCase(Locale.ROOT)),
        Objects.requireNonNull(STACKS.get(row.getField("framework")), row.getField("framework")),
        row.getField("spec_decoding").equals("mtp"),
        disaggregated,
        false,
        false);
  }

  private static Evidence evidence(NamedCsvRecord row) {
    String run = row.getField("run_url").replaceAll(".*/runs/(\\d+).*", "$1");
    return new Evidence(
        Evidence.Kind.MEASURED,
        "InferenceX by SemiAnalysis, run " + run,
        row.getField("date"),
        null);
  }

  private static @Nullable Latency latency(NamedCsvRecord row, String median, String p99) {
    Double middle = positive(row, median) ? rounded(number(row, median)) : null;
    Double tail = !p99.isEmpty() && positive(row, p99) ? rounded(number(row, p99)) : null;
    return middle == null && tail == null ? null : new Latency(middle, tail);
  }

  private static boolean isDisaggregated(NamedCsvRecord row) {
    return row.getField("disagg").equalsIgnoreCase("true");
  }

  private static boolean positive(NamedCsvRecord row, String column) {
    return !row.getField(column).isBlank() && number(row, column) > 0;
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
