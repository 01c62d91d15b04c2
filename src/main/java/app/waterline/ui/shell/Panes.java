package app.waterline.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;

/** The parts of the window that F6 leads through: each remembers where the keyboard was in it. */
final class Panes {
  private final List<Supplier<? extends Node>> panes;
  private final Node[] last;

  /** The panes in the order of reading; one that is not visible is left out. */
  Panes(List<Supplier<? extends Node>> panes) {
    this.panes = List.copyOf(panes);
    this.last = new Node[panes.size()];
  }

  /** Puts the keyboard into the next pane, or the one before. */
  void cycle(Scene scene, int step) {
    Node owner = scene.getFocusOwner();
    int from = indexOf(owner);
    if (from >= 0) {
      last[from] = owner;
    }
    int start = from < 0 && step < 0 ? panes.size() : from;
    for (int i = 1; i <= panes.size(); i++) {
      int to = Math.floorMod(start + step * i, panes.size());
      Optional<Node> target = target(to);
      if (target.isPresent()) {
        enter(target.get());
        return;
      }
    }
  }

  /** Only what is reached by traversal shows that it has the keyboard: one step on, and back. */
  private static void enter(Node node) {
    node.requestFocus();
    node.requestFocusTraversal(TraversalDirection.NEXT);
    Node next = node.getScene().getFocusOwner();
    if (next != null && !next.equals(node)) {
      next.requestFocusTraversal(TraversalDirection.PREVIOUS);
    }
    if (!node.isFocused()) {
      node.requestFocus();
    }
  }

  /** The pane that holds the node, -1 for none. */
  private int indexOf(Node owner) {
    for (int i = 0; i < panes.size(); i++) {
      for (Node each = owner; each != null; each = each.getParent()) {
        if (each.equals(panes.get(i).get())) {
          return i;
        }
      }
    }
    return -1;
  }

  private Optional<Node> target(int pane) {
    Node node = panes.get(pane).get();
    if (!isShown(node)) {
      return Optional.empty();
    }
    return Optional.ofNullable(last[pane])
        .filter(known -> isUsable(known) && indexOf(known) == pane)
        .or(() -> firstIn(node));
  }

  /** The first node inside, itself included, that takes the keyboard. */
  static Optional<Node> firstIn(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(Panes::firstIn)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isUsable(Node node) {
    return node.getScene() != null && isShown(node) && !node.isDisabled();
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }
}
