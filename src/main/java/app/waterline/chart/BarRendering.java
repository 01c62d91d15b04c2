package app.waterline.chart;

import app.waterline.engine.why.Band;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jspecify.annotations.Nullable;

/** Bars in platform colours with their values at the end. */
final class BarRendering extends BarRenderer {
  private static final long serialVersionUID = 1L;
  private static final double CORNER = 5;
  private static final double CAP = 5;
  private static final BasicStroke WHISKER =
      new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final transient ChartTheme theme;
  private final transient List<BarChart.Bar> bars;
  private final transient Color ink;
  private final boolean horizontal;
  private transient @Nullable Whisker whisker;

  /** A bar that is being drawn, and where its band lies. */
  private record Whisker(double from, double to) {}

  BarRendering(ChartStyle style, List<BarChart.Bar> bars, boolean horizontal, double widest) {
    this.theme = style.theme();
    this.bars = bars;
    this.ink = style.text();
    this.horizontal = horizontal;
    setBarPainter(new Painter());
    setShadowVisible(false);
    setMaximumBarWidth(widest);
    setItemLabelInsets(new RectangleInsets(5, 7, 5, 7));
    setDefaultItemLabelGenerator(new Labels());
    setDefaultItemLabelsVisible(true);
    setDefaultItemLabelFont(style.fonts().semiBold(ChartStyle.NORMAL));
    setDefaultItemLabelPaint(style.text());
    setDefaultPositiveItemLabelPosition(
        horizontal
            ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT)
            : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER));
    setDefaultNegativeItemLabelPosition(
        horizontal
            ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT)
            : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE6, TextAnchor.TOP_CENTER));
  }

  /** A value with its mark, as it stands at the bar. */
  static String label(Datum.Known known) {
    return known.label() + "  " + ChartTexts.mark(known.quality());
  }

  @Override
  public void drawItem(
      Graphics2D graphics,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis names,
      ValueAxis values,
      CategoryDataset data,
      int row,
      int column,
      int pass) {
    Band band = bars.get(column).datum() instanceof Datum.Known known ? known.band() : null;
    RectangleEdge edge = plot.getRangeAxisEdge();
    whisker = band == null
        ? null
        : new Whisker(
            values.valueToJava2D(band.p5(), area, edge),
            values.valueToJava2D(band.p95(), area, edge));
    super.drawItem(graphics, state, area, plot, names, values, data, row, column, pass);
  }

  /** The value stands beyond the whisker. */
  @Override
  protected void drawItemLabel(
      Graphics2D graphics,
      CategoryDataset data,
      int row,
      int column,
      CategoryPlot plot,
      CategoryItemLabelGenerator generator,
      Rectangle2D bar,
      boolean negative) {
    Rectangle2D whole = new Rectangle2D.Double();
    whole.setRect(bar);
    Whisker reach = whisker;
    if (reach != null && horizontal) {
      whole.add(reach.to() + CAP / 2, bar.getCenterY());
    } else if (reach != null) {
      whole.add(bar.getCenterX(), reach.to() - CAP / 2);
    }
    super.drawItemLabel(graphics, data, row, column, plot, generator, whole, negative);
  }

  private void drawWhisker(Graphics2D graphics, RectangularShape bar, Whisker reach) {
    double middle = horizontal ? bar.getCenterY() : bar.getCenterX();
    graphics.setPaint(ink);
    graphics.setStroke(WHISKER);
    line(graphics, reach.from(), middle, reach.to(), middle);
    for (double end : new double[] {reach.from(), reach.to()}) {
      line(graphics, end, middle - CAP, end, middle + CAP);
    }
  }

  private void line(Graphics2D graphics, double from, double at, double to, double until) {
    graphics.draw(
        horizontal
            ? new Line2D.Double(from, at, to, until)
            : new Line2D.Double(at, from, until, to));
  }

  @Override
  public Paint getItemPaint(int row, int column) {
    return theme.platform(bars.get(column).color());
  }

  private final class Painter implements BarPainter {
    @Override
    public void paintBar(
        Graphics2D graphics,
        BarRenderer renderer,
        int row,
        int column,
        RectangularShape bar,
        RectangleEdge base) {
      Color edge = theme.platformEdge(bars.get(column).color());
      RoundRectangle2D shape = new RoundRectangle2D.Double(
          bar.getX(), bar.getY(), bar.getWidth(), bar.getHeight(), CORNER, CORNER);
      graphics.setPaint(getItemPaint(row, column));
      graphics.fill(shape);
      graphics.setPaint(edge);
      graphics.setStroke(ChartStyle.HAIRLINE);
      graphics.draw(shape);
      Whisker reach = whisker;
      if (reach != null) {
        drawWhisker(graphics, bar, reach);
      }
    }

    @Override
    public void paintBarShadow(
        Graphics2D graphics,
        BarRenderer renderer,
        int row,
        int column,
        RectangularShape bar,
        RectangleEdge base,
        boolean pegShadow) {
      // Bars lie flat.
    }
  }

  private final class Labels implements CategoryItemLabelGenerator {
    @Override
    public String generateRowLabel(CategoryDataset dataset, int row) {
      return "";
    }

    @Override
    public String generateColumnLabel(CategoryDataset dataset, int column) {
      return bars.get(column).name();
    }

    @Override
    public String generateLabel(CategoryDataset dataset, int row, int column) {
      return bars.get(column).datum() instanceof Datum.Known known ? label(known) : "";
    }
  }
}
