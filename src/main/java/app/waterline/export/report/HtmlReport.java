package app.waterline.export.report;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.ChartTheme;
import app.waterline.chart.DataTable;
import app.waterline.engine.Evaluation;
import app.waterline.export.file.PlainText;
import app.waterline.export.file.Progress;
import app.waterline.export.image.ChartFile;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A page for any browser, complete in one file: no script, no network, light or dark as the reader's
 * system is. Each chart has its figures as a table.
 */
public final class HtmlReport {
  private static final List<String> TOKENS =
      List.of("canvas", "card", "text", "text-muted", "line");

  private final Story story;
  private final ChartDrawing light;
  private final ChartDrawing dark;
  private final StringBuilder page = new StringBuilder(100_000);
  private int pictures;

  /** The charts of the page, from the top. */
  public static List<ChartSpec> charts(Evaluation evaluation, ChartTexts texts) {
    return new Story(evaluation, texts).charts();
  }

  private HtmlReport(Story story, ChartFonts fonts) {
    this.story = story;
    this.light = new ChartDrawing(ChartTheme.light(), fonts, story.texts());
    this.dark = new ChartDrawing(ChartTheme.dark(), fonts, story.texts());
  }

  /**
   * The page in UTF-8; the same evaluation gives the same bytes.
   *
   * @throws java.util.concurrent.CancellationException if the progress wanted no more of it
   */
  public static byte[] of(
      Evaluation evaluation, ChartTexts texts, ChartFonts fonts, Progress progress) {
    HtmlReport report = new HtmlReport(new Story(evaluation, texts), fonts);
    report.write(progress);
    return report.page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Progress progress) {
    head();
    page.append("<body><main>\n<p class=\"over\">")
        .append(escaped(story.evaluation().workspace().title()))
        .append("</p>\n<h1>")
        .append(escaped(story.finding()))
        .append("</h1>\n");
    prices();
    List<ChartSpec> charts = story.charts();
    for (int i = 0; i < charts.size(); i++) {
      progress.at((double) i / charts.size());
      chart(charts.get(i));
    }
    figures();
    sources();
    page.append("<footer>")
        .append(escaped(story.get("footer")))
        .append("</footer>\n</main></body></html>\n");
  }

  private void head() {
    Locale language = story.texts().format().locale();
    page.append("<!doctype html>\n<html lang=\"en\" data-numbers=\"")
        .append(escaped(language.toLanguageTag()))
        .append("\"><head><meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(escaped(story.evaluation().workspace().title()))
        .append("</title>\n<style>\n:root{")
        .append(colors(ChartTheme.light()))
        .append("}\n@media (prefers-color-scheme:dark){:root{")
        .append(colors(ChartTheme.dark()))
        .append("}}\n")
        .append(STYLE)
        .append("</style></head>\n");
  }

  private static String colors(ChartTheme theme) {
    StringBuilder colors = new StringBuilder();
    for (String token : TOKENS) {
      colors
          .append("--")
          .append(token)
          .append(':')
          .append(hex(theme.token(token)))
          .append(';');
    }
    return colors.toString();
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }

  private void prices() {
    page.append("<ul class=\"prices\">\n");
    for (Story.Price price : story.prices()) {
      page.append("<li style=\"border-color:")
          .append(hex(light.theme().platform(price.color())))
          .append("\"><span>")
          .append(escaped(price.platform()))
          .append("</span><strong>")
          .append(escaped(price.value()))
          .append("</strong><span>")
          .append(escaped(price.relation()))
          .append("</span></li>\n");
    }
    page.append("</ul>\n");
  }

  private void chart(ChartSpec spec) {
    page.append("<figure>\n");
    picture("light", ChartFile.of(light, spec));
    picture("dark", ChartFile.of(dark, spec));
    page.append("<details><summary>").append(escaped(story.get("asTable"))).append("</summary>");
    DataTable table = spec.table(story.texts());
    table(spec.title(), table.header(), table.rows());
    page.append("</details>\n</figure>\n");
  }

  /** Pictures share the page, so the names inside them must not. */
  private void picture(String theme, ChartFile file) {
    String mine = "p" + pictures++ + "-";
    String svg = new String(file.svg(), StandardCharsets.UTF_8)
        .replaceFirst("<\\?xml[^>]*\\?>", "")
        .replace(" id=\"", " id=\"" + mine)
        .replace("url(#", "url(#" + mine)
        .replace("href=\"#", "href=\"#" + mine);
    page.append("<div class=\"").append(theme).append("\">").append(svg).append("</div>\n");
  }

  private void figures() {
    TextTable table = FigureTable.of(story.evaluation(), story.texts()).table();
    page.append("<section><h2>").append(escaped(story.get("figures"))).append("</h2>\n");
    table(
        story.get("figures"),
        table.rows().getFirst(),
        table.rows().subList(1, table.rows().size()));
    page.append("<ul class=\"notes\">");
    table.footnotes().forEach(this::item);
    page.append("</ul></section>\n");
  }

  private void table(String caption, List<String> header, List<List<String>> rows) {
    page.append("<div class=\"wide\"><table><caption>")
        .append(escaped(caption))
        .append("</caption>");
    page.append("<thead><tr>");
    header.forEach(
        each -> page.append("<th scope=\"col\">").append(escaped(each)).append("</th>"));
    page.append("</tr></thead>\n<tbody>");
    for (List<String> row : rows) {
      page.append("<tr><th scope=\"row\">").append(escaped(row.getFirst())).append("</th>");
      row.subList(1, row.size())
          .forEach(each -> page.append("<td>").append(escaped(each)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</tbody></table></div>");
  }

  private void sources() {
    page.append("<section><h2>").append(escaped(story.get("sources"))).append("</h2>\n");
    for (Sources each : Sources.of(story.evaluation())) {
      page.append("<h3>").append(escaped(each.platform())).append("</h3><ul class=\"notes\">");
      each.lines().forEach(this::item);
      page.append("</ul>\n");
    }
    page.append("</section>\n");
  }

  private void item(String text) {
    page.append("<li>").append(escaped(text)).append("</li>");
  }

  private static String escaped(String text) {
    return PlainText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static final String STYLE = """
      body{margin:0;background:var(--canvas);color:var(--text);
        font:16px/1.5 Inter,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
      main{max-width:1008px;margin:0 auto;padding:32px 24px}
      .over,footer{color:var(--text-muted);font-size:13px;margin:0}
      h1{font-size:34px;line-height:1.2;margin:8px 0 24px;overflow-wrap:anywhere}
      h2{font-size:21px;margin:40px 0 16px}
      h3{font-size:16px;margin:24px 0 8px;overflow-wrap:anywhere}
      .prices{display:flex;flex-wrap:wrap;gap:16px;list-style:none;padding:0;margin:0 0 24px}
      .prices li{flex:1 1 160px;background:var(--card);border-left:6px solid;border-radius:10px;
        padding:16px;display:flex;flex-direction:column;overflow-wrap:anywhere}
      .prices strong{font-size:21px;font-variant-numeric:tabular-nums}
      .prices span{font-size:13px;color:var(--text-muted)}
      figure{margin:0 0 24px;background:var(--card);border-radius:10px;overflow:hidden}
      figure svg{width:100%;height:auto;display:block}
      .dark{display:none}
      @media (prefers-color-scheme:dark){.light{display:none}.dark{display:block}}
      details{padding:8px 24px 16px;font-size:13px}
      summary{cursor:pointer;color:var(--text-muted)}
      .wide{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
      caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
      th,td{padding:8px 12px;border-bottom:1px solid var(--line);text-align:right}
      th:first-child{text-align:left;font-weight:600}
      .notes{list-style:none;padding:0;font-size:13px;color:var(--text-muted)}
      footer{margin-top:40px}
      @media print{figure,section{break-inside:avoid}details{display:none}}
      """;
}
