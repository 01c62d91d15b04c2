package app.waterline.ui;

import app.waterline.document.Document;
import app.waterline.document.Edit;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The open document as the screen sees it. Edits go in; once a pulse, and only then, the workspace is
 * evaluated and {@link #evaluation()} changes. Belongs to the JavaFX thread.
 */
public final class Session {
  private final Document document;
  private final Evaluator evaluator;
  private final QuantityFormat format;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Evaluation> evaluation;
  private final ReadOnlyObjectWrapper<History> history;
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final ObjectProperty<Optional<String>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<String>> notice =
      new SimpleObjectProperty<>(Optional.empty());
  private boolean stale;
  private long evaluationNanos;

  /**
   * What can be undone and whether there is something to save.
   *
   * @param undo the step that undo takes back
   * @param redo the step that redo brings back
   * @param unsaved whether the document differs from its file
   */
  public record History(Optional<String> undo, Optional<String> redo, boolean unsaved) {}

  /**
   * @param document what is open
   * @param evaluator computes its figures
   * @param format how numbers are read and written
   * @param clock dates what is entered by hand
   */
  public Session(Document document, Evaluator evaluator, QuantityFormat format, Clock clock) {
    this.document = document;
    this.evaluator = evaluator;
    this.format = format;
    this.clock = clock;
    this.history = new ReadOnlyObjectWrapper<>(historyOf(document));
    this.evaluation = new ReadOnlyObjectWrapper<>(evaluate());
    document.listen(this::changed);
  }

  public Document document() {
    return document;
  }

  /** The figures on the screen; at most one recalculation a pulse. */
  public ReadOnlyObjectProperty<Evaluation> evaluation() {
    return evaluation.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<History> history() {
    return history.getReadOnlyProperty();
  }

  /** The look in force. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** The id of the platform that the capability switches and the edit menu act on. */
  public ObjectProperty<Optional<String>> selected() {
    return selected;
  }

  /** The platform that is selected now, or else the last one. */
  public Optional<Platform> selectedPlatform() {
    return selected.get().flatMap(id -> document.current().platform(id));
  }

  /** What the status bar says about the last command, until the next change. */
  public ObjectProperty<Optional<String>> notice() {
    return notice;
  }

  public QuantityFormat format() {
    return format;
  }

  /** The date of figures entered now. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** How long the last recalculation took, ns. */
  public long evaluationNanos() {
    return evaluationNanos;
  }

  /**
   * Makes a change.
   *
   * @throws app.waterline.model.InvalidInput if it leaves a domain; nothing has changed then
   */
  public void apply(Edit edit) {
    notice.set(Optional.empty());
    document.apply(edit);
  }

  /** Opens another workspace; the history starts anew. */
  public void open(Workspace workspace) {
    notice.set(Optional.empty());
    selected.set(Optional.empty());
    document.replace(workspace);
  }

  /** Recalculates if anything changed since. The window calls it before the layout of each pulse. */
  public void refresh() {
    if (stale) {
      stale = false;
      evaluation.set(evaluate());
    }
  }

  private Evaluation evaluate() {
    long start = System.nanoTime();
    Evaluation result = evaluator.evaluate(document.current());
    evaluationNanos = System.nanoTime() - start;
    return result;
  }

  private void changed() {
    stale = true;
    history.set(historyOf(document));
    javafx.application.Platform.requestNextPulse();
  }

  private static History historyOf(Document document) {
    return new History(document.undoLabel(), document.redoLabel(), document.isDirty());
  }
}
