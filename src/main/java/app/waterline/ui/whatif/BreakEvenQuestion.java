package app.waterline.ui.whatif;

import app.waterline.document.Offered;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.why.BreakEvens;
import app.waterline.engine.why.Outcome;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import app.waterline.ui.Theme;
import app.waterline.ui.control.EmptyState;
import app.waterline.ui.control.InPlace;
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
    InPlace.set(answer.getChildren(), List.of(node));
  }

  private void take(Outcome<BreakEvens> found) {
    switch (found) {
      case Outcome.Found<BreakEvens> known -> {
        table.show(known.value());
        place(table);
      }
      case Outcome.None<BreakEvens> none ->
        place(new EmptyState(tools.texts().get("none.title"), tools.names().say(none.reason())));
    }
  }

  /** Only the two are evaluated, because the others change nothing. */
  private Outcome<BreakEvens> answer(Evaluation evaluation, Platform first, Platform second) {
    Workspace two = evaluation.workspace().withPlatforms(List.of(second, first));
    return BreakEvens.of(evaluator, two, Offered.valued(two, Set.of(first.id())), first, second);
  }
}
