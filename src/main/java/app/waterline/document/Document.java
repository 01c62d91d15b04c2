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
    Step last = done.peek();
    boolean merges = last != null && undone.isEmpty() && continues(last, edit);
    Workspace before = merges && last != null ? last.before() : current;
    if (merges) {
      done.pop();
    }
    done.push(new Step(edit.label(), before, after, edit.mergeKey()));
    undone.clear();
    lastEdit = nanoTime.getAsLong();
    moveTo(after);
  }

  private boolean continues(Step last, Edit edit) {
    boolean sameKey = edit.mergeKey().isPresent() && edit.mergeKey().equals(last.mergeKey());
    boolean inGesture = gesture != null && edit.mergeKey().equals(Optional.of(gesture));
    return sameKey && (inGesture || nanoTime.getAsLong() - lastEdit <= MERGE_WITHIN.toNanos());
  }

  /** From now on edits of this key are one step, however long they take. Closes the step before. */
  public void beginGesture(Object mergeKey) {
    closeStep();
    gesture = mergeKey;
  }

  /** The next edit is a step of its own. */
  public void endGesture() {
    gesture = null;
    closeStep();
  }

  private void closeStep() {
    Step last = done.peek();
    if (last != null) {
      done.pop();
      done.push(new Step(last.label(), last.before(), last.after(), Optional.empty()));
    }
  }

  public void undo() {
    Step step = done.poll();
    if (step != null) {
      undone.push(step);
      moveTo(step.before());
    }
  }

  public void redo() {
    Step step = undone.poll();
    if (step != null) {
      done.push(step);
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

  /** The given state has reached its file. */
  public void markSaved(Workspace written) {
    saved = Objects.requireNonNull(written);
    signal();
  }

  /** Opens another workspace; the history starts anew. */
  public void replace(Workspace workspace) {
    done.clear();
    undone.clear();
    gesture = null;
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
