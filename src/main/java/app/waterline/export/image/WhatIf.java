package app.waterline.export.image;

import app.waterline.chart.BreakEvenWords;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.CostStacks;
import app.waterline.chart.DistributionChart;
import app.waterline.chart.DistributionCharts;
import app.waterline.chart.HeatCharts;
import app.waterline.chart.TornadoCharts;
import app.waterline.chart.WaterfallCharts;
import app.waterline.document.FigureSlots;
import app.waterline.document.Levers;
import app.waterline.document.Offered;
import app.waterline.document.Reach;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.plan.Planner;
import app.waterline.engine.plan.SideBySide;
import app.waterline.engine.why.BreakEvens;
import app.waterline.engine.why.Decomposition;
import app.waterline.engine.why.Gauge;
import app.waterline.engine.why.HeatMap;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Span;
import app.waterline.engine.why.Sweep;
import app.waterline.engine.why.Tornado;
import app.waterline.engine.why.Uncertainty;
import app.waterline.model.Distribution;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The what-if questions as an export asks them where nobody chose their terms: about the cheapest platform,
 * against the baseline, over the ranges that the screen starts with. No answer gives its reason.
 */
public final class WhatIf {
  private static final double MOVED = 0.2;
  private static final int CELLS = 49;
  /** A reason: there is nothing to compare with. */
  public static final String ALONE = "alone";

  /** A reason: no input has a range. */
  public static final String CERTAIN = "certain";

  /** A reason: no platform names its hardware. */
  public static final String NO_HARDWARE = "no hardware";

  private final Evaluation evaluation;
  private final ChartTexts texts;
  private final List<PlatformEvaluation> ranked;

  /**
   * @param evaluation the figures
   * @param texts words and numbers
   */
  public WhatIf(Evaluation evaluation, ChartTexts texts) {
    this.evaluation = evaluation;
    this.texts = texts;
    this.ranked = evaluation.platforms().stream()
        .filter(each -> each.of(evaluation.headline()).figure().isPresent())
        .sorted(Comparator.comparingDouble(this::price))
        .toList();
  }

  private double price(PlatformEvaluation each) {
    return each.of(evaluation.headline())
        .figure()
        .map(Explained::value)
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** How many platforms have the headline cost. */
  public int priced() {
    return ranked.size();
  }

  private Platform best() {
    return ranked.getFirst().platform();
  }

  /** The baseline, or the runner-up where the baseline itself is the cheapest or has no cost. */
  private Platform other() {
    return ranked.stream()
        .skip(1)
        .map(PlatformEvaluation::platform)
        .filter(each -> each.id().equals(evaluation.workspace().baseline()))
        .findFirst()
        .orElseGet(() -> ranked.get(1).platform());
  }

  /** How far each input moves the cost of the cheapest platform, which there must be. */
  public ChartSpec tornado() {
    Workspace workspace = evaluation.workspace();
    Gauge gauge = Gauge.of(best().id(), evaluation.headline());
    List<Lever> levers = Offered.valued(workspace, Set.of(best().id()));
    Tornado tornado = Tornado.of(new Evaluator(), workspace, gauge, levers, MOVED);
    return TornadoCharts.of(tornado, evaluation, MOVED, false, texts);
  }

  /** From the baseline's cost to the cheapest platform's, a step for each driver. */
  public Outcome<ChartSpec> bridge() {
    return ranked.size() < 2
        ? new Outcome.None<>(ALONE)
        : Decomposition.of(evaluation, other().id(), best().id(), Decomposition.Subject.COST)
            .then(why -> new Outcome.Found<>(WaterfallCharts.of(why, evaluation, texts)));
  }

  /**
   * Who is cheapest over two inputs: with measured runs the speed and the utilization, else what the two
   * platforms are rented for, because utilization and power mostly move all platforms alike.
   */
  public Outcome<ChartSpec> winners() {
    if (ranked.size() < 2) {
      return new Outcome.None<>(ALONE);
    }
    Workspace workspace = evaluation.workspace();
    boolean measured =
        workspace.platforms().stream().anyMatch(each -> !each.operatingPoints().isEmpty());
    Lever ours = Levers.of(best().id(), FigureSlots.RATE);
    Lever theirs = Levers.of(other().id(), FigureSlots.RATE);
    boolean rented =
        !measured && ours.get(workspace).isPresent() && theirs.get(workspace).isPresent();
    Lever across = rented
        ? ours
        : Levers.of(measured ? ScenarioSlot.TARGET_INTERACTIVITY : ScenarioSlot.POWER_PRICE);
    Lever upwards = rented ? theirs : Levers.of(ScenarioSlot.UTILIZATION);
    return new Outcome.Found<>(HeatCharts.winners(
        HeatMap.of(
            workspace, evaluation.headline(), across, steps(across), upwards, steps(upwards)),
        texts));
  }

  private double[] steps(Lever lever) {
    Span reach = Reach.of(lever, evaluation.workspace());
    return Sweep.steps(reach.low(), reach.high(), CELLS);
  }

  /** How sure the costs are. */
  public Outcome<ChartSpec> distribution(DistributionChart.Shape shape) {
    Workspace workspace = evaluation.workspace();
    Map<Lever, Distribution> uncertain = Levers.uncertain(workspace);
    if (ranked.isEmpty() || uncertain.isEmpty()) {
      return new Outcome.None<>(CERTAIN);
    }
    try {
      Uncertainty draws = Uncertainty.of(workspace, uncertain, Uncertainty.LIVE_DRAWS);
      return new Outcome.Found<>(
          DistributionCharts.of(draws, evaluation, best(), List.of(), shape, texts));
    } catch (InvalidInput contradicting) {
      return new Outcome.None<>(String.valueOf(contradicting.getMessage()));
    }
  }

  /** What a million tokens cost term by term, for each way to have a machine. */
  public Outcome<ChartSpec> costStack() {
    List<SideBySide> machines = SideBySide.of(Planner.plan(evaluation));
    return machines.isEmpty()
        ? new Outcome.None<>(NO_HARDWARE)
        : new Outcome.Found<>(CostStacks.perMillionTokens(machines, texts));
  }

  /** At which value of each input the cheapest platform costs what the baseline does. */
  public Outcome<BreakEvenWords> breakEvens() {
    if (ranked.size() < 2) {
      return new Outcome.None<>(ALONE);
    }
    Workspace two = evaluation.workspace().withPlatforms(List.of(other(), best()));
    List<Lever> levers = Offered.valued(two, Set.of(best().id()));
    return BreakEvens.of(new Evaluator(), two, levers, best(), other())
        .then(found -> new Outcome.Found<>(new BreakEvenWords(found, texts)));
  }
}
