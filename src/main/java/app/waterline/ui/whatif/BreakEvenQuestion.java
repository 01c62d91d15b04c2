package app.waterline.ui.whatif;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.why.BreakEven;
import app.waterline.engine.why.Gauge;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Outcome;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import app.waterline.ui.Theme;
import app.waterline.ui.control.EmptyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** For each input of one platform the value at which its tokens cost as much as another's. */
final class BreakEvenQuestion implements Question {
  private final Tools tools;
  private final Evaluator evaluator = new Evaluator();
  private final Latest latest = new Latest();
  private final Pair pair;
  private final FlowPane choices = new FlowPane();
  private final BreakEvenTable table;
  private final StackPane answer = new StackPane();
  private @Nullable Evaluation shown;

  BreakEvenQuestion(Tools tools) {
    this.tools = tools;
    this.pair = new Pair("break-even", tools);
    this.table = new BreakEvenTable(tools);
    pair.onChoice(this::again);
    Button copy = new Button(tools.texts().get("breakEven.copy"));
    copy.setId("what-if-copy");
    copy.getStyleClass().add("link-button");
    copy.setOnAction(event -> table.copy());
    choices.getChildren().addAll(pair.both("choice.equals"));
    choices.getChildren().add(copy);
    answer.getStyleClass().addAll("what-if-chart", "panel-card");
    answer.getChildren().setAll(table);
  }

  @Override
  public String id() {
    return "breakEven";
  }

  @Override
  public Node choices() {
    return choices;
  }

  @Override
  public Node answer() {
    return answer;
  }

  @Override
  public void use(Theme theme) {
    // The table takes its colours from the window's sheets.
  }

  @Override
  public void hidden() {
    latest.forget();
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
    Optional<Platform> first = pair.candidate(evaluation.workspace());
    Optional<Platform> second = pair.other(evaluation.workspace());
    if (evaluation.platforms().isEmpty()) {
      empty("empty.platforms");
    } else if (evaluation.platforms().size() < 2) {
      empty("empty.alone");
    } else if (first.isEmpty() || second.isEmpty()) {
      empty("empty.same");
    } else {
      latest.ask(() -> answer(evaluation, first.get(), second.get()), this::take);
    }
  }

  private void empty(String key) {
    latest.forget();
    place(new EmptyState(tools.texts().get(key), tools.texts().get(key + ".remedy")));
  }

  private void place(Node node) {
    if (!answer.getChildren().equals(List.of(node))) {
      answer.getChildren().setAll(node);
    }
  }

  private void take(Outcome<BreakEvenTable.Found> found) {
    switch (found) {
      case Outcome.Found<BreakEvenTable.Found> known -> {
        table.show(known.value());
        place(table);
      }
      case Outcome.None<BreakEvenTable.Found> none ->
        place(new EmptyState(tools.texts().get("none.title"), tools.names().say(none.reason())));
    }
  }

  /** Only the two are evaluated, because the others change nothing. */
  private Outcome<BreakEvenTable.Found> answer(
      Evaluation evaluation, Platform first, Platform second) {
    Workspace pairOnly = evaluation.workspace().withPlatforms(List.of(second, first));
    Evaluation two = evaluator.evaluate(pairOnly);
    return switch (new Gauge(first.id(), two.headline(), second.id()).read(two)) {
      case NotAvailable missing -> new Outcome.None<>(missing.reason());
      case Explained ratio ->
        new Outcome.Found<>(new BreakEvenTable.Found(
            first, second, pairOnly, ratio.value(), rows(pairOnly, first, second)));
    };
  }

  private List<BreakEvenTable.Row> rows(Workspace workspace, Platform first, Platform second) {
    List<BreakEvenTable.Row> rows = new ArrayList<>();
    for (Lever lever : Offered.valued(workspace, Set.of(first.id()))) {
      if (matters(workspace, lever, first)) {
        BreakEven.Moved moved =
            lever.platform().isPresent() ? BreakEven.Moved.FIRST_ALONE : BreakEven.Moved.BOTH;
        BreakEven found = BreakEven.of(evaluator, workspace, lever, moved, first.id(), second.id());
        rows.add(new BreakEvenTable.Row(Optional.of(lever), found.now(), moved, found.value()));
      }
    }
    if (!first.operatingPoints().isEmpty()) {
      double now = evaluator
          .evaluate(workspace)
          .platforms()
          .getLast()
          .of(Metric.TOKENS_PER_SECOND_PER_GPU)
          .figure()
          .map(Explained::value)
          .orElse(0.0);
      rows.addFirst(new BreakEvenTable.Row(
          Optional.empty(),
          now,
          BreakEven.Moved.FIRST_ALONE,
          BreakEven.throughput(evaluator, workspace, first.id(), second.id())));
    }
    return rows;
  }

  /** An input that does not move the cost at all can't make it equal to anything. */
  private boolean matters(Workspace workspace, Lever lever, Platform first) {
    double now = lever.get(workspace).orElse(0.0);
    Optional<Double> before = cost(workspace, first);
    for (double tried : new double[] {now * 1.01, now * 0.99, now + 1e-3}) {
      try {
        if (lever.domain().contains(tried)
            && !cost(lever.set(workspace, tried), first).equals(before)) {
          return true;
        }
      } catch (InvalidInput refused) {
        return true;
      }
    }
    return false;
  }

  private Optional<Double> cost(Workspace workspace, Platform platform) {
    Evaluation evaluation = evaluator.evaluate(workspace);
    return Gauge.of(platform.id(), evaluation.headline())
        .read(evaluation)
        .figure()
        .map(Explained::value);
  }
}
