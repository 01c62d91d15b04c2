package app.waterline.chart;

import app.waterline.engine.Metric;
import app.waterline.engine.Quality;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Unit;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words and numbers of charts in one language. */
public final class ChartTexts {
  private final QuantityFormat format;
  private final ResourceBundle bundle;

  /** Words in the language of the numbers. */
  public ChartTexts(QuantityFormat format) {
    this(format, format.locale());
  }

  /**
   * @param format how numbers are written
   * @param language of the words
   */
  public ChartTexts(QuantityFormat format, Locale language) {
    this.format = format;
    this.bundle = ResourceBundle.getBundle("app.waterline.chart.texts", language);
  }

  public QuantityFormat format() {
    return format;
  }

  /** The name of a metric as it stands in a sentence, for example {@code cost per million tokens}. */
  public String name(Metric metric) {
    return get("metric." + metric.key());
  }

  /** The name of a mark, for example {@code measured}. */
  public String quality(Quality quality) {
    return get("quality." + quality.name());
  }

  /** The mark itself, for example {@code ●}. */
  public static String mark(Quality quality) {
    return switch (quality) {
      case MEASURED -> "●";
      case INTERPOLATED -> "◐";
      case PUBLISHED -> "○";
      case ASSUMED -> "△";
    };
  }

  /** What stands where a figure is missing. */
  public String missing(String reason) {
    return get("missing", reason);
  }

  /** The unit at an axis or over a column. */
  public String unit(Unit unit) {
    return format.fieldUnit(unit);
  }

  /** A name with its unit, for the head of a column. */
  public String heading(String name, Unit unit) {
    return unit(unit).isEmpty() ? name : "%s (%s)".formatted(name, unit(unit));
  }

  String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), format.locale()).format(arguments);
  }
}
