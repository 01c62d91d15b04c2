package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.engine.why.Band;
import app.waterline.engine.why.Bands;
import app.waterline.engine.why.Driver;
import app.waterline.engine.why.Lever;
import app.waterline.format.Bundles;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Capability;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words and numbers of charts in one language. */
public final class ChartTexts {
  private final QuantityFormat format;
  private final ResourceBundle bundle;
  private final Locale language;

  /** Words in the language of the numbers, or in English where the bundled typeface can't write it. */
  public ChartTexts(QuantityFormat format) {
    this(format, ChartFonts.writes(format.language()) ? format.language() : Locale.ENGLISH);
  }

  /**
   * @param format how numbers are written
   * @param language of the words
   */
  public ChartTexts(QuantityFormat format, Locale language) {
    this.format = format.speaking(language);
    this.language = language;
    this.bundle = Bundles.of("app.waterline.chart.texts", language);
  }

  public QuantityFormat format() {
    return format;
  }

  /** The language of the words. */
  public Locale language() {
    return language;
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

  /** What the engine says, in the language of the chart. */
  public String say(String english) {
    return format.phrases().say(english);
  }

  /** Why something was refused, in the language of the chart. */
  public String say(Exception refused) {
    return format.phrases().say(refused);
  }

  /** What stands where a figure is missing. */
  public String missing(String reason) {
    return get("missing", say(reason));
  }

  /** The unit at an axis or over a column. */
  public String unit(Unit unit) {
    return format.fieldUnit(unit);
  }

  /** A name with its unit, for the head of a column. */
  public String heading(String name, Unit unit) {
    return unit(unit).isEmpty() ? name : "%s (%s)".formatted(name, unit(unit));
  }

  /** A value as it is read, or why there is none. */
  public String read(Datum datum) {
    return switch (datum) {
      case Datum.Known known -> known.label();
      case Datum.Missing missing -> missing(missing.reason());
    };
  }

  /** A value to its last digit, or why there is none. */
  String field(Datum datum, Unit unit) {
    return switch (datum) {
      case Datum.Known known -> format.field(known.value(), unit);
      case Datum.Missing missing -> missing(missing.reason());
    };
  }

  /** A share as it is read, for example {@code 62.5 %}; what is merely small never reads as nothing. */
  public String percent(double share) {
    double rounded = Math.round(share * 1000) / 1000.0;
    boolean lost = (rounded == 0 && share > 0) || (rounded == 1 && share < 1);
    return lost
        ? get(
            share < 0.5 ? "percent.below" : "percent.above",
            format.number(share < 0.5 ? 0.001 : 0.999, Unit.SHARE))
        : format.number(rounded, Unit.SHARE);
  }

  /** A result as a datum of a chart. */
  Datum datum(Result result) {
    return switch (result) {
      case Explained figure ->
        new Datum.Known(
            figure.value(), format.number(figure.value(), figure.unit()), figure.quality());
      case NotAvailable missing -> new Datum.Missing(missing.reason());
    };
  }

  /** The name of an input, for example {@code Utilization}. */
  public String name(Lever lever) {
    String key = "input." + lever.input().name();
    String name =
        bundle.containsKey(key) ? bundle.getString(key) : say(lever.input().label());
    return lever.input() == Input.MULTIPLIER ? get("input.multiplier", driver(lever)) : name;
  }

  /** A driver in few words. */
  public String brief(Driver driver) {
    return get("driver." + driver + ".brief");
  }

  /** The name of an input with whose it is, for where it stands alone. */
  public String fullName(Lever lever, Workspace workspace) {
    return lever
        .platform()
        .flatMap(workspace::platform)
        .map(owner -> get("input.of", owner.name(), name(lever)))
        .orElseGet(() -> name(lever));
  }

  /** A multiplier belongs to a capability, which stands in its place in the file. */
  private String driver(Lever lever) {
    for (Capability each : Capability.values()) {
      String camel = each.name().replace("_", "");
      if (lever.id().toUpperCase(Locale.ROOT).contains("/" + camel + "/")) {
        return get("driver." + each.name());
      }
    }
    return "";
  }

  /** As it begins a sentence. */
  static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** An axis with its unit, and whether it is logarithmic. */
  public String heading(Axis axis) {
    String heading = heading(axis.name(), axis.unit());
    return axis.scale() == Scale.LOG ? get("axis.log", heading) : heading;
  }

  String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), format.locale()).format(arguments);
  }

  /** A band in words, with its unit. */
  public String band(Band band, Unit unit) {
    return get("band", number(band.p5(), unit), number(band.p50(), unit), number(band.p95(), unit));
  }

  /** The two ends of a band. */
  public String range(Band band, Unit unit) {
    return get("range", number(band.p5(), unit), number(band.p95(), unit));
  }

  /** What the drawn curves of a distribution mean by their stronger part. */
  public String strongerPart() {
    return get("distribution.heights");
  }

  /** What the whiskers on bars are. */
  public String whiskers() {
    return get("note.bands");
  }

  /** What the two ends of a band are. */
  public String bandsNote() {
    return get("range.note");
  }

  /** The ranges of a metric and how often each platform is cheaper, as sentences; none where all is certain. */
  public List<String> ranges(Evaluation evaluation, Metric metric, Optional<Bands> bands) {
    List<String> parts = new ArrayList<>();
    List<String> chances = new ArrayList<>();
    for (PlatformEvaluation each : evaluation.platforms()) {
      Platform card = each.platform();
      bands
          .flatMap(known -> known.of(card.id(), metric))
          .ifPresent(band -> parts.add(card.name() + " " + range(band, metric.unit())));
      bands.flatMap(known -> chance(known, card)).ifPresent(chances::add);
    }
    List<String> sentences = new ArrayList<>();
    if (!parts.isEmpty()) {
      sentences.add(get("range.all", capitalized(name(metric)), String.join("; ", parts)));
    }
    sentences.addAll(chances);
    return sentences;
  }

  /** How often a platform's tokens are cheaper than the baseline's; empty where that is not uncertain. */
  public Optional<String> chance(Bands bands, Platform platform) {
    String baseline = Optional.ofNullable(bands.workspace().baseline())
        .flatMap(bands.workspace()::platform)
        .map(Platform::name)
        .orElse("");
    return bands
        .chanceCheaper(platform.id())
        .map(
            chance -> get("distribution.title.chance", platform.name(), baseline, percent(chance)));
  }

  private String number(double value, Unit unit) {
    return format().number(value, unit);
  }
}
