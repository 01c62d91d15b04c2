package app.waterline.chart;

import app.waterline.model.Configuration;
import app.waterline.model.Latency;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Throughput;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measured runs in words. */
public final class RunTexts {
  /** A label is wanted for every point of every frame; each is made once. */
  private static final int MOST_REMEMBERED = 20_000;

  private final ChartTexts texts;
  private final IdentityHashMap<OperatingPoint, Said> remembered = new IdentityHashMap<>();

  /** What was said of a point while its platform had that name. */
  private record Said(String platform, String text) {}

  /** In the words of charts. */
  public RunTexts(ChartTexts texts) {
    this.texts = texts;
  }

  /** The run in four lines: what ran, on what, what it delivered, who says so. */
  String describe(Platform platform, OperatingPoint point) {
    if (remembered.size() > MOST_REMEMBERED) {
      remembered.clear();
    }
    Said known = remembered.get(point);
    if (known == null || !known.platform().equals(platform.name())) {
      known = new Said(platform.name(), described(platform, point));
      remembered.put(point, known);
    }
    return known.text();
  }

  private String described(Platform platform, OperatingPoint point) {
    return String.join(
        "\n",
        platform.name() + " · " + name(point.configuration()),
        shape(point),
        figures(point),
        source(point));
  }

  /** A configuration, for example {@code FP4 · SGLang · MTP · disaggregated}. */
  public String name(Configuration run) {
    List<String> parts = new ArrayList<>();
    Precision precision = run.precision();
    if (precision != null) {
      parts.add(precision.name());
    }
    parts.add(run.servingStack());
    if (run.multiTokenPrediction()) {
      parts.add(texts.get("run.mtp"));
    }
    if (run.disaggregated()) {
      parts.add(texts.get("run.disaggregated"));
    }
    return String.join(" · ", parts);
  }

  /** Input and output length, for example {@code 8k/1k}. */
  String lengths(int isl, int osl) {
    return length(isl) + "/" + length(osl);
  }

  private static String length(int tokens) {
    return tokens % 1024 == 0 ? tokens / 1024 + "k" : String.valueOf(tokens);
  }

  private String shape(OperatingPoint point) {
    Configuration run = point.configuration();
    List<String> parts = new ArrayList<>();
    parts.add(run.model());
    if (run.isl() != null && run.osl() != null) {
      parts.add(lengths(run.isl(), run.osl()));
    }
    Double concurrency = point.concurrency();
    if (concurrency != null) {
      parts.add(texts.get("run.concurrency", texts.format().number(concurrency, Unit.NONE)));
    }
    Integer gpus = point.gpus();
    if (gpus != null) {
      parts.add(texts.format().format(gpus, Unit.GPUS));
    }
    return String.join(" · ", parts);
  }

  private String figures(OperatingPoint point) {
    List<String> parts = new ArrayList<>();
    Throughput rates = point.tokensPerSecondPerGpu();
    parts.add(texts.get(
        "run.counted." + rates.counted(),
        texts.format().format(rates.known(), Unit.TOKENS_PER_SECOND_PER_GPU)));
    Double output = rates.output();
    if (output != null && rates.total() != null) {
      parts.add(
          texts.get("run.output", texts.format().number(output, Unit.TOKENS_PER_SECOND_PER_GPU)));
    }
    parts.add(texts.format().format(point.interactivity(), Unit.TOKENS_PER_SECOND_PER_USER));
    latency("run.ttft", point.timeToFirstToken(), parts);
    latency("run.e2e", point.endToEnd(), parts);
    return String.join(" · ", parts);
  }

  private void latency(String key, @Nullable Latency latency, List<String> parts) {
    Double median = latency == null ? null : latency.median();
    if (median != null) {
      parts.add(texts.get(key, texts.format().format(median, Unit.SECONDS)));
    }
  }

  private static String source(OperatingPoint point) {
    String date = point.evidence().date();
    return date == null ? point.evidence().source() : point.evidence().source() + ", " + date;
  }
}
