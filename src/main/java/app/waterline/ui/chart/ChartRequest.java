package app.waterline.ui.chart;

import app.waterline.chart.ChartSpec;
import javafx.event.Event;
import javafx.event.EventType;

/** What a chart asks of the window that it is in; it travels up to the scene, so that no view is in between. */
public final class ChartRequest extends Event {
  /** The chart wants to be saved as a file. */
  public static final EventType<ChartRequest> SAVE = new EventType<>(Event.ANY, "CHART_SAVE");

  private static final long serialVersionUID = 1L;

  private final transient ChartSpec spec;

  ChartRequest(EventType<ChartRequest> type, ChartSpec spec) {
    super(type);
    this.spec = spec;
  }

  /** The chart as it is on the screen. */
  public ChartSpec spec() {
    return spec;
  }
}
