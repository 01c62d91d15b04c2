package app.waterline.ui.shell;

import app.waterline.ui.Action;
import app.waterline.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu bar, made from the actions. */
final class Menus {
  private static final List<String> WINDOW = List.of(
      "window.nextPane",
      "window.previousPane",
      "window.cards",
      "window.scenario",
      "window.larger",
      "window.smaller",
      "window.usual");

  private final Actions actions;
  private final Texts texts;

  Menus(Actions actions, Texts texts) {
    this.actions = actions;
    this.texts = texts;
  }

  MenuBar bar(ViewHost host, Menu recent, Supplier<Settings.Look> look) {
    Menu file = menu(
        "menu.file",
        item("file.new"),
        item("file.open"),
        recent,
        item("file.openSample"),
        item("file.openMeasured"),
        item("file.openFactory"),
        new SeparatorMenuItem(),
        item("file.importRuns"),
        item("file.importFolder"),
        item("file.openClaim"),
        new SeparatorMenuItem(),
        item("file.save"),
        item("file.saveAs"),
        item("export.open"),
        item("file.versions"),
        new SeparatorMenuItem(),
        item("file.close"));
    Menu edit = menu(
        "menu.edit",
        item("edit.undo"),
        item("edit.redo"),
        new SeparatorMenuItem(),
        item("edit.addPlatform"),
        item("edit.duplicatePlatform"),
        item("edit.deletePlatform"),
        new SeparatorMenuItem(),
        item("edit.priceLists"),
        item("edit.scenarioReset"),
        new SeparatorMenuItem(),
        item("edit.settings"));
    Menu present = menu(
        "menu.present",
        item("present.start"),
        item("present.now"),
        new SeparatorMenuItem(),
        item("snapshot.freeze"),
        item("snapshot.flip"),
        item("snapshot.differences"),
        new SeparatorMenuItem(),
        item("scene.add"),
        item("scene.arrange"));
    Menu help = menu(
        "menu.help",
        item("help.palette"),
        item("help.shortcuts"),
        item("help.tour"),
        new SeparatorMenuItem(),
        item("help.diagnostics"),
        item("help.about"));
    MenuBar bar = new MenuBar(file, edit, view(host, look), present, help);
    bar.setUseSystemMenuBar(true);
    return bar;
  }

  private Menu view(ViewHost host, Supplier<Settings.Look> look) {
    Menu menu = menu("menu.view");
    host.views().forEach(view -> menu.getItems().add(item("view." + view.id())));
    if (!host.views().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    ToggleGroup group = new ToggleGroup();
    WINDOW.forEach(id -> menu.getItems().add(item(id)));
    menu.getItems().add(new SeparatorMenuItem());
    List.of(Settings.Look.values()).forEach(each -> menu.getItems().add(look(each, group)));
    menu.setOnShowing(event -> group
        .getToggles()
        .forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(look.get()))));
    return menu;
  }

  private RadioMenuItem look(Settings.Look look, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem();
    bind(item, actions.get("look." + look.name().toLowerCase(java.util.Locale.ROOT)));
    item.setToggleGroup(group);
    item.setUserData(look);
    return item;
  }

  private Menu menu(String key, MenuItem... items) {
    Menu menu = new Menu(texts.get(key));
    menu.setId(key);
    menu.getItems().addAll(items);
    return menu;
  }

  private MenuItem item(String id) {
    MenuItem item = new MenuItem();
    bind(item, actions.get(id));
    return item;
  }

  private static void bind(MenuItem item, Action action) {
    item.setId(action.id());
    item.textProperty().bind(action.text());
    item.setMnemonicParsing(false);
    item.disableProperty()
        .bind(javafx.beans.binding.Bindings.createBooleanBinding(
            () -> !action.enabled().getValue(), action.enabled()));
    item.setAccelerator(action.accelerator());
    item.setOnAction(event -> action.fire());
  }

  /** The recent files, filled anew whenever the menu opens. */
  Menu recent(Recent recent) {
    Menu menu = menu("menu.recent");
    fill(menu, recent.files().get(), recent, file -> Optional.empty());
    menu.setOnShowing(event -> fill(menu, recent.files().get(), recent, recent.picture()));
    return menu;
  }

  /**
   * The recent files.
   *
   * @param files the last one first
   * @param picture of a file, where there is one; asked when the menu opens
   * @param open opens one
   */
  record Recent(
      Supplier<List<Path>> files, Function<Path, Optional<Node>> picture, Consumer<Path> open) {}

  private void fill(
      Menu menu, List<Path> files, Recent recent, Function<Path, Optional<Node>> picture) {
    menu.getItems().clear();
    for (Path file : files) {
      MenuItem item = new MenuItem(file.toString());
      item.setMnemonicParsing(false);
      picture.apply(file).ifPresent(item::setGraphic);
      item.setOnAction(event -> recent.open().accept(file));
      menu.getItems().add(item);
    }
    if (!files.isEmpty()) {
      menu.getItems().addAll(new SeparatorMenuItem(), item("file.clearRecent"));
    }
    if (files.isEmpty()) {
      MenuItem none = new MenuItem(texts.get("menu.recent.none"));
      none.setDisable(true);
      menu.getItems().add(none);
    }
  }
}
