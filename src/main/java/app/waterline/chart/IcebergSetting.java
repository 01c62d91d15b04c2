package app.waterline.chart;

import app.waterline.chart.IcebergChart.Berg;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Sets the words of an iceberg picture and gives the ice what is left. */
final class IcebergSetting {
  private static final double WIDEST_QUOTE = 160;
  private static final double NARROWEST_RADIUS = 74;
  private static final double WIDEST_RADIUS = 168;
  private static final double TIP_SHARE = 0.76;
  private static final double BASELINE_SHARE = 0.42;
  private static final double COLUMN_SHARE = 0.86;
  private static final double FLATTEST_TIP = 1.5;
  private static final double NO_TIP = 0.3;
  private static final double LARGE = 1.2;
  private static final double QUOTED_SHARE = 0.27;

  private final ChartStyle style;
  private final IcebergChart chart;
  private final double width;
  private final double height;
  private final double scale;
  private final double pad;
  private final double column;
  private final boolean beside;
  private final Font label;
  private final Font name;
  private final Font note;
  private final Font title;
  private final List<String> titleLines;
  private final List<String> subtitleLines;
  private final List<String> noteLines;
  private final int quotedLines;

  IcebergSetting(ChartStyle style, IcebergChart chart, double width, double height) {
    this.style = style;
    this.chart = chart;
    this.width = width;
    this.height = height;
    this.scale = Math.min(width / 1000, height / 760);
    this.pad = Math.clamp(width * 0.03, 14.0, 36.0);
    int count = Math.max(1, chart.bergs().size());
    this.column = (width - 2 * pad) / count;
    boolean crowded = column < 150;
    this.label = style.fonts().medium(crowded || scale < 0.72 ? 11 : scale > LARGE ? 16 : 13);
    this.name = style.fonts().semiBold(Math.max(label.getSize2D(), crowded ? 11 : 13));
    this.note = style.fonts().regular(scale > LARGE ? ChartStyle.NORMAL : ChartStyle.SMALL);
    this.title = titleFont(scale < 0.8 ? 16 : scale > LARGE ? 26 : 21);
    this.beside = count <= 3 && radiusBeside() >= NARROWEST_RADIUS;
    this.titleLines = wrap(chart.title(), title, width - 2 * pad);
    this.subtitleLines = wrap(chart.subtitle(), label, width - 2 * pad);
    this.noteLines = IcebergLayout.flat(
        chart.notes().stream().map(each -> wrap(each, note, width - 2 * pad)).toList());
    this.quotedLines = quotedLines();
  }

  /** In a small picture less is quoted; the first line, the price, always is. */
  private int quotedLines() {
    int lines =
        chart.bergs().stream().mapToInt(berg -> berg.quoted().size()).max().orElse(1);
    while (lines > 1 && tallest(lines) > height * QUOTED_SHARE) {
      lines--;
    }
    return lines;
  }

  private double tallest(int lines) {
    return chart.bergs().stream()
        .mapToDouble(berg -> quotedHeight(berg, lines))
        .max()
        .orElse(0);
  }

  /** A little smaller where that saves a line. */
  private Font titleFont(float wanted) {
    Font smaller = style.fonts().semiBold(wanted * 0.86f);
    boolean saves = wrap(chart.title(), smaller, width - 2 * pad).size() == 1;
    Font full = style.fonts().semiBold(wanted);
    return saves && wrap(chart.title(), full, width - 2 * pad).size() > 1 ? smaller : full;
  }

  private List<String> wrap(String text, Font font, double wide) {
    return text.isEmpty() ? List.of() : Wrapping.lines(text, font, wide);
  }

  private double quoteWidth() {
    double letters = label.getSize2D() / ChartStyle.NORMAL;
    return beside ? WIDEST_QUOTE * letters : column - 10;
  }

  private double radiusBeside() {
    double quote = WIDEST_QUOTE * label.getSize2D() / ChartStyle.NORMAL;
    return Math.min(WIDEST_RADIUS * Math.max(1, scale), (column - 32 - quote) / (1 + TIP_SHARE));
  }

  private double radius() {
    return beside
        ? radiusBeside()
        : Math.min(WIDEST_RADIUS * Math.max(1, scale), column * COLUMN_SHARE / 2);
  }

  private double top() {
    return pad
        + titleLines.size() * IcebergLayout.lineOf(title)
        + 4
        + subtitleLines.size() * IcebergLayout.lineOf(label);
  }

  private double air() {
    return 12 * Math.max(1, scale);
  }

  private double quotedHeight(Berg berg, int lines) {
    return wrap(berg.name(), name, quoteWidth()).size() * IcebergLayout.lineOf(name)
        + IcebergLayout.heightOf(quoted(berg, lines), label);
  }

  private List<List<String>> quoted(Berg berg, int lines) {
    return berg.quoted().stream()
        .limit(lines)
        .map(line -> wrap(line, label, quoteWidth()))
        .toList();
  }

  IcebergLayout layout() {
    double quotes = tallest(quotedLines);
    double water = beside
        ? Math.max(height * 0.31, top() + air() + quotes + 26)
        : Math.max(height * 0.3, top() + air() + quotes + 6 + Math.max(26, height * 0.085));
    double tipRoom = water - top() - air() - (beside ? 0 : quotes + 6);
    double notesTop = height
        - 12
        - noteLines.size() * IcebergLayout.lineOf(style.fonts().regular(ChartStyle.SMALL));
    double costs = chart.bergs().stream()
        .mapToDouble(
            berg -> cost(berg).stream().mapToDouble(IcebergLayout.Block::height).sum())
        .max()
        .orElse(0);
    double depth = Math.max(20, notesTop - 10 - costs - IcebergLayout.COST_GAP - water);
    double deepest = Math.max(chart.depth(), chart.room());
    double perLn = depth / Math.max(deepest, chart.common() / BASELINE_SHARE);
    List<IcebergLayout.Column> columns = new ArrayList<>();
    for (int place = 0; place < chart.bergs().size(); place++) {
      columns.add(column(place, water, tipRoom, perLn));
    }
    return new IcebergLayout(
        width,
        height,
        pad,
        water,
        notesTop,
        perLn,
        beside,
        titleLines,
        subtitleLines,
        noteLines,
        title,
        name,
        label,
        note,
        columns);
  }

  private IcebergLayout.Column column(int place, double water, double tipRoom, double perLn) {
    Berg berg = chart.bergs().get(place);
    double left = pad + place * column;
    double radius = radius();
    double widest = Math.min(radius * TIP_SHARE, tipRoom * FLATTEST_TIP);
    double tip = Math.sqrt(berg.tip() > 0 ? berg.tip() : NO_TIP);
    double half = widest * tip;
    double high = berg.tip() > 0 ? Math.min(tipRoom, widest * 1.15) * tip : 0;
    double depth = perLn
        * chart.slabs(berg).stream()
            .mapToDouble(IcebergChart.Slab::to)
            .reduce(berg.reason().isEmpty() ? 0 : chart.common(), Math::max);
    double body = Math.min(radius, half * 1.05 + depth);
    double group = radius + widest + 14 + quoteWidth();
    double middle = beside ? left + (column - group) / 2 + radius : left + column / 2;
    BergOutline outline = new BergOutline(place, middle, water, half, high, body, depth);
    double quotedTop = beside ? water - 26 - quotedHeight(berg, quotedLines) : top() + air();
    return new IcebergLayout.Column(
        berg,
        outline,
        left + column - 4,
        wrap(berg.name(), name, quoteWidth()),
        quoted(berg, quotedLines),
        beside ? middle + half + 14 : middle,
        quotedTop,
        quoteWidth(),
        cost(berg));
  }

  private List<IcebergLayout.Block> cost(Berg berg) {
    List<IcebergLayout.Block> blocks = new ArrayList<>();
    double wide = column - 8;
    switch (berg.cost()) {
      case Datum.Known known -> {
        Font figure = style.fonts().semiBold(figureSize());
        String text = known.label();
        blocks.add(new IcebergLayout.Block(wrap(text, figure, wide), figure));
        String caption = berg.counted() + "\u00a0" + ChartTexts.mark(known.quality());
        blocks.add(new IcebergLayout.Block(wrap(caption, label, wide), label));
        if (!berg.reason().isEmpty()) {
          String reason = style.texts().get("iceberg.noLayers", berg.reason());
          blocks.add(new IcebergLayout.Block(wrap(reason, note, wide), note));
        }
      }
      case Datum.Missing missing -> {
        String reason = style.texts().missing(missing.reason());
        blocks.add(new IcebergLayout.Block(wrap(reason, label, wide), label));
      }
    }
    return blocks;
  }

  private float figureSize() {
    boolean wide = column >= 260;
    return scale > LARGE && wide ? 40 : scale >= 0.95 && wide ? 34 : column >= 120 ? 26 : 21;
  }
}
