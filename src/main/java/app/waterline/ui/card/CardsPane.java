package app.waterline.ui.card;

import app.waterline.engine.Evaluation;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.model.Platform;
import app.waterline.ui.control.InPlace;
import app.waterline.ui.control.Scrolling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The column of cards: kept in step with the platforms, put in order by mouse or keyboard. */
public final class CardsPane extends VBox {
  private static final double DRAG_STARTS_AT = 6;

  private final CardTools tools;
  private final CardActions actions;
  private final Consumer<String> opens;
  private final VBox column = new VBox();
  private final ScrollPane scroll = Scrolling.filling(column);
  private final Map<String, PlatformCard> cards = new HashMap<>();
  private final Label empty = new Label();
  private final Subscription subscription;
  private double pressedAt;
  private boolean dragging;
  private boolean late;

  /**
   * @param opens shows the editor of a platform, by its id
   * @param adds shows the catalogue
   */
  public CardsPane(CardTools tools, CardActions actions, Consumer<String> opens, Runnable adds) {
    this.tools = tools;
    this.actions = actions;
    this.opens = opens;
    getStyleClass().add("cards-pane");
    column.getStyleClass().add("cards-column");
    empty.setText(tools.texts().get("card.none"));
    empty.getStyleClass().add("empty-text");
    empty.setWrapText(true);
    scroll.vvalueProperty().subscribe(this::catchUp);
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(adds), scroll);
    subscription = tools
        .session()
        .evaluation()
        .subscribe(this::show)
        .and(tools.session().bands().subscribe(this::showBands))
        .and(tools.session().settled().subscribe(this::settled))
        .and(tools.session().selected().subscribe(this::select))
        .and(tools.session().pointing().marked().subscribe(this::mark))
        .and(tools
            .session()
            .compared()
            .subscribe(beside -> show(tools.session().evaluation().get())));
  }

  private HBox head(Runnable adds) {
    Label title = new Label(tools.texts().get("card.title"));
    title.getStyleClass().add("panel-title");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Button add = new Button(tools.texts().get("card.add"));
    add.setId("add-platform");
    add.getStyleClass().add("link-button");
    add.setOnAction(event -> adds.run());
    HBox head = new HBox(title, spring, add);
    head.getStyleClass().add("panel-head");
    return head;
  }

  /** Stops following the session. */
  public void release() {
    subscription.unsubscribe();
  }

  private void show(Evaluation evaluation) {
    List<Node> order = new ArrayList<>();
    for (PlatformEvaluation platform : evaluation.platforms()) {
      PlatformCard card = cards.computeIfAbsent(platform.platform().id(), id -> newCard(platform));
      order.add(card);
      if (mayWait(card)) {
        late = true;
      } else {
        card.show(platform, evaluation);
        card.show(tools.session().bands().get());
      }
    }
    cards.values().removeIf(card -> !order.contains(card));
    List<Node> children = order.isEmpty() ? List.of(empty) : order;
    InPlace.set(column.getChildren(), children);
    select(tools.session().selected().get());
  }

  /** A card that is scrolled away follows at rest, or when it is scrolled to. */
  private boolean mayWait(PlatformCard card) {
    Bounds window = scroll.getViewportBounds();
    Bounds place = card.getBoundsInParent();
    return tools.session().isMoving()
        && card.getHeight() > 0
        && (place.getMaxY() < -window.getMinY()
            || place.getMinY() > window.getHeight() - window.getMinY());
  }

  private void catchUp() {
    if (late) {
      late = false;
      show(tools.session().evaluation().get());
    }
  }

  private void settled() {
    catchUp();
    showBands();
  }

  private void showBands() {
    cards.values().forEach(each -> each.show(tools.session().bands().get()));
  }

  private PlatformCard newCard(PlatformEvaluation platform) {
    String id = platform.platform().id();
    PlatformCard card = new PlatformCard(platform, tools, actions, () -> opens.accept(id));
    card.focusWithinProperty().addListener((property, before, focused) -> {
      if (focused) {
        tools.session().selected().set(Optional.of(id));
      }
    });
    card.setOnMouseEntered(event -> tools.session().pointing().point(Optional.of(id)));
    card.setOnMouseExited(event -> tools.session().pointing().point(Optional.empty()));
    card.addEventFilter(KeyEvent.KEY_PRESSED, event -> keyPressed(card, event));
    card.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(card, event));
    card.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> dragged(card, event));
    card.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released(card));
    ContextMenu menu = menu(card);
    card.setOnContextMenuRequested(
        event -> menu.show(card, event.getScreenX(), event.getScreenY()));
    return card;
  }

  private void mark(Optional<String> id) {
    cards.forEach((each, card) -> card.mark(Optional.of(each).equals(id)));
  }

  private void select(Optional<String> id) {
    cards.forEach((each, card) -> card.select(Optional.of(each).equals(id)));
  }

  private ContextMenu menu(PlatformCard card) {
    return new ContextMenu(
        item("card.menu.open", () -> opens.accept(card.platform().id())),
        item("card.menu.baseline", () -> actions.makeBaseline(card.platform())),
        item("card.menu.duplicate", () -> actions.duplicate(card.platform())),
        new SeparatorMenuItem(),
        item("card.menu.up", () -> actions.move(card.platform(), -1)),
        item("card.menu.down", () -> actions.move(card.platform(), 1)),
        new SeparatorMenuItem(),
        item("card.menu.delete", () -> actions.delete(card.platform())));
  }

  private MenuItem item(String key, Runnable run) {
    MenuItem item = new MenuItem(tools.texts().get(key));
    item.setOnAction(event -> run.run());
    return item;
  }

  private void keyPressed(PlatformCard card, KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    Platform platform = card.platform();
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      move(card, -1, event);
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      move(card, 1, event);
    } else if (!typing && event.getCode() == KeyCode.DELETE) {
      actions.delete(platform);
      event.consume();
    } else if (card.isFocused() && event.getCode() == KeyCode.ENTER) {
      opens.accept(platform.id());
      event.consume();
    }
  }

  // The focus is given back because a node that changes its place in the scene loses it.
  private void move(PlatformCard card, int by, KeyEvent event) {
    Node focused = card.getScene().getFocusOwner();
    actions.move(card.platform(), by);
    tools.session().refresh();
    focused.requestFocus();
    event.consume();
  }

  private void pressed(PlatformCard card, MouseEvent event) {
    card.requestFocus();
    pressedAt = event.getSceneY();
    dragging = false;
  }

  private void dragged(PlatformCard card, MouseEvent event) {
    double way = event.getSceneY() - pressedAt;
    if (dragging || Math.abs(way) > DRAG_STARTS_AT) {
      dragging = true;
      card.setViewOrder(-1);
      card.setTranslateY(way);
      card.setOpacity(0.85);
    }
  }

  private void released(PlatformCard card) {
    if (dragging) {
      dragging = false;
      int index = indexAt(card);
      card.setTranslateY(0);
      card.setViewOrder(0);
      card.setOpacity(1);
      actions.moveTo(card.platform(), index);
    }
  }

  private int indexAt(PlatformCard moved) {
    double center = moved.getBoundsInParent().getCenterY();
    return (int) column.getChildren().stream()
        .filter(each -> !each.equals(moved))
        .map(Node::getBoundsInParent)
        .mapToDouble(Bounds::getCenterY)
        .filter(other -> other < center)
        .count();
  }
}
