package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.card.CardActions;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.card.CardsPane;
import app.waterline.ui.scenario.ScenarioPane;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** The window and how its parts hang together. */
public final class Workbench {
  private final Stage stage;
  private final Session session;
  private final BorderPane root = new BorderPane();
  private final Scene scene = new Scene(root, 1280, 800);

  /**
   * @param stage the window to fill
   * @param session what it shows
   * @param views the tabs, in their order
   */
  public Workbench(Stage stage, Session session, List<View> views) {
    this.stage = stage;
    this.session = session;
    Texts texts = Texts.of("texts", Locale.getDefault(Locale.Category.DISPLAY));
    ViewHost host = new ViewHost(session, views, texts);
    root.setTop(new TopBar(session, host, texts));
    CardTools tools = CardTools.of(session, texts);
    CardActions actions = new CardActions(tools);
    root.setLeft(new CardsPane(tools, actions, id -> {}, () -> {}));
    root.setCenter(host.center());
    root.setRight(new ScenarioPane(session, texts));
    root.setBottom(new StatusBar(session, texts));
    root.getStyleClass().add("workbench");
    scene.addPreLayoutPulseListener(session::refresh);
    session.theme().subscribe(theme -> {
      Look.setBase(theme);
      Look.dress(scene.getStylesheets(), theme);
    });
  }

  /** Brings the window up. */
  public void show() {
    stage.setScene(scene);
    stage.setTitle("Waterline");
    stage.setMinWidth(960);
    stage.setMinHeight(640);
    stage.show();
  }

  /** What the window shows. */
  public Session session() {
    return session;
  }
}
