package app.waterline.ui.present;

import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** How long the presentation has gone on, from its start; out of sight until it is asked for. */
final class Stopwatch extends Label {
  private static final long SECOND = 1_000_000_000L;

  private final LongSupplier nanoTime;
  private final long begun;
  private final Timeline ticks;

  Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
    this.ticks = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    ticks.setCycleCount(Animation.INDEFINITE);
    setId("presenter-timer");
    getStyleClass().add("presenter-timer");
    setVisible(false);
  }

  void toggle() {
    setVisible(!isVisible());
    if (isVisible()) {
      tick();
      ticks.play();
    } else {
      ticks.stop();
    }
  }

  void stop() {
    ticks.stop();
  }

  private void tick() {
    setText(text((nanoTime.getAsLong() - begun) / SECOND));
  }

  /** Minutes and seconds, with hours where there are any. */
  static String text(long seconds) {
    String rest = "%02d:%02d".formatted(seconds / 60 % 60, seconds % 60);
    return seconds < 3600 ? rest : seconds / 3600 + ":" + rest;
  }
}
