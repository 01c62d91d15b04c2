package app.waterline.ui.palette;

import app.waterline.ui.Action;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Scrolling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every shortcut, made from the actions themselves, and the keys that a control has of its own. */
public final class ShortcutsSheet extends VBox {
  private static final List<String> CONTROLS =
      List.of("card", "figure", "slider", "chart", "list", "everywhere");

  private static final Map<String, String> MENUS = Map.ofEntries(
      Map.entry("file", "menu.file"),
      Map.entry("export", "menu.file"),
      Map.entry("edit", "menu.edit"),
      Map.entry("view", "menu.view"),
      Map.entry("look", "menu.view"),
      Map.entry("window", "menu.view"),
      Map.entry("snapshot", "menu.present"),
      Map.entry("scene", "menu.present"),
      Map.entry("present", "menu.present"),
      Map.entry("help", "menu.help"));

  private static final List<String> ORDER =
      List.of("menu.file", "menu.edit", "menu.view", "menu.present", "menu.help");

  private final Texts words;

  /**
   * @param actions in the order of the menus
   * @param menus the names of the menus
   * @param words {@code textsReach}
   */
  public ShortcutsSheet(Collection<Action> actions, Texts menus, Texts words) {
    this.words = words;
    getStyleClass().addAll("over-sheet", "shortcuts");
    setId("shortcuts");
    Label title = new Label(words.get("shortcuts.title"));
    title.getStyleClass().add("sheet-title");
    VBox groups = new VBox(24);
    groups.getStyleClass().add("shortcut-groups");
    grouped(actions, menus).forEach((name, lines) -> groups.getChildren().add(group(name, lines)));
    groups.getChildren().add(ofControls());
    ScrollPane scroll = Scrolling.round(groups);
    scroll.setId("shortcuts-scroll");
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(words.get("shortcuts.title"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll);
    setMaxWidth(640);
  }

  private Map<String, List<Node[]>> grouped(Collection<Action> actions, Texts menus) {
    Map<String, List<Node[]>> groups = new LinkedHashMap<>();
    ORDER.forEach(menu -> groups.put(menus.get(menu), new ArrayList<>()));
    for (Action each : actions) {
      if (each.accelerator() != null) {
        String menu = MENUS.getOrDefault(each.id().split("\\.", -1)[0], "menu.help");
        groups
            .computeIfAbsent(menus.get(menu), name -> new ArrayList<>())
            .add(line(each.text().getValue(), keys(each)));
      }
    }
    return groups;
  }

  /** The shortcut as it is written on this machine; empty for none. */
  public static String keys(Action action) {
    return action.accelerator() == null ? "" : action.accelerator().getDisplayText();
  }

  private Node ofControls() {
    List<Node[]> lines = CONTROLS.stream()
        .map(each -> line(words.get("keys." + each), words.get("keys." + each + ".keys")))
        .toList();
    return group(words.get("shortcuts.controls"), lines);
  }

  private static Node group(String name, List<Node[]> lines) {
    Label head = new Label(name);
    head.getStyleClass().add("sheet-section");
    GridPane grid = new GridPane(16, 8);
    ColumnConstraints what = new ColumnConstraints();
    what.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().setAll(what, keys);
    for (int i = 0; i < lines.size(); i++) {
      grid.addRow(i, lines.get(i));
    }
    return new VBox(8, head, grid);
  }

  private static Node[] line(String what, String keys) {
    Label name = new Label(what);
    name.setWrapText(true);
    Label shortcut = new Label(keys);
    shortcut.getStyleClass().add("palette-keys");
    shortcut.setMinWidth(Region.USE_PREF_SIZE);
    return new Node[] {name, shortcut};
  }
}
