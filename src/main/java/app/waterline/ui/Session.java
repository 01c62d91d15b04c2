package app.waterline.ui;

import app.waterline.document.CurrencyConversion;
import app.waterline.document.Document;
import app.waterline.document.Edit;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.Result;
import app.waterline.engine.why.Bands;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Platform;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The open document as the screen sees it. Edits go in; once a pulse, and only then, the workspace is
 * evaluated and {@link #evaluation()} changes. Belongs to the JavaFX thread.
 * <p>
 * A snapshot, A, may stand beside the present state, B: the screen shows one of the two, and what
 * compares them asks for the other. Looking at A changes nothing; an edit leads back to B.
 */
public final class Session {
  /** The name of the present state beside a snapshot. */
  public static final String PRESENT = "B";

  /** The name of the snapshot beside the present state. */
  public static final String FROZEN = "A";

  private static final Duration A_MOMENT = Duration.millis(120);

  private final Document document;
  private final Evaluator evaluator;
  private final QuantityFormat format;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<Evaluation> evaluation;
  private final ReadOnlyObjectWrapper<History> history;
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
  private final DoubleProperty enlargement = new SimpleDoubleProperty(1);
  private final BooleanProperty still = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<String>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<String>> notice =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Snapshot>> compared =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper looksBack = new ReadOnlyBooleanWrapper();
  private @Nullable Evaluation earlier;
  private @Nullable Evaluation present;
  private final Sureness sureness = new Sureness();
  private final ReadOnlyObjectWrapper<Evaluation> settled;
  private @Nullable PauseTransition rest;
  private final ReadOnlyObjectWrapper<Optional<String>> asked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableMap<String, String> choices = FXCollections.observableHashMap();
  private final Pointing pointing = new Pointing();
  private boolean stale;
  private boolean moving;
  private boolean opened;
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
    this.settled = new ReadOnlyObjectWrapper<>(evaluation.get());
    document.listen(this::changed);
    sureness.of(evaluation.get());
  }

  public Document document() {
    return document;
  }

  /** The figures on the screen; at most one recalculation a pulse. */
  public ReadOnlyObjectProperty<Evaluation> evaluation() {
    return evaluation.getReadOnlyProperty();
  }

  /**
   * The figures that have stood still for a moment. What nobody can read while a slider moves follows
   * these: it must not say anything else than {@link #evaluation()} meanwhile.
   */
  public ReadOnlyObjectProperty<Evaluation> settled() {
    return settled.getReadOnlyProperty();
  }

  /** Whether {@link #settled()} is still to follow. */
  public boolean isMoving() {
    return moving;
  }

  private void awaitRest() {
    PauseTransition waiting = rest;
    if (waiting == null) {
      waiting = new PauseTransition(A_MOMENT);
      waiting.setOnFinished(event -> settle());
      rest = waiting;
    }
    waiting.playFromStart();
  }

  private void stopWaiting() {
    PauseTransition waiting = rest;
    if (waiting != null) {
      waiting.stop();
    }
  }

  private void settle() {
    moving = false;
    sureness.of(evaluation.get());
    settled.set(evaluation.get());
  }

  /**
   * How sure these figures are; empty where nothing is uncertain, or not known yet. It follows the
   * evaluation a moment after it has settled, without holding up the window; until then there is none,
   * because a band of before would stand beside a figure that it does not belong to.
   */
  public ReadOnlyObjectProperty<Optional<Bands>> bands() {
    return sureness.bands();
  }

  /** Whether bands are to come; what shows them keeps their place. */
  public boolean awaitsBands() {
    return sureness.isAwaited();
  }

  public ReadOnlyObjectProperty<History> history() {
    return history.getReadOnlyProperty();
  }

  /** The look in force. */
  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /** How much larger everything is than usual, 1 to 2. */
  public DoubleProperty enlargement() {
    return enlargement;
  }

  /** Whether nothing may move, as the system or the user asks. */
  public BooleanProperty still() {
    return still;
  }

  /** What was chosen in the views, by the id of its control; kept from one start to the next. */
  public ObservableMap<String, String> choices() {
    return choices;
  }

  /** The id of the platform that the capability switches and the edit menu act on. */
  public ObjectProperty<Optional<String>> selected() {
    return selected;
  }

  /** The platform that is pointed at, marked in every chart. */
  public Pointing pointing() {
    return pointing;
  }

  /** The platform that is selected now, or else the last one. */
  public Optional<Platform> selectedPlatform() {
    return selected.get().flatMap(id -> document.current().platform(id));
  }

  /** What the status bar says about the last command, until the next change. */
  public ObjectProperty<Optional<String>> notice() {
    return notice;
  }

  /** The place of an input in the workspace file that somebody wants to go to; each wish counts once. */
  public ReadOnlyObjectProperty<Optional<String>> asked() {
    return asked.getReadOnlyProperty();
  }

  /**
   * Asks for the field of an input.
   *
   * @param input its place in the workspace file, see {@link app.waterline.engine.why.Lever#id}
   */
  public void ask(String input) {
    asked.set(Optional.empty());
    asked.set(Optional.of(input));
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

  /** The snapshot A that the present state is compared with; empty for none. */
  public ReadOnlyObjectProperty<Optional<Snapshot>> compared() {
    return compared.getReadOnlyProperty();
  }

  /** Compares with the snapshot of that name from now on. */
  public void compareWith(String snapshot) {
    setCompared(document.current().snapshot(snapshot));
  }

  /** Compares with none. */
  public void compareWithNone() {
    setCompared(Optional.empty());
  }

  private void setCompared(Optional<Snapshot> next) {
    if (!next.equals(compared.get())) {
      looksBack.set(looksBack.get() && next.isPresent());
      earlier = null;
      compared.set(next);
      invalidate();
    }
  }

  /** The figures are computed, and the screen follows, before the layout of the next pulse. */
  private void invalidate() {
    stale = true;
    javafx.application.Platform.requestNextPulse();
  }

  /** Whether the screen shows A, which can't be edited, in place of the present state. */
  public ReadOnlyBooleanProperty looksBack() {
    return looksBack.getReadOnlyProperty();
  }

  /** Shows the other of A and the present state at once; nothing is edited. */
  public void flip() {
    if (compared.get().isPresent()) {
      looksBack.set(!looksBack.get());
      show();
    }
  }

  /** The figures of A while the present state is shown, and of the present state while A is. */
  public Optional<Evaluation> counterpart() {
    return compared.get().map(snapshot -> looksBack.get() ? ofPresent() : ofEarlier(snapshot));
  }

  private Evaluation ofPresent() {
    Evaluation known = present;
    if (known == null || !isKnown(known)) {
      known = evaluator.evaluate(document.current());
      present = known;
    }
    return known;
  }

  @SuppressWarnings("ReferenceEquality") // states are immutable: another object is another state
  private boolean isKnown(@Nullable Evaluation known) {
    return known != null && known.workspace() == document.current();
  }

  /** What the state of {@link #counterpart()} is called. */
  public String besideName() {
    return looksBack.get() ? PRESENT : FROZEN;
  }

  /** A platform's figure in {@link #counterpart()}; empty where there is none to compare with. */
  public Optional<Result> counterpartOf(String platform, Metric metric) {
    return counterpart().stream()
        .flatMap(other -> other.platforms().stream())
        .filter(each -> each.platform().id().equals(platform))
        .findFirst()
        .map(each -> each.of(metric));
  }

  private Evaluation ofEarlier(Snapshot snapshot) {
    Evaluation known = earlier;
    if (known == null) {
      known = evaluator.evaluate(inPresentCurrency(snapshot.state()));
      earlier = known;
    }
    return known;
  }

  /** Amounts of two currencies can't be compared, and the screen writes one. */
  private Workspace inPresentCurrency(Workspace state) {
    return state.currency().code().equals(document.current().currency().code())
        ? state
        : CurrencyConversion.to(document.current().currency(), state);
  }

  /** Opens another workspace; the history starts anew. */
  public void open(Workspace workspace) {
    notice.set(Optional.empty());
    selected.set(Optional.empty());
    compareWithNone();
    sureness.forget();
    opened = true;
    document.replace(workspace);
  }

  /** Recalculates if anything changed since. The window calls it before the layout of each pulse. */
  public void refresh() {
    if (stale) {
      stale = false;
      show();
    }
  }

  private void show() {
    boolean back = looksBack.get();
    moving = true;
    sureness.expire();
    evaluation.set(
        compared.get().filter(snapshot -> back).map(this::ofEarlier).orElseGet(this::evaluate));
    if (opened) {
      opened = false;
      stopWaiting();
      settle();
    } else {
      awaitRest();
    }
  }

  private Evaluation evaluate() {
    long start = System.nanoTime();
    Evaluation result = ofPresent();
    evaluationNanos = System.nanoTime() - start;
    return result;
  }

  private void changed() {
    // What was edited must be seen: an edit, undo or redo leads back to the present state.
    looksBack.set(looksBack.get() && isKnown(present));
    follow();
    history.set(historyOf(document));
    invalidate();
  }

  /** What is compared may have been renamed, restated in another currency, or be gone. */
  private void follow() {
    compared.get().ifPresent(known -> {
      Optional<Snapshot> now = document.current().snapshots().stream()
          .filter(each -> each.state().equals(known.state()))
          .min(java.util.Comparator.comparing(each -> !each.name().equals(known.name())));
      earlier = currencyChanged() ? null : earlier;
      setCompared(now);
    });
  }

  private boolean currencyChanged() {
    Evaluation known = earlier;
    return known != null
        && !known
            .workspace()
            .currency()
            .code()
            .equals(document.current().currency().code());
  }

  private static History historyOf(Document document) {
    return new History(document.undoLabel(), document.redoLabel(), document.isDirty());
  }
}
