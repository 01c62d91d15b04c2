package app.waterline.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Uses the window by itself and leaves, so that the virtual machine learns what a start needs: every
 * view and both looks. The installer runs it once to make the ahead-of-time cache.
 */
final class Training {
  /** Long enough for a view to be laid out and drawn a few times. */
  private static final Duration STEP = Duration.millis(400);

  private final Deque<Runnable> steps = new ArrayDeque<>();

  Training(Actions actions) {
    List<String> views = actions.all().keySet().stream()
        .filter(id -> id.startsWith("view."))
        .sorted()
        .toList();
    for (String look : List.of("look.dark", "look.light", "look.system")) {
      steps.add(() -> actions.get(look).fire());
      views.forEach(view -> steps.add(() -> actions.get(view).fire()));
    }
  }

  /** Takes one step after the other, then ends the program. */
  void start() {
    PauseTransition pause = new PauseTransition(STEP);
    pause.setOnFinished(event -> {
      Runnable step = steps.poll();
      if (step == null) {
        Platform.exit();
      } else {
        step.run();
        pause.playFromStart();
      }
    });
    pause.play();
  }
}
