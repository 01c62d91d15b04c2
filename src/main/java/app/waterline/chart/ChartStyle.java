package app.waterline.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.SimpleDateFormat;
import java.util.TimeZone;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLabelLocation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.text.G2TextMeasurer;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/**
 * The look that all charts share: no frame, hairline grid, the finding on top, notes below.
 *
 * @param theme colours
 * @param fonts the typeface
 * @param texts words and numbers
 */
record ChartStyle(ChartTheme theme, ChartFonts fonts, ChartTexts texts) {
  static final BasicStroke HAIRLINE = new BasicStroke(1f);
  static final float SMALL = 11f;
  static final float NORMAL = 13f;
  private static final float TITLE = 16f;
  private static final float LARGE_TITLE = 21f;
  private static final double LARGE_FROM = 860;

  Color text() {
    return theme.token("text");
  }

  Color muted() {
    return theme.token("text-muted");
  }

  Color grid() {
    return theme.token("grid");
  }

  ValueAxis axis(Axis axis) {
    QuantityTicks labels = new QuantityTicks(texts.format(), axis.unit());
    ValueAxis made = switch (axis.scale()) {
      case LOG -> new RoundLogAxis(labels);
      case LINEAR -> linear(labels);
      case DATE -> months();
    };
    String unit = texts.unit(axis.unit());
    made.setLabel(axis.scale() == Scale.LOG ? texts.get("axis.log", unit) : unit);
    made.setLabelFont(fonts.regular(SMALL));
    made.setLabelPaint(muted());
    made.setLabelLocation(AxisLabelLocation.HIGH_END);
    made.setTickLabelFont(fonts.regular(SMALL));
    made.setTickLabelPaint(muted());
    made.setAxisLineVisible(false);
    made.setTickMarksVisible(false);
    return made;
  }

  private DateAxis months() {
    TimeZone utc = TimeZone.getTimeZone("UTC");
    DateAxis axis = new DateAxis(null, utc, texts.format().locale());
    SimpleDateFormat month = new SimpleDateFormat("yyyy-MM", texts.format().locale());
    month.setTimeZone(utc);
    axis.setDateFormatOverride(month);
    return axis;
  }

  private static NumberAxis linear(QuantityTicks labels) {
    NumberAxis axis = new NumberAxis();
    axis.setNumberFormatOverride(labels);
    return axis;
  }

  /** Draws the plot with its finding and notes. */
  Rectangle2D draw(Graphics2D graphics, ChartSpec spec, Plot plot, double width, double height) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    JFreeChart chart = new JFreeChart(null, fonts.regular(NORMAL), plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(0, 0, 0, 0));
    Font title = fonts.semiBold(width >= LARGE_FROM ? LARGE_TITLE : TITLE);
    addTitle(chart, spec.title(), title, text(), 2, 0);
    addTitle(chart, spec.subtitle(), fonts.regular(NORMAL), muted(), 2, 12);
    for (int note = spec.notes().size() - 1; note >= 0; note--) {
      addNote(chart, spec.notes().get(note));
    }
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
    return info.getPlotInfo().getDataArea();
  }

  private static void addTitle(
      JFreeChart chart, String text, Font font, Color color, int lines, double below) {
    if (!text.isEmpty()) {
      TextTitle title = line(text, font, color, lines, RectangleEdge.TOP);
      title.setPadding(0, 0, below + 4, 0);
      chart.addSubtitle(title);
    }
  }

  private void addNote(JFreeChart chart, String text) {
    TextTitle note = line(text, fonts.regular(SMALL), muted(), 3, RectangleEdge.BOTTOM);
    note.setPadding(4, 0, 0, 0);
    chart.addSubtitle(note);
  }

  private static TextTitle line(
      String text, Font font, Color color, int lines, RectangleEdge edge) {
    TextTitle title = new TextTitle(
        text,
        font,
        color,
        edge,
        HorizontalAlignment.LEFT,
        VerticalAlignment.TOP,
        RectangleInsets.ZERO_INSETS);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setMaximumLinesToDisplay(lines);
    return title;
  }

  /** The text in lines of at most the given width. */
  static TextBlock wrapped(
      Graphics2D graphics, String text, Font font, Color color, double width, int lines) {
    graphics.setFont(font);
    TextBlock block = TextUtils.createTextBlock(
        text, font, color, (float) Math.max(40, width), lines, new G2TextMeasurer(graphics));
    block.setLineAlignment(HorizontalAlignment.LEFT);
    return block;
  }

  static double widthOf(Graphics2D graphics, String text, Font font) {
    return graphics.getFontMetrics(font).stringWidth(text);
  }
}
