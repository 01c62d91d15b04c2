package app.waterline.ui.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Enlarges the whole window: letters, figures, charts and the space between them. Its content is laid out
 * in the room that is left, as in a browser; charts draw with as many more pixels and stay sharp.
 */
final class Zoom extends Region {
  private final Region content;
  private final Scale scale = new Scale(1, 1);

  Zoom(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /** Enlarges by this factor from now on. */
  void set(double factor) {
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
  }

  double factor() {
    return scale.getX();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(
        0, 0, Math.ceil(getWidth() / factor()), Math.ceil(getHeight() / factor()));
  }
}
