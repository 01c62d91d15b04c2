package app.waterline.ui.whatif;

import app.waterline.engine.Evaluation;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Which platform is asked about, and which other one it is compared with. */
final class Pair {
  private final Tools tools;
  private final Choice candidate;
  private final Choice other;

  Pair(String question, Tools tools) {
    this.tools = tools;
    this.candidate = new Choice(
        "what-if-platform-" + question,
        tools.texts().get("choice.platform"),
        tools.session().choices());
    this.other = new Choice(
        "what-if-against-" + question,
        tools.texts().get("choice.against"),
        tools.session().choices());
  }

  void onChoice(Runnable run) {
    candidate.onChoice(run);
    other.onChoice(run);
  }

  /** The choice of the platform alone. */
  Node one() {
    return candidate;
  }

  /** Both choices, with a word between them. */
  List<Node> both(String between) {
    Label word = new Label(tools.texts().get(between));
    word.getStyleClass().add("choice-word");
    return List.of(candidate, word, other);
  }

  /** Offers all platforms; at first the last one against the baseline. */
  void offer(Evaluation evaluation) {
    Workspace workspace = evaluation.workspace();
    Map<String, String> names = new LinkedHashMap<>();
    workspace.platforms().forEach(each -> names.put(each.id(), each.name()));
    String baseline = workspace.baseline();
    candidate.offer(names, rival(workspace, baseline));
    other.offer(names, baseline);
  }

  private static @Nullable String rival(Workspace workspace, @Nullable String baseline) {
    return workspace.platforms().reversed().stream()
        .map(Platform::id)
        .filter(id -> !Objects.equals(id, baseline))
        .findFirst()
        .orElse(null);
  }

  Optional<Platform> candidate(Workspace workspace) {
    return candidate.chosen().flatMap(workspace::platform);
  }

  /** The other one; empty where it is the same. */
  Optional<Platform> other(Workspace workspace) {
    return other
        .chosen()
        .filter(id -> !Optional.of(id).equals(candidate.chosen()))
        .flatMap(workspace::platform);
  }
}
