package app.waterline.ui.shell;

import app.waterline.ui.Texts;
import app.waterline.ui.palette.Entry;
import app.waterline.ui.palette.Finder;
import app.waterline.ui.palette.Palette;
import app.waterline.ui.palette.ShortcutsSheet;
import app.waterline.ui.settings.Setting;
import app.waterline.ui.settings.SettingsSheet;
import app.waterline.ui.tour.Stop;
import app.waterline.ui.tour.Tour;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Opens what lies over the window, or puts it away if it is there already. */
final class Overlays {
  private static final double LOW = 72;
  private static final double HIGH = 32;

  private final Layer layer;
  private final SettingsStore store;
  private final Actions actions;
  private final Texts texts;
  private final Texts words;

  /**
   * @param texts {@code texts}
   * @param words {@code textsReach}
   */
  Overlays(Layer layer, SettingsStore store, Actions actions, Texts texts, Texts words) {
    this.layer = layer;
    this.store = store;
    this.actions = actions;
    this.texts = texts;
    this.words = words;
  }

  void togglePalette(Supplier<List<Entry>> entries) {
    if (!closes(Palette.class)) {
      Finder finder = new Finder(entries.get(), store.get().preferences().used());
      show(new Palette(finder, words, this::choose), low());
    }
  }

  /** Under the top bar, or higher where the window is low. */
  private double low() {
    return layer.getHeight() < 560 ? HIGH / 2 : LOW;
  }

  private void choose(Entry entry) {
    layer.close();
    store.update(now -> now.with(now.preferences().withUsed(entry.id())));
    entry.run().run();
  }

  void toggleShortcuts() {
    if (!closes(ShortcutsSheet.class)) {
      show(new ShortcutsSheet(actions.all().values(), texts, words), HIGH);
    }
  }

  void toggleSettings(Supplier<List<Setting>> rows) {
    if (!closes(SettingsSheet.class)) {
      show(new SettingsSheet(rows.get(), words, layer::close), HIGH);
    }
  }

  private boolean closes(Class<?> kind) {
    boolean open = layer.shows(kind);
    layer.close();
    return open;
  }

  private void show(Region sheet, double above) {
    layer.show(
        sheet,
        Pos.TOP_CENTER,
        above,
        shown -> Optional.ofNullable(shown.lookup(".text-field"))
            .or(() -> Panes.firstIn(shown))
            .orElse(shown)
            .requestFocus());
  }

  /** Shows the tour; once it was seen or left it does not come back by itself. */
  void startTour(Tools tools) {
    Tour tour = new Tour(stops(tools), words, layer::close);
    layer.show(tour, Pos.TOP_LEFT, 0, shown -> {
      StackPane.setMargin(shown, Insets.EMPTY);
      layer.dim(false);
      layer.onClosed(() -> store.update(now -> now.with(now.preferences().withToured())));
      tour.start();
    });
  }

  /**
   * What the tour points at.
   *
   * @param cards the first card
   * @param slider the slider of the utilization
   * @param view the view
   * @param evidence the tab of the evidence
   */
  record Tools(Sight cards, Sight slider, Sight view, Sight evidence) {}

  /**
   * Something on the screen.
   *
   * @param node where it is
   * @param arrive brings it up
   */
  record Sight(Supplier<Optional<Node>> node, Runnable arrive) {}

  private List<Stop> stops(Tools tools) {
    return List.of(
        stop("cards", tools.cards()),
        stop("scenario", tools.slider()),
        stop("iceberg", tools.view()),
        stop("evidence", tools.evidence()));
  }

  private Stop stop(String name, Sight sight) {
    return new Stop(
        words.get("tour." + name),
        words.get("tour." + name + ".text"),
        sight.node(),
        sight.arrive());
  }
}
