package app.waterline.ui.shell;

import app.waterline.chart.ChartFonts;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.Exports;
import app.waterline.export.file.Progress;
import app.waterline.ui.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses the window by itself and leaves, so that the virtual machine learns what a start needs: every
 * view, both looks and a picture. The installer runs it once to make the ahead-of-time cache.
 */
final class Training {
  private static final Logger LOG = LoggerFactory.getLogger(Training.class);

  /** Long enough for a view to be laid out and drawn a few times. */
  private static final Duration STEP = Duration.millis(400);

  private final Deque<Runnable> steps = new ArrayDeque<>();

  /**
   * @param actions what a user does
   * @param session what is exported
   */
  Training(Actions actions, Session session) {
    List<String> views = actions.all().keySet().stream()
        .filter(id -> id.startsWith("view."))
        .sorted()
        .toList();
    for (String look : List.of("look.dark", "look.light", "look.system")) {
      steps.add(() -> actions.get(look).fire());
      views.forEach(view -> steps.add(() -> actions.get(view).fire()));
    }
    steps.add(() -> export(session.evaluation().get()));
  }

  /** What the first picture of a day needs; nothing is written. A deck's libraries would double the cache. */
  private static void export(Evaluation evaluation) {
    byte[] picture = new Exports(ChartFonts.bundled())
        .make(ExportKind.PNG, evaluation, ExportOptions.of(Locale.ENGLISH), Progress.UNWATCHED)
        .bytes();
    LOG.debug("A picture of {} bytes", picture.length);
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
