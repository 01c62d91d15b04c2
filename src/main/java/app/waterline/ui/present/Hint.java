package app.waterline.ui.present;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** The keys, said at the start and whenever the mouse moves; gone a few seconds later, with the pointer. */
final class Hint extends Label {
  private static final Duration STAYS = Duration.seconds(4);
  private static final Duration FADES = Duration.millis(300);

  private final PauseTransition pause = new PauseTransition(STAYS);
  private final FadeTransition fade = new FadeTransition(FADES, this);
  private final boolean still;

  /**
   * @param still whether nothing may move: then it is there or not
   */
  Hint(String text, boolean still) {
    super(text);
    this.still = still;
    setId("presenter-hint");
    getStyleClass().add("presenter-hint");
    setMouseTransparent(true);
    fade.setToValue(0);
    pause.setOnFinished(event -> leave());
  }

  /** Says something else from now on. */
  void say(String text) {
    setText(text);
    come();
  }

  /** Comes up, and the pointer with it. */
  void come() {
    fade.stop();
    setOpacity(1);
    cursor(Cursor.DEFAULT);
    pause.playFromStart();
  }

  private void leave() {
    cursor(Cursor.NONE);
    if (still) {
      setOpacity(0);
    } else {
      fade.setFromValue(1);
      fade.playFromStart();
    }
  }

  private void cursor(Cursor cursor) {
    Scene scene = getScene();
    if (scene != null) {
      scene.setCursor(cursor);
    }
  }

  void stop() {
    pause.stop();
    fade.stop();
  }
}
