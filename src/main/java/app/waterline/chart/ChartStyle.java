package app.waterline.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.TimeZone;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLabelLocation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.text.G2TextMeasurer;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextLine;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

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

  /** JFreeChart can't draw axes without room; crowded is better than not at all. */
  private static final double LEAST_PLOT = 160;

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
    return axis(axis, Double.POSITIVE_INFINITY);
  }

  /**
   * The same with no number beyond an end.
   *
   * @param last the largest value that there can be
   */
  ValueAxis axis(Axis axis, double last) {
    QuantityTicks labels = new QuantityTicks(texts.format(), axis.unit());
    labels.upTo(last + 1e-9);
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
    NumberAxis axis = new EvenAxis(labels);
    axis.setNumberFormatOverride(labels);
    return axis;
  }

  /** Tells its labels how far apart they stand. */
  private static final class EvenAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final QuantityTicks labels;

    EvenAxis(QuantityTicks labels) {
      this.labels = labels;
    }

    @Override
    public void setTickUnit(NumberTickUnit unit, boolean notify, boolean turnOff) {
      labels.even(
          unit.getSize(),
          Math.max(Math.abs(getRange().getLowerBound()), Math.abs(getRange().getUpperBound())));
      super.setTickUnit(unit, notify, turnOff);
    }
  }

  /** Draws the plot with its finding and notes. */
  Rectangle2D draw(Graphics2D graphics, ChartSpec spec, Plot plot, double width, double height) {
    return draw(graphics, plot, new Pen(graphics, this).frame(spec, width, height));
  }

  /** Draws the plot alone, in the place that words have left. */
  static Rectangle2D draw(Graphics2D graphics, Plot plot, Rectangle2D place) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    Rectangle2D roomy = new Rectangle2D.Double(
        place.getX(),
        place.getY(),
        Math.max(LEAST_PLOT, place.getWidth()),
        Math.max(LEAST_PLOT, place.getHeight()));
    chart.draw(graphics, roomy, info);
    return info.getPlotInfo().getDataArea();
  }

  /** The text in lines of at most the given width. */
  static TextBlock wrapped(
      Graphics2D graphics, String text, Font font, Color color, double width, int lines) {
    graphics.setFont(font);
    double room = Math.max(40, width);
    TextBlock block = font.canDisplayUpTo(text) < 0
        ? TextUtils.createTextBlock(
            text, font, color, (float) room, lines, new G2TextMeasurer(graphics))
        : foreign(Wrapping.lines(text, font, room, lines), font, color);
    block.setLineAlignment(HorizontalAlignment.LEFT);
    return block;
  }

  /** The library draws text in one font, and leaves boxes for what that lacks. */
  static TextBlock foreign(List<String> lines, Font font, Color color) {
    TextBlock block = new TextBlock();
    for (String each : lines) {
      TextLine line = new TextLine();
      line.addFragment(new Letters(each, font, color));
      block.addLine(line);
    }
    return block;
  }

  static double widthOf(Graphics2D graphics, String text, Font font) {
    return font.canDisplayUpTo(text) < 0
        ? graphics.getFontMetrics(font).stringWidth(text)
        : ChartFonts.widthOf(text, font);
  }
}
