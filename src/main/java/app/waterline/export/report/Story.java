package app.waterline.export.report;

import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.export.image.Gallery;
import app.waterline.format.Bundles;
import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What a page about a workspace tells: the finding, the price of each platform, and charts.
 *
 * @param evaluation the figures
 * @param texts words and numbers
 */
record Story(Evaluation evaluation, ChartTexts texts) {
  private static final String NONE = "n/a";

  /** The charts of a report, as far as the workspace has them, in the order of reading. */
  private static final List<String> CHARTS = List.of(
      "iceberg",
      "frontier",
      "tokensPerSecondPerGpu",
      "bridge",
      "tornado",
      "flow",
      "cost-stack",
      "cash-flow");

  /**
   * A platform's headline price.
   *
   * @param platform its name
   * @param color its place in the palette
   * @param value with its unit
   * @param number the same without its unit, where room is short
   * @param relation to the baseline; empty where there is none
   */
  record Price(String platform, int color, String value, String number, String relation) {}

  String finding() {
    return prices().isEmpty() ? get("empty") : headline().title();
  }

  String get(String key, Object... arguments) {
    Locale locale = texts.format().locale();
    ResourceBundle bundle = Bundles.of("app.waterline.export.report.texts", texts.language());
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The bars of the headline price. */
  ChartSpec headline() {
    return gallery().chart(evaluation.headline().key());
  }

  List<ChartSpec> charts() {
    ChartGallery gallery = gallery();
    return evaluation.platforms().isEmpty()
        ? List.of()
        : CHARTS.stream().filter(gallery.names()::contains).map(gallery::chart).toList();
  }

  /** The frontier, or where nothing was measured the bars of the headline price. */
  ChartSpec measuredOrBars() {
    ChartGallery gallery = gallery();
    return gallery.names().contains("frontier") ? gallery.chart("frontier") : headline();
  }

  private ChartGallery gallery() {
    return Gallery.of(evaluation, texts);
  }

  List<Price> prices() {
    return evaluation.platforms().stream().map(this::price).toList();
  }

  /** The platforms, those with the lowest headline price in front. */
  List<PlatformEvaluation> cheapestFirst() {
    return evaluation.platforms().stream()
        .sorted(Comparator.comparingDouble(each -> each.of(evaluation.headline())
            .figure()
            .map(Explained::value)
            .orElse(Double.POSITIVE_INFINITY)))
        .toList();
  }

  Price price(PlatformEvaluation each) {
    Optional<Explained> figure = each.of(evaluation.headline()).figure();
    boolean isBaseline = each.platform().id().equals(evaluation.workspace().baseline());
    String relation = isBaseline
        ? get("baseline")
        : evaluation
            .relative(each, evaluation.headline())
            .figure()
            .map(Explained::value)
            .filter(ratio -> ratio > 0)
            .map(texts.format()::comparison)
            .orElse("");
    return new Price(
        each.platform().name(),
        each.platform().color(),
        figure.map(this::withUnit).orElse(NONE),
        figure.map(this::withoutUnit).orElse(NONE),
        relation);
  }

  private String withUnit(Explained figure) {
    return texts.format().format(figure.value(), figure.unit()) + " "
        + ChartTexts.mark(figure.quality());
  }

  private String withoutUnit(Explained figure) {
    return texts.format().number(figure.value(), figure.unit()) + " "
        + ChartTexts.mark(figure.quality());
  }
}
