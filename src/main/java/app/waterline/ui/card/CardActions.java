package app.waterline.ui.card;

import app.waterline.document.Edits;
import app.waterline.model.Platform;
import java.util.List;
import java.util.Optional;

/** What can be done with a card as a whole. */
public final class CardActions {
  private final CardTools tools;

  public CardActions(CardTools tools) {
    this.tools = tools;
  }

  /** Compares the others with it. */
  public void makeBaseline(Platform platform) {
    tools.session().apply(Edits.baseline(named("edit.baseline", platform), platform.id()));
  }

  /** Puts a copy behind it. */
  public void duplicate(Platform platform) {
    String name = tools.texts().get("card.copyName", platform.name());
    tools.session().apply(Edits.duplicate(named("edit.duplicate", platform), platform.id(), name));
  }

  /** Takes it away; undo brings it back. */
  public void delete(Platform platform) {
    tools.session().apply(Edits.delete(named("edit.delete", platform), platform.id()));
    tools.session().selected().set(Optional.empty());
  }

  /** Moves it up (−1) or down (1). */
  public void move(Platform platform, int by) {
    int index = order().indexOf(platform.id());
    int target = index + by;
    if (index >= 0 && target >= 0 && target < order().size()) {
      moveTo(platform, target);
    }
  }

  /** Moves it to a place in the order. */
  public void moveTo(Platform platform, int index) {
    tools.session().apply(Edits.move(named("edit.move", platform), platform.id(), index));
  }

  /** Adds a platform and selects it. */
  public void add(Platform platform) {
    tools.session().apply(Edits.add(named("edit.add", platform), platform));
    tools.session().selected().set(order().stream().reduce((first, last) -> last));
  }

  private List<String> order() {
    return tools.session().document().current().platforms().stream()
        .map(Platform::id)
        .toList();
  }

  private String named(String key, Platform platform) {
    return tools.texts().get(key, platform.name());
  }
}
