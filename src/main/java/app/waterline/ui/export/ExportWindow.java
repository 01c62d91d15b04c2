package app.waterline.ui.export;

import app.waterline.chart.ChartSpec;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.Exports;
import app.waterline.export.file.Target;
import app.waterline.format.Phrases;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Choosing;
import app.waterline.ui.control.Scrolling;
import app.waterline.ui.control.Spoken;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The export dialog. It shows the figures as they were when it was opened. */
public final class ExportWindow {
  private static final List<ExportKind> KINDS = List.of(
      ExportKind.DECK,
      ExportKind.SHEET,
      ExportKind.BRIEF,
      ExportKind.REPORT,
      ExportKind.PNG,
      ExportKind.SVG,
      ExportKind.PDF,
      ExportKind.CSV,
      ExportKind.MARKDOWN,
      ExportKind.JSON);
  private static final double NARROW = 860;
  private static final double LEAST_PREVIEW = 320;
  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

  private final Context context;
  private final Texts texts;
  private final Phrases phrases;
  private final Evaluation evaluation;
  private final Remembered remembered;
  private final Writing writing = new Writing();
  private final Background background = new Background("export");
  private final PreviewPane preview;
  private final OptionsPane options;
  private final Stage stage = new Stage();
  private final ToggleGroup kinds = new ToggleGroup();
  private final TextField file = new TextField();
  private final Label message = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button export = new Button();
  private final Button cancel = new Button();
  private final Button replace = new Button();
  private final Button open = new Button();
  private final Button folder = new Button();
  private ExportKind kind = ExportKind.DECK;

  /** What the dialog asks of the window. */
  public interface Context {
    /** The window that it belongs to. */
    Window owner();

    /** Gives a scene the look of the window, and another whenever the window gets another. */
    void dress(Scene scene);

    /** Where to write; empty when the user thinks better of it. */
    Optional<Path> chooseFile(Path suggested, String kind, String extension);

    /** A deck to take masters, colours and fonts from. */
    Optional<Path> chooseTemplate();

    /** Opens a file or folder with the program that the system has for it. */
    void open(Path path);

    /** Where the choices of the last time are kept. */
    Path memory();

    /** The folder that is offered first. */
    Path folder();
  }

  /**
   * @param session whose figures are exported
   * @param locale how numbers read
   * @param chart the chart that it is opened for; null for none
   */
  public ExportWindow(
      Session session, Locale locale, Locale language, @Nullable ChartSpec chart, Context context) {
    this.context = context;
    this.texts = Texts.of("textsExport", language);
    this.evaluation = session.evaluation().get();
    this.remembered = new Remembered(context.memory());
    this.phrases = session.format().phrases();
    this.preview = new PreviewPane(texts, phrases, writing);
    this.options = new OptionsPane(
        texts,
        remembered,
        evaluation,
        chart,
        ExportOptions.of(locale).withLanguage(language),
        writing,
        context::chooseTemplate,
        this::changed);
    this.kind = chart == null ? remembered.kind() : ExportKind.PNG;
    build();
  }

  private void build() {
    ScrollPane list = sideScroll(kindList());
    ScrollPane side = sideScroll(options);
    BorderPane root = new BorderPane();
    root.setBottom(foot());
    root.getStyleClass().addAll("workbench", "export-window");
    root.widthProperty().subscribe(width -> arrange(root, list, side));
    Scene scene = new Scene(root, 1180, 720);
    context.dress(scene);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
      }
    });
    stage.initOwner(context.owner());
    stage.setTitle(texts.get("title", evaluation.workspace().title()));
    stage.setMinWidth(960);
    stage.setMinHeight(560);
    stage.setScene(scene);
    stage.setOnHidden(event -> stop());
  }

  private static ScrollPane sideScroll(Region content) {
    ScrollPane scroll = Scrolling.round(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("side-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  /** Beside each other; in a narrow window, or a much enlarged one, the preview follows the options. */
  private void arrange(BorderPane root, ScrollPane list, ScrollPane side) {
    boolean narrow = root.getWidth() < NARROW;
    if (root.getCenter() != null && narrow == side.equals(root.getCenter())) {
      return;
    }
    root.setCenter(null);
    root.setLeft(null);
    side.getStyleClass().removeAll("export-side");
    if (narrow) {
      preview.setMinHeight(LEAST_PREVIEW);
      side.setContent(new VBox(options, preview));
      root.setLeft(list);
      root.setCenter(side);
    } else {
      preview.setMinHeight(0);
      side.setContent(options);
      side.getStyleClass().add("export-side");
      root.setLeft(new HBox(list, side));
      root.setCenter(preview);
    }
  }

  private VBox kindList() {
    VBox list = new VBox();
    list.getStyleClass().add("export-kinds");
    for (ExportKind each : KINDS) {
      ToggleButton toggle = new ToggleButton(texts.get("kind." + each.name()));
      toggle.setId("export-" + each);
      toggle.setMaxWidth(Double.MAX_VALUE);
      toggle.setMinWidth(Region.USE_PREF_SIZE);
      toggle.getStyleClass().add("export-kind");
      toggle.setToggleGroup(kinds);
      toggle.setUserData(each);
      list.getChildren().add(toggle);
    }
    Choosing.follow(kinds, toggle -> chosen((ExportKind) toggle.getUserData()));
    return list;
  }

  private HBox foot() {
    file.setId("export-file");
    Spoken.name(file, texts.get("file"));
    HBox.setHgrow(file, Priority.ALWAYS);
    file.textProperty().subscribe(typed -> idle());
    Button choose = button("export-choose", "file.choose", this::chooseFile);
    button(export, "export-write", "export", () -> write(false));
    export.getStyleClass().add("accent");
    export.setDefaultButton(true);
    button(replace, "export-replace", "replace", () -> write(true));
    button(cancel, "export-cancel", "cancel", this::cancel);
    button(open, "export-open", "open", () -> context.open(target()));
    button(folder, "export-folder", "folder", () -> context.open(parent()));
    Button close = button("export-close", "close", this::close);
    progress.setPrefWidth(120);
    message.setId("export-message");
    message.setWrapText(true);
    message.getStyleClass().add("export-message");
    HBox.setHgrow(message, Priority.ALWAYS);
    message.setMaxWidth(Double.MAX_VALUE);
    HBox place = new HBox(8, file, choose);
    place.getStyleClass().add("slide-row");
    HBox acts = new HBox(8, message, progress, cancel, replace, open, folder, export, close);
    acts.getStyleClass().add("slide-row");
    VBox both = new VBox(8, place, acts);
    HBox.setHgrow(both, Priority.ALWAYS);
    HBox foot = new HBox(both);
    foot.getStyleClass().add("export-foot");
    return foot;
  }

  private Button button(String id, String key, Runnable action) {
    return button(new Button(), id, key, action);
  }

  private Button button(Button button, String id, String key, Runnable action) {
    button.setText(texts.get(key));
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Comes up, for a deck of the scenes where it is asked for. */
  public void show(boolean scenes) {
    choose(scenes ? ExportKind.DECK : kind);
    if (scenes) {
      options.useScenes();
    }
    stage.show();
    stage.toFront();
  }

  /** The window of the dialog. */
  public Stage stage() {
    return stage;
  }

  private void chosen(ExportKind next) {
    if (next != kind) {
      choose(next);
    }
  }

  private void choose(ExportKind next) {
    kind = next;
    Choosing.select(kinds, next);
    options.show(next);
    file.setText(suggested().toString());
    changed();
  }

  private Path suggested() {
    Path place = remembered
        .of(kind, "folder")
        .map(Path::of)
        .filter(Files::isDirectory)
        .orElse(context.folder());
    String title = evaluation
        .workspace()
        .title()
        .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ")
        .strip();
    String name = title.isEmpty() ? "Waterline" : title.substring(0, Math.min(80, title.length()));
    return place.resolve(name + "." + kind.extension());
  }

  private void changed() {
    idle();
    export.setDisable(!options.isReady());
    if (!options.fault().isEmpty()) {
      preview.showFault(options.fault());
    } else if (options.isReady()) {
      preview.show(options.wish(), evaluation);
    } else {
      preview.showBusy();
    }
  }

  private void chooseFile() {
    context
        .chooseFile(target(), texts.get("kind." + kind.name()), kind.extension())
        .ifPresent(chosen -> file.setText(withEnding(chosen).toString()));
  }

  private Path withEnding(Path chosen) {
    String ending = "." + kind.extension();
    String name = String.valueOf(chosen.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(ending)
        ? chosen
        : chosen.resolveSibling(name + ending);
  }

  private Path target() {
    return withEnding(Path.of(file.getText().strip())).toAbsolutePath();
  }

  private Path parent() {
    return Objects.requireNonNullElse(target().getParent(), target());
  }

  private void write(boolean mayReplace) {
    Path path;
    try {
      path = target();
    } catch (InvalidPathException | NullPointerException noPath) {
      say(texts.get("file.invalid", file.getText()), true);
      return;
    }
    if (Files.isRegularFile(path) && !mayReplace) {
      say(texts.get("exists", path.getFileName()), true);
      showOnly(replace, export);
      return;
    }
    Wish wish = options.wish();
    say(texts.get("writing", path.getFileName()), false);
    showOnly(progress, cancel);
    progress.setProgress(0);
    background.run(
        step -> writing.write(wish, evaluation, new Target(path, mayReplace), step),
        progress::setProgress,
        made -> written(path, made),
        this::failed);
  }

  private void written(Path path, Exports.Made made) {
    String done = texts.get("written", path.getFileName());
    say(made.remarks().isEmpty() ? done : done + " " + String.join(" ", made.remarks()), false);
    showOnly(open, folder, export);
    remembered.put(kind, "folder", parent().toString());
    options.remember();
  }

  private void failed(Exception fault) {
    say(phrases.say(Objects.requireNonNullElse(fault.getMessage(), fault.toString())), true);
    showOnly(export);
  }

  private void cancel() {
    background.stop();
    say(texts.get("cancelled"), false);
    showOnly(export);
  }

  private void idle() {
    say("", false);
    showOnly(export);
  }

  private void say(String text, boolean fault) {
    message.setText(text);
    message.pseudoClassStateChanged(FAULT, fault);
  }

  private void showOnly(Region... wanted) {
    List<Region> shown = List.of(wanted);
    for (Region each : List.of(progress, cancel, replace, open, folder, export)) {
      each.setVisible(shown.contains(each));
      each.setManaged(shown.contains(each));
    }
  }

  private void close() {
    stage.close();
  }

  private void stop() {
    preview.stop();
    options.stop();
    background.stop();
  }
}
