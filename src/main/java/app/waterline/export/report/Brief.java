package app.waterline.export.report;

import app.waterline.chart.BarChart;
import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartImage;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.export.file.Paper;
import app.waterline.export.image.PdfPage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One page of paper: the finding, the prices, the iceberg, the figures and where they come from. */
public final class Brief {
  private static final double A4_WIDTH = 595;
  private static final double A4_HEIGHT = 842;
  private static final double LETTER_WIDTH = 612;
  private static final double LETTER_HEIGHT = 792;
  private static final double MARGIN = 36;
  private static final double CHART_WIDTH = 720;

  /** More columns than this can't be read on paper. */
  private static final int MOST_PLATFORMS = 6;

  /** Up to so many there is room for units. */
  private static final int FEW = 4;

  private static final List<Metric> METRICS = List.of(
      Metric.COST_PER_GPU_HOUR,
      Metric.PFLOPS_PER_DOLLAR,
      Metric.TOKENS_PER_SECOND_PER_GPU,
      Metric.TOKENS_PER_SECOND_PER_MW,
      Metric.COST_PER_MILLION_TOKENS);

  private final Story story;
  private final ChartFonts fonts;
  private final ChartDrawing drawing;
  private final Graphics2D graphics;
  private final double width;
  private final double height;
  private final List<String> ranges;
  private double y = MARGIN;

  private Brief(Story story, ChartFonts fonts, Graphics2D graphics, double width, double height) {
    this.story = story;
    this.fonts = fonts;
    this.drawing = new ChartDrawing(ChartTheme.light(), fonts, story.texts());
    this.graphics = graphics;
    this.width = width;
    this.height = height;
    this.ranges = story
        .texts()
        .ranges(
            story.evaluation(), story.evaluation().headline(), Levers.bands(story.evaluation()));
  }

  /** The bytes of a PDF, A4 or Letter as the country has it; the same evaluation gives the same. */
  public static byte[] of(Evaluation evaluation, ChartTexts texts, ChartFonts fonts) {
    Story story = new Story(evaluation, texts);
    boolean letter = Paper.isLetter(texts.format().locale());
    double width = letter ? LETTER_WIDTH : A4_WIDTH;
    double height = letter ? LETTER_HEIGHT : A4_HEIGHT;
    return PdfPage.of(
        width,
        height,
        evaluation.workspace().title(),
        story.finding(),
        graphics -> new Brief(story, fonts, graphics, width, height).paint());
  }

  private void paint() {
    text(story.evaluation().workspace().title(), fonts.regular(), 9, muted(), 1);
    text(story.finding(), fonts.semiBold(), 17, ink(), 2);
    y += 4;
    if (story.evaluation().platforms().isEmpty()) {
      text(story.get("emptyRemedy"), fonts.regular(), 10, ink(), 3);
      return;
    }
    prices();
    double room = height - y - MARGIN - tableHeight() - sourcesHeight();
    ChartSpec iceberg = new ChartGallery(story.evaluation(), story.texts()).chart("iceberg");
    ChartSpec second = story.measuredOrBars();
    double share = second instanceof BarChart bars ? (bars.bars().size() <= FEW ? 0.6 : 0.53) : 0.5;
    chart(iceberg, room * share);
    chart(second, room * (1 - share));
    table();
    sources();
  }

  private Color ink() {
    return drawing.theme().token("text");
  }

  private Color muted() {
    return drawing.theme().token("text-muted");
  }

  private double inner() {
    return width - 2 * MARGIN;
  }

  /** The baseline and the cheapest, in the order of the workspace. */
  private List<PlatformEvaluation> shown() {
    Set<PlatformEvaluation> chosen = new HashSet<>();
    story.evaluation().baseline().ifPresent(chosen::add);
    story.cheapestFirst().forEach(each -> {
      if (chosen.size() < MOST_PLATFORMS) {
        chosen.add(each);
      }
    });
    return story.evaluation().platforms().stream().filter(chosen::contains).toList();
  }

  private void prices() {
    List<Story.Price> prices = shown().stream().map(story::price).toList();
    int count = prices.size();
    double each = inner() / count;
    for (int i = 0; i < count; i++) {
      Story.Price price = prices.get(i);
      double x = MARGIN + i * each;
      graphics.setColor(drawing.theme().platform(price.color()));
      graphics.fill(new Rectangle2D.Double(x, y, 3, 34));
      line(price.platform(), fonts.medium(), 8, muted(), x + 9, y + 8, each - 14);
      String value = count > FEW ? price.number() : price.value();
      line(value, fonts.semiBold(), 12, ink(), x + 9, y + 22, each - 14);
      line(price.relation(), fonts.regular(), 8, muted(), x + 9, y + 33, each - 14);
    }
    y += 46;
  }

  private void chart(ChartSpec spec, double room) {
    double scale = inner() / CHART_WIDTH;
    AffineTransform before = graphics.getTransform();
    graphics.translate(MARGIN, y);
    graphics.scale(scale, scale);
    ChartImage.paint(graphics, drawing, spec, CHART_WIDTH, (room - 8) / scale);
    graphics.setTransform(before);
    y += room;
  }

  private static double tableHeight() {
    return 14.0 * (METRICS.size() + 1) + 12;
  }

  private void table() {
    List<PlatformEvaluation> shown = shown();
    double first = shown.size() > FEW ? 112 : 160;
    double each = (inner() - first) / shown.size();
    y += 12;
    for (int i = 0; i < shown.size(); i++) {
      right(
          name(shown.get(i)),
          fonts.semiBold(),
          8,
          ink(),
          MARGIN + first + each * (i + 1),
          each - 6);
    }
    rule();
    for (Metric metric : METRICS) {
      String label = story.texts().heading(story.texts().name(metric), metric.unit());
      line(label, fonts.regular(), shown.size() > FEW ? 6.5f : 8, ink(), MARGIN, y, first - 4);
      for (int i = 0; i < shown.size(); i++) {
        right(
            value(shown.get(i), metric),
            fonts.regular(),
            shown.size() > FEW ? 6.2f : 8,
            ink(),
            MARGIN + first + each * (i + 1),
            each - 6);
      }
      rule();
    }
  }

  private String name(PlatformEvaluation each) {
    boolean isBaseline =
        each.platform().id().equals(story.evaluation().workspace().baseline());
    return each.platform().name() + (isBaseline ? " ★" : "");
  }

  private String value(PlatformEvaluation each, Metric metric) {
    return each.of(metric)
        .figure()
        .map(figure -> number(figure) + relation(each, metric))
        .orElse("n/a");
  }

  private String number(Explained figure) {
    return story.texts().format().number(figure.value(), figure.unit()) + " "
        + ChartTexts.mark(figure.quality());
  }

  private String relation(PlatformEvaluation each, Metric metric) {
    boolean isBaseline =
        each.platform().id().equals(story.evaluation().workspace().baseline());
    return isBaseline
        ? ""
        : story
            .evaluation()
            .relative(each, metric)
            .figure()
            .map(ratio -> "  " + story.texts().format().ratio(ratio.value()))
            .orElse("");
  }

  private void rule() {
    graphics.setColor(drawing.theme().token("line"));
    graphics.fill(new Rectangle2D.Double(MARGIN, y + 4, inner(), 0.6));
    y += 14;
  }

  private List<String> sourceLines() {
    List<String> lines = new ArrayList<>();
    for (PlatformEvaluation shown : shown()) {
      Sources each = Sources.of(shown);
      lines.add(each.platform() + ": " + String.join("; ", each.lines()));
    }
    return lines;
  }

  private double sourcesHeight() {
    return 18 + 9.0 * wrapped().size();
  }

  private List<String> wrapped() {
    List<String> lines = new ArrayList<>();
    for (String each : ranges) {
      lines.addAll(Lines.wrapped(each, fonts.regular().deriveFont(7f), graphics, inner(), 2));
    }
    int most = story.evaluation().platforms().size() > FEW ? 1 : 2;
    for (String each : sourceLines()) {
      lines.addAll(Lines.wrapped(each, fonts.regular().deriveFont(7f), graphics, inner(), most));
    }
    int left = story.evaluation().platforms().size() - MOST_PLATFORMS;
    if (left > 0) {
      lines.add(story.get("more", left));
    }
    lines.add(story.get("legend"));
    return lines;
  }

  private void sources() {
    y += 6;
    for (String each : wrapped()) {
      line(each, fonts.regular(), 7, muted(), MARGIN, y, inner());
      y += 9;
    }
  }

  private void text(String text, Font font, float size, Color color, int most) {
    for (String each : Lines.wrapped(text, font.deriveFont(size), graphics, inner(), most)) {
      y += size;
      line(each, font, size, color, MARGIN, y, inner());
      y += size * 0.3;
    }
  }

  private void right(String text, Font font, float size, Color color, double right, double room) {
    Font sized = font.deriveFont(size);
    String cut = Lines.cut(text, sized, graphics, room);
    double x = right - Lines.width(cut, sized, graphics);
    line(cut, font, size, color, x, y, room + 1);
  }

  private void line(
      String text, Font font, float size, Color color, double x, double baseline, double room) {
    Font sized = font.deriveFont(size);
    graphics.setFont(sized);
    graphics.setColor(color);
    ChartFonts.draw(graphics, Lines.cut(text, sized, graphics, room), (float) x, (float) baseline);
  }
}
