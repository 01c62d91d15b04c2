package app.waterline.chart;

import app.waterline.engine.Delivery;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.engine.why.Grounds;
import app.waterline.engine.why.Share;
import app.waterline.engine.why.Worth;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.OperatingPoint;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a share of a decomposition stands on, in words. */
final class LayerTexts {
  private final ChartTexts texts;
  private final RunTexts runs;
  private final TokenCount counted;

  LayerTexts(ChartTexts texts, TokenCount counted) {
    this.texts = texts;
    this.runs = new RunTexts(texts);
    this.counted = counted;
  }

  /** The share explained for who buys. */
  IcebergChart.Why why(Share share, String candidate, String baseline) {
    List<String> grounds = new ArrayList<>();
    Set<String> sources = new LinkedHashSet<>();
    side(share.candidate(), candidate, grounds, sources);
    side(share.baseline(), baseline, grounds, sources);
    share.notes().forEach(note -> grounds.add(texts.say(note)));
    return new IcebergChart.Why(
        texts.get("driver." + share.driver() + ".sentence"), grounds, List.copyOf(sources));
  }

  private void side(
      @Nullable Worth worth, String platform, List<String> grounds, Set<String> sources) {
    if (worth == null) {
      grounds.add(texts.get("iceberg.unused", platform));
      return;
    }
    switch (worth.grounds()) {
      case Grounds.Pair pair -> {
        grounds.add(pair(pair, worth, platform));
        sources(pair.with().points(), sources);
        sources(pair.without().points(), sources);
      }
      case Grounds.Multiplier multiplier ->
        multiplier(multiplier.figure(), platform, grounds, sources);
      case Grounds.Amount amount -> {
        Explained figure = amount.figure();
        grounds.add(texts.get(
            "iceberg.amount", platform, texts.format().format(figure.value(), figure.unit())));
        figure.sources().forEach(evidence -> sources.add(source(evidence)));
      }
    }
  }

  private String pair(Grounds.Pair pair, Worth worth, String platform) {
    return texts.get(
        "iceberg.pair",
        platform,
        delivered(pair.with()),
        delivered(pair.without()),
        texts.format().ratio(pair.factor()),
        texts.format().ratio(worth.factor()));
  }

  private void multiplier(
      @Nullable Figure figure, String platform, List<String> grounds, Set<String> sources) {
    if (figure == null) {
      grounds.add(texts.get("iceberg.noMultiplier", platform));
      return;
    }
    String factor = texts.format().ratio(figure.value());
    String note = figure.evidence().note();
    grounds.add(
        note == null
            ? texts.get("iceberg.multiplier", platform, factor)
            : texts.get("iceberg.multiplierNote", platform, factor, note));
    sources.add(source(figure.evidence()));
  }

  private String delivered(Delivery delivery) {
    Result result = switch (counted) {
      case TOTAL -> delivery.total();
      case INPUT -> delivery.input();
      case OUTPUT -> delivery.output();
    };
    return switch (result) {
      case Explained figure -> {
        String number = texts.format().format(figure.value(), Unit.TOKENS_PER_SECOND_PER_GPU);
        String configurations = delivery.points().stream()
            .map(point -> runs.name(point.configuration()))
            .distinct()
            .collect(Collectors.joining(" / "));
        yield configurations.isEmpty() ? number : "%s (%s)".formatted(number, configurations);
      }
      case NotAvailable missing -> texts.missing(missing.reason());
    };
  }

  private static void sources(List<OperatingPoint> points, Set<String> sources) {
    points.forEach(point -> sources.add(source(point.evidence())));
  }

  static String source(Evidence evidence) {
    String date = evidence.date();
    return date == null ? evidence.source() : evidence.source() + ", " + date;
  }
}
