package app.waterline.ui.scenario;

import app.waterline.document.ScenarioSlot;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Currency;
import app.waterline.model.Workspace;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.QuantitySlider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    Currency currency = session.document().current().currency();
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
            defaultOf(slot, currency),
            slot.isOptional() ? editing.none(slot.name()) : null),
        format);
    slider.slider().setId("slider-" + slot);
    slider.field().editor().setId("field-" + slot);
    slider.explain(texts.get("help." + slot), resetText(slot, currency, session, texts));
    slider.onCommit(value -> editing.scenario(slot, value));
    if (slot.isUncertain()) {
      slider.onRange((value, range) -> editing.scenario(slot, value, range));
    }
    slider.onGesture(() -> editing.begin(slot), editing::end);
    return slider;
  }

  /** Shows the value in force and the default, which is worth the same in every currency. */
  public static void show(
      QuantitySlider slider, ScenarioSlot slot, Workspace workspace, Session session, Texts texts) {
    if (slot.input().unit().isMoney()) { // the others start at the same value in any currency
      Currency currency = workspace.currency();
      slider.startsAt(defaultOf(slot, currency), resetText(slot, currency, session, texts));
    }
    slider.show(
        slot.of(workspace.scenario()).orElse(null),
        slot.rangeIn(workspace.scenario()).orElse(null));
  }

  private static @Nullable Double defaultOf(ScenarioSlot slot, Currency currency) {
    return slot.defaultValue(currency).orElse(null);
  }

  private static String resetText(
      ScenarioSlot slot, Currency currency, Session session, Texts texts) {
    Editing editing = new Editing(session, texts);
    Double initial = defaultOf(slot, currency);
    return texts.get(
        "scenario.resetField",
        editing.label(slot.input()),
        initial == null
            ? editing.none(slot.name())
            : session.format().format(initial, slot.input().unit()));
  }
}
