package app.waterline.export.deck;

import app.waterline.chart.ChartSpec;
import java.util.List;

/** What fills a slide. */
public sealed interface SlideContent {
  /**
   * The first slide.
   *
   * @param lines under the title
   */
  record Cover(List<String> lines) implements SlideContent {
    public Cover {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A chart, which the slide's own title and footing spare its words.
   *
   * @param spec what it shows
   */
  record Chart(ChartSpec spec) implements SlideContent {}

  /**
   * A table.
   *
   * @param table its cells
   */
  record Table(SlideTable table) implements SlideContent {}

  /**
   * Nothing to show.
   *
   * @param reason why, and what to do
   */
  record Missing(String reason) implements SlideContent {}
}
