package app.waterline.chart;

import static app.waterline.chart.ChartStyle.NORMAL;

import app.waterline.engine.why.Band;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws one bar chart. */
final class BarDrawing {
  private static final double WIDEST_BAR = 26;
  private static final double NAME_SHARE = 0.3;
  /** A name may be this much wider than what its bar may fill. */
  private static final float WHOLE_SLOT = 1.5f;

  private static final double LABEL_GAP = 22;
  /** How much of the height the bars have, and how much of it a name on two lines takes. */
  private static final double PLOT_SHARE = 0.7;

  private static final double TWO_LINES = 34;

  private final ChartStyle style;
  private final BarChart chart;
  private final boolean horizontal;

  BarDrawing(ChartStyle style, BarChart chart) {
    this.style = style;
    this.chart = chart;
    this.horizontal = chart.orientation() == BarChart.Orientation.HORIZONTAL;
  }

  Drawn draw(Graphics2D graphics, double width, double height) {
    double along = horizontal ? width : height;
    ValueAxis values = style.axis(chart.axis());
    range(values, room(graphics, along));
    values.setVisible(known().findAny().isPresent());
    CategoryPlot plot = new CategoryPlot(dataset(), names(height), values, renderer(width, height));
    plot.setInsets(new RectangleInsets(2, 0, 0, horizontal ? 18 : 2));
    plot.setOrientation(horizontal ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(style.grid());
    plot.setRangeGridlineStroke(ChartStyle.HAIRLINE);
    plot.setRangeGridlinesVisible(values.isVisible());
    Rectangle2D area = style.draw(graphics, chart, plot, width, height);
    drawMissing(graphics, plot, area);
    Drawn.Span measured = new Drawn.Span(
        values.getRange().getLowerBound(),
        values.getRange().getUpperBound(),
        chart.axis().scale());
    Drawn.Span across = new Drawn.Span(0, chart.bars().size(), Scale.LINEAR);
    List<Drawn.Area> bars = areas(area, width, height);
    return horizontal
        ? new Drawn(area, measured, across, bars)
        : new Drawn(area, across, measured, bars);
  }

  /** A bar can be pointed at in its whole row or column, its name included. */
  private List<Drawn.Area> areas(Rectangle2D plot, double width, double height) {
    List<Drawn.Area> areas = new ArrayList<>();
    double slot = (horizontal ? plot.getHeight() : plot.getWidth())
        / Math.max(1, chart.bars().size());
    for (int place = 0; place < chart.bars().size(); place++) {
      Rectangle2D row = horizontal
          ? new Rectangle2D.Double(0, plot.getY() + place * slot, width, slot)
          : new Rectangle2D.Double(
              plot.getX() + place * slot, plot.getY(), slot, height - plot.getY());
      areas.add(new Drawn.Area(
          chart.bars().get(place).platform(), chart.bars().get(place).name(), row));
    }
    return areas;
  }

  private Stream<Datum.Known> known() {
    return chart.bars().stream()
        .map(BarChart.Bar::datum)
        .filter(Datum.Known.class::isInstance)
        .map(Datum.Known.class::cast);
  }

  /** All that must be in sight, the ends of the bands too. */
  private DoubleStream valuesOf() {
    return known().flatMapToDouble(known -> {
      Band band = known.band();
      return band == null
          ? DoubleStream.of(known.value())
          : DoubleStream.of(known.value(), band.p5(), band.p95());
    });
  }

  /** How much of the axis its labels need beyond the longest bar, as a share of the plot. */
  private double room(Graphics2D graphics, double along) {
    Font font = style.fonts().semiBold(NORMAL);
    double label = horizontal
        ? known()
            .mapToDouble(each -> ChartStyle.widthOf(graphics, BarRendering.label(each), font))
            .max()
            .orElse(0)
        : graphics.getFontMetrics(font).getHeight();
    double plot = horizontal ? along * (1 - NAME_SHARE) : along * 0.6;
    return Math.min(0.6, (label + LABEL_GAP) / plot);
  }

  private void range(ValueAxis axis, double room) {
    double low = valuesOf().min().orElse(0);
    double high = valuesOf().max().orElse(1);
    if (chart.axis().scale() == Scale.LOG) {
      double from = Math.pow(10, Math.floor(Math.log10(low / 1.5)));
      axis.setRange(from, from * Math.pow(high / from, 1 / (1 - room)));
      return;
    }
    double bottom = low < 0 ? low - (Math.max(0, high) - low) * room : 0;
    double top = high > 0 ? bottom + (high - bottom) / (1 - room) : 0;
    axis.setRange(bottom, top > bottom ? top : bottom + 1);
  }

  private DefaultCategoryDataset dataset() {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int index = 0; index < chart.bars().size(); index++) {
      BarChart.Bar bar = chart.bars().get(index);
      Double value = bar.datum() instanceof Datum.Known known ? known.value() : null;
      data.addValue(value, "", new Category(index, bar.name() + (bar.baseline() ? " ★" : "")));
    }
    return data;
  }

  private CategoryAxis names(double height) {
    CategoryAxis axis = new NameAxis();
    boolean crowded = !horizontal && chart.bars().size() > 8;
    axis.setTickLabelFont(style.fonts().medium(crowded ? ChartStyle.SMALL : NORMAL));
    axis.setTickLabelPaint(style.text());
    axis.setAxisLineVisible(true);
    axis.setAxisLinePaint(style.theme().token("line-strong"));
    axis.setAxisLineStroke(ChartStyle.HAIRLINE);
    axis.setTickMarksVisible(false);
    double slot = height * PLOT_SHARE / Math.max(1, chart.bars().size());
    axis.setMaximumCategoryLabelLines(horizontal ? (slot < TWO_LINES ? 1 : 2) : 4);
    axis.setMaximumCategoryLabelWidthRatio(horizontal ? 0 : WHOLE_SLOT);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
    axis.setCategoryMargin(0.35);
    return axis;
  }

  private BarRendering renderer(double width, double height) {
    double across = horizontal ? height : width;
    return new BarRendering(
        style, chart.bars(), horizontal, Math.min(1, WIDEST_BAR / across * 1.3));
  }

  private void drawMissing(Graphics2D graphics, CategoryPlot plot, Rectangle2D area) {
    List<BarChart.Bar> bars = chart.bars();
    RectangleEdge edge = plot.getDomainAxisEdge();
    double slot = (horizontal ? area.getHeight() : area.getWidth()) / Math.max(1, bars.size());
    for (int index = 0; index < bars.size(); index++) {
      if (bars.get(index).datum() instanceof Datum.Missing missing) {
        double middle = plot.getDomainAxis().getCategoryMiddle(index, bars.size(), area, edge);
        drawMissing(graphics, missing.reason(), area, middle, slot);
      }
    }
  }

  private void drawMissing(
      Graphics2D graphics, String reason, Rectangle2D area, double middle, double slot) {
    double width = horizontal ? area.getWidth() - 16 : slot - 8;
    int lines = horizontal ? Math.max(1, (int) (slot / 17)) : 6;
    TextBlock text = ChartStyle.wrapped(
        graphics,
        style.texts().missing(reason),
        style.fonts().regular(12f),
        style.muted(),
        width,
        lines);
    float x = (float) (horizontal ? area.getX() + 8 : middle);
    float y = (float) (horizontal ? middle : area.getMaxY() - 6);
    TextBlockAnchor anchor =
        horizontal ? TextBlockAnchor.CENTER_LEFT : TextBlockAnchor.BOTTOM_CENTER;
    text.draw(graphics, x, y, anchor);
  }

  /** Names in whatever letters. */
  private static final class NameAxis extends CategoryAxis {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("rawtypes") // of the library
    protected TextBlock createLabel(
        Comparable category, float width, RectangleEdge edge, Graphics2D graphics) {
      Font font = getTickLabelFont(category);
      return font.canDisplayUpTo(category.toString()) >= 0
              && getTickLabelPaint(category) instanceof Color color
          ? ChartStyle.foreign(
              Wrapping.lines(category.toString(), font, width, getMaximumCategoryLabelLines()),
              font,
              color)
          : super.createLabel(category, width, edge, graphics);
    }
  }

  /** A place on the axis; two platforms may have one name. */
  private record Category(int index, String name) implements Comparable<Category> {
    @Override
    public int compareTo(Category other) {
      return Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
      return Objects.requireNonNull(name);
    }
  }
}
