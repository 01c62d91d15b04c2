package app.waterline.ui.iceberg;

import app.waterline.chart.IcebergChart;
import java.util.function.Consumer;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;

/** Leads from one picture to the next. */
final class Melting extends Transition {
  private static final Duration LENGTH = Duration.millis(280);

  private final IcebergChart from;
  private final IcebergChart to;
  private final Consumer<IcebergChart> shows;
  private IcebergChart last;

  /**
   * @param shows is given each picture on the way, and {@code to} itself at the end
   */
  Melting(IcebergChart from, IcebergChart to, Consumer<IcebergChart> shows) {
    this.from = from;
    this.to = to;
    this.last = to;
    this.shows = shows;
    setCycleDuration(LENGTH);
    setInterpolator(Interpolator.EASE_BOTH);
  }

  @Override
  protected void interpolate(double way) {
    shows.accept(way >= 1 ? last : from.towards(to, way));
  }

  /** Ends with other words round the same ice, for example with the ranges that have come meanwhile. */
  void endsWith(IcebergChart words) {
    last = words;
  }

  boolean isRunning() {
    return getStatus() == Status.RUNNING;
  }
}
