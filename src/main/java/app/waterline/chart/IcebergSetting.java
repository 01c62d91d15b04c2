package app.waterline.chart;

import app.waterline.chart.IcebergChart.Berg;
import java.awt.Font;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Columns narrower than this break what is quoted into many lines. */
  private static final double CROWDED = 150;

  private static final double CROWDED_QUOTED_SHARE = 0.16;
  private static final double QUOTE_GAP = 14;
  private static final double SIDE_AIR = 20;
  private static final int MOST_QUOTED = 4;

  /** How far shallow ice spreads below the water for its depth. */
  private static final double FLARE = 0.4;

  /** A picture flatter than this keeps its depth for the ice: the cost stands beside it, under what is quoted. */
  private static final double FLAT = 0.45;

  private static final double FLAT_FLATTEST_TIP = 1.1;
  private static final int HALVINGS = 12;

  /** Narrower than this a note may take two lines. */
  private static final double NARROW = 860;

  private final ChartStyle style;
  private final IcebergChart chart;
  private final double width;
  private final double height;
  private final double scale;
  private final double pad;
  private final double column;
  private final boolean beside;
  private final boolean flat;
  private final Font label;
  private final Font name;
  private final Font note;
  private final Font title;
  private final List<String> titleLines;
  private final List<String> subtitleLines;
  private final List<String> noteLines;
  private final int quotedLines;
  private final Map<String, Double> wordWidths = new HashMap<>();

  IcebergSetting(ChartStyle style, IcebergChart chart, double width, double height) {
    this.style = style;
    this.chart = chart;
    this.width = width;
    this.height = height;
    this.scale = Math.min(width / 1000, height / 760);
    this.pad = Math.clamp(width * 0.03, 14.0, 36.0);
    int count = Math.max(1, chart.bergs().size());
    this.column = (width - 2 * pad) / count;
    boolean crowded = column < CROWDED;
    this.label = style.fonts().medium(crowded || scale < 0.72 ? 11 : scale > LARGE ? 16 : 13);
    this.name = style.fonts().semiBold(Math.max(label.getSize2D(), crowded ? 11 : 13));
    this.note = style.fonts().regular(scale > LARGE ? ChartStyle.NORMAL : ChartStyle.SMALL);
    this.title = titleFont(scale < 0.8 ? 16 : scale > LARGE ? 26 : 21);
    this.titleLines = wrap(chart.title(), title, width - 2 * pad);
    this.subtitleLines = wrap(chart.subtitle(), label, width - 2 * pad);
    this.noteLines = IcebergLayout.flat(
        chart.notes().stream().map(each -> wrap(each, note, width - 2 * pad)).toList());
    this.flat = count <= 3 && height < FLAT * width;
    this.beside = count <= 3 && fitting(heights(true, MOST_QUOTED)) >= NARROWEST_RADIUS;
    this.quotedLines = quotedLines();
  }

  /** In a small picture less is quoted; the first line, the price, always is. */
  private int quotedLines() {
    int lines =
        chart.bergs().stream().mapToInt(berg -> berg.quoted().size()).max().orElse(1);
    double share = column < CROWDED ? CROWDED_QUOTED_SHARE : QUOTED_SHARE;
    while (lines > 1 && tallest(lines) > height * share) {
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
    return quoteWidth(beside);
  }

  private double quoteWidth(boolean nextToIt) {
    double letters = label.getSize2D() / ChartStyle.NORMAL;
    return nextToIt ? WIDEST_QUOTE * letters : column - 10;
  }

  private double widest() {
    return WIDEST_RADIUS * Math.max(1, scale);
  }

  /** The largest radius with which all bergs find room next to each other, with what is quoted of them. */
  private double fitting(Heights heights) {
    double room = width - 2 * pad;
    double fits = 0;
    double over = widest();
    if (needed(over, heights) <= room) {
      return over;
    }
    // To a fraction of a pixel: ice that melts must not grow by steps.
    for (int half = 0; half < HALVINGS; half++) {
      double radius = (fits + over) / 2;
      if (needed(radius, heights) <= room) {
        fits = radius;
      } else {
        over = radius;
      }
    }
    return fits;
  }

  private double needed(double radius, Heights heights) {
    return chart.bergs().stream()
        .mapToDouble(berg -> size(berg, radius, heights).wide())
        .sum();
  }

  private double radius(Heights heights) {
    return beside ? fitting(heights) : Math.min(widest(), column * COLUMN_SHARE / 2);
  }

  /**
   * How much room a berg takes.
   *
   * @param half of the tip at the water
   * @param high of the tip
   * @param body half of the ice below the water where it is widest
   * @param depth of the ice below the water
   * @param wide all of it with what is quoted beside it
   */
  private record Size(double half, double high, double body, double depth, double wide) {}

  private Size size(Berg berg, double radius, Heights heights) {
    double widest =
        Math.min(radius * TIP_SHARE, heights.tipRoom() * (flat ? FLAT_FLATTEST_TIP : FLATTEST_TIP));
    double tip = Math.sqrt(berg.tip() > 0 ? berg.tip() : NO_TIP);
    double half = widest * tip;
    double high = berg.tip() > 0 ? Math.min(heights.tipRoom(), widest * 1.3) * tip : 0;
    double depth = heights.perLn()
        * chart.slabs(berg).stream()
            .mapToDouble(IcebergChart.Slab::to)
            .reduce(berg.reason().isEmpty() ? 0 : chart.common(), Math::max);
    double body = Math.min(radius, half * 1.05 + depth * FLARE);
    double quotes = words(half, body) + QUOTE_GAP + widthOfWords(berg);
    return new Size(half, high, body, depth, body + Math.max(body, quotes) + SIDE_AIR);
  }

  /** How far from the axis of a berg the words beside it begin. */
  private double words(double half, double body) {
    return flat ? Math.max(half, body) : half;
  }

  /** Asked for at every radius that is tried, and the same at each. */
  private double widthOfWords(Berg berg) {
    return wordWidths.computeIfAbsent(berg.platform(), platform -> measured(berg));
  }

  private double measured(Berg berg) {
    double quotes = IcebergLayout.flat(quoted(berg, MOST_QUOTED, true)).stream()
        .mapToDouble(line -> Wrapping.widthOf(line, label))
        .max()
        .orElse(0);
    double cost = flat ? IcebergLayout.Block.widthOf(cost(berg)) : 0;
    return Math.max(quotes, cost);
  }

  private double top() {
    return pad
        + titleLines.size() * IcebergLayout.lineOf(title)
        + 4
        + subtitleLines.size() * IcebergLayout.lineOf(label);
  }

  /** How far what is quoted beside a tip stands above the water. */
  private double lift() {
    return flat ? 12 : 26;
  }

  private double air() {
    return 12 * Math.max(1, scale);
  }

  private double quotedHeight(Berg berg, int lines) {
    return quotedHeight(berg, lines, beside);
  }

  private double quotedHeight(Berg berg, int lines, boolean nextToIt) {
    return wrap(berg.name(), name, quoteWidth(nextToIt)).size() * IcebergLayout.lineOf(name)
        + IcebergLayout.heightOf(quoted(berg, lines, nextToIt), label);
  }

  private List<List<String>> quoted(Berg berg, int lines, boolean nextToIt) {
    return berg.quoted().stream()
        .limit(lines)
        .map(line -> wrap(line, label, quoteWidth(nextToIt)))
        .toList();
  }

  /**
   * The heights of a picture.
   *
   * @param water of the waterline
   * @param tipRoom what the tallest tip may have
   * @param notesTop where the notes begin
   * @param perLn thickness of a layer whose factor is e
   */
  private record Heights(double water, double tipRoom, double notesTop, double perLn) {}

  private Heights heights(boolean nextToIt, int lines) {
    double quotes = chart.bergs().stream()
        .mapToDouble(berg -> quotedHeight(berg, lines, nextToIt))
        .max()
        .orElse(0);
    double water = nextToIt
        ? Math.max(height * 0.31, top() + air() + quotes + lift())
        : Math.max(height * 0.3, top() + air() + quotes + 6 + Math.max(26, height * 0.085));
    double tipRoom = water - top() - air() - (nextToIt ? 0 : quotes + 6);
    double line = IcebergLayout.lineOf(style.fonts().regular(ChartStyle.SMALL));
    double notesTop = height - 12 - noteLines.size() * line;
    double costs = nextToIt && flat
        ? 0
        : chart.bergs().stream()
            .mapToDouble(berg -> IcebergLayout.Block.heightOf(cost(berg)))
            .max()
            .orElse(0);
    double iceEnds = height - 12 - roomForNotes() * line;
    double depth = Math.max(20, iceEnds - 10 - costs - IcebergLayout.COST_GAP - water);
    double deepest = Math.max(chart.depth(), chart.room());
    return new Heights(
        water, tipRoom, notesTop, depth / Math.max(deepest, chart.common() / BASELINE_SHARE));
  }

  /** In lines. A switched capability adds a line to the notes or takes one; the ice must not jump for it. */
  private int roomForNotes() {
    return noteLines.isEmpty() ? 0 : Math.max(noteLines.size(), width < NARROW ? 3 : 2);
  }

  IcebergLayout layout() {
    Heights heights = heights(beside, quotedLines);
    double radius = radius(heights);
    double spare = beside
        ? (width - 2 * pad - needed(radius, heights))
            / Math.max(1, chart.bergs().size())
        : 0;
    List<IcebergLayout.Column> columns = new ArrayList<>();
    double left = pad;
    for (int place = 0; place < chart.bergs().size(); place++) {
      Size size = size(chart.bergs().get(place), radius, heights);
      double wide = beside ? size.wide() + spare : column;
      columns.add(column(place, size, heights.water(), left, wide));
      left += wide;
    }
    return new IcebergLayout(
        width,
        height,
        pad,
        heights.water(),
        heights.notesTop(),
        heights.perLn(),
        beside,
        beside && flat,
        titleLines,
        subtitleLines,
        noteLines,
        title,
        name,
        label,
        note,
        columns);
  }

  private IcebergLayout.Column column(
      int place, Size size, double water, double left, double wide) {
    Berg berg = chart.bergs().get(place);
    double spare = wide - size.wide() + SIDE_AIR;
    double middle = beside ? left + spare / 2 + size.body() : left + wide / 2;
    BergOutline outline =
        new BergOutline(place, middle, water, size.half(), size.high(), size.body(), size.depth());
    double quotedTop = beside ? water - lift() - quotedHeight(berg, quotedLines) : top() + air();
    return new IcebergLayout.Column(
        berg,
        outline,
        left + wide - 4,
        wrap(berg.name(), name, quoteWidth()),
        quoted(berg, quotedLines, beside),
        beside ? middle + words(size.half(), size.body()) + QUOTE_GAP : middle,
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
        if (!berg.range().isEmpty()) {
          blocks.add(new IcebergLayout.Block(wrap(berg.range(), label, wide), label));
        }
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
