package app.waterline.export;

import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.export.deck.Aspect;
import app.waterline.format.QuantityFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an export is to come out. A kind takes from it what it has a use for.
 *
 * @param locale how numbers read
 * @param language of the words
 * @param dark light letters on dark ground
 * @param chart the chart of a picture as it is on the screen; null for the one named
 * @param chartName of the chart of a picture, see {@link app.waterline.chart.ChartGallery}; null for
 *     the first
 * @param size of a picture; null for one at which nothing is crowded
 * @param scale pixels to a point of a picture, 1 to 4
 * @param template the deck's own masters, colours and fonts; null for the bundled ones
 * @param slides which slides a deck has, by id, in their order; empty for the usual ones, or all scenes
 * @param scenes whether a deck shows the scenes instead of slides by name
 * @param aspect the shape of a deck's slides; null for the template's own, or wide without one
 * @param titles of slides, by the id of the slide, where somebody wrote another than the computed one
 */
public record ExportOptions(
    Locale locale,
    Locale language,
    boolean dark,
    @Nullable ChartSpec chart,
    @Nullable String chartName,
    @Nullable Size size,
    double scale,
    @Nullable Path template,
    List<String> slides,
    boolean scenes,
    @Nullable Aspect aspect,
    Map<String, String> titles) {
  /**
   * The size of a picture.
   *
   * @param width in points, 100 to 4,000
   * @param height in points, 100 to 4,000
   */
  public record Size(int width, int height) {
    private static final int LEAST = 100;
    private static final int MOST = 4000;

    public Size {
      if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
        throw new IllegalArgumentException(
            "A picture is 100 to 4,000 points a side [%d × %d]. Choose a size within."
                .formatted(width, height));
      }
    }
  }

  public ExportOptions {
    slides = List.copyOf(slides);
    titles = Map.copyOf(titles);
    if (!(scale >= 1 && scale <= 4)) {
      throw new IllegalArgumentException(
          "A picture is scaled by 1 to 4 [%s]. Choose a scale within.".formatted(scale));
    }
  }

  /** Light, in the usual sizes, for readers of that language. */
  public static ExportOptions of(Locale locale) {
    return new ExportOptions(
        locale, locale, false, null, null, null, 2, null, List.of(), false, null, Map.of());
  }

  /** The same with its words in another language than its numbers. */
  public ExportOptions withLanguage(Locale words) {
    return new ExportOptions(
        locale, words, dark, chart, chartName, size, scale, template, slides, scenes, aspect,
        titles);
  }

  /** The words and numbers of an export, in a currency. */
  public ChartTexts texts(String currencyCode) {
    return new ChartTexts(new QuantityFormat(locale, language, () -> currencyCode));
  }

  /** The same in dark or light. */
  public ExportOptions withDark(boolean isDark) {
    return new ExportOptions(
        locale, language, isDark, chart, chartName, size, scale, template, slides, scenes, aspect,
        titles);
  }

  /** The same of the chart that is on the screen. */
  public ExportOptions withChart(@Nullable ChartSpec shown) {
    return new ExportOptions(
        locale, language, dark, shown, chartName, size, scale, template, slides, scenes, aspect,
        titles);
  }

  /** The same of the chart of that name. */
  public ExportOptions withChartName(@Nullable String name) {
    return new ExportOptions(
        locale, language, dark, chart, name, size, scale, template, slides, scenes, aspect, titles);
  }

  /** The same with a picture of that size. */
  public ExportOptions withSize(@Nullable Size wanted) {
    return new ExportOptions(
        locale, language, dark, chart, chartName, wanted, scale, template, slides, scenes, aspect,
        titles);
  }

  /** The same with so many pixels to a point. */
  public ExportOptions withScale(double pixels) {
    return new ExportOptions(
        locale, language, dark, chart, chartName, size, pixels, template, slides, scenes, aspect,
        titles);
  }

  /** The same in the masters of a template. */
  public ExportOptions withTemplate(@Nullable Path file) {
    return new ExportOptions(
        locale, language, dark, chart, chartName, size, scale, file, slides, scenes, aspect,
        titles);
  }

  /** The same with these slides. */
  public ExportOptions withSlides(List<String> names) {
    return new ExportOptions(
        locale, language, dark, chart, chartName, size, scale, template, names, scenes, aspect,
        titles);
  }

  /** The same of the scenes. */
  public ExportOptions withScenes(boolean ofScenes) {
    return new ExportOptions(
        locale, language, dark, chart, chartName, size, scale, template, slides, ofScenes, aspect,
        titles);
  }

  /** The same with slides of that shape. */
  public ExportOptions withAspect(@Nullable Aspect shape) {
    return new ExportOptions(
        locale, language, dark, chart, chartName, size, scale, template, slides, scenes, shape,
        titles);
  }

  /** The same with titles written anew, by the id of their slide. */
  public ExportOptions withTitles(Map<String, String> written) {
    return new ExportOptions(
        locale, language, dark, chart, chartName, size, scale, template, slides, scenes, aspect,
        written);
  }
}
