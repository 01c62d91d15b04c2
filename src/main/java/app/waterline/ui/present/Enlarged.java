package app.waterline.ui.present;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Lays its content out for a window of usual size and enlarges the whole to fill, so that a room can read it. */
final class Enlarged extends Region {
  private static final double USUAL_WIDTH = 1280;
  private static final double USUAL_HEIGHT = 720;
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 530;

  private final Region content;
  private final double wanted;
  private final Scale scale = new Scale();

  /**
   * @param wanted the text size that the user chose, a factor
   */
  Enlarged(Region content, double wanted) {
    this.content = content;
    this.wanted = wanted;
    content.getTransforms().setAll(scale);
    getChildren().add(content);
  }

  /** How much larger everything is than in a window; never smaller. */
  static double factor(double width, double height) {
    double fits = Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT);
    return Math.clamp(Math.floor(fits * 8) / 8, 1, 4);
  }

  /** The text size that was chosen where it is larger, as far as a view keeps the room that it needs. */
  static double factor(double width, double height, double wanted) {
    double most = Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT);
    return Math.max(factor(width, height), Math.min(wanted, most));
  }

  @Override
  protected void layoutChildren() {
    double factor = factor(getWidth(), getHeight(), wanted);
    scale.setX(factor);
    scale.setY(factor);
    content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
  }
}
