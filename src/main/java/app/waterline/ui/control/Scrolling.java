package app.waterline.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * A scroll pane for figures that change. JavaFX's own keeps a picture of its content, which is then drawn
 * whole in each frame, and has the whole window laid out when a word in it changes.
 */
public final class Scrolling extends ScrollPane {
  private final boolean filling;

  private Scrolling(Node content, boolean filling) {
    super(content);
    this.filling = filling;
    skinProperty()
        .subscribe(skin -> getChildrenUnmodifiable().stream()
            .filter(each -> each.getStyleClass().contains("viewport"))
            .forEach(each -> each.setCache(false)));
  }

  /** A scroll pane that may be as large as its content. */
  public static ScrollPane round(Node content) {
    return new Scrolling(content, false);
  }

  /** A scroll pane that fills the room it is given, whatever its content needs. */
  public static ScrollPane filling(Node content) {
    return new Scrolling(content, true);
  }

  @Override
  public void requestLayout() {
    if (filling && getWidth() > 0) {
      setNeedsLayout(true);
    } else {
      super.requestLayout();
    }
  }
}
