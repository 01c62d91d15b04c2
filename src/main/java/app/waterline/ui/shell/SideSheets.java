package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.snapshot.DifferencesSheet;
import app.waterline.ui.snapshot.ScenesSheet;
import app.waterline.ui.snapshot.Snapshots;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The sheets that open at the right over the view: what differs, and the scenes; one at a time. */
final class SideSheets {
  private final StackPane over;
  private final Session session;
  private final Snapshots snapshots;
  private final Texts texts;
  private final List<String> views;

  /**
   * @param over what they lie on
   * @param texts {@code textsSnapshot}
   * @param views ids of the views
   */
  SideSheets(
      StackPane over, Session session, Snapshots snapshots, List<String> views, Texts texts) {
    this.over = over;
    this.session = session;
    this.snapshots = snapshots;
    this.views = views;
    this.texts = texts;
  }

  /** Opens the list of what differs, or puts it away. */
  void toggleDifferences() {
    if (!close(DifferencesSheet.class)) {
      open(new DifferencesSheet(session, texts, this::closeAll));
    }
  }

  /** Opens the scenes, or puts them away. */
  void toggleScenes(Runnable present, Runnable export) {
    if (!close(ScenesSheet.class)) {
      ScenesSheet.Commands commands = new ScenesSheet.Commands(present, export, this::closeAll);
      open(new ScenesSheet(session, snapshots, views, texts, commands));
    }
  }

  private void open(Node sheet) {
    closeAll();
    StackPane.setAlignment(sheet, Pos.CENTER_RIGHT);
    over.getChildren().add(sheet);
    sheet.requestFocus();
  }

  private boolean close(Class<?> kind) {
    boolean open = over.getChildren().stream().anyMatch(kind::isInstance);
    closeAll();
    return open;
  }

  private void closeAll() {
    over.getChildren().removeIf(SideSheets::released);
  }

  private static boolean released(Node node) {
    return switch (node) {
      case DifferencesSheet sheet -> {
        sheet.release();
        yield true;
      }
      case ScenesSheet sheet -> {
        sheet.release();
        yield true;
      }
      default -> false;
    };
  }
}
