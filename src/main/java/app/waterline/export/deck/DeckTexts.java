package app.waterline.export.deck;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Quality;
import app.waterline.format.Bundles;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Evidence;
import app.waterline.model.Unit;
import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The words of slides, in the language of their numbers. */
final class DeckTexts {
  private final ChartTexts charts;
  private final ResourceBundle bundle;

  DeckTexts(ChartTexts charts) {
    this.charts = charts;
    this.bundle = Bundles.of("app.waterline.export.deck.texts", charts.language());
  }

  ChartTexts charts() {
    return charts;
  }

  QuantityFormat format() {
    return charts.format();
  }

  String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), format().locale()).format(arguments);
  }

  /** The words for a key that there may be none for. */
  Optional<String> optional(String key) {
    String plain = key.replace(' ', '_');
    return bundle.containsKey(plain) ? Optional.of(bundle.getString(plain)) : Optional.empty();
  }

  String shown(double value, Unit unit) {
    return format().format(value, unit);
  }

  String missing(NotAvailable missing) {
    return charts.missing(missing.reason());
  }

  String kind(Evidence evidence) {
    return get("kind." + evidence.kind());
  }

  /** Who says so and when, for example {@code MLPerf Inference 6.0, 2026-04}. */
  static String source(Evidence evidence) {
    String date = evidence.date();
    return date == null ? evidence.source() : evidence.source() + ", " + date;
  }

  /** What the marks mean, the best first. */
  String legend(Set<Quality> marks) {
    return new TreeSet<>(marks)
        .stream()
            .map(mark -> get("footing.marks", ChartTexts.mark(mark), charts.quality(mark)))
            .collect(Collectors.joining("   "));
  }
}
