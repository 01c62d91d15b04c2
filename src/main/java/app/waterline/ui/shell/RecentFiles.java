package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/** The recent files with their pictures: over an empty workspace, and for the menu. */
final class RecentFiles extends VBox {
  /** As many as fit beside each other. */
  private static final int MOST = 4;

  /** What is lower than this has no room below its own words. */
  private static final double LEAST_HEIGHT = 520;

  /** Until a file that was opened is drawn, with its figures. */
  private static final Duration DRAWN = Duration.millis(1200);

  private final SettingsStore settings;
  private final Thumbnails pictures;
  private final Texts words;
  private final Consumer<Path> openOne;
  private final Subscription following;
  private final HBox row = new HBox(12);

  /**
   * @param words {@code textsReach}
   * @param open opens one
   */
  RecentFiles(SettingsStore settings, Texts words, Consumer<Path> open) {
    super(8);
    this.settings = settings;
    this.words = words;
    this.pictures = new Thumbnails(settings.beside("thumbnails"));
    this.openOne = open;
    setId("recent-files");
    getStyleClass().add("recent-files");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label title = new Label(words.get("recent.title"));
    title.getStyleClass().add("sheet-section");
    row.setAlignment(Pos.CENTER);
    setAlignment(Pos.CENTER);
    getChildren().addAll(title, row);
    setVisible(false);
    setManaged(false);
    this.following = settings.current().subscribe(this::forget);
  }

  /** Lies over the middle of the window, and shows itself while the workspace there is empty. */
  void over(StackPane center, Session session) {
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    center.getChildren().add(this);
    session
        .evaluation()
        .subscribe(figures -> showIf(figures.workspace().platforms().isEmpty(), center));
    center
        .heightProperty()
        .subscribe(height -> showIf(session.document().current().platforms().isEmpty(), center));
  }

  private void showIf(boolean empty, Region center) {
    List<Path> files = settings.get().recent();
    boolean shown = empty && !files.isEmpty() && center.getHeight() >= LEAST_HEIGHT;
    if (shown && !isVisible()) {
      row.getChildren().setAll(files.stream().limit(MOST).map(this::card).toList());
    }
    setVisible(shown);
    setManaged(shown);
  }

  private Node card(Path file) {
    Button card = new Button(nameOf(file));
    card.getStyleClass().add("recent-card");
    card.setContentDisplay(ContentDisplay.TOP);
    card.setGraphic(framed(picture(file)));
    card.setMaxWidth(Thumbnails.WIDTH + 24);
    card.setMnemonicParsing(false);
    card.setAccessibleText(
        words.get("recent.open", nameOf(file), String.valueOf(file.getParent())));
    Hints.show(card, file.toString());
    card.setOnAction(event -> openOne.accept(file));
    return card;
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The picture of a file for a menu; empty where there is none or none is wanted. */
  Optional<Node> picture(Path file) {
    return settings.get().preferences().pictures()
        ? pictures.of(file).map(RecentFiles::view)
        : Optional.empty();
  }

  private static Node view(Image image) {
    ImageView view = new ImageView(image);
    view.setFitWidth(Thumbnails.WIDTH);
    view.setFitHeight(Thumbnails.HEIGHT);
    view.setPreserveRatio(true);
    return view;
  }

  private static Node framed(Optional<Node> picture) {
    StackPane frame = new StackPane();
    picture.ifPresent(frame.getChildren()::add);
    frame.getStyleClass().add("recent-picture");
    frame.setMinSize(Thumbnails.WIDTH, Thumbnails.HEIGHT);
    return frame;
  }

  /** Takes a picture of what is shown for a file, once it is drawn and if it is still that file's. */
  void remember(Path file, Node shown, Supplier<Optional<Path>> open) {
    PauseTransition pause = new PauseTransition(DRAWN);
    pause.setOnFinished(event -> {
      boolean still = open.get().equals(Optional.of(file)) && Files.exists(file);
      if (still && settings.get().preferences().pictures()) {
        pictures.take(file, shown);
      }
    });
    pause.play();
  }

  /** A picture goes with its entry, and all of them where none is wanted. */
  private void forget(Settings before, Settings now) {
    boolean wanted = now.preferences().pictures();
    if (wanted != before.preferences().pictures() || !now.recent().equals(before.recent())) {
      pictures.keepOnly(wanted ? now.recent() : List.of());
    }
  }

  /** Follows the settings no longer. */
  void release() {
    following.unsubscribe();
  }

  /** The pictures themselves. */
  Thumbnails pictures() {
    return pictures;
  }
}
