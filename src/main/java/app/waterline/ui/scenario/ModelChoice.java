package app.waterline.ui.scenario;

import app.waterline.document.Edits;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** The model that is served: one of the operating points', or any text; empty for any. */
final class ModelChoice extends ComboBox<String> {
  private final Session session;
  private final Texts texts;
  private boolean showing;

  ModelChoice(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    setId("model");
    setEditable(true);
    setPromptText(texts.get("none.ISL"));
    getEditor().setPromptText(texts.get("none.ISL"));
    valueProperty().addListener((property, before, now) -> chosen(now));
    getEditor().focusedProperty().addListener((property, before, focused) -> {
      if (!focused) {
        commitValue();
      }
    });
  }

  private void chosen(@Nullable String text) {
    if (showing) {
      return;
    }
    String name = text == null || text.isBlank() ? null : text.strip();
    String shown = Objects.requireNonNullElse(name, texts.get("none.ISL"));
    session.apply(Edits.scenario(texts.get("edit.model", shown), scenario -> {
      Workload old = scenario.workload();
      return scenario.withWorkload(new Workload(
          name,
          old.activeParameters(),
          old.totalParameters(),
          old.isl(),
          old.osl(),
          old.cachedInputShare()));
    }));
  }

  void show(Workspace workspace) {
    showing = true;
    List<String> models = modelsIn(workspace);
    if (!getItems().equals(models)) {
      getItems().setAll(models);
    }
    String model = workspace.scenario().workload().model();
    setValue(Objects.requireNonNullElse(model, ""));
    setAccessibleText(texts.get("scenario.model") + ", "
        + Objects.requireNonNullElse(model, texts.get("none.ISL")));
    showing = false;
  }

  private static List<String> modelsIn(Workspace workspace) {
    TreeSet<String> models = new TreeSet<>();
    workspace
        .platforms()
        .forEach(platform -> platform
            .operatingPoints()
            .forEach(point -> models.add(point.configuration().model())));
    String current = workspace.scenario().workload().model();
    if (current != null) {
      models.add(current);
    }
    return List.copyOf(models);
  }
}
