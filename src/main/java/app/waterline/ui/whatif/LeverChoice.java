package app.waterline.ui.whatif;

import app.waterline.document.Offered;
import app.waterline.document.Reach;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Span;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import app.waterline.ui.control.QuantityField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Which input is moved, and from where to where. The ends of each input are kept while the view lives. */
final class LeverChoice extends HBox {
  private final Tools tools;
  private final String id;
  private final Choice choice;
  private final Map<String, Span> spans = new HashMap<>();
  private final HBox ends = new HBox();
  private Runnable changed = () -> {};
  private Map<String, Lever> levers = Map.of();
  private @Nullable String shownEnds;
  private @Nullable Offers offers;

  /**
   * @param id of the choice
   * @param key what is chosen, in the bundle
   */
  LeverChoice(String id, String key, Tools tools) {
    this.tools = tools;
    this.id = id;
    this.choice = new Choice(id, tools.texts().get(key), tools.session().choices());
    choice.onChoice(this::chosen);
    choice.setMaxWidth(320);
    ends.getStyleClass().add("choice-ends");
    ends.setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(tools.texts().get(key));
    name.getStyleClass().add("choice-word");
    name.setMinWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("lever-choice");
    getChildren().addAll(name, choice, ends);
  }

  void onChange(Runnable run) {
    this.changed = run;
  }

  /** Offers the inputs of a workspace; at first the one whose place in the file begins so. */
  void offer(Workspace workspace, String first) {
    Offers now = new Offers(workspace.platforms(), present(workspace));
    if (now.isSameAs(offers)) {
      return;
    }
    offers = now;
    List<Lever> offered = Offered.of(workspace);
    Map<String, Lever> byId = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (Lever lever : offered) {
      byId.put(lever.id(), lever);
      names.put(lever.id(), tools.names().fullName(lever, workspace));
    }
    levers = byId;
    String start =
        byId.keySet().stream().filter(each -> each.endsWith(first)).findFirst().orElse(null);
    choice.offer(names, start);
    showEnds(workspace);
  }

  private static List<ScenarioSlot> present(Workspace workspace) {
    return Stream.of(ScenarioSlot.values())
        .filter(slot -> slot.of(workspace.scenario()).isPresent())
        .toList();
  }

  /** What the offers depend on; a slider changes none of it. */
  private record Offers(List<Platform> platforms, List<ScenarioSlot> present) {
    // Identity, because a drag leaves the list of platforms itself in place.
    @SuppressWarnings("ReferenceEquality")
    boolean isSameAs(@Nullable Offers other) {
      return other != null && platforms == other.platforms && present.equals(other.present);
    }
  }

  private void chosen() {
    showEnds(tools.session().document().current());
    changed.run();
  }

  Optional<Lever> lever() {
    return choice.chosen().flatMap(each -> Optional.ofNullable(levers.get(each)));
  }

  /** From where to where it is moved. */
  Span span(Lever lever, Workspace workspace) {
    return spans.computeIfAbsent(lever.id(), each -> Reach.of(lever, workspace));
  }

  private void showEnds(Workspace workspace) {
    Optional<Lever> lever = lever();
    String now = lever.map(Lever::id).orElse(null);
    if (lever.isEmpty() || (now != null && now.equals(shownEnds))) {
      return;
    }
    shownEnds = now;
    Span span = span(lever.get(), workspace);
    Label to = new Label("–");
    to.getStyleClass().add("choice-word");
    ends.getChildren()
        .setAll(end(lever.get(), span.low(), true), to, end(lever.get(), span.high(), false));
  }

  private QuantityField end(Lever lever, double value, boolean low) {
    String label = tools.texts().get(low ? "choice.from" : "choice.to");
    QuantityField field =
        new QuantityField(lever.input(), label, tools.session().format(), null);
    field.editor().setId(id + (low ? "-from" : "-to"));
    field.editor().setPrefColumnCount(4);
    field.brief();
    field.show(value);
    field.onCommit(entered -> entered(lever, field, entered, low));
    return field;
  }

  /** Ends that cross are not taken; the field shows the last good one again. */
  private void entered(Lever lever, QuantityField field, @Nullable Double entered, boolean low) {
    Span old = span(lever, tools.session().document().current());
    double from = low && entered != null ? entered : old.low();
    double to = !low && entered != null ? entered : old.high();
    if (Reach.isRange(lever.input(), from, to)) {
      spans.put(lever.id(), new Span(from, to, false));
      field.show(entered);
      changed.run();
    } else {
      field.show(low ? old.low() : old.high());
      tools
          .session()
          .notice()
          .set(Optional.of(tools
              .texts()
              .get(
                  "choice.crossed",
                  tools.names().format().format(from, lever.input().unit()),
                  tools.names().format().format(to, lever.input().unit()))));
    }
  }
}
