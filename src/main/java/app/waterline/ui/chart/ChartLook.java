package app.waterline.ui.chart;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.ui.Theme;

/**
 * How charts are drawn in each theme.
 *
 * @param light on the light theme
 * @param dark on the dark theme
 */
public record ChartLook(ChartDrawing light, ChartDrawing dark) {
  /** With the bundled typeface and the colours of the window. */
  public static ChartLook of(ChartTexts texts) {
    ChartFonts fonts = ChartFonts.of(texts.language());
    return new ChartLook(
        new ChartDrawing(ChartTheme.light(), fonts, texts),
        new ChartDrawing(ChartTheme.dark(), fonts, texts));
  }

  /** The drawing for a theme. */
  public ChartDrawing in(Theme theme) {
    return theme == Theme.DARK ? dark : light;
  }
}
