package app.waterline.document;

import app.waterline.model.Workspace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The open workspace with its history. States are immutable, so undo is a step back in a list. Not
 * safe for use by several threads.
 */
public final class Document {
  /** Edits of one key that follow each other faster than this are one step. */
  static final Duration MERGE_WITHIN = Duration.ofMillis(500);

  private record Step(String label, Workspace before, Workspace after, Optional<Object> mergeKey) {}

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final LongSupplier nanoTime;
  private Workspace current;
  private Workspace saved;
  private long lastEdit;
  private boolean lastStepOpen;
  private @Nullable Object gesture;

  /**
   * @param workspace the state to start from; it counts as saved
   * @param nanoTime a clock in nanoseconds, to tell edits in a row from edits apart
   */
  public Document(Workspace workspace, LongSupplier nanoTime) {
    this.current = workspace;
    this.saved = workspace;
    this.nanoTime = nanoTime;
  }

  public Workspace current() {
    return current;
  }

  /**
   * Makes a change. An edit that changes nothing leaves no step.
   *
   * @throws app.waterline.model.InvalidInput if the outcome would leave a domain; nothing has changed
   *     then
   */
  public void apply(Edit edit) {
    Workspace after = edit.change().apply(current);
    if (after.equals(current)) {
      return;
    }
    Workspace before = continuesLastStep(edit.mergeKey()) ? done.pop().before() : current;
    // A drag that comes back to where it began has changed nothing.
    lastStepOpen = !after.equals(before);
    if (lastStepOpen) {
      done.push(new Step(edit.label(), before, after, edit.mergeKey()));
    }
    undone.clear();
    lastEdit = nanoTime.getAsLong();
    moveTo(after);
  }

  private boolean continuesLastStep(Optional<Object> mergeKey) {
    Step last = done.peek();
    if (last == null || !lastStepOpen || mergeKey.isEmpty()) {
      return false;
    }
    boolean inGesture = mergeKey.equals(Optional.ofNullable(gesture));
    boolean inTime = nanoTime.getAsLong() - lastEdit <= MERGE_WITHIN.toNanos();
    return mergeKey.equals(last.mergeKey()) && (inGesture || inTime);
  }

  /**
   * The state that the step of an edit with this key would start from: the current one, or an earlier
   * one if the edit would continue the step before. Labels count from it.
   */
  public Workspace origin(Object mergeKey) {
    Step last = done.peek();
    return last != null && continuesLastStep(Optional.of(mergeKey)) ? last.before() : current;
  }

  /** From now on edits of this key are one step, however long they take. Closes the step before. */
  public void beginGesture(Object mergeKey) {
    lastStepOpen = false;
    gesture = mergeKey;
  }

  /** The next edit is a step of its own. */
  public void endGesture() {
    gesture = null;
    lastStepOpen = false;
  }

  public void undo() {
    Step step = done.poll();
    if (step != null) {
      undone.push(step);
      lastStepOpen = false;
      moveTo(step.before());
    }
  }

  public void redo() {
    Step step = undone.poll();
    if (step != null) {
      done.push(step);
      lastStepOpen = false;
      moveTo(step.after());
    }
  }

  /** What undo would take back, as the menu names it. */
  public Optional<String> undoLabel() {
    return Optional.ofNullable(done.peek()).map(Step::label);
  }

  /** What redo would bring back, as the menu names it. */
  public Optional<String> redoLabel() {
    return Optional.ofNullable(undone.peek()).map(Step::label);
  }

  /** Whether there is anything to save. */
  public boolean isDirty() {
    return !current.equals(saved);
  }

  /** The given state has reached its file. The step before is closed, so that undo can come back to it. */
  public void markSaved(Workspace written) {
    saved = Objects.requireNonNull(written);
    lastStepOpen = false;
    signal();
  }

  /** Opens another workspace; the history starts anew. */
  public void replace(Workspace workspace) {
    done.clear();
    undone.clear();
    gesture = null;
    lastStepOpen = false;
    saved = workspace;
    moveTo(workspace);
  }

  /**
   * Calls the listener after every change of the state, its history or its saved mark.
   *
   * @return ends it
   */
  public Runnable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void moveTo(Workspace next) {
    current = next;
    signal();
  }

  private void signal() {
    listeners.forEach(Runnable::run);
  }
}
