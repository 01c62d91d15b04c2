package app.waterline.ui.whatif;

import app.waterline.chart.Drawn;
import app.waterline.chart.LineChart;
import app.waterline.chart.SweepCharts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.why.BreakEven;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Span;
import app.waterline.engine.why.Sweep;
import app.waterline.engine.why.WinnerMap;
import app.waterline.model.Platform;
import app.waterline.ui.Theme;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.chart.Highlight;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** One input moved from end to end: a line for each platform. */
final class SweepQuestion implements Question {
  private static final int STEPS = 161;

  private final Tools tools;
  private final Evaluator evaluator = new Evaluator();
  private final Metrics metric;
  private final LeverChoice lever;
  private final FlowPane choices = new FlowPane();
  private final ChartPane chart;
  private final Highlight highlight;
  private @Nullable Evaluation shown;

  SweepQuestion(Tools tools) {
    this.tools = tools;
    this.metric = new Metrics("what-if-metric-sweep", tools);
    this.lever = new LeverChoice("what-if-lever", "choice.lever", tools);
    this.chart = new ChartPane("what-if-sweep", tools);
    this.highlight =
        new Highlight(chart, chart.canvas(), area -> chart.explain(nameOf(area)), this::words);
    metric.choice().onChoice(this::again);
    lever.onChange(this::again);
    choices.getChildren().addAll(metric.choice(), lever);
  }

  @Override
  public String id() {
    return "sweep";
  }

  @Override
  public Node choices() {
    return choices;
  }

  @Override
  public Node answer() {
    return highlight;
  }

  @Override
  public void use(Theme theme) {
    chart.use(theme);
  }

  @Override
  public void hidden() {
    chart.hidden();
  }

  @Override
  public void show(Evaluation evaluation) {
    shown = evaluation;
    metric.offer(evaluation);
    lever.offer(evaluation.workspace(), "/utilization");
    again();
  }

  private void again() {
    Evaluation evaluation = shown;
    Optional<Lever> moved = lever.lever();
    if (evaluation == null) {
      return;
    }
    if (evaluation.platforms().isEmpty() || moved.isEmpty()) {
      chart.empty("empty.platforms");
      return;
    }
    Span span = lever.span(moved.get(), evaluation.workspace());
    Metric watched = metric.chosen(evaluation);
    chart.ask(() -> answer(evaluation, watched, moved.get(), span));
  }

  private Outcome<Explainable> answer(
      Evaluation evaluation, Metric watched, Lever moved, Span span) {
    Sweep sweep = Sweep.of(
        evaluator,
        evaluation.workspace(),
        watched,
        moved,
        Sweep.steps(span.low(), span.high(), STEPS));
    Explainable known = Explainable.of(SweepCharts.of(sweep, evaluation, tools.names()));
    flips(known, sweep, evaluation);
    for (PlatformEvaluation each : evaluation.platforms()) {
      each.of(watched)
          .figure()
          .ifPresent(figure -> known.with(
              each.platform().name(),
              figure,
              CardTools.links(tools.session(), each.platform().id())));
    }
    return new Outcome.Found<>(known);
  }

  /** Each flip with both costs at it. */
  private void flips(Explainable known, Sweep sweep, Evaluation evaluation) {
    for (WinnerMap.Flip flip : SweepCharts.flips(sweep, evaluation)) {
      String below = flip.below().orElseThrow();
      String above = flip.above().orElseThrow();
      String label =
          tools.names().format().format(flip.value(), sweep.lever().input().unit());
      known.with(
          flip(label),
          BreakEven.explained(
              evaluator, evaluation.workspace(), sweep.lever(), flip.value(), below, above),
          tools.links(below, above));
    }
  }

  private String flip(String label) {
    return tools.texts().get("explain.flip", label);
  }

  /** A mark is a flip; a row of the readings is what a platform has now. */
  private String nameOf(Drawn.Area area) {
    return area.platform().equals(LineChart.NOBODY)
        ? flip(area.part())
        : tools
            .session()
            .document()
            .current()
            .platform(area.platform())
            .map(Platform::name)
            .orElse(area.platform());
  }

  private String words(Drawn.Area area) {
    return tools.texts().get("bridge.explain", nameOf(area));
  }
}
