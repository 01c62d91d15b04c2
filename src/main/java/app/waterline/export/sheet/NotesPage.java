package app.waterline.export.sheet;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a reader must know beside the figures. */
final class NotesPage {
  private final Page page;
  private final Words words;

  NotesPage(Page page, Words words) {
    this.page = page;
    this.words = words;
  }

  void write(Evaluation evaluation) {
    page.widths(120);
    page.text(0, words.get("notes.title"), Look.Kind.TITLE);
    page.skip(2);
    section("notes.reading");
    for (String key : List.of("colours", "live", "fixed", "names", "missing", "units", "locale")) {
      line(words.get("notes." + key));
    }
    page.next();
    section("notes.marks");
    for (Quality quality : Quality.values()) {
      line(ChartTexts.mark(quality) + "  " + words.charts().quality(quality));
    }
    line(words.get("notes.marksFixed"));
    page.next();
    section("notes.figures");
    Set<String> lines = new LinkedHashSet<>();
    evaluation.platforms().forEach(each -> collect(each, lines));
    lines.forEach(this::line);
    if (lines.isEmpty()) {
      line(words.get("notes.none"));
    }
  }

  private void collect(PlatformEvaluation each, Set<String> lines) {
    for (Metric metric : Metric.values()) {
      String start = each.platform().name() + ", " + words.charts().name(metric) + ": ";
      switch (each.of(metric)) {
        case Explained figure -> figure.notes().forEach(note -> lines.add(start + note));
        case NotAvailable missing -> lines.add(start + words.charts().missing(missing.reason()));
      }
    }
  }

  private void section(String key) {
    page.section(words.get(key), 1);
  }

  private void line(String text) {
    page.text(0, text, Look.Kind.TEXT);
    page.next();
  }
}
