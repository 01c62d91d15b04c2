package app.waterline.ui.card;

import app.waterline.document.Doubts;
import app.waterline.document.Edits;
import app.waterline.document.FigureSlots;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.Answer;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Platform;
import app.waterline.model.Question;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Support;
import app.waterline.model.Unit;
import app.waterline.ui.Texts;
import app.waterline.ui.control.DraftField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The questions of the inference iceberg for one platform: the three that everybody asks, with their
 * figures, and the nine below the water, to answer with evidence.
 */
public final class Questions extends VBox {
  private static final double DATE_WIDTH = 112;
  private static final double ANSWER_WIDTH = 124;

  private final CardTools tools;
  private final Texts texts;
  private final String id;
  private final List<Consumer<PlatformEvaluation>> refreshers = new ArrayList<>();

  /**
   * @param platform the id of the platform that is asked about
   */
  public Questions(CardTools tools, String platform) {
    this.tools = tools;
    this.texts = tools.texts();
    this.id = platform;
    getStyleClass().add("questions");
    getChildren().add(heading("question.surface"));
    getChildren()
        .addAll(
            figure("question.price", Metric.COST_PER_GPU_HOUR),
            hardware(),
            figure("question.flops", Metric.PFLOPS_PER_DOLLAR));
    getChildren().add(heading("question.deep"));
    for (Question question : Question.values()) {
      getChildren().add(deep(question));
    }
  }

  /** Shows the answers in force. */
  public void show(PlatformEvaluation platform) {
    refreshers.forEach(each -> each.accept(platform));
  }

  private Label heading(String key) {
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().add("question-heading");
    return heading;
  }

  private Node figure(String key, Metric metric) {
    Button value = new Button();
    value.getStyleClass().add("figure-button");
    value.setId("surface-" + metric.key());
    refreshers.add(platform -> show(value, texts.get(key), platform.of(metric)));
    return line(texts.get(key), value);
  }

  private void show(Button value, String name, Result result) {
    String text = result
        .figure()
        .map(figure -> tools.session().format().format(figure.value(), figure.unit()))
        .orElse("–");
    value.setText(text);
    value.setDisable(result.figure().isEmpty());
    value.setAccessibleText(texts.get("explanation.open", name, text));
    value.setOnAction(
        event -> result.figure().ifPresent((Explained figure) -> tools.explain(value, figure, id)));
  }

  private Node hardware() {
    Label value = new Label();
    value.setWrapText(true);
    value.getStyleClass().add("question-value");
    refreshers.add(platform -> value.setText(described(platform.platform().hardware())));
    return line(texts.get("question.peak"), value);
  }

  private String described(@Nullable Hardware hardware) {
    if (hardware == null) {
      return "–";
    }
    List<String> parts = new ArrayList<>();
    peak(hardware).ifPresent(parts::add);
    add(parts, hardware.memoryGb(), Unit.GIGABYTES);
    add(parts, hardware.memoryTbPerS(), Unit.TERABYTES_PER_SECOND);
    return parts.isEmpty() ? "–" : String.join(" · ", parts);
  }

  private Optional<String> peak(Hardware hardware) {
    return Optional.ofNullable(hardware.quotedPeak()).flatMap(this::peak);
  }

  private Optional<String> peak(QuotedPeak quoted) {
    return tools
        .session()
        .document()
        .current()
        .platform(id)
        .flatMap(FigureSlots.peak(quoted.precision(), quoted.sparsity())::of)
        .map(figure -> "%s %s %s"
            .formatted(
                tools.session().format().format(figure.value(), Unit.PFLOPS),
                quoted.precision(),
                quoted.sparsity().name().toLowerCase(Locale.ROOT)));
  }

  private void add(List<String> parts, @Nullable Figure figure, Unit unit) {
    if (figure != null) {
      parts.add(tools.session().format().format(figure.value(), unit));
    }
  }

  private static Node line(String name, Region value) {
    Label label = new Label(name);
    label.getStyleClass().add("question-text");
    label.setLabelFor(value);
    label.setMinWidth(Region.USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox line = new HBox(label, spring, value);
    line.getStyleClass().add("question-line");
    return line;
  }

  private Node deep(Question question) {
    String name = texts.get("question." + question.name());
    Label asked = wrapping(name, "question-text");
    Label acts = wrapping("", "question-acts");
    Choice<Support> answer = new Choice<>(
        name,
        List.of(Support.values()),
        each -> texts.get("answer." + each.name()),
        support -> answer(question, new Answer(support, byHand())));
    answer.setId("answer-" + question.name());
    answer.setPrefWidth(ANSWER_WIDTH);
    answer.setMinWidth(ANSWER_WIDTH);
    DraftField source = new DraftField(
        texts.get("question.sourceOf", name),
        text -> evidence(question, old -> with(old, text, old.date())));
    source.setId("source-" + question.name());
    source.setPromptText(texts.get("question.source"));
    HBox.setHgrow(source, Priority.ALWAYS);
    DraftField date = new DraftField(
        texts.get("question.dateOf", name),
        text -> evidence(question, old -> with(old, old.source(), text)));
    date.setPromptText(texts.get("question.date"));
    date.setPrefWidth(DATE_WIDTH);
    date.setMinWidth(DATE_WIDTH);
    refreshers.add(platform -> {
      Answer given = platform.platform().lifecycle().get(question);
      answer.show(given == null ? Support.UNKNOWN : given.support());
      source.setDisable(given == null);
      date.setDisable(given == null);
      source.show(given == null ? "" : given.evidence().source());
      date.show(
          given == null || given.evidence().date() == null
              ? ""
              : given.evidence().date());
      acts.setText(acts(platform.platform(), question));
    });
    HBox given = new HBox(answer, source, date);
    given.getStyleClass().add("question-answer");
    VBox box = new VBox(asked, acts, given);
    box.getStyleClass().add("question");
    return box;
  }

  private static Label wrapping(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /** What the answer acts on, and what an open question does to it. */
  private String acts(Platform platform, Question question) {
    String acts = texts.get("question.acts." + question.name());
    double factor = Doubts.factor(platform, question);
    return factor == 1
        ? acts
        : acts + " " + texts.get("question.open", tools.session().format().ratio(factor));
  }

  private Evidence byHand() {
    return new Evidence(
        Evidence.Kind.ASSUMPTION,
        texts.get("evidence.byHand"),
        tools.session().today().toString(),
        null);
  }

  private static Evidence with(Evidence old, String source, @Nullable String date) {
    return new Evidence(old.kind(), source, date, old.note());
  }

  private void evidence(Question question, UnaryOperator<Evidence> change) {
    tools
        .session()
        .document()
        .current()
        .platform(id)
        .map(Platform::lifecycle)
        .map(all -> all.get(question))
        .ifPresent(old -> {
          try {
            answer(question, new Answer(old.support(), change.apply(old.evidence())));
          } catch (IllegalArgumentException refused) {
            tools.session().notice().set(Optional.of(tools.say(refused)));
          }
        });
  }

  private void answer(Question question, Answer answer) {
    String label = texts.get(
        "edit.answer",
        tools.session().document().current().platform(id).map(Platform::name).orElse(id),
        texts.get("question." + question.name()),
        texts.get("answer." + answer.support().name()));
    tools.session().apply(Edits.part(label, id, List.of("lifecycle", question), answer));
  }
}
