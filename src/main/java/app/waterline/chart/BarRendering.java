package app.waterline.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.RectangularShape;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;

/** Bars in platform colours with their values at the end. */
final class BarRendering extends BarRenderer {
  private static final long serialVersionUID = 1L;
  private static final double CORNER = 5;

  private final transient ChartTheme theme;
  private final transient List<BarChart.Bar> bars;

  BarRendering(ChartStyle style, List<BarChart.Bar> bars, boolean horizontal, double widest) {
    this.theme = style.theme();
    this.bars = bars;
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
