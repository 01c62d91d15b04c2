package app.waterline.ui.present;

import app.waterline.document.Document;
import app.waterline.document.ScenarioSlot;
import app.waterline.document.SnapshotEdits;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.Theme;
import app.waterline.ui.View;
import app.waterline.ui.control.QuantitySlider;
import app.waterline.ui.scenario.ScenarioSliders;
import app.waterline.ui.snapshot.Snapshots;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A presentation that is running. Its window has a session of its own: a slider moved before an audience
 * moves nothing in the window behind, which is just as it was when the presentation ends.
 */
public final class Presenter {
  private static final List<ScenarioSlot> USUAL = List.of(
      ScenarioSlot.UTILIZATION, ScenarioSlot.POWER_PRICE, ScenarioSlot.TARGET_INTERACTIVITY);

  private final Context context;
  private final Texts texts;
  private final Session session;
  private final List<View> views;
  private final Stage stage = new Stage(StageStyle.UNDECORATED);
  private final Label caption = new Label();
  private final Label place = new Label();
  private final StackPane center = new StackPane();
  private final HBox sliders = new HBox();
  private final Region black = new Region();
  private final Stopwatch timer = new Stopwatch(System::nanoTime);
  private final Hint hint;
  private final Map<ScenarioSlot, QuantitySlider> controls = new EnumMap<>(ScenarioSlot.class);
  private final Map<ScenarioSlot, CheckMenuItem> choices = new EnumMap<>(ScenarioSlot.class);
  private Show show;
  private @Nullable View shown;
  private Subscription dressed = Subscription.EMPTY;

  /**
   * Where a presentation comes from.
   *
   * @param owner the window behind
   * @param main its session; only the theme is followed
   * @param snapshots takes what is worth keeping
   * @param views makes the views anew, for another session
   * @param dress gives a scene the look of the window
   * @param locale how numbers read
   * @param clock dates what is kept
   * @param texts the window's own, {@code texts}
   */
  public record Context(
      Stage owner,
      Session main,
      Snapshots snapshots,
      Function<Session, List<View>> views,
      Consumer<Scene> dress,
      Locale locale,
      Clock clock,
      Texts texts) {}

  private Presenter(Context context, Show show) {
    this.context = context;
    this.show = show;
    this.texts = Texts.of("textsPresent", context.texts().locale());
    Document document = new Document(SnapshotEdits.frozen(show.state()), System::nanoTime);
    QuantityFormat format = new QuantityFormat(
        context.locale(),
        context.main().format().language(),
        () -> document.current().currency().code());
    this.session = new Session(document, new Evaluator(), format, context.clock());
    session.choices().putAll(context.main().choices());
    this.views = context.views().apply(session);
    boolean still = context.main().still().get();
    session.still().set(still);
    this.hint = new Hint(keys(), still);
    build();
  }

  /** Starts at the first scene, or with the present state where there is none. */
  public static Presenter fromStart(Context context, String view) {
    return new Presenter(context, Show.fromStart(presentOf(context), view)).start();
  }

  /** Starts with the present state; the scenes follow. */
  public static Presenter fromNow(Context context, String view) {
    return new Presenter(context, Show.fromNow(presentOf(context), view)).start();
  }

  private static Workspace presentOf(Context context) {
    return context.main().document().current();
  }

  private void build() {
    caption.setId("presenter-caption");
    caption.getStyleClass().add("presenter-caption");
    caption.setWrapText(true);
    place.setId("presenter-place");
    place.getStyleClass().add("presenter-place");
    place.setMinWidth(Region.USE_PREF_SIZE);
    timer.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(caption, Priority.ALWAYS);
    caption.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(caption, timer, place);
    head.getStyleClass().add("presenter-head");
    center.getStyleClass().add("presenter-view");
    sliders.getStyleClass().add("presenter-sliders");
    BorderPane page = new BorderPane(center, head, null, foot(), null);
    page.getStyleClass().addAll("workbench", "presenter");
    black.setId("presenter-black");
    black.setStyle("-fx-background-color: black;");
    black.setVisible(false);
    StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
    StackPane over = new StackPane(page, hint);
    Scene scene = new Scene(
        new StackPane(new Enlarged(over, context.main().enlargement().get()), black), 1280, 720);
    scene.addPreLayoutPulseListener(session::refresh);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> hint.come());
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> releaseSlider());
    stage.setScene(scene);
    session.evaluation().subscribe(this::follow);
    dressed = context.main().theme().subscribe(this::dress);
  }

  /** Follows the window behind, whose theme may follow the system's. */
  private void dress(Theme theme) {
    session.theme().set(theme);
    context.dress().accept(stage.getScene());
  }

  private HBox foot() {
    MenuButton choose = new MenuButton(texts.get("sliders"));
    choose.setId("presenter-sliders-choice");
    choose.getStyleClass().add("presenter-choice");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    for (ScenarioSlot slot : ScenarioSliders.SLOTS) {
      QuantitySlider slider = ScenarioSliders.slider(slot, session, context.texts());
      HBox.setHgrow(slider, Priority.ALWAYS);
      slider.setMaxWidth(320);
      controls.put(slot, slider);
      CheckMenuItem choice =
          new CheckMenuItem(context.texts().get("input." + slot.input().name()));
      choice.setSelected(USUAL.contains(slot));
      choice.setOnAction(event -> showSliders());
      choices.put(slot, choice);
      choose.getItems().add(choice);
    }
    showSliders();
    HBox.setHgrow(sliders, Priority.ALWAYS);
    HBox foot = new HBox(sliders, choose);
    foot.getStyleClass().add("presenter-foot");
    return foot;
  }

  private void showSliders() {
    List<Node> chosen = new ArrayList<>();
    choices.forEach((slot, choice) -> {
      if (choice.isSelected()) {
        chosen.add(controls.get(slot));
      }
    });
    sliders.getChildren().setAll(chosen);
  }

  private void follow(Evaluation evaluation) {
    controls.forEach((slot, slider) ->
        ScenarioSliders.show(slider, slot, evaluation.workspace(), session, context.texts()));
    if (shown != null) {
      shown.show(evaluation);
    }
  }

  private Presenter start() {
    Rectangle2D bounds = screen().getBounds();
    place(bounds);
    stage.initOwner(null);
    stage.setTitle(texts.get("title", show.present().title()));
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setOnHiding(event -> stage.setFullScreen(false)); // or the toolkit keeps it for good
    stage.setOnHidden(event -> stop());
    on(show);
    stage.show();
    place(bounds);
    stage.setFullScreen(true);
    stage.toFront();
    stage.requestFocus();
    hint.come();
    return this;
  }

  private void place(Rectangle2D bounds) {
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setWidth(bounds.getWidth());
    stage.setHeight(bounds.getHeight());
  }

  /** The display that the window is not on, where there is another. */
  private Screen screen() {
    Stage owner = context.owner();
    List<Screen> mine = Screen.getScreensForRectangle(
        owner.getX(), owner.getY(), Math.max(1, owner.getWidth()), Math.max(1, owner.getHeight()));
    return Screen.getScreens().stream()
        .filter(each -> !mine.contains(each))
        .findFirst()
        .orElse(mine.isEmpty() ? Screen.getPrimary() : mine.getFirst());
  }

  /** Goes to the next display. */
  private void nextDisplay() {
    List<Screen> screens = Screen.getScreens();
    Optional<Screen> now = screens.stream()
        .filter(each -> each.getBounds().contains(stage.getX() + 1, stage.getY() + 1))
        .findFirst();
    int next = now.map(each -> (screens.indexOf(each) + 1) % screens.size()).orElse(0);
    stage.setFullScreen(false);
    place(screens.get(next).getBounds());
    stage.setFullScreen(true);
  }

  private void on(Show next) {
    show = next;
    black.setVisible(false);
    session.open(SnapshotEdits.frozen(next.state()));
    session.refresh();
    caption.setText(next.caption());
    place.setText(next.name()
        .map(name -> texts.get("place", next.at() + 1, next.scenes().size()))
        .orElse(next.scenes().isEmpty() ? "" : texts.get("now")));
    place.setAccessibleText(next.name().orElse(""));
    view(next.shownIn());
    stage
        .getScene()
        .getRoot()
        .requestFocus(); // what is typed are commands, until a field is clicked
  }

  private void view(String id) {
    View wanted = views.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElse(views.isEmpty() ? null : views.getFirst());
    if (wanted != null && !wanted.equals(shown)) {
      if (shown != null) {
        shown.hidden();
      }
      shown = wanted;
      wanted.show(session.evaluation().get());
      center.getChildren().setAll(wanted.node());
    }
  }

  private void pressed(KeyEvent event) {
    boolean typing = stage.getScene().getFocusOwner() instanceof TextInputControl;
    boolean modified = event.isShortcutDown() || event.isAltDown();
    if (!modified && !typing && key(event.getCode())) {
      event.consume();
    } else if (!modified && event.getCode() == KeyCode.F5) {
      end();
      event.consume();
    }
  }

  /** What a key does; presenters' remote controls send the page keys. */
  private boolean key(KeyCode code) {
    boolean onSlider = stage.getScene().getFocusOwner() instanceof Slider;
    switch (code) {
      case RIGHT, LEFT -> {
        if (onSlider) {
          return false;
        }
        on(show.step(code == KeyCode.RIGHT ? 1 : -1));
      }
      case PAGE_DOWN -> on(show.step(1));
      case PAGE_UP -> on(show.step(-1));
      case HOME -> on(show.end(false));
      case END -> on(show.end(true));
      case B, PERIOD -> black.setVisible(!black.isVisible());
      case T -> timer.toggle();
      case K -> keep();
      case D -> nextDisplay();
      case ESCAPE -> end();
      default -> {
        return digit(code);
      }
    }
    return true;
  }

  private boolean digit(KeyCode code) {
    int index = code.isDigitKey() ? code.getChar().charAt(0) - '1' : -1;
    if (index < 0 || index >= views.size()) {
      return false;
    }
    view(views.get(index).id());
    return true;
  }

  private void keep() {
    String view = shown == null ? show.view() : shown.id();
    context.snapshots().keep(session.document().current(), view);
    hint.say(texts.get("kept"));
  }

  /** After a drag the arrow keys step through the scenes again. */
  private void releaseSlider() {
    if (stage.getScene().getFocusOwner() instanceof Slider) {
      stage.getScene().getRoot().requestFocus();
    }
  }

  private String keys() {
    String displays = Screen.getScreens().size() > 1 ? texts.get("keys.display") : "";
    return texts.get(show.scenes().isEmpty() ? "keys.noScenes" : "keys") + displays;
  }

  /** Ends the presentation; the window behind is as it was. */
  public void end() {
    stage.close();
    context.owner().toFront();
    context.owner().requestFocus();
  }

  private void stop() {
    dressed.unsubscribe();
    timer.stop();
    hint.stop();
    if (shown != null) {
      shown.hidden();
    }
  }

  /** The window of the presentation. */
  public Stage stage() {
    return stage;
  }

  /** What is on the screen: a view and its figures. */
  public Session session() {
    return session;
  }
}
