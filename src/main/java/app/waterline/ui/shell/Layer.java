package app.waterline.ui.shell;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the whole window for a moment: the palette, the settings, the shortcuts, the tour; one at
 * a time. The keyboard stays in it; Esc or a click beside it closes it, and the keyboard goes back to
 * where it was.
 */
final class Layer extends StackPane {
  private final Region scrim = new Region();
  private Subscription focus = Subscription.EMPTY;
  private @Nullable Node before;
  private @Nullable Region shown;
  private Runnable closed = () -> {};

  Layer() {
    setId("layer");
    setVisible(false);
    scrim.getStyleClass().add("layer-scrim");
    scrim.setOnMousePressed(event -> {
      close();
      event.consume();
    });
    getChildren().add(scrim);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
        event.consume();
      }
    });
  }

  /** Shows this alone. */
  void show(Region content, Pos place, double above, Consumer<Region> start) {
    close();
    before = getScene().getFocusOwner();
    shown = content;
    StackPane.setAlignment(content, place);
    StackPane.setMargin(content, new Insets(above, 16, 16, 16));
    getChildren().add(content);
    setVisible(true);
    start.accept(content);
    focus = getScene().focusOwnerProperty().subscribe(this::keep);
  }

  /** What is done when the present content goes. */
  void onClosed(Runnable then) {
    closed = then;
  }

  /** Dims the window behind, or lets it be seen as it is. */
  void dim(boolean dimmed) {
    scrim.setOpacity(dimmed ? 1 : 0);
  }

  boolean shows(Class<?> kind) {
    return kind.isInstance(shown);
  }

  boolean isOpen() {
    return shown != null;
  }

  /** Takes what is shown away. */
  void close() {
    Region gone = shown;
    if (gone != null) {
      shown = null;
      focus.unsubscribe();
      focus = Subscription.EMPTY;
      getChildren().remove(gone);
      setVisible(false);
      dim(true);
      if (before != null && before.getScene() != null) {
        before.requestFocus();
      }
      before = null;
      Runnable then = closed;
      closed = () -> {};
      then.run();
    }
  }

  /** The keyboard may not wander behind what lies above. */
  private void keep(@Nullable Node owner) {
    Region content = shown;
    if (content != null && owner != null && !isWithin(owner, content)) {
      javafx.application.Platform.runLater(() -> {
        Scene scene = content.getScene();
        if (scene != null && !isWithin(scene.getFocusOwner(), content)) {
          first(content).requestFocus();
        }
      });
    }
  }

  private static boolean isWithin(@Nullable Node node, Node ancestor) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  private static Node first(Region content) {
    return Panes.firstIn(content).orElse(content);
  }
}
