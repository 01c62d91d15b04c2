package app.waterline.ui;

import app.waterline.document.Edit;
import app.waterline.document.Edits;
import app.waterline.document.FigureSlot;
import app.waterline.document.PlanSlot;
import app.waterline.document.ScenarioSlot;
import app.waterline.format.RangeFormat;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what the user enters into edits that name themselves. */
public final class Editing {
  private final Session session;
  private final Texts texts;
  private final RangeFormat ranges;

  public Editing(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    this.ranges = new RangeFormat(session.format());
  }

  /** The input's name on the screen. */
  public String label(Input input) {
    return texts.get("input." + input.name());
  }

  /** Sets or clears a number of the scenario. */
  public void scenario(ScenarioSlot slot, @Nullable Double value) {
    String label = texts.get(
        "edit.change",
        label(slot.input()),
        shown(slot, session.document().origin(slot).scenario()),
        shown(slot.input(), Optional.ofNullable(value), slot.name()));
    session.apply(Edits.scenario(label, slot, value));
  }

  /** Sets a number of the scenario and what is known of it. */
  public void scenario(ScenarioSlot slot, double value, Distribution range) {
    String label = texts.get(
        "edit.change",
        label(slot.input()),
        shown(slot, session.document().origin(slot).scenario()),
        ranges.format(range, slot.input().unit()));
    session.apply(Edits.scenario(label, slot, value, range));
  }

  private String shown(ScenarioSlot slot, Scenario scenario) {
    return slot.rangeIn(scenario)
        .map(range -> ranges.format(range, slot.input().unit()))
        .orElseGet(() -> shown(slot.input(), slot.of(scenario), slot.name()));
  }

  /** Sets or clears a number of the plan. */
  public void plan(PlanSlot slot, @Nullable Double value) {
    Optional<Double> before = slot.of(session.document().origin(slot).scenario());
    String label = texts.get(
        "edit.change",
        label(slot.input()),
        shown(slot.input(), before, slot.name()),
        shown(slot.input(), Optional.ofNullable(value), slot.name()));
    session.apply(Edits.plan(label, slot, value));
  }

  /** Sets or clears a figure; what is entered by hand is an assumption of today. */
  public void figure(String platform, FigureSlot slot, @Nullable Double value) {
    change(platform, slot, value, null);
  }

  /** Sets a figure and what is known of it. A range round the same number leaves its evidence. */
  public void figure(String platform, FigureSlot slot, double value, Distribution range) {
    change(platform, slot, value, range);
  }

  private void change(
      String platform, FigureSlot slot, @Nullable Double value, @Nullable Distribution range) {
    Figure next = value == null ? null : figureOf(platform, slot, value, range);
    if (!Optional.ofNullable(next).equals(figureIn(platform, slot))) {
      session.apply(Edits.figure(
          figureLabel(platform, slot, Optional.ofNullable(next)), platform, slot, next));
    }
  }

  /** A number that did not change, or came back to where its drag began, keeps its evidence. */
  private Figure figureOf(
      String platform, FigureSlot slot, double value, @Nullable Distribution range) {
    Evidence evidence = Stream.of(originOf(platform, slot), figureIn(platform, slot))
        .flatMap(Optional::stream)
        .filter(known -> known.value() == value)
        .map(Figure::evidence)
        .findFirst()
        .orElseGet(this::byHand);
    return new Figure(value, range, evidence);
  }

  private Optional<Figure> figureIn(String platform, FigureSlot slot) {
    return session.document().current().platform(platform).flatMap(slot::of);
  }

  /** Gives a figure another evidence. */
  public void evidence(String platform, FigureSlot slot, Evidence evidence) {
    session.document().current().platform(platform).flatMap(slot::of).ifPresent(old -> {
      String label = texts.get("edit.evidence", nameOf(platform), label(slot.input()));
      session.apply(
          Edits.platform(label, platform, each -> slot.in(each, old.withEvidence(evidence))));
    });
  }

  private Evidence byHand() {
    return new Evidence(
        Evidence.Kind.ASSUMPTION, texts.get("evidence.byHand"), session.today().toString(), null);
  }

  private String figureLabel(String platform, FigureSlot slot, Optional<Figure> figure) {
    return texts.get(
        "edit.changeOf",
        nameOf(platform),
        label(slot.input()),
        shown(slot, originOf(platform, slot)),
        shown(slot, figure));
  }

  private String shown(FigureSlot slot, Optional<Figure> figure) {
    return figure
        .map(Figure::range)
        .map(range -> ranges.format(range, slot.input().unit()))
        .orElseGet(() -> shown(slot.input(), figure.map(Figure::value), slot.id()));
  }

  private Optional<Figure> originOf(String platform, FigureSlot slot) {
    Workspace origin = session.document().origin(Edits.figureKey(platform, slot));
    return origin.platform(platform).flatMap(slot::of);
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
