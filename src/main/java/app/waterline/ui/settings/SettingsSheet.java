package app.waterline.ui.settings;

import app.waterline.ui.Texts;
import app.waterline.ui.control.Scrolling;
import app.waterline.ui.control.Spoken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of settings: what is typed at the top leaves the rows that speak of it. */
public final class SettingsSheet extends VBox {
  private final Texts texts;
  private final List<Setting> settings;
  private final TextField search = new TextField();
  private final VBox rows = new VBox();

  /**
   * @param settings in their order; those of a section stand together
   * @param texts {@code textsReach}
   * @param close puts the page away
   */
  public SettingsSheet(List<Setting> settings, Texts texts, Runnable close) {
    this.settings = List.copyOf(settings);
    this.texts = texts;
    getStyleClass().addAll("over-sheet", "settings-sheet");
    setId("settings");
    search.setId("settings-search");
    search.setPromptText(texts.get("settings.search"));
    Spoken.name(search, texts.get("settings.search"));
    rows.getStyleClass().add("settings-rows");
    ScrollPane scroll = Scrolling.round(rows);
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(close), search, scroll);
    search.textProperty().subscribe(this::show);
    setMaxWidth(680);
  }

  private HBox head(Runnable close) {
    Label title = new Label(texts.get("settings.title"));
    title.getStyleClass().add("sheet-title");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Button done = new Button(texts.get("settings.done"));
    done.setId("settings-done");
    done.setOnAction(event -> close.run());
    HBox head = new HBox(title, spring, done);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private void show(String query) {
    Map<String, VBox> sections = new LinkedHashMap<>();
    settings.stream()
        .filter(each -> speaksOf(each, query))
        .forEach(each -> sections
            .computeIfAbsent(each.section(), SettingsSheet::section)
            .getChildren()
            .add(row(each)));
    rows.getChildren().setAll(sections.values());
    if (sections.isEmpty()) {
      Label none = new Label(texts.get("settings.none", query));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      rows.getChildren().setAll(none);
    }
  }

  private static boolean speaksOf(Setting setting, String query) {
    String words = plain(setting.section() + " " + setting.title() + " " + setting.help());
    return Stream.of(plain(query).split("\\s+", -1)).allMatch(words::contains);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  private static VBox section(String name) {
    Label head = new Label(name);
    head.getStyleClass().add("sheet-section");
    VBox section = new VBox(12, head);
    section.getStyleClass().add("settings-section");
    return section;
  }

  private static Node row(Setting setting) {
    Label title = new Label(setting.title());
    title.getStyleClass().add("settings-title");
    title.setWrapText(true);
    Label help = new Label(setting.help());
    help.getStyleClass().add("settings-help");
    help.setWrapText(true);
    VBox words = new VBox(2, title, help);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    setting.control().setAccessibleHelp(setting.help());
    HBox row = new HBox(24, words, setting.control());
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
