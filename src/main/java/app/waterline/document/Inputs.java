package app.waterline.document;

import app.waterline.engine.Term;
import app.waterline.engine.why.Lever;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Sparsity;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the input that a term of a formula was taken from, so that somebody can go to it. */
public final class Inputs {
  /** The settings of the scenario by their symbols in docs/model.md. */
  private static final Map<String, ScenarioSlot> SYMBOLS = Map.of(
      "u", ScenarioSlot.UTILIZATION,
      "e", ScenarioSlot.POWER_PRICE,
      "pue", ScenarioSlot.PUE,
      "w", ScenarioSlot.COST_OF_CAPITAL,
      "active parameters", ScenarioSlot.ACTIVE_PARAMETERS,
      "h", ScenarioSlot.CACHED_INPUT_SHARE,
      "p_in", ScenarioSlot.INPUT_TOKEN_PRICE,
      "p_cached", ScenarioSlot.CACHED_INPUT_TOKEN_PRICE,
      "p_out", ScenarioSlot.OUTPUT_TOKEN_PRICE);

  private Inputs() {}

  /**
   * The lever behind a term; empty for a step, a constant, or a figure of a measured run.
   *
   * @param platform id of the platform whose figure the term explains
   */
  public static Optional<Lever> behind(Term term, Workspace workspace, String platform) {
    if (term.step() != null) {
      return Optional.empty();
    }
    Evidence evidence = term.evidence();
    return evidence == null
        ? setting(term, workspace)
        : workspace
            .platform(platform)
            .flatMap(card -> figure(card, term, new Figure(term.value(), evidence)));
  }

  private static Optional<Lever> setting(Term term, Workspace workspace) {
    return Optional.ofNullable(SYMBOLS.get(term.name()))
        .filter(slot ->
            slot.of(workspace.scenario()).filter(value -> value == term.value()).isPresent())
        .map(Levers::of);
  }

  private static Optional<Lever> figure(Platform platform, Term term, Figure figure) {
    return (term.unit() == Unit.PFLOPS
            ? peak(platform, figure)
            : FigureSlots.holding(platform, figure))
        .map(slot -> Levers.of(platform.id(), slot));
  }

  private static Optional<FigureSlot> peak(Platform platform, Figure figure) {
    return List.of(Precision.values()).stream()
        .flatMap(precision -> List.of(Sparsity.values()).stream()
            .map(sparsity -> FigureSlots.peak(precision, sparsity)))
        .filter(slot -> slot.of(platform)
            .filter(known ->
                known.value() == figure.value() && known.evidence().equals(figure.evidence()))
            .isPresent())
        .findFirst();
  }
}
