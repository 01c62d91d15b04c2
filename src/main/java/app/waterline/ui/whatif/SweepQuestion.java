package app.waterline.ui.whatif;

import app.waterline.chart.ChartSpec;
import app.waterline.chart.SweepCharts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Span;
import app.waterline.engine.why.Sweep;
import app.waterline.ui.Theme;
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
  private @Nullable Evaluation shown;

  SweepQuestion(Tools tools) {
    this.tools = tools;
    this.metric = new Metrics("what-if-metric-sweep", tools);
    this.lever = new LeverChoice("what-if-lever", "choice.lever", tools);
    this.chart = new ChartPane("what-if-sweep", tools);
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
    return chart;
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

  private Outcome<ChartSpec> answer(Evaluation evaluation, Metric watched, Lever moved, Span span) {
    Sweep sweep = Sweep.of(
        evaluator,
        evaluation.workspace(),
        watched,
        moved,
        Sweep.steps(span.low(), span.high(), STEPS));
    return new Outcome.Found<>(SweepCharts.of(sweep, evaluation, tools.names()));
  }
}
