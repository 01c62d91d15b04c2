package app.waterline.ui.shell;

import app.waterline.document.Document;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.ClaimFile;
import app.waterline.model.Claim;
import app.waterline.model.Currency;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.compare.CompareView;
import app.waterline.ui.evidence.EvidenceView;
import app.waterline.ui.frontier.FrontierView;
import app.waterline.ui.iceberg.IcebergView;
import app.waterline.ui.whatif.WhatIfView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the window. */
public final class WaterlineApp extends Application {
  private static final Logger LOG = LoggerFactory.getLogger(WaterlineApp.class);

  private boolean telling;

  private static final String TRAIN = "--train";

  /**
   * Shows the workbench on the sample, visits every view and ends by itself: what the installer's
   * ahead-of-time cache is made from.
   */
  public static void train() {
    Application.launch(WaterlineApp.class, TRAIN);
  }

  /**
   * Shows the workbench and returns when it has been closed.
   *
   * @param file the workspace to open; null for the sample
   */
  public static void launch(@Nullable Path file) {
    Application.launch(
        WaterlineApp.class, file == null ? new String[0] : new String[] {file.toString()});
  }

  @Override
  public void start(Stage stage) {
    Fonts.load();
    Texts texts = Texts.of("texts", Locale.getDefault(Locale.Category.DISPLAY));
    Clock clock = Clock.system(ZoneId.systemDefault());
    Document document = new Document(blank(), System::nanoTime);
    QuantityFormat format = new QuantityFormat(
        Locale.getDefault(Locale.Category.FORMAT),
        () -> document.current().currency().code());
    Session session = new Session(document, new Evaluator(), format, clock);
    Dialogs dialogs = new StageDialogs(stage, session, texts);
    catchAll(dialogs, texts);
    Workbench workbench =
        new Workbench(stage, session, views(session), texts, dialogs, SettingsFile.ofUser(), clock);
    workbench.present(WaterlineApp::views);
    workbench.show();
    open(workbench);
  }

  private void open(Workbench workbench) {
    List<String> named = getParameters().getRaw();
    workbench.files().openSample();
    if (named.contains(TRAIN)) {
      new Training(workbench.allActions()).start();
    } else if (!named.isEmpty()) {
      workbench.take(List.of(Path.of(named.getFirst())));
    }
  }

  private static List<View> views(Session session) {
    Locale language = Locale.getDefault(Locale.Category.DISPLAY);
    return List.of(
        new IcebergView(session, language),
        new CompareView(session, language),
        new FrontierView(session, language),
        new WhatIfView(session, language),
        new EvidenceView(session, publishedTables(), language));
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

  /** An exception that nobody expected is logged and told once, and the window stays. */
  private void catchAll(Dialogs dialogs, Texts texts) {
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
      LOG.error("Unexpected fault on {}", thread.getName(), fault);
      Platform.runLater(() -> tell(fault, dialogs, texts));
    });
  }

  private void tell(Throwable fault, Dialogs dialogs, Texts texts) {
    if (!telling) {
      telling = true;
      dialogs.error(texts.get("fault.title"), texts.get("fault.text", fault.toString()));
      telling = false;
    }
  }
}
