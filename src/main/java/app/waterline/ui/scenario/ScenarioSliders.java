package app.waterline.ui.scenario;

import app.waterline.document.ScenarioSlot;
import app.waterline.format.QuantityFormat;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.QuantitySlider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The numbers of the scenario that have a slider, wherever they stand. */
public final class ScenarioSliders {
  /** In their order on the screen. */
  public static final List<ScenarioSlot> SLOTS = List.of(
      ScenarioSlot.UTILIZATION,
      ScenarioSlot.POWER_PRICE,
      ScenarioSlot.PUE,
      ScenarioSlot.TARGET_INTERACTIVITY,
      ScenarioSlot.COST_OF_CAPITAL);

  private static final Map<ScenarioSlot, Edges> EDGES = edges();

  private record Edges(double low, double high, double step) {}

  private ScenarioSliders() {}

  private static Map<ScenarioSlot, Edges> edges() {
    Map<ScenarioSlot, Edges> edges = new EnumMap<>(ScenarioSlot.class);
    edges.put(ScenarioSlot.UTILIZATION, new Edges(0.01, 1, 0.01));
    edges.put(ScenarioSlot.POWER_PRICE, new Edges(0, 0.4, 0.01));
    edges.put(ScenarioSlot.PUE, new Edges(1, 2, 0.05));
    edges.put(ScenarioSlot.TARGET_INTERACTIVITY, new Edges(0, 300, 5));
    edges.put(ScenarioSlot.COST_OF_CAPITAL, new Edges(0, 0.25, 0.005));
    return edges;
  }

  /** A slider that edits the session's scenario; it is shown the value by its owner. */
  public static QuantitySlider slider(ScenarioSlot slot, Session session, Texts texts) {
    Editing editing = new Editing(session, texts);
    Edges edges = Objects.requireNonNull(EDGES.get(slot), slot.name());
    String label = editing.label(slot.input());
    QuantityFormat format = session.format();
    QuantitySlider slider = new QuantitySlider(
        new QuantitySlider.Range(
            slot.input(),
            label,
            edges.low(),
            edges.high(),
            edges.step(),
            slot.defaultValue().orElse(null),
            slot.isOptional() ? editing.none(slot.name()) : null),
        format);
    slider.slider().setId("slider-" + slot);
    slider.field().editor().setId("field-" + slot);
    slider.explain(
        texts.get("help." + slot),
        texts.get(
            "scenario.resetField",
            label,
            slot.defaultValue()
                .map(value -> format.format(value, slot.input().unit()))
                .orElse(editing.none(slot.name()))));
    slider.onCommit(value -> editing.scenario(slot, value));
    if (slot.isUncertain()) {
      slider.onRange((value, range) -> editing.scenario(slot, value, range));
    }
    slider.onGesture(() -> editing.begin(slot), editing::end);
    return slider;
  }
}
