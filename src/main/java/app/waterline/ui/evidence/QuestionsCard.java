package app.waterline.ui.evidence;

import app.waterline.engine.Evaluation;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.ui.Texts;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.card.Questions;
import app.waterline.ui.control.Choosing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The checklist of questions, a platform at a time. */
final class QuestionsCard extends VBox {
  private final CardTools tools;
  private final FlowPane chooser = new FlowPane();
  private final ToggleGroup group = new ToggleGroup();
  private final StackPane place = new StackPane();
  private final Map<String, ToggleButton> choices = new LinkedHashMap<>();
  private final Map<String, Questions> pages = new LinkedHashMap<>();
  private List<String> listed = List.of();

  QuestionsCard(CardTools tools, Texts texts) {
    this.tools = tools;
    Label title = new Label(texts.get("questions.title"));
    title.getStyleClass().add("evidence-heading");
    Label help = new Label(texts.get("questions.help"));
    help.getStyleClass().add("evidence-words");
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    chooser.getStyleClass().add("claim-commands");
    getStyleClass().addAll("panel-card", "evidence-card");
    setId("questions-card");
    getChildren().setAll(title, help, chooser, place);
    Choosing.follow(group, platform -> turn());
  }

  void show(Evaluation evaluation) {
    boolean any = !evaluation.platforms().isEmpty();
    setVisible(any);
    setManaged(any);
    List<String> now = evaluation.platforms().stream()
        .map(each -> each.platform().id() + each.platform().name())
        .toList();
    if (!now.equals(listed)) {
      listed = now;
      list(evaluation.platforms());
    }
    for (PlatformEvaluation each : evaluation.platforms()) {
      Questions page = pages.get(each.platform().id());
      if (page != null) {
        page.show(each);
      }
    }
  }

  private void list(List<PlatformEvaluation> platforms) {
    Optional<String> before = chosen();
    choices.values().forEach(choice -> choice.setToggleGroup(null));
    choices.clear();
    pages.clear();
    for (PlatformEvaluation each : platforms) {
      ToggleButton choice = new ToggleButton(each.platform().name());
      choice.setId("questions-" + each.platform().id());
      choice.setToggleGroup(group);
      choices.put(each.platform().id(), choice);
      pages.put(each.platform().id(), new Questions(tools, each.platform().id()));
    }
    chooser.getChildren().setAll(choices.values());
    before
        .map(choices::get)
        .or(() -> choices.values().stream().findFirst())
        .ifPresent(choice -> choice.setSelected(true));
    turn();
  }

  private Optional<String> chosen() {
    return choices.entrySet().stream()
        .filter(each -> each.getValue().isSelected())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void turn() {
    chosen()
        .map(pages::get)
        .ifPresentOrElse(page -> place.getChildren().setAll(page), place.getChildren()::clear);
  }
}
