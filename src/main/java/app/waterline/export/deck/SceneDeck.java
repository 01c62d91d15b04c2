package app.waterline.export.deck;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.model.InvalidInput;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scenes of a presentation as slides: each its own state, in the form of its view, its caption as the title. */
public final class SceneDeck {
  private static final Map<String, SlideKind> FORMS = Map.of(
      "iceberg", SlideKind.ICEBERG,
      "compare", SlideKind.TABLE,
      "frontier", SlideKind.FRONTIER,
      "whatif", SlideKind.TORNADO,
      "factory", SlideKind.FACTORY,
      "evidence", SlideKind.ASSUMPTIONS);

  private SceneDeck() {}

  /**
   * The deck of a workspace's scenes, after a cover.
   *
   * @param titles written anew, by the id of their slide: {@code scene-1} and so on
   * @throws InvalidInput if a scene is in another currency than the deck
   */
  public static Deck of(Evaluation present, ChartTexts texts, Map<String, String> titles) {
    Workspace workspace = present.workspace();
    Storyboard now = new Storyboard(present, texts);
    List<Slide> slides = new ArrayList<>(now.slides(List.of(SlideKind.TITLE), titles));
    for (Snapshot scene : workspace.snapshots()) {
      requireCurrency(scene, workspace);
      slides.add(slide(scene, "scene-" + slides.size(), texts, titles));
    }
    return new Deck(workspace.title(), now.deck(DeckOptions.USUAL).date(), slides);
  }

  private static Slide slide(
      Snapshot scene, String id, ChartTexts texts, Map<String, String> titles) {
    Evaluation evaluation = new Evaluator().evaluate(scene.state());
    Slide slide = new Storyboard(evaluation, texts).slide(form(scene.view()));
    String said = scene.caption();
    String title = said == null || said.isBlank() ? slide.title() : said;
    return new Slide(
        id,
        titles.getOrDefault(id, title),
        slide.subtitle(),
        slide.content(),
        slide.footing(),
        scene.name() + " (" + scene.date() + ")\n\n" + slide.notes());
  }

  private static void requireCurrency(Snapshot scene, Workspace workspace) {
    String its = scene.state().currency().code();
    String ours = workspace.currency().code();
    if (!its.equals(ours)) {
      throw new InvalidInput(
          "Scene %s is in another currency than the deck [%s, %s]. Go back to it, change its currency, and freeze it again."
              .formatted(scene.name(), its, ours));
    }
  }

  private static SlideKind form(@Nullable String view) {
    String id = view == null ? "" : view.toLowerCase(Locale.ROOT);
    return FORMS.getOrDefault(id, SlideKind.COST);
  }
}
