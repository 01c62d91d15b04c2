package app.waterline.ui.shell;

import app.waterline.model.Platform;
import app.waterline.ui.Action;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.CardActions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/** Everything that can be done from the menus, by id. */
final class Actions {
  private final ObservableValue<Boolean> always = new SimpleObjectProperty<>(true);

  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final Session session;
  private final Texts texts;

  Actions(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
  }

  /** The action with the given id. */
  Action get(String id) {
    return Objects.requireNonNull(actions.get(id), id);
  }

  /** Every action, in the order of the menus. */
  Map<String, Action> all() {
    return Collections.unmodifiableMap(actions);
  }

  void files(WorkspaceFiles files, Runnable versions, Runnable clearRecent, Runnable close) {
    add("file.new", "Shortcut+N", files::createNew);
    add("file.open", "Shortcut+O", files::open);
    add("file.openSample", "", files::openSample);
    add("file.openMeasured", "", files::openMeasuredSample);
    add("file.openFactory", "", files::openFactorySample);
    add("file.save", "Shortcut+S", files::save);
    add("file.saveAs", "Shortcut+Shift+S", files::saveAs);
    add("file.versions", "", versions);
    add("file.clearRecent", "", clearRecent);
    add("file.close", "Shortcut+W", close);
  }

  void imports(Runnable files, Runnable folder) {
    add("file.importRuns", "Shortcut+I", files);
    add("file.importFolder", "Shortcut+Shift+I", folder);
  }

  void claims(Runnable open) {
    add("file.openClaim", "", open);
  }

  void prices(Runnable lists) {
    add("edit.priceLists", "Shortcut+Shift+L", lists);
  }

  void edits(CardActions cards, Runnable addPlatform, Runnable resetScenario) {
    addStep(
        "edit.undo",
        "Shortcut+Z",
        session.history().map(Session.History::undo),
        session.document()::undo);
    addStep(
        "edit.redo",
        "Shortcut+Shift+Z",
        session.history().map(Session.History::redo),
        session.document()::redo);
    add("edit.addPlatform", "Shortcut+Shift+N", addPlatform);
    addForPlatform("edit.duplicatePlatform", "Shortcut+D", cards::duplicate);
    addForPlatform("edit.deletePlatform", "", cards::delete);
    add("edit.scenarioReset", "", resetScenario);
  }

  private void addStep(
      String id, String keys, ObservableValue<Optional<String>> step, Runnable run) {
    ObservableValue<String> text =
        step.map(label -> label.map(name -> texts.get(id + ".named", name)).orElse(texts.get(id)));
    put(id, keys, text, step.map(Optional::isPresent), run);
  }

  private void addForPlatform(String id, String keys, Consumer<Platform> run) {
    ObservableValue<Boolean> chosen = Bindings.createObjectBinding(
        () -> session.selectedPlatform().isPresent(), session.selected(), session.evaluation());
    put(
        id,
        keys,
        new SimpleStringProperty(texts.get(id)),
        chosen,
        () -> session.selectedPlatform().ifPresent(run));
  }

  void views(ViewHost host) {
    for (int i = 0; i < host.views().size(); i++) {
      app.waterline.ui.View view = host.views().get(i);
      add("view." + view.id(), "Shortcut+" + (i + 1), () -> host.show(view));
      view.pages()
          .forEach(page -> add("view.%s.%s".formatted(view.id(), page), "", () -> {
            host.show(view);
            view.open(page);
          }));
    }
  }

  void snapshots(
      Session shown, Runnable freeze, Runnable differences, Runnable addScene, Runnable scenes) {
    ObservableValue<Boolean> comparing = shown.compared().map(Optional::isPresent);
    add("snapshot.freeze", "Shortcut+Shift+B", freeze);
    put("snapshot.flip", "Shortcut+B", named("snapshot.flip"), comparing, shown::flip);
    put("snapshot.differences", "", named("snapshot.differences"), comparing, differences);
    add("scene.add", "Shortcut+Shift+P", addScene);
    add("scene.arrange", "", scenes);
  }

  void exports(Runnable export) {
    add("export.open", "Shortcut+E", export);
  }

  void presenting(Runnable fromStart, Runnable fromNow) {
    add("present.start", "F5", fromStart);
    add("present.now", "Shift+F5", fromNow);
  }

  private ObservableValue<String> named(String id) {
    return new SimpleStringProperty(texts.get(id));
  }

  void looks(Consumer<Settings.Look> look) {
    add("look.system", "", () -> look.accept(Settings.Look.SYSTEM));
    add("look.light", "", () -> look.accept(Settings.Look.LIGHT));
    add("look.dark", "", () -> look.accept(Settings.Look.DARK));
  }

  /** What concerns the window as a whole. */
  void window(IntConsumer panes, Consumer<SidePanes.Side> side, IntConsumer size) {
    add("window.nextPane", "F6", () -> panes.accept(1));
    add("window.previousPane", "Shift+F6", () -> panes.accept(-1));
    add("window.cards", "F7", () -> side.accept(SidePanes.Side.CARDS));
    add("window.scenario", "F8", () -> side.accept(SidePanes.Side.SCENARIO));
    add("window.larger", "Shortcut+Plus", () -> size.accept(1));
    add("window.smaller", "Shortcut+Minus", () -> size.accept(-1));
    add("window.usual", "Shortcut+0", () -> size.accept(0));
  }

  void reach(Runnable palette, Runnable settings, Runnable tour) {
    add("help.palette", "Shortcut+K", palette);
    add("edit.settings", "Shortcut+Comma", settings);
    add("help.tour", "", tour);
  }

  void help(Runnable shortcuts, Runnable diagnostics, Runnable about) {
    add("help.shortcuts", "F1", shortcuts);
    add("help.diagnostics", "", diagnostics);
    add("help.about", "", about);
  }

  private void add(String id, String keys, Runnable run) {
    put(id, keys, new SimpleStringProperty(texts.get(id)), always, run);
  }

  private void put(
      String id,
      String keys,
      ObservableValue<String> text,
      ObservableValue<Boolean> enabled,
      Runnable run) {
    KeyCombination accelerator = keys.isEmpty() ? null : KeyCombination.keyCombination(keys);
    actions.put(id, new Action(id, text, accelerator, enabled, run));
  }
}
