package app.waterline.ui.snapshot;

import app.waterline.model.Snapshot;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.EmptyState;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.Scrolling;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The scenes of the presentation, to add, arrange, caption and delete. */
public final class ScenesSheet extends VBox {
  private final Session session;
  private final Snapshots snapshots;
  private final Texts texts;
  private final Texts viewNames;
  private final List<String> views;
  private final Commands commands;
  private final VBox content = new VBox();
  private final Subscription subscription;
  private List<SceneRow> rows = List.of();

  /**
   * What the sheet asks of the window.
   *
   * @param present starts the presentation at the first scene
   * @param export opens the export of a deck
   * @param close puts the sheet away
   */
  public record Commands(Runnable present, Runnable export, Runnable close) {}

  /**
   * @param views ids of the views that a scene can be shown in
   * @param texts {@code textsSnapshot}
   */
  public ScenesSheet(
      Session session, Snapshots snapshots, List<String> views, Texts texts, Commands commands) {
    this.session = session;
    this.snapshots = snapshots;
    this.views = List.copyOf(views);
    this.texts = texts;
    this.viewNames = Texts.of("texts", texts.locale());
    this.commands = commands;
    getStyleClass().addAll("editor-sheet", "scenes-sheet");
    setId("scenes");
    content.getStyleClass().add("editor-content");
    ScrollPane scroll = Scrolling.round(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("side-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll, foot());
    addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    subscription = session.history().subscribe(history -> show());
  }

  /** Stops following the session. */
  public void release() {
    subscription.unsubscribe();
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      commands.close().run();
      event.consume();
    }
  }

  private HBox head() {
    Label title = new Label(texts.get("scenes.title"));
    title.getStyleClass().add("editor-title");
    Button done = button("close-scenes", "sheet.close", commands.close());
    HBox head = new HBox(title, spring(), done);
    head.getStyleClass().add("editor-head");
    return head;
  }

  private HBox foot() {
    Button add = button("add-scene", "scenes.add", snapshots::addScene);
    Hints.show(add, texts.get("scenes.add.help"));
    Button export = button("export-scenes", "scenes.export", commands.export());
    Button present = button("present-scenes", "scenes.present", commands.present());
    present.getStyleClass().add("accent");
    HBox foot = new HBox(add, spring(), export, present);
    foot.getStyleClass().add("scenes-foot");
    return foot;
  }

  private Button button(String id, String key, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private void show() {
    List<Snapshot> scenes = snapshots.all();
    if (rows.size() != scenes.size()) {
      rows = java.util.stream.IntStream.range(0, scenes.size())
          .mapToObj(index -> new SceneRow(snapshots, views, texts, viewNames))
          .toList();
      content
          .getChildren()
          .setAll(rows.isEmpty() ? List.<Node>of(empty()) : List.<Node>copyOf(rows));
    }
    for (int index = 0; index < scenes.size(); index++) {
      rows.get(index).show(scenes.get(index), index, scenes.size());
    }
  }

  private Node empty() {
    return new EmptyState(texts.get("scenes.empty"), texts.get("scenes.emptyRemedy"));
  }

  /** The document whose scenes these are. */
  Session session() {
    return session;
  }
}
