package app.waterline.ui.imports;

import app.waterline.io.Catalogue;
import app.waterline.io.runs.AnswersFile;
import app.waterline.io.runs.SourceAnswers;
import app.waterline.model.Evidence;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings benchmark results into the open workspace: reads, lets the user review, and makes one edit. */
public final class Imports {
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

  private final Session session;
  private final Texts texts;
  private final AnswersFile memory;
  private final Screen screen;

  /** What the import needs of the window. */
  public interface Screen {
    /** The window to stand over. */
    Window owner();

    /** Gives a scene the look of the window. */
    void dress(Scene scene);

    /** Brings the measured runs up. */
    void showRuns();

    /** Says what went wrong. */
    void error(String title, String message);
  }

  /**
   * @param session the workspace that takes the runs in
   * @param language of the words
   * @param memory what was answered before
   * @param screen the window
   */
  public Imports(Session session, Locale language, AnswersFile memory, Screen screen) {
    this.session = session;
    this.texts = Texts.of("textsImport", language);
    this.memory = memory;
    this.screen = screen;
  }

  /** Reads files and folders, and asks what to do with the runs. Returns at once. */
  public void read(List<Path> paths) {
    ImportWindow window = new ImportWindow(screen, texts);
    Workspace workspace = session.document().current();
    Reading reading = new Reading(
        paths,
        texts,
        found -> new Review(
            found,
            workspace,
            Catalogue.platforms(),
            Catalogue.gpuNames(),
            source -> memory.of(source.key())));
    window.showReading(reading);
    reading.setOnSucceeded(event -> review(window, reading.getValue()));
    reading.setOnFailed(event -> failed(window, reading.getException()));
    window.show();
    Thread thread = new Thread(reading, "import");
    thread.setDaemon(true);
    thread.start();
  }

  private void failed(ImportWindow window, Throwable fault) {
    LOG.error("The import failed", fault);
    window.close();
    screen.error(texts.get("import.refused"), texts.get("reading.failed", fault.toString()));
  }

  private void review(ImportWindow window, Review review) {
    window.onClosed(() -> remember(review));
    window.showReview(new ReviewPane(
        review,
        review.found(),
        session.format(),
        texts,
        () -> take(window, review),
        window::close));
  }

  private void take(ImportWindow window, Review review) {
    Map<Target, List<OperatingPoint>> harvest = review.harvest();
    List<OperatingPoint> points =
        harvest.values().stream().flatMap(Collection::stream).toList();
    Evidence byHand = new Evidence(
        Evidence.Kind.ASSUMPTION, texts.get("import.price"), session.today().toString(), null);
    session.apply(review.edit(texts.get("import.edit", points.size()), byHand));
    window.close();
    screen.showRuns();
    String names =
        harvest.keySet().stream().map(review::nameOf).distinct().collect(Collectors.joining(", "));
    session.notice().set(Optional.of(notice(points, names)));
  }

  private String notice(List<OperatingPoint> points, String names) {
    String done = texts.get("import.done", points.size(), names);
    Workspace workspace = session.document().current();
    Workload wanted = workspace.scenario().workload();
    long outside = points.stream().filter(point -> !serves(point, wanted)).count();
    return outside == 0 ? done : done + "; " + texts.get("import.outside", outside);
  }

  private static boolean serves(OperatingPoint point, Workload wanted) {
    return (wanted.model() == null
            || wanted.model().equals(point.configuration().model()))
        && (wanted.isl() == null
            || Objects.equals(wanted.isl(), point.configuration().isl()))
        && (wanted.osl() == null
            || Objects.equals(wanted.osl(), point.configuration().osl()));
  }

  private void remember(Review review) {
    Map<String, SourceAnswers> given = new LinkedHashMap<>();
    review.answers().forEach((source, answers) -> {
      if (!answers.equals(SourceAnswers.NONE)) {
        given.put(source.key(), answers);
      }
    });
    try {
      memory.remember(given);
    } catch (IOException unwritable) {
      LOG.warn("Could not remember the answers", unwritable);
    }
  }
}
