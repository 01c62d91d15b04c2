package app.waterline.io;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.why.Band;
import app.waterline.engine.why.Bands;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documented form in which other programs read an evaluation. Same order, same digits, every
 * time.
 *
 * @see "docs/command-line.md"
 */
public final class EvaluationJson {
  static final ObjectWriter WRITER = JsonMapper.builder()
      .build()
      .writer()
      .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private EvaluationJson() {}

  /** The evaluation as JSON, with a line feed at the end. */
  public static String write(Evaluation evaluation) {
    return write(evaluation, Optional.empty());
  }

  /** The same with how sure each uncertain figure is. */
  public static String write(Evaluation evaluation, Optional<Bands> bands) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("baseline", evaluation.baseline().map(EvaluationJson::nameOf).orElse(null));
    List<Object> platforms = new ArrayList<>();
    evaluation.platforms().forEach(platform -> platforms.add(form(evaluation, platform, bands)));
    root.put("platforms", platforms);
    return WRITER.writeValueAsString(root) + "\n";
  }

  private static String nameOf(PlatformEvaluation platform) {
    return platform.platform().name();
  }

  private static Map<String, Object> form(
      Evaluation evaluation, PlatformEvaluation platform, Optional<Bands> bands) {
    String currency = evaluation.workspace().currency().code();
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("name", nameOf(platform));
    String id = platform.platform().id();
    form.put(
        "metrics",
        byKey(metric -> banded(
            form(platform.of(metric), currency), bands.flatMap(known -> known.of(id, metric)))));
    form.put("relative", byKey(metric -> form(evaluation.relative(platform, metric), currency)));
    bands
        .flatMap(known -> known.chanceCheaper(id))
        .ifPresent(chance -> form.put("chanceCheaper", chance));
    return form;
  }

  private static Map<String, Object> banded(Map<String, Object> form, Optional<Band> band) {
    Map<String, Object> banded = new LinkedHashMap<>(form);
    band.ifPresent(known -> {
      banded.put("p5", known.p5());
      banded.put("p50", known.p50());
      banded.put("p95", known.p95());
      banded.put("missing", known.missing());
    });
    return banded;
  }

  private static Map<String, Object> byKey(Function<Metric, Object> form) {
    Map<String, Object> byKey = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      byKey.put(metric.key(), form.apply(metric));
    }
    return byKey;
  }

  private static Map<String, Object> form(Result result, String currency) {
    return switch (result) {
      case NotAvailable missing -> Map.of("notAvailable", missing.reason());
      case Explained figure -> {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("value", figure.value());
        form.put("unit", symbol(figure.unit(), currency));
        form.put("quality", figure.quality().name().toLowerCase(Locale.ROOT));
        yield form;
      }
    };
  }

  /** Shares are plain numbers here, 0.72 and not 72, so their unit must not say percent. */
  static String symbol(Unit unit, String currency) {
    if (unit == Unit.SHARE) {
      return "share";
    }
    return currency.equals("USD") ? unit.symbol() : unit.symbol().replace("$", currency);
  }
}
