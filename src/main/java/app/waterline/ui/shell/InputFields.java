package app.waterline.ui.shell;

import app.waterline.document.Levers;
import app.waterline.engine.why.Lever;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/** Finds the field in which an input stands, and brings it into sight. */
final class InputFields {
  private InputFields() {}

  /** Puts the cursor into the field of an input, if the window has one now. */
  static void show(Scene scene, Lever lever) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    find(scene, lever).ifPresent(field -> {
      bringIntoSight(field);
      field.requestFocus();
    });
  }

  private static Optional<Node> find(Scene scene, Lever lever) {
    Optional<String> ofScenario = Levers.scenarioSlot(lever).map(slot -> "#field-" + slot.name());
    Optional<String> ofCard =
        Levers.figureSlot(lever).map(slot -> "#edit-" + slot.id().replace('.', '-'));
    return ofScenario.or(() -> ofCard).map(scene::lookup);
  }

  private static void bringIntoSight(Node field) {
    for (Parent each = field.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane scroll && scroll.getContent() != null) {
        scrollTo(scroll, field);
      }
    }
  }

  private static void scrollTo(ScrollPane scroll, Node field) {
    Bounds inContent =
        scroll.getContent().sceneToLocal(field.localToScene(field.getBoundsInLocal()));
    double hidden = scroll.getContent().getBoundsInLocal().getHeight()
        - scroll.getViewportBounds().getHeight();
    double wanted = inContent.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
    if (hidden > 0) {
      scroll.setVvalue(Math.clamp(wanted / hidden, 0.0, 1.0));
    }
  }
}
