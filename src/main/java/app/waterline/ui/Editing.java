package app.waterline.ui;

import app.waterline.document.Edit;
import app.waterline.document.Edits;
import app.waterline.document.FigureSlot;
import app.waterline.document.ScenarioSlot;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what the user enters into edits that name themselves. */
public final class Editing {
  private final Session session;
  private final Texts texts;

  public Editing(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
  }

  /** The input's name on the screen. */
  public String label(Input input) {
    return texts.get("input." + input.name());
  }

  /** Sets or clears a number of the scenario. */
  public void scenario(ScenarioSlot slot, @Nullable Double value) {
    Optional<Double> before = slot.of(session.document().origin(slot).scenario());
    String label = texts.get(
        "edit.change",
        label(slot.input()),
        shown(slot.input(), before, slot.name()),
        shown(slot.input(), Optional.ofNullable(value), slot.name()));
    session.apply(Edits.scenario(label, slot, value));
  }

  /** Sets or clears a figure; what is entered by hand is an assumption of today. */
  public void figure(String platform, FigureSlot slot, @Nullable Double value) {
    Optional<Double> now = valueIn(session.document().current(), platform, slot);
    if (now.equals(Optional.ofNullable(value))) {
      return;
    }
    // A drag that comes back to where it began gives the figure its evidence back.
    Figure figure = originOf(platform, slot)
        .filter(origin -> value != null && origin.value() == value)
        .orElse(value == null ? null : new Figure(value, byHand()));
    session.apply(Edits.figure(
        figureLabel(platform, slot, Optional.ofNullable(value)), platform, slot, figure));
  }

  /** Gives a figure another evidence. */
  public void evidence(String platform, FigureSlot slot, Evidence evidence) {
    session.document().current().platform(platform).flatMap(slot::of).ifPresent(old -> {
      String label = texts.get("edit.evidence", nameOf(platform), label(slot.input()));
      session.apply(Edits.platform(
          label, platform, each -> slot.in(each, new Figure(old.value(), evidence))));
    });
  }

  private Evidence byHand() {
    return new Evidence(
        Evidence.Kind.ASSUMPTION, texts.get("evidence.byHand"), session.today().toString(), null);
  }

  private String figureLabel(String platform, FigureSlot slot, Optional<Double> value) {
    Optional<Double> before = originOf(platform, slot).map(Figure::value);
    return texts.get(
        "edit.changeOf",
        nameOf(platform),
        label(slot.input()),
        shown(slot.input(), before, slot.id()),
        shown(slot.input(), value, slot.id()));
  }

  private Optional<Figure> originOf(String platform, FigureSlot slot) {
    Workspace origin = session.document().origin(Edits.figureKey(platform, slot));
    return origin.platform(platform).flatMap(slot::of);
  }

  private static Optional<Double> valueIn(Workspace workspace, String platform, FigureSlot slot) {
    return workspace.platform(platform).flatMap(slot::of).map(Figure::value);
  }

  private String nameOf(String platform) {
    return session.document().current().platform(platform).map(Platform::name).orElse(platform);
  }

  private String shown(Input input, Optional<Double> value, String slot) {
    return value
        .map(number -> session.format().format(number, input.unit()))
        .orElseGet(() -> none(slot));
  }

  /** What stands where a value is missing, for example "as quoted". */
  public String none(String slot) {
    String key = "none." + slot;
    return texts.has(key) ? texts.get(key) : texts.get("none");
  }

  /** Makes a change with a finished label. */
  public void apply(Edit edit) {
    session.apply(edit);
  }

  /** A drag begins; its edits of this key are one step. */
  public void begin(Object key) {
    session.document().beginGesture(key);
  }

  /** The drag is over. */
  public void end() {
    session.document().endGesture();
  }
}
