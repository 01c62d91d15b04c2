package app.waterline.ui.shell;

import app.waterline.document.Difference;
import app.waterline.io.WorkspaceFile;
import app.waterline.io.safe.LockNote;
import app.waterline.io.safe.Owner;
import app.waterline.io.safe.RecoveryCopy;
import app.waterline.io.safe.Versions.Version;
import app.waterline.ui.DifferenceWords;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Spoken;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** Dialogs over a window. */
final class StageDialogs implements Dialogs {
  private static final double DETAILS_HEIGHT = 240;
  private static final double TEXT_WIDTH = 480;
  private static final double WIDE = 640;

  private final Stage owner;
  private final Session session;
  private final Texts texts;
  private final Texts words;

  StageDialogs(Stage owner, Session session, Texts texts) {
    this.owner = owner;
    this.session = session;
    this.texts = texts;
    this.words = Texts.of("textsSafe", texts.locale());
  }

  @Override
  public Optional<Path> chooseFileToOpen() {
    return Optional.ofNullable(chooser("file.open.title").showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseFileToSave(String suggestedName) {
    FileChooser chooser = chooser("file.save.title");
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> choosePrices() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("edit.priceLists.file"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseClaim() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("file.openClaim.title"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.get("file.openClaim.kind"), "*.json"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public List<Path> chooseRuns() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("file.importRuns.title"));
    List<File> files = chooser.showOpenMultipleDialog(owner);
    return files == null ? List.of() : files.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> chooseFolderOfRuns() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("file.importFolder.title"));
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseExport(Path suggested, String kind, String extension) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("export.open"));
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
    chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
    Path folder = suggested.toAbsolutePath().getParent();
    if (folder != null && Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseTemplate() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("export.template"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(
            texts.get("export.template.kind"), "*.pptx", "*.potx", "*.pptm", "*.potm"));
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(texts.get("file.kind"), "*" + WorkspaceFile.EXTENSION));
    return chooser;
  }

  @Override
  public Unsaved askUnsaved(String name) {
    Map<ButtonType, Unsaved> answers = new LinkedHashMap<>();
    answers.put(yes(texts.get("unsaved.save")), Unsaved.SAVE);
    answers.put(no(texts.get("unsaved.discard")), Unsaved.DISCARD);
    answers.put(cancel(texts.get("unsaved.cancel")), Unsaved.CANCEL);
    String title = texts.get("unsaved.title", name);
    return ask(title, paragraph(texts.get("unsaved.text")), answers, Unsaved.CANCEL);
  }

  private static ButtonType yes(String text) {
    return new ButtonType(text, ButtonBar.ButtonData.YES);
  }

  private static ButtonType no(String text) {
    return new ButtonType(text, ButtonBar.ButtonData.NO);
  }

  private static ButtonType other(String text) {
    return new ButtonType(text, ButtonBar.ButtonData.LEFT);
  }

  private static ButtonType cancel(String text) {
    return new ButtonType(text, ButtonBar.ButtonData.CANCEL_CLOSE);
  }

  private <T> T ask(String title, Node content, Map<ButtonType, T> answers, T closed) {
    Alert alert = alert(Alert.AlertType.CONFIRMATION, title, content);
    alert.getButtonTypes().setAll(answers.keySet());
    return alert.showAndWait().map(answers::get).orElse(closed);
  }

  @Override
  public Locked askLocked(String name, LockNote by) {
    Map<ButtonType, Locked> answers = new LinkedHashMap<>();
    answers.put(other(words.get("locked.takeOver")), Locked.TAKE_OVER);
    answers.put(yes(words.get("locked.readOnly")), Locked.READ_ONLY);
    answers.put(no(words.get("locked.copy")), Locked.COPY);
    answers.put(cancel(texts.get("unsaved.cancel")), Locked.CANCEL);
    return ask(words.get("locked.title", name), paragraph(who(by)), answers, Locked.CANCEL);
  }

  private String who(LockNote by) {
    Owner.Life life = by.owner().life();
    boolean mine =
        life == Owner.Life.RUNS && by.owner().user().equals(System.getProperty("user.name"));
    if (mine) {
      return words.get("locked.byMe", when(by.since()));
    }
    String who =
        words.get("locked.byOther", by.owner().user(), by.owner().machine(), when(by.since()));
    return life == Owner.Life.ELSEWHERE ? who + "\n\n" + words.get("locked.elsewhere") : who;
  }

  @Override
  public Changed askChanged(String name, List<Difference> differences, boolean unsaved) {
    DifferenceTable table = table("changed.headBefore", "changed.headAfter");
    table.show(differences);
    table.setVisible(false);
    table.setManaged(false);
    ButtonType compare = other(words.get("changed.compare"));
    Map<ButtonType, Changed> answers = new LinkedHashMap<>();
    answers.put(compare, Changed.LATER);
    answers.put(yes(words.get("changed.mine")), Changed.KEEP_MINE);
    answers.put(no(words.get("changed.theirs")), Changed.TAKE_THEIRS);
    answers.put(cancel(words.get("changed.later")), Changed.LATER);
    String text = words.get("changed.text")
        + (unsaved ? " " + words.get("changed.unsaved") : "")
        + "\n\n"
        + words.get("changed.kept");
    Alert alert = alert(
        Alert.AlertType.CONFIRMATION,
        words.get("changed.title", name),
        new VBox(16, paragraph(text), table));
    alert.getButtonTypes().setAll(answers.keySet());
    stays(alert, compare, () -> {
      table.setVisible(true);
      table.setManaged(true);
      alert.getDialogPane().getScene().getWindow().sizeToScene();
    });
    return alert.showAndWait().map(answers::get).orElse(Changed.LATER);
  }

  /** A button that does something and leaves the dialog open. */
  private static void stays(Alert alert, ButtonType type, Runnable run) {
    Button button = (Button) alert.getDialogPane().lookupButton(type);
    button.addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
      event.consume();
      run.run();
    });
  }

  private DifferenceTable table(String before, String after) {
    DifferenceWords in = new DifferenceWords(session.format(), texts.locale());
    return new DifferenceTable(words, in, words.get(before), words.get(after), session);
  }

  @Override
  public boolean askDamagedOnDisk(String name, String reason) {
    Map<ButtonType, Boolean> answers = new LinkedHashMap<>();
    answers.put(yes(words.get("changed.mine")), true);
    answers.put(cancel(words.get("changed.later")), false);
    Node text = paragraph(words.get("damaged.text", reason));
    return ask(words.get("damaged.title", name), text, answers, false);
  }

  @Override
  public Recovered askRecovered(Offer offer) {
    Map<ButtonType, Recovered> answers = new LinkedHashMap<>();
    answers.put(yes(words.get("recovered.restore")), Recovered.RESTORE);
    answers.put(no(words.get("recovered.discard")), Recovered.DISCARD);
    answers.put(cancel(words.get("recovered.later")), Recovered.LATER);
    VBox content = new VBox(16, paragraph(words.get("recovered.text")), facts(offer));
    if (!offer.differences().isEmpty()) {
      DifferenceTable table = table("recovered.headBefore", "recovered.headAfter");
      table.show(offer.differences());
      content.getChildren().add(table);
    }
    return ask(words.get("recovered.title"), content, answers, Recovered.LATER);
  }

  private GridPane facts(Offer offer) {
    RecoveryCopy copy = offer.copy();
    GridPane facts = new GridPane(16, 4);
    fact(facts, "recovered.workspace", copy.workspace().title());
    fact(facts, "recovered.file", fileOf(offer));
    String written = when(copy.written());
    boolean here = copy.owner().life() != Owner.Life.ELSEWHERE;
    fact(
        facts,
        "recovered.written",
        here ? written : written + ", " + copy.owner().machine());
    String size = offer.fileIsThere()
        ? words.get("recovered.differences", offer.differences().size())
        : words.get("recovered.platforms", copy.workspace().platforms().size());
    facts.add(bold(size), 0, facts.getRowCount(), 2, 1);
    return facts;
  }

  private String fileOf(Offer offer) {
    return offer
        .copy()
        .file()
        .map(file -> offer.fileIsThere() ? file.toString() : words.get("recovered.file.away", file))
        .orElseGet(() -> words.get("recovered.file.none"));
  }

  private void fact(GridPane facts, String key, String text) {
    Label name = new Label(words.get(key));
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    facts.addRow(facts.getRowCount(), name, paragraph(text));
  }

  private static Label bold(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("dialog-finding");
    return label;
  }

  @Override
  public Optional<Version> chooseVersion(
      String name,
      List<Version> versions,
      Function<Version, Optional<List<Difference>>> differences) {
    DifferenceWords in = new DifferenceWords(session.format(), texts.locale());
    VersionsPane pane = new VersionsPane(words, in, session, versions, this::when, differences);
    ButtonType open = yes(words.get("versions.open"));
    ButtonType close = cancel(words.get("versions.close"));
    Label text = paragraph(words.get("versions.text", versions.size()));
    text.setPrefWidth(Look.width(WIDE, session));
    Alert alert =
        alert(Alert.AlertType.NONE, words.get("versions.title", name), new VBox(16, text, pane));
    alert.getButtonTypes().setAll(open, close);
    alert
        .getDialogPane()
        .lookupButton(open)
        .disableProperty()
        .bind(pane.isOpenable().not());
    return alert.showAndWait().filter(open::equals).flatMap(chosen -> pane.chosen());
  }

  private String when(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(session.format().locale())
        .withZone(ZoneId.systemDefault())
        .format(moment);
  }

  @Override
  public boolean waitFor(String what, CompletableFuture<?> outcome) {
    return new Waiting(owner, session, words, what, outcome).show();
  }

  @Override
  public void fault(FaultReport report, Runnable saveACopy) {
    new FaultDialog(owner, session, texts, report, saveACopy).show();
  }

  @Override
  public void error(String title, String message) {
    alert(Alert.AlertType.ERROR, title, paragraph(message)).showAndWait();
  }

  @Override
  public void inform(String title, String message) {
    alert(Alert.AlertType.INFORMATION, title, paragraph(message)).showAndWait();
  }

  @Override
  public void inform(String title, String message, String details) {
    TextArea area = new TextArea(details);
    area.setEditable(false);
    area.setId("details");
    Spoken.name(area, title);
    area.setPrefSize(Look.width(TEXT_WIDTH, session), DETAILS_HEIGHT);
    VBox content = new VBox(16, paragraph(message), area);
    alert(Alert.AlertType.INFORMATION, title, content).showAndWait();
  }

  private Label paragraph(String message) {
    Label text = new Label(message);
    text.setWrapText(true);
    text.setPrefWidth(Look.width(TEXT_WIDTH, session));
    text.setMinHeight(Region.USE_PREF_SIZE);
    return text;
  }

  private Alert alert(Alert.AlertType type, String title, Node content) {
    Alert alert = new Alert(type);
    alert.initOwner(owner);
    alert.setGraphic(null);
    alert.setTitle(texts.get("app.name"));
    alert.setHeaderText(title);
    alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    alert.getDialogPane().setContent(content);
    Look.dress(alert.getDialogPane().getStylesheets(), session);
    return alert;
  }
}
