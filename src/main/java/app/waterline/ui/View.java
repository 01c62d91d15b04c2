package app.waterline.ui;

import app.waterline.engine.Evaluation;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/** One of the large views that fill the centre of the window; the shell makes a tab of each. */
public interface View {
  /** A stable name, for example {@code compare}; the tab's text is {@code view.compare} of the bundle. */
  String id();

  /** What fills the centre; always the same node. */
  Node node();

  /** Shows the figures. Called when the view comes up and after every recalculation while it is up. */
  void show(Evaluation evaluation);

  /** Whether it shows how sure figures are; if so, it is shown again when that is known. */
  default boolean showsRanges() {
    return false;
  }

  /** Parts of the view that can be opened by name, in their order; none where it has no parts. */
  default List<String> pages() {
    return List.of();
  }

  /** Opens one of the {@link #pages}. */
  default void open(String page) {}

  /** Reads a file that belongs to the view; the view itself says where that is not possible. */
  default void openFile(Path file) {}

  /** The view has left the screen; it releases what it listens to. */
  default void hidden() {}
}
