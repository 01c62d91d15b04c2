package app.waterline.ui.shell;

import app.waterline.document.Document;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.ClaimFile;
import app.waterline.io.safe.LogFolder;
import app.waterline.io.safe.Owner;
import app.waterline.io.safe.ProgramFolders;
import app.waterline.io.safe.Running;
import app.waterline.io.safe.Safety;
import app.waterline.model.Claim;
import app.waterline.model.Currency;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.compare.CompareView;
import app.waterline.ui.evidence.EvidenceView;
import app.waterline.ui.factory.FactoryView;
import app.waterline.ui.frontier.FrontierView;
import app.waterline.ui.iceberg.IcebergView;
import app.waterline.ui.whatif.WhatIfView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the window. */
public final class WaterlineApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(WaterlineApp.class);

  private static final String TRAIN = "--train";

  /** Begun before the toolkit makes this application's object, which can't be handed anything. */
  private static final Warmup WARMUP = new Warmup();

  /**
   * Shows the workbench on the sample, visits every view and ends by itself: what the installer's
   * ahead-of-time cache is made from.
   */
  public static void train() {
    begin(null, TRAIN);
  }

  /**
   * Shows the workbench and returns when it has been closed.
   *
   * @param file the workspace to open; null for the sample
   */
  public static void launch(@Nullable Path file) {
    begin(file, file == null ? new String[0] : new String[] {file.toString()});
  }

  private static void begin(@Nullable Path file, String... arguments) {
    // Of its own accord the toolkit joins what has changed to six rectangles, which then are the
    // window.
    System.setProperty(
        "prism.dirtyregioncount", System.getProperty("prism.dirtyregioncount", "15"));
    WARMUP.start(file);
    Application.launch(WaterlineApp.class, arguments);
  }

  @Override
  public void start(Stage stage) {
    ProgramFolders folders = ProgramFolders.ofUser();
    List<String> named = getParameters().getRaw();
    boolean train = named.contains(TRAIN);
    Optional<Path> file =
        train ? Optional.empty() : named.stream().map(Path::of).findFirst();
    Path inbox = inbox(folders);
    Optional<Running> running = become(inbox);
    if (running.isEmpty() && handedOver(inbox, file)) {
      Platform.exit();
      return;
    }
    Windows windows = open(stage, folders);
    file.ifPresent(path -> openNamed(windows, path));
    running.ifPresent(
        program -> program.listen(word -> Platform.runLater(() -> windows.take(word))));
    windows.offerLeftWork();
    if (file.isEmpty()) {
      windows.last().offerTour();
    }
    if (train) { // after all that every start does
      new Training(windows.last().allActions(), windows.last().session()).start();
    }
  }

  /** The first window shows its content already; where it may not be opened, the sample. */
  private static void openNamed(Windows windows, Path file) {
    WorkspaceFiles files = windows.last().files();
    windows.take(Optional.of(file));
    if (files.isUntouched()) {
      files.show(WorkspaceFiles.sample());
    }
  }

  private static Optional<Running> become(Path inbox) {
    try {
      return Running.become(inbox);
    } catch (IOException unusable) {
      LOG.warn("A second start can't find this one [{}]", inbox, unusable);
      return Optional.empty();
    }
  }

  /** Another start was faster; what was meant to open here opens there. */
  private static boolean handedOver(Path inbox, Optional<Path> file) {
    try {
      return Running.handOver(inbox, file.orElse(null));
    } catch (IOException unusable) { // then there is nobody to hand over to
      return false;
    }
  }

  /**
   * Where starts that share a screen leave word for each other.
   *
   * @param folders of the user
   */
  public static Path inbox(ProgramFolders folders) {
    String wayland = System.getenv().getOrDefault("WAYLAND_DISPLAY", "");
    return folders.inbox(System.getenv().getOrDefault("DISPLAY", "") + wayland);
  }

  private Windows open(Stage first, ProgramFolders folders) {
    LogFolder log = new LogFolder(folders.logs());
    log.open().ifPresent(reason -> LOG.warn("No log can be written [{}]", reason));
    Fonts.load();
    Safety safety = new Safety(Owner.self(), folders, Clock.system(ZoneId.systemDefault()));
    SettingsStore settings = new SettingsStore(SettingsFile.in(folders));
    speak(settings.get().preferences());
    Diagnostics diagnostics = new Diagnostics(settings, log);
    Deque<Stage> stages = new ArrayDeque<>(List.of(first));
    Windows windows = new Windows(
        () -> stages.isEmpty()
            ? window(new Stage(), WorkspaceFiles.sample(), settings, safety)
            : window(stages.pop(), WARMUP.workspace(), settings, safety),
        safety.recovery(),
        diagnostics,
        Texts.of("textsSafe", Locale.getDefault(Locale.Category.DISPLAY)));
    Thread.setDefaultUncaughtExceptionHandler(
        new Faults(Platform::runLater, windows, diagnostics::text, System::nanoTime));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(windows::keepWork));
    windows.add();
    settings.file().setAside().ifPresent(windows::tell);
    return windows;
  }

  private void openWithSystem(Path path) {
    getHostServices().showDocument(path.toUri().toString());
  }

  /** What was chosen counts from here on, as if the system said so. */
  private static void speak(Preferences chosen) {
    chosen.language().ifPresent(language -> Locale.setDefault(Locale.Category.DISPLAY, language));
    chosen.numbers().ifPresent(numbers -> Locale.setDefault(Locale.Category.FORMAT, numbers));
  }

  private Workbench window(Stage stage, Workspace shown, SettingsStore settings, Safety safety) {
    Texts texts = Texts.of("texts", Locale.getDefault(Locale.Category.DISPLAY));
    Document document = new Document(blank(), System::nanoTime);
    QuantityFormat format = new QuantityFormat(
        Locale.getDefault(Locale.Category.FORMAT),
        Locale.getDefault(Locale.Category.DISPLAY),
        () -> document.current().currency().code());
    Session session = new Session(document, new Evaluator(), format, safety.clock());
    session.theme().set(Look.of(settings.get().look()));
    Look.setBase(session.theme().get());
    Dialogs dialogs = new StageDialogs(stage, session, texts);
    Workbench workbench =
        new Workbench(stage, session, views(session), texts, dialogs, settings, safety);
    workbench.present(WaterlineApp::views);
    workbench.openWith(this::openWithSystem);
    workbench.files().show(shown);
    workbench.show();
    return workbench;
  }

  private static List<View> views(Session session) {
    return views(session, Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** Every view, in the order of the tabs; all but the first are built when they come up. */
  static List<View> views(Session session, Locale language) {
    return List.of(
        new IcebergView(session, language),
        new LateView("compare", () -> new CompareView(session, language)),
        new LateView("frontier", () -> new FrontierView(session, language)),
        new LateView("whatIf", WhatIfView.PAGES, () -> new WhatIfView(session, language)),
        new LateView("factory", () -> new FactoryView(session, language)),
        new LateView(
            "evidence",
            EvidenceView.PAGES,
            () -> new EvidenceView(session, publishedTables(), language)));
  }

  private static List<Claim> publishedTables() {
    String name = "hopper-vs-blackwell.claim.json";
    try (InputStream in =
        WaterlineApp.class.getResourceAsStream("/app/waterline/sample-data/" + name)) {
      return in == null ? List.of() : List.of(ClaimFile.read(in, name));
    } catch (IOException damaged) {
      LOG.warn("The published table could not be read [{}]", name, damaged);
      return List.of();
    }
  }

  private static Workspace blank() {
    return new Workspace(
        "Waterline", null, Currency.DOLLAR, null, Scenario.DEFAULT, List.of(), List.of());
  }
}
