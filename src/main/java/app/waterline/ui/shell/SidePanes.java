package app.waterline.ui.shell;

import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The panes at both sides of the view. Each can be put away; a narrow strip with a button stays in its
 * place. Where the window is too narrow for both, one at a time is open, and none at first.
 */
final class SidePanes {
  /** Less than this beside two open panes leaves no room for a view. */
  static final double NARROW = 900;

  private final BorderPane root;
  private final Region cards;
  private final Region scenario;
  private final Node cardsStrip;
  private final Node scenarioStrip;
  private final Set<Side> away = EnumSet.noneOf(Side.class);
  private Optional<Side> open = Optional.empty();
  private boolean narrow;

  /** Which pane. */
  enum Side {
    CARDS,
    SCENARIO
  }

  SidePanes(BorderPane root, Region cards, Region scenario, Texts texts) {
    this.root = root;
    this.cards = cards;
    this.scenario = scenario;
    this.cardsStrip = strip(Side.CARDS, texts);
    this.scenarioStrip = strip(Side.SCENARIO, texts);
    fill();
  }

  private Node strip(Side side, Texts texts) {
    Button show = new Button();
    show.setGraphic(new FontIcon(side == Side.CARDS ? Feather.CHEVRONS_RIGHT : Feather.SLIDERS));
    show.setId("show-" + side);
    show.getStyleClass().add("icon-button");
    String name = texts.get("window.show." + side);
    show.setAccessibleText(name);
    Hints.show(show, name);
    show.setOnAction(event -> {
      reveal(side);
      Panes.firstIn(pane(side)).ifPresent(Node::requestFocus);
    });
    VBox strip = new VBox(show);
    strip.getStyleClass().add("pane-strip");
    return strip;
  }

  private Region pane(Side side) {
    return side == Side.CARDS ? cards : scenario;
  }

  /** Follows the room of the window. */
  void fit(double width) {
    boolean now = width < NARROW;
    if (now != narrow) {
      narrow = now;
      open = Optional.empty();
      fill();
    }
  }

  boolean isOpen(Side side) {
    return narrow ? open.equals(Optional.of(side)) : !away.contains(side);
  }

  /** Opens a pane, or puts it away. */
  void toggle(Side side) {
    boolean shown = isOpen(side);
    if (narrow) {
      open = shown ? Optional.empty() : Optional.of(side);
    } else if (shown) {
      away.add(side);
    } else {
      away.remove(side);
    }
    fill();
  }

  /** Opens a pane, if it is not. */
  void reveal(Side side) {
    if (!isOpen(side)) {
      toggle(side);
    }
  }

  private void fill() {
    Node left = isOpen(Side.CARDS) ? cards : cardsStrip;
    Node right = isOpen(Side.SCENARIO) ? scenario : scenarioStrip;
    if (!left.equals(root.getLeft())) {
      root.setLeft(left);
    }
    if (!right.equals(root.getRight())) {
      root.setRight(right);
    }
  }

  /** What stands at each side now. */
  List<@Nullable Node> shown() {
    return java.util.Arrays.asList(root.getLeft(), root.getRight());
  }
}
