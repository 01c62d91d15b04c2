package app.waterline.ui.whatif;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.chart.ChartLook;
import app.waterline.ui.control.Choosing;
import app.waterline.ui.control.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The What-if view: one question at a time, with its choices above the answer. */
public final class WhatIfView implements View {
  /** The ids of the questions in their order, known before any of them is built. */
  public static final List<String> PAGES =
      List.of("tornado", "sweep", "map", "breakEven", "bridge", "distribution");

  private static final String QUESTION = "what-if-question";

  private final Session session;
  private final Texts texts;
  private final List<Question> questions;
  private final FlowPane names = new FlowPane();
  private final ToggleGroup group = new ToggleGroup();
  private final StackPane choices = new StackPane();
  private final StackPane answer = new StackPane();
  private final VBox root = new VBox(names, choices, answer);
  private Question asked;
  private Subscription themes = Subscription.EMPTY;
  private boolean following;
  private @Nullable Evaluation shown;

  /**
   * @param session the figures, theme and formats
   * @param language of the words
   */
  public WhatIfView(Session session, Locale language) {
    this.session = session;
    this.texts = Texts.of("textsWhatif", language);
    ChartTexts words = new ChartTexts(session.format(), language);
    Tools tools = new Tools(
        session,
        texts,
        words,
        ChartLook.of(words),
        new Explanation(session.format(), Texts.of("texts", language)));
    this.questions = List.of(
        new TornadoQuestion(tools),
        new SweepQuestion(tools),
        new MapQuestion(tools),
        new BreakEvenQuestion(tools),
        new BridgeQuestion(tools),
        new DistributionQuestion(tools));
    this.asked = questions.stream()
        .filter(each -> each.id().equals(session.choices().get(QUESTION)))
        .findFirst()
        .orElseGet(questions::getFirst);
    questions.forEach(each -> names.getChildren().add(button(each)));
    Choosing.follow(group, choice -> ask((Question) choice.getUserData()));
    names.getStyleClass().add("what-if-questions");
    choices.getStyleClass().add("what-if-choices");
    VBox.setVgrow(answer, Priority.ALWAYS);
    root.getStyleClass().add("what-if-view");
    root.getStylesheets().add(sheet());
    place();
  }

  private static String sheet() {
    return Objects.requireNonNull(
            WhatIfView.class.getResource("/app/waterline/assets/theme/whatif.css"))
        .toExternalForm();
  }

  private ToggleButton button(Question each) {
    ToggleButton button = new ToggleButton(texts.get("question." + each.id()));
    button.setId("question-" + each.id());
    button.getStyleClass().add("pill");
    button.setToggleGroup(group);
    button.setUserData(each);
    button.setSelected(each.equals(asked));
    return button;
  }

  @Override
  public List<String> pages() {
    return PAGES;
  }

  @Override
  public void open(String page) {
    questions.stream().filter(each -> each.id().equals(page)).findFirst().ifPresent(this::ask);
  }

  private void ask(Question next) {
    Choosing.select(group, next);
    if (!next.equals(asked)) {
      asked.hidden();
      asked = next;
      session.choices().put(QUESTION, next.id());
      place();
      asked.use(session.theme().get());
      Evaluation evaluation = shown;
      if (evaluation != null) {
        asked.show(evaluation);
      }
    }
  }

  private void place() {
    choices.getChildren().setAll(asked.choices());
    answer.getChildren().setAll(asked.answer());
  }

  @Override
  public String id() {
    return "whatIf";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(Evaluation evaluation) {
    if (!following) {
      following = true;
      themes = session.theme().subscribe(theme -> asked.use(theme));
    }
    shown = evaluation;
    asked.show(evaluation);
  }

  @Override
  public void hidden() {
    asked.hidden();
    themes.unsubscribe();
    following = false;
  }
}
