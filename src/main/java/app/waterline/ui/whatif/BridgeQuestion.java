package app.waterline.ui.whatif;

import app.waterline.chart.Drawn;
import app.waterline.chart.WaterfallChart;
import app.waterline.chart.WaterfallCharts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.why.Bridge;
import app.waterline.engine.why.Decomposition;
import app.waterline.engine.why.Outcome;
import app.waterline.engine.why.Share;
import app.waterline.model.Platform;
import app.waterline.ui.Theme;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.chart.Highlight;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** From one platform's cost to another's, step by step. */
final class BridgeQuestion implements Question {
  private final Tools tools;
  private final Pair pair;
  private final FlowPane choices = new FlowPane();
  private final ChartPane chart;
  private final Highlight highlight;
  private @Nullable Evaluation shown;

  BridgeQuestion(Tools tools) {
    this.tools = tools;
    this.pair = new Pair("bridge", tools);
    this.chart = new ChartPane("what-if-bridge", tools);
    this.highlight =
        new Highlight(chart, chart.canvas(), area -> chart.explain(area.part()), this::words);
    pair.onChoice(this::again);
    choices.getChildren().addAll(pair.both("choice.from.baseline"));
  }

  @Override
  public String id() {
    return "bridge";
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
    pair.offer(evaluation);
    again();
  }

  private void again() {
    Evaluation evaluation = shown;
    if (evaluation == null) {
      return;
    }
    Optional<Platform> to = pair.candidate(evaluation.workspace());
    Optional<Platform> from = pair.other(evaluation.workspace());
    if (evaluation.platforms().isEmpty()) {
      chart.empty("empty.platforms");
    } else if (evaluation.platforms().size() < 2) {
      chart.empty("empty.alone");
    } else if (to.isEmpty() || from.isEmpty()) {
      chart.empty("empty.same");
    } else {
      chart.ask(() -> answer(evaluation, from.get(), to.get()));
    }
  }

  private Outcome<Explainable> answer(Evaluation evaluation, Platform from, Platform to) {
    return Decomposition.of(evaluation, from.id(), to.id(), Decomposition.Subject.COST)
        .then(why -> new Outcome.Found<>(figures(why, evaluation, from, to)));
  }

  private Explainable figures(
      Decomposition why, Evaluation evaluation, Platform from, Platform to) {
    WaterfallChart made = WaterfallCharts.of(why, evaluation, tools.names());
    Explainable known = Explainable.of(made)
        .with(from.name(), why.baselineFigure(), CardTools.links(tools.session(), from.id()));
    for (Share share : WaterfallCharts.drawn(why)) {
      known.with(
          tools.names().brief(share.driver()),
          Bridge.explained(why, share),
          tools.links(to.id(), from.id()));
    }
    return known.with(to.name(), why.candidateFigure(), CardTools.links(tools.session(), to.id()));
  }

  private String words(Drawn.Area area) {
    return tools.texts().get("bridge.explain", area.part());
  }
}
