package app.waterline.ui.shell;

import app.waterline.ui.Session;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/**
 * What makes a window beside the workbench one of the same program: its theme, and its text size for all
 * that is in it. Both are followed for as long as it is open.
 */
final class SideWindow {
  private static final double MARGIN = 32;

  private final Scene scene;
  private final Session session;
  private final List<String> more;
  private final Zoom zoom;
  private List<String> ours = List.of();
  private Subscription following = Subscription.EMPTY;

  private SideWindow(Scene scene, Session session, List<String> more) {
    this.scene = scene;
    this.session = session;
    this.more = more;
    Region content = (Region) scene.getRoot();
    scene.setRoot(new Region());
    this.zoom = new Zoom(content);
    scene.setRoot(zoom);
  }

  /**
   * Gives a window's scene the look of the workbench; before it is shown.
   *
   * @param scene whose root is a region
   * @param session gives theme and text size
   * @param more sheets of its own
   */
  static void dress(Scene scene, Session session, String... more) {
    SideWindow window = new SideWindow(scene, session, List.of(more));
    window.style();
    scene.windowProperty().subscribe(shown -> {
      if (shown != null) {
        window.follow(shown);
      }
    });
  }

  private void follow(Window window) {
    window.addEventHandler(WindowEvent.WINDOW_SHOWING, event -> {
      fit(window);
      following = session
          .theme()
          .subscribe(theme -> style())
          .and(session.enlargement().subscribe(factor -> style()));
    });
    window.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> following.unsubscribe());
  }

  private void style() {
    ObservableList<String> sheets = scene.getStylesheets();
    sheets.removeAll(ours);
    ours = Look.sheets(session.theme().get(), session.enlargement().get(), more);
    sheets.addAll(0, ours);
    zoom.set(session.enlargement().get());
  }

  /** A window with larger letters is larger, as far as the screen goes. */
  private void fit(Window window) {
    double factor = zoom.factor();
    if (factor != 1 && window instanceof Stage stage) {
      Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
      double wide = Double.isNaN(stage.getWidth()) ? scene.getWidth() : stage.getWidth();
      double high = Double.isNaN(stage.getHeight()) ? scene.getHeight() : stage.getHeight();
      double width = Math.min(wide * factor, bounds.getWidth() - MARGIN);
      double height = Math.min(high * factor, bounds.getHeight() - MARGIN);
      stage.setMinWidth(Math.min(stage.getMinWidth(), width));
      stage.setMinHeight(Math.min(stage.getMinHeight(), height));
      stage.setWidth(width);
      stage.setHeight(height);
      stage.setX(bounds.getMinX() + (bounds.getWidth() - width) / 2);
      stage.setY(bounds.getMinY() + (bounds.getHeight() - height) / 2);
    }
  }
}
