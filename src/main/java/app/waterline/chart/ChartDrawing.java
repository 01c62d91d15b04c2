package app.waterline.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Draws charts in one theme and language on anything that can be drawn on. */
public final class ChartDrawing {
  private static final double PER_BAR = 44;
  private static final double AROUND_BARS = 112;
  private static final double PER_NOTE = 18;
  private static final double LINES = 480;
  private static final double ICEBERGS = 640;
  private static final double CASH_FLOW = 420;

  private final ChartStyle style;

  /**
   * @param theme colours
   * @param fonts the typeface
   * @param texts words and numbers of the axes
   */
  public ChartDrawing(ChartTheme theme, ChartFonts fonts, ChartTexts texts) {
    this.style = new ChartStyle(theme, fonts, texts);
  }

  public ChartTheme theme() {
    return style.theme();
  }

  public ChartTexts texts() {
    return style.texts();
  }

  /** The height at which nothing is crowded and nothing is lost. */
  public static double preferredHeight(ChartSpec spec) {
    return PER_NOTE * spec.notes().size()
        + switch (spec) {
          case BarChart bars -> AROUND_BARS + PER_BAR * Math.max(2, bars.bars().size());
          case LineChart lines -> LINES;
          case IcebergChart icebergs -> ICEBERGS;
          case StackChart stacks -> StackDrawing.preferredHeight(stacks);
          case FlowChart flows -> FlowDrawing.preferredHeight(flows);
          case CashFlowChart flow -> CASH_FLOW;
          case TornadoChart tornado ->
            AROUND_BARS + TornadoDrawing.ROOMY * Math.max(3, tornado.bars().size());
          case WaterfallChart waterfall -> LINES;
          case HeatChart heat -> LINES + PER_NOTE * heat.findings().size();
          case DistributionChart distribution -> LINES;
        };
  }

  /**
   * Draws the chart from the origin on; the background is the caller's.
   *
   * @param width in units of the graphics, above 0
   * @param height in units of the graphics, above 0
   */
  public Drawn draw(Graphics2D graphics, ChartSpec spec, double width, double height) {
    smooth(graphics);
    return switch (spec) {
      case BarChart bars -> new BarDrawing(style, bars).draw(graphics, width, height);
      case LineChart lines -> new LineDrawing(style, lines).draw(graphics, width, height);
      case IcebergChart icebergs ->
        new IcebergDrawing(style, icebergs).draw(graphics, width, height);
      case StackChart stacks -> new StackDrawing(style, stacks).draw(graphics, width, height);
      case FlowChart flows -> new FlowDrawing(style, flows).draw(graphics, width, height);
      case CashFlowChart flow -> new CashFlowDrawing(style, flow).draw(graphics, width, height);
      case TornadoChart tornado -> new TornadoDrawing(style, tornado).draw(graphics, width, height);
      case WaterfallChart waterfall ->
        new WaterfallDrawing(style, waterfall).draw(graphics, width, height);
      case HeatChart heat -> new HeatDrawing(style, heat).draw(graphics, width, height);
      case DistributionChart distribution ->
        new DistributionDrawing(style, distribution).draw(graphics, width, height);
    };
  }

  /**
   * Draws all of a line chart but what moves with its target, so that a dragged target need not draw
   * thousands of points again.
   */
  public Drawn drawLines(Graphics2D graphics, LineChart chart, double width, double height) {
    smooth(graphics);
    return new LineDrawing(style, chart).drawLines(graphics, width, height);
  }

  /**
   * Draws the names of the lines, the target and what is read there over what {@link #drawLines} drew.
   *
   * @return the same place with the readings that can be pointed at
   */
  public Drawn drawOver(Graphics2D graphics, LineChart chart, Drawn drawn) {
    smooth(graphics);
    return new LineDrawing(style, chart).drawOver(graphics, drawn);
  }

  private static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
  }
}
