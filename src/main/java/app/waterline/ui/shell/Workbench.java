package app.waterline.ui.shell;

import app.waterline.chart.ChartSpec;
import app.waterline.document.Levers;
import app.waterline.engine.why.Lever;
import app.waterline.io.Catalogue;
import app.waterline.io.kind.FileKind;
import app.waterline.io.runs.AnswersFile;
import app.waterline.io.safe.Owner;
import app.waterline.io.safe.ProgramFolders;
import app.waterline.io.safe.Safety;
import app.waterline.io.safe.Versions.Version;
import app.waterline.model.Currency;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import app.waterline.ui.ActionRequest;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.card.CardActions;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.card.CardsPane;
import app.waterline.ui.card.CataloguePane;
import app.waterline.ui.card.EditorSheet;
import app.waterline.ui.chart.ChartRequest;
import app.waterline.ui.control.Draft;
import app.waterline.ui.control.QuantitySlider;
import app.waterline.ui.export.ExportWindow;
import app.waterline.ui.imports.Imports;
import app.waterline.ui.present.Presenter;
import app.waterline.ui.prices.PriceListsPane;
import app.waterline.ui.scenario.ScenarioPane;
import app.waterline.ui.snapshot.SnapshotBar;
import app.waterline.ui.snapshot.Snapshots;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window and how its parts hang together. */
public final class Workbench {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

  private final Stage stage;
  private final Session session;
  private final Texts texts;
  private final SettingsStore settings;
  private final Dialogs dialogs;
  private final WorkspaceFiles files;
  private final RecentFiles recent;
  private final RecoveryWatch recovery;
  private final ViewHost host;
  private final Actions actions;
  private final CardActions cards;
  private final CardTools tools;
  private final ScenarioPane scenario;
  private final Imports imports;
  private final Snapshots snapshots;
  private final SideSheets sheets;
  private final SnapshotBar snapshotBar;
  private final StackPane center = new StackPane();
  private final VBox right = new VBox();
  private final CardsPane cardsPane;
  private final BorderPane root = new BorderPane();
  private final Layer layer = new Layer();
  private final Zoom zoom = new Zoom(new StackPane(root, layer));
  private final SidePanes sides;
  private final Panes panes;
  private final Overlays overlays;
  private final Texts words;
  private final Scene scene;
  private final Safety safety;
  private final Runnable firstFrame = this::logStart;
  private Function<Session, List<View>> presented = session -> List.of();
  private @Nullable Presenter presenter;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private Company company = new Alone();
  private boolean gone;
  private Consumer<Path> opensWith = path -> {};

  /** The other windows of the program. */
  interface Company {
    /** Shows a workspace that no file has in a window of its own. */
    void openCopy(Workspace workspace, String title);

    /** What may be copied for a report. */
    String diagnostics();

    /** The window has closed. */
    void left(Workbench workbench);
  }

  /** No other windows: a copy takes the place of what is open. */
  private final class Alone implements Company {
    @Override
    public void openCopy(Workspace workspace, String title) {
      if (files.mayLeave()) {
        files.openAsCopy(workspace, title);
      }
    }

    @Override
    public String diagnostics() {
      return "";
    }

    @Override
    public void left(Workbench workbench) {
      // nobody waits for it
    }
  }

  /** A window that keeps everything in the folder of its settings. */
  Workbench(
      Stage stage,
      Session session,
      List<View> views,
      Texts texts,
      Dialogs dialogs,
      SettingsFile settingsFile,
      Clock clock) {
    this(
        stage,
        session,
        views,
        texts,
        dialogs,
        new SettingsStore(settingsFile),
        new Safety(Owner.self(), ProgramFolders.under(settingsFile.beside("data")), clock));
  }

  /**
   * @param stage the window to fill
   * @param session what it shows
   * @param views the tabs, in their order
   * @param dialogs what it asks
   * @param settings what it remembers
   * @param safety what keeps its work safe
   */
  Workbench(
      Stage stage,
      Session session,
      List<View> views,
      Texts texts,
      Dialogs dialogs,
      SettingsStore settings,
      Safety safety) {
    this.stage = stage;
    this.session = session;
    this.texts = texts;
    this.dialogs = dialogs;
    this.safety = safety;
    this.settings = settings;
    setLook(settings.get().look());
    rememberChoices();
    this.scene = new Scene(zoom, WIDTH, HEIGHT);
    this.words = Texts.of("textsReach", texts.locale());
    this.files = new WorkspaceFiles(session, dialogs, texts, safety, this::remember);
    files.currencyOfNew(() -> settings.get().preferences().currency().orElse(Currency.DOLLAR));
    this.recent = new RecentFiles(settings, words, files::open);
    this.recovery = new RecoveryWatch(session.document(), files, safety);
    this.host = new ViewHost(session, views, texts);
    this.tools = CardTools.of(session, texts);
    this.cards = new CardActions(tools);
    this.scenario = new ScenarioPane(session, texts);
    this.imports = new Imports(
        session, texts.locale(), new AnswersFile(settings.beside("runs.properties")), screen());
    Texts snapshotTexts = Texts.of("textsSnapshot", texts.locale());
    this.snapshots = new Snapshots(session, snapshotTexts, host::shownId);
    this.sheets = new SideSheets(center, session, snapshots, host.ids(), snapshotTexts);
    this.snapshotBar =
        new SnapshotBar(session, snapshots, snapshotTexts, sheets::toggleDifferences);
    this.cardsPane = new CardsPane(tools, cards, this::openEditor, this::addPlatform);
    this.actions = actions();
    scenario.onPriceLists(this::showPriceLists);
    this.overlays = new Overlays(layer, settings, actions, texts, words);
    root.getStyleClass().add("workbench");
    fill();
    this.sides = new SidePanes(root, cardsPane, right, texts);
    this.panes = new Panes(
        List.of(host::tabs, root::getLeft, () -> center, root::getRight, root::getBottom));
    listen();
  }

  private void rememberChoices() {
    session.choices().putAll(settings.get().preferences().choices());
    session.choices().addListener((MapChangeListener<String, String>) change -> settings.update(
        known -> known.with(known.preferences().withChoices(Map.copyOf(session.choices())))));
  }

  private Actions actions() {
    Actions made = new Actions(session, texts);
    made.files(files, this::showVersions, this::clearRecent, this::close);
    made.imports(
        () -> importRuns(dialogs.chooseRuns()),
        () -> dialogs.chooseFolderOfRuns().ifPresent(folder -> importRuns(List.of(folder))));
    made.claims(() -> dialogs.chooseClaim().ifPresent(file -> host.openFile("evidence", file)));
    made.edits(cards, this::addPlatform, scenario::reset);
    made.prices(this::showPriceLists);
    made.snapshots(
        session,
        snapshots::freeze,
        sheets::toggleDifferences,
        snapshots::addScene,
        this::showScenes);
    made.presenting(this::presentScenes, this::presentNow);
    made.exports(() -> export(null, false));
    made.views(host);
    made.looks(this::chooseLook);
    made.window(step -> panes.cycle(scene, step), side -> sides.toggle(side), this::resize);
    made.reach(this::togglePalette, this::toggleSettings, this::startTour);
    made.help(this::showShortcuts, this::copyDiagnostics, this::showAbout);
    return made;
  }

  private void fill() {
    Menus menus = new Menus(actions, texts);
    center.getChildren().setAll(host.center());
    recent.over(center, session);
    root.setTop(new VBox(
        menus.bar(
            host,
            menus.recent(
                new Menus.Recent(() -> settings.get().recent(), recent::picture, files::open)),
            () -> settings.get().look()),
        new TopBar(session, files, host, actions, texts)));
    root.setCenter(center);
    VBox.setVgrow(scenario, Priority.ALWAYS);
    right.getChildren().setAll(scenario, snapshotBar);
    root.setBottom(new StatusBar(session, files, recovery, texts, this::showAssumed));
  }

  private void showAssumed() {
    actions.get("view.evidence.assumed").fire();
  }

  private void listen() {
    scene.addPreLayoutPulseListener(session::refresh);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::undoOverText);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::askForShortcuts);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::otherKeys);
    scene.widthProperty().subscribe(width -> fit());
    session.enlargement().subscribe(factor -> fit());
    List.of(scenario, cardsPane).forEach(this::lookAheadOn);
    frozenBadge();
    scene.addEventHandler(
        ActionRequest.RUN, request -> actions.get(request.action()).fire());
    scene.addEventHandler(ChartRequest.SAVE, request -> export(request.spec(), false));
    scene.addEventHandler(DragEvent.DRAG_OVER, this::draggedOver);
    scene.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::closing);
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> leave());
    session.theme().subscribe(theme -> {
      Look.setBase(theme);
      Look.dress(scene.getStylesheets(), theme);
      Look.enlargePopups(scene.getStylesheets(), session.enlargement().get());
    });
    session.asked().subscribe(asked -> asked.ifPresent(this::goTo));
    subscriptions.add(Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(scheme -> setLook(settings.get().look())));
    subscriptions.add(Platform.getPreferences()
        .reducedMotionProperty()
        .subscribe(still -> follow(settings.get().preferences())));
    subscriptions.add(settings.current().subscribe(changed -> {
      setLook(changed.look());
      follow(changed.preferences());
    }));
    stage.focusedProperty().subscribe(focused -> {
      if (focused) {
        files.lookAtDisk();
      }
    });
  }

  /** Brings the window up where it was the last time. */
  void show() {
    stage.setScene(scene);
    stage
        .titleProperty()
        .bind(Bindings.createStringBinding(
            this::title, session.history(), session.evaluation(), files.state()));
    stage.setMinWidth(960);
    stage.setMinHeight(600);
    settings.get().bounds().filter(Workbench::isOnAScreen).ifPresent(this::place);
    scene.addPostLayoutPulseListener(firstFrame);
    // The figures are there when the window is styled: styling it empty and again would be half of
    // the start.
    session.refresh();
    stage.show();
    // No control is framed before the keyboard is used.
    root.requestFocus();
  }

  private void logStart() {
    scene.removePostLayoutPulseListener(firstFrame);
    ProcessHandle.current()
        .info()
        .startInstant()
        .ifPresent(start -> LOG.info(
            "First frame {} ms after the start of the process",
            Duration.between(start, safety.clock().instant()).toMillis()));
  }

  private String title() {
    return files.name() + (session.document().isDirty() ? " ●" : "") + " – "
        + texts.get("app.name");
  }

  private static boolean isOnAScreen(Settings.Bounds bounds) {
    return Screen.getScreensForRectangle(
            new Rectangle2D(bounds.x(), bounds.y(), bounds.width(), bounds.height()))
        .stream()
        .findAny()
        .isPresent();
  }

  private void place(Settings.Bounds bounds) {
    stage.setX(bounds.x());
    stage.setY(bounds.y());
    stage.setWidth(bounds.width());
    stage.setHeight(bounds.height());
    stage.setMaximized(bounds.maximized());
  }

  WorkspaceFiles files() {
    return files;
  }

  Actions allActions() {
    return actions;
  }

  private void follow(Preferences chosen) {
    session.still().set(chosen.still() || Platform.getPreferences().isReducedMotion());
    session.enlargement().set(chosen.textSize() / 100.0);
  }

  /** Everything finds its room again. */
  private void fit() {
    double factor = session.enlargement().get();
    if (factor != zoom.factor()) {
      zoom.set(factor);
      Look.dress(scene.getStylesheets(), session.theme().get());
      Look.enlargePopups(scene.getStylesheets(), factor);
    }
    sides.fit(scene.getWidth() / factor);
  }

  private void resize(int step) {
    settings.update(now -> now.with(
        now.preferences().withTextSize(step == 0 ? 100 : now.preferences().sizeAfter(step))));
  }

  private void togglePalette() {
    PaletteEntries.Places places =
        new PaletteEntries.Places(this::goTo, this::openEditor, files::open);
    PaletteEntries entries = new PaletteEntries(session, texts, words, places);
    overlays.togglePalette(
        () -> entries.of(actions.all().values(), settings.get().recent()));
  }

  private void toggleSettings() {
    SettingRows rows = new SettingRows(
        settings,
        session.format(),
        words,
        session.today(),
        () -> session.notice().set(Optional.of(words.get("settings.later"))));
    overlays.toggleSettings(rows::all);
  }

  /** Shows the tour unless it was seen or closed once. */
  void offerTour() {
    if (!settings.get().preferences().toured() && !host.views().isEmpty()) {
      Platform.runLater(this::startTour);
    }
  }

  private void startTour() {
    overlays.startTour(new Overlays.Tools(
        sight(() -> cardsPane, () -> sides.reveal(SidePanes.Side.CARDS)),
        sight(
            () -> sliderAround(scene.lookup("#field-UTILIZATION")),
            () -> sides.reveal(SidePanes.Side.SCENARIO)),
        sight(() -> center, () -> host.views().stream().findFirst().ifPresent(host::show)),
        sight(() -> host.tabs(), () -> {})));
  }

  private static @Nullable Node sliderAround(@Nullable Node field) {
    Node each = field;
    while (each != null && !(each instanceof QuantitySlider)) {
      each = each.getParent();
    }
    return each;
  }

  private static Overlays.Sight sight(Supplier<@Nullable Node> node, Runnable arrive) {
    return new Overlays.Sight(() -> Optional.ofNullable(node.get()), arrive);
  }

  /** A question mark asks for the shortcuts, unless somebody writes. */
  private void askForShortcuts(KeyEvent event) {
    if (event.getCharacter().equals("?") && !(scene.getFocusOwner() instanceof TextInputControl)) {
      overlays.toggleShortcuts();
      event.consume();
    }
  }

  /** The plus of other keyboards, and the keys of the numeric block. */
  private void otherKeys(KeyEvent event) {
    if (event.isShortcutDown() && !event.isAltDown()) {
      String action = switch (event.getCode()) {
        case EQUALS, ADD, PLUS -> "window.larger";
        case SUBTRACT -> "window.smaller";
        case NUMPAD0 -> "window.usual";
        default -> "";
      };
      if (!action.isEmpty()) {
        actions.get(action).fire();
        event.consume();
      }
    }
  }

  private void openEditor(String platform) {
    closeEditor();
    EditorSheet sheet = new EditorSheet(tools, platform, this::closeEditor);
    StackPane.setAlignment(sheet, Pos.CENTER_LEFT);
    center.getChildren().add(sheet);
    session.selected().set(Optional.of(platform));
    sheet.requestFocus();
  }

  /** Brings up the field of an input and puts the cursor there. */
  private void goTo(String place) {
    Levers.of(session.document().current()).stream()
        .filter(lever -> lever.id().equals(place))
        .findFirst()
        .ifPresent(this::goTo);
  }

  private void goTo(Lever lever) {
    lever.platform().ifPresentOrElse(this::openEditor, () -> sides.reveal(SidePanes.Side.SCENARIO));
    InputFields.show(scene, lever);
  }

  private void closeEditor() {
    center.getChildren().removeIf(node -> {
      if (node instanceof EditorSheet sheet) {
        sheet.release();
        return true;
      }
      return false;
    });
  }

  private void showPriceLists() {
    showPriceLists(pane -> {});
  }

  private void showPriceLists(Consumer<PriceListsPane> then) {
    PriceListsPane pane = new PriceListsPane(
        session, texts.locale(), settings.get().stalePriceDays(), dialogs::choosePrices);
    new PriceWindow(stage, session, texts, pane).show();
    then.accept(pane);
  }

  private void addPlatform() {
    CataloguePane pane = new CataloguePane(tools, Catalogue.platforms());
    new CatalogueDialog(stage, session, texts, pane).ask().ifPresent(cards::add);
  }

  private void remember(Path file) {
    settings.update(now -> now.withRecent(file));
    recent.remember(file, host.center(), () -> files.state().get().file());
  }

  private void clearRecent() {
    settings.update(Settings::withoutRecent);
  }

  private void chooseLook(Settings.Look look) {
    settings.update(now -> now.withLook(look));
  }

  private void setLook(Settings.Look look) {
    session.theme().set(Look.of(look));
  }

  // A focused text field swallows undo; only text that is not in force yet may keep it.
  private void undoOverText(KeyEvent event) {
    Node focused = scene.getFocusOwner();
    boolean inText = focused instanceof TextInputControl && !Draft.holds(focused);
    if (inText && event.isShortcutDown() && !event.isAltDown()) {
      boolean redo =
          event.getCode() == KeyCode.Y || (event.isShiftDown() && event.getCode() == KeyCode.Z);
      if (redo || event.getCode() == KeyCode.Z) {
        actions.get(redo ? "edit.redo" : "edit.undo").fire();
        event.consume();
      }
    }
  }

  /** Says over the view which state it shows, as long as it is not the present one. */
  private void frozenBadge() {
    Label badge = new Label();
    badge.setId("frozen-badge");
    badge.getStyleClass().add("frozen-badge");
    badge.setMouseTransparent(true);
    StackPane.setAlignment(badge, Pos.TOP_CENTER);
    center.getChildren().add(badge);
    session.looksBack().subscribe(back -> {
      String name = session.compared().get().map(Snapshot::name).orElse("");
      badge.setText(texts.get("snapshot.frozen", name));
      badge.setVisible(back);
    });
  }

  /** What is frozen can't be edited, so a press where one edits leads back to the present state first. */
  private void lookAheadOn(Node pane) {
    pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
      if (session.looksBack().get()) {
        session.flip();
        event.consume();
      }
    });
  }

  private void showScenes() {
    sheets.toggleScenes(this::presentScenes, () -> export(null, true));
  }

  /**
   * What a presentation shows.
   *
   * @param views makes the views anew, for the session that it runs on
   */
  void present(Function<Session, List<View>> views) {
    presented = views;
  }

  private void presentScenes() {
    endPresentation();
    follow(Presenter.fromStart(presentation(), host.shownId()));
  }

  private void presentNow() {
    endPresentation();
    follow(Presenter.fromNow(presentation(), host.shownId()));
  }

  private void follow(Presenter started) {
    presenter = started;
    started.stage().addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> presenter = null);
  }

  /** Opens files and folders with the programs that the system has for them. */
  void openWith(Consumer<Path> program) {
    opensWith = program;
  }

  private void export(@Nullable ChartSpec chart, boolean scenes) {
    Locale numbers = Locale.getDefault(Locale.Category.FORMAT);
    new ExportWindow(session, numbers, texts.locale(), chart, exporting()).show(scenes);
  }

  private ExportWindow.Context exporting() {
    return new ExportPlace(
        stage,
        session,
        dialogs,
        path -> opensWith.accept(path),
        settings.beside("export.properties"));
  }

  private void endPresentation() {
    if (presenter != null) {
      presenter.end();
    }
  }

  private Presenter.Context presentation() {
    return new Presenter.Context(
        stage,
        session,
        snapshots,
        presented,
        other -> {
          Look.dress(other.getStylesheets(), session.theme().get());
          Look.dressPresentation(other.getStylesheets());
          Look.enlargePopups(other.getStylesheets(), session.enlargement().get());
        },
        Locale.getDefault(Locale.Category.FORMAT),
        safety.clock(),
        texts);
  }

  private void draggedOver(DragEvent event) {
    boolean fromHere = event.getGestureSource() != null;
    if (event.getDragboard().hasFiles() && !fromHere) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<Path> dropped =
        event.getDragboard().getFiles().stream().map(File::toPath).toList();
    event.setDropCompleted(!dropped.isEmpty());
    event.consume();
    // After the drop is over: a dialog inside of it would hold up the other program.
    Platform.runLater(() -> take(dropped));
  }

  /** Takes files of every kind: a workspace is opened, all others go into the one that is open. */
  void take(List<Path> paths) {
    if (paths.stream().anyMatch(FileKind::isNamedWorkspace)) {
      take(Map.of(
          FileKind.WORKSPACE, paths.stream().filter(FileKind::isNamedWorkspace).toList()));
      tellRest(paths.size() - 1);
    } else {
      // A slow disk may not hold up the window while the files are told apart.
      Thread.startVirtualThread(() -> {
        Map<FileKind, List<Path>> found =
            paths.stream().collect(Collectors.groupingBy(FileKind::of));
        Platform.runLater(() -> take(found));
      });
    }
  }

  private void take(Map<FileKind, List<Path>> found) {
    if (found.containsKey(FileKind.WORKSPACE)) {
      files.open(found.get(FileKind.WORKSPACE).getFirst());
    } else {
      of(found, FileKind.CLAIM).forEach(file -> host.openFile("evidence", file));
      of(found, FileKind.RENTAL_PRICES)
          .forEach(file -> showPriceLists(pane -> pane.addLists(file)));
      of(found, FileKind.TOKEN_PRICES)
          .forEach(file -> showPriceLists(pane -> pane.addTokens(file)));
      importRuns(of(found, FileKind.RUNS));
    }
  }

  private static List<Path> of(Map<FileKind, List<Path>> found, FileKind kind) {
    return found.getOrDefault(kind, List.of());
  }

  /** A workspace was among the files: what else was dropped may not be meant for it. */
  private void tellRest(int others) {
    if (others > 0) {
      session.notice().set(Optional.of(words.get("drop.rest", others)));
    }
  }

  private void importRuns(List<Path> paths) {
    if (!paths.isEmpty()) {
      imports.read(paths);
    }
  }

  private Imports.Screen screen() {
    return new Imports.Screen() {
      @Override
      public Window owner() {
        return stage;
      }

      @Override
      public void dress(Scene other) {
        SideWindow.dress(other, session, "imports.css");
      }

      @Override
      public void showRuns() {
        host.show("frontier");
      }

      @Override
      public void error(String title, String message) {
        dialogs.error(title, message);
      }
    };
  }

  private void closing(WindowEvent event) {
    if (files.mayLeave()) {
      settings.update(now -> now.withBounds(new Settings.Bounds(
          stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
      recovery.discard();
    } else {
      event.consume();
    }
  }

  private void close() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private void leave() {
    if (gone) {
      return;
    }
    gone = true;
    subscriptions.forEach(Subscription::unsubscribe);
    recent.release();
    recovery.close();
    files.close();
    company.left(this);
  }

  /** From now on the window knows the others. */
  void join(Company others) {
    company = others;
  }

  /** Brings unsaved work to its recovery copy now; whether it is there. */
  boolean keepWork() {
    return recovery.flush();
  }

  /** Brings the window before all others. */
  void toFront() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /** Moves the window aside, so that it does not hide the one before. */
  void stepAside(double pixels) {
    stage.setX(stage.getX() + pixels);
    stage.setY(stage.getY() + pixels);
  }

  Dialogs dialogs() {
    return dialogs;
  }

  Session session() {
    return session;
  }

  private void showVersions() {
    List<Version> versions = files.versions();
    if (versions.isEmpty()) {
      dialogs.inform(safety("versions.none.title"), safety("versions.none"));
    } else {
      dialogs
          .chooseVersion(files.name(), versions, files::differencesTo)
          .ifPresent(this::openVersion);
    }
  }

  private String safety(String key) {
    return Texts.of("textsSafe", texts.locale()).get(key);
  }

  private void openVersion(Version version) {
    files
        .read(version)
        .ifPresent(workspace -> company.openCopy(workspace, files.titleOf(version, workspace)));
  }

  private void copyDiagnostics() {
    ClipboardContent content = new ClipboardContent();
    content.putString(company.diagnostics());
    Clipboard.getSystemClipboard().setContent(content);
    dialogs.inform(safety("diagnostics.title"), safety("diagnostics.text"));
  }

  private void showShortcuts() {
    overlays.toggleShortcuts();
  }

  private void showAbout() {
    dialogs.inform(
        texts.get("help.about.title"), texts.get("help.about.text"), Licences.ofLibraries());
  }
}
