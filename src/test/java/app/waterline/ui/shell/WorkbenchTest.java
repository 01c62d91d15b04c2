package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.Card;
import app.waterline.document.CurrencyConversion;
import app.waterline.document.Document;
import app.waterline.document.Edits;
import app.waterline.document.FigureSlots;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Currency;
import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.EditorSheet;
import app.waterline.ui.control.QuantitySlider;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class WorkbenchTest {
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T12:04:00Z"), ZoneOffset.UTC);

  @TempDir
  private Path folder;

  private Stage stage;
  private Session session;
  private Workbench workbench;
  private final Answers answers = new Answers();

  /** Dialogs that answer by themselves and remember what they were told. */
  private static final class Answers implements Dialogs {
    private Optional<Path> file = Optional.empty();
    private Unsaved unsaved = Unsaved.CANCEL;
    private int asked;
    private String said = "";

    @Override
    public Optional<Path> chooseFileToOpen() {
      return file;
    }

    @Override
    public Optional<Path> chooseFileToSave(String suggestedName) {
      return file;
    }

    @Override
    public Unsaved askUnsaved(String name) {
      asked++;
      return unsaved;
    }

    @Override
    public void error(String title, String message) {
      said = message;
    }

    @Override
    public void inform(String title, String message) {
      said = message;
    }
  }

  @Start
  void start(Stage shown) {
    stage = shown;
    Fonts.load();
  }

  /** A copy of the sample: an open file has its lock beside it. */
  private Path file() {
    return folder.resolve("sample.waterline");
  }

  private void open(FxRobot robot, Locale locale) {
    robot.interact(() -> {
      Files.copy(SAMPLE, file(), StandardCopyOption.REPLACE_EXISTING);
      session = new Session(
          new Document(emptyWorkspace(), System::nanoTime),
          new Evaluator(),
          new QuantityFormat(locale),
          CLOCK);
      workbench = new Workbench(
          stage,
          session,
          List.of(),
          Texts.of("texts", Locale.US),
          answers,
          new SettingsFile(folder.resolve("settings.properties")),
          CLOCK);
      workbench.show();
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1000);
      stage.setHeight(1000);
      workbench.files().open(file());
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Workspace emptyWorkspace() {
    return new Workspace(
        "Empty",
        null,
        app.waterline.model.Currency.DOLLAR,
        null,
        app.waterline.model.Scenario.DEFAULT,
        List.of(),
        List.of());
  }

  @Test
  void theStatusBarSpeaksOfAFileFromItsFirstFrame(FxRobot robot) {
    open(robot, Locale.US);
    String[] status = new String[1];
    robot.interact(() -> {
      workbench.files().open(file());
      session.refresh();
      status[0] = robot.lookup("#status").queryAs(Label.class).getText();
    });
    assertThat(status[0]).startsWith("2 platforms");
    assertThat(robot.lookup("#status-assumed").queryAs(Hyperlink.class).getText())
        .contains("assumption");
  }

  @Test
  void whatIsChosenInAViewGoesToTheSettings(FxRobot robot) {
    open(robot, Locale.US);
    robot.interact(() -> session.choices().put("what-if-question", "map"));
    assertThat(new SettingsFile(folder.resolve("settings.properties"))
            .load()
            .preferences()
            .choices())
        .containsEntry("what-if-question", "map");
  }

  private void refresh(FxRobot robot) {
    robot.interact(session::refresh);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node card(FxRobot robot, String id) {
    return robot.lookup("#card-" + id).query();
  }

  /** The field of a card for the cost of a GPU-hour, which is the first figure. */
  private TextField rate(FxRobot robot, String id) {
    return robot.from(card(robot, id)).lookup(".figure-line .text-field").query();
  }

  private Figure rateOf(String id) {
    Platform platform = session.document().current().platform(id).orElseThrow();
    return FigureSlots.RATE.of(platform).orElseThrow();
  }

  private double costPerMillion(String id) {
    return session.evaluation().get().platforms().stream()
        .filter(each -> each.platform().id().equals(id))
        .map(each -> each.of(Metric.COST_PER_MILLION_TOKENS))
        .map(Explained.class::cast)
        .findFirst()
        .orElseThrow()
        .value();
  }

  private void type(FxRobot robot, TextField field, String text) {
    robot.clickOn(field);
    robot.interact(field::selectAll);
    robot.write(text);
    robot.type(KeyCode.ENTER);
    refresh(robot);
  }

  private String headline(FxRobot robot, String id) {
    return robot.lookup("#headline-" + id).queryAs(Labeled.class).getText();
  }

  @Test
  void aTooltipThatShowsKeepsNoKeyFromTheFieldBelowIt(FxRobot robot) {
    open(robot, Locale.US);
    TextField field = rate(robot, "h200");
    type(robot, field, "-3");
    robot.interact(() -> field.getTooltip().show(stage));
    robot.type(KeyCode.ESCAPE);
    refresh(robot);
    assertThat(field.getText()).isEqualTo("1.41");
  }

  @Test
  void aClickOnTheUnitLeavesTheFieldInUse(FxRobot robot) {
    open(robot, Locale.US);
    robot.clickOn("#field-POWER_PRICE");
    Node unit = robot.lookup(".quantity-unit").match(Node::isVisible).query();
    robot.clickOn(unit);
    assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("field-POWER_PRICE");
  }

  @Test
  void aPriceTypedInAnAmericanLocaleChangesTheCost(FxRobot robot) {
    open(robot, Locale.US);
    assertThat(headline(robot, "h200")).isEqualTo("$4.20");
    type(robot, rate(robot, "h200"), "2.82");
    // 2.82 is twice 1.41 $/h, so the cost doubles: 2 × 4.2001787
    assertThat(costPerMillion("h200"))
        .isCloseTo(8.4003574, org.assertj.core.api.Assertions.within(1e-6));
    assertThat(headline(robot, "h200")).isEqualTo("$8.40");
    assertThat(session.history().get().undo().orElseThrow())
        .isEqualTo("HGX H200 Price per GPU-hour $1.41/GPU-hour → $2.82/GPU-hour");
  }

  /** A range anywhere from $1.20 to $1.60 at 93.25 tok/s: P5 is $1.22/h, so 1.22 ÷ 0.3357 $ per million. */
  @Test
  void aRangeTypedInTheFieldGivesBandsAndAPlainNumberTakesThemAway(FxRobot robot) throws Exception {
    open(robot, Locale.US);
    assertThat(robot.from(card(robot, "h200")).lookup(".card-band").queryAll().stream()
            .filter(Node::isVisible))
        .isEmpty();
    type(robot, rate(robot, "h200"), "1.2 to 1.6");
    assertThat(rateOf("h200").range()).isEqualTo(new Distribution.Uniform(1.2, 1.6));
    assertThat(session.history().get().undo().orElseThrow())
        .isEqualTo("HGX H200 Price per GPU-hour $1.41/GPU-hour → $1.20 to $1.60/GPU-hour");
    WaitForAsyncUtils.waitFor(
        30, java.util.concurrent.TimeUnit.SECONDS, () -> session.bands().get().isPresent());
    refresh(robot);
    assertThat(bandOf(robot, "h200").getText()).isEqualTo("P5 $3.63 · P50 $4.17 · P95 $4.71");
    assertThat(robot.from(card(robot, "gb300")).lookup(".card-band").queryAll().stream()
            .filter(Node::isVisible)
            .map(node -> ((Labeled) node).getText()))
        .containsExactly("Cheaper than HGX H200 in 100 % of cases");
    robot.interact(() -> robot.lookup("#baseline-h200").query().requestFocus());
    assertThat(rate(robot, "h200").getText()).isEqualTo("$1.20–1.60");
    type(robot, rate(robot, "h200"), "1.4");
    assertThat(rateOf("h200").range()).isNull();
    assertThat(session.bands().get()).isEmpty();
    robot.interact(() -> session.document().undo());
    assertThat(rateOf("h200").range()).isEqualTo(new Distribution.Uniform(1.2, 1.6));
  }

  private Labeled bandOf(FxRobot robot, String id) {
    return robot.from(card(robot, id)).lookup(".card-band").queryAll().stream()
        .filter(Node::isVisible)
        .map(Labeled.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** From the cost of a million tokens to the price behind it. */
  @Test
  void anExplanationLeadsToTheInput(FxRobot robot) {
    open(robot, Locale.US);
    robot.interact(() -> robot.lookup("#headline-h200").queryButton().fire());
    WaitForAsyncUtils.waitForFxEvents();
    javafx.scene.control.Hyperlink link =
        robot.lookup(".explanation-link").queryAllAs(javafx.scene.control.Hyperlink.class).stream()
            .filter(each -> each.getAccessibleText().contains("rate"))
            .findFirst()
            .orElseThrow();
    robot.interact(link::fire);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("edit-pricing-ratePerGpuHour");
  }

  @Test
  void arrowKeysMoveARangeAndItsEndsComeAlong(FxRobot robot) {
    open(robot, Locale.US);
    type(robot, rate(robot, "h200"), "1.4 ± 10 %");
    robot.type(KeyCode.UP);
    refresh(robot);
    assertThat(rateOf("h200").value()).isEqualTo(1.5);
    assertThat(rateOf("h200").range()).isEqualTo(new Distribution.Pert(1.36, 1.5, 1.64));
  }

  @Test
  void aRangeOutsideTheDomainIsRefusedBelowTheField(FxRobot robot) {
    open(robot, Locale.US);
    type(robot, rate(robot, "h200"), "1.4 ± 0.5 normal");
    assertThat(robot.lookup(".field-message").queryAll().stream()
            .map(node -> ((Labeled) node).getText()))
        .anyMatch(text -> text.startsWith("The range of Price per GPU-hour leaves what it may be"));
    assertThat(rateOf("h200").value()).isEqualTo(1.41);
  }

  @Test
  void aPriceTypedInAGermanLocaleMeansTheSame(FxRobot robot) {
    open(robot, Locale.GERMANY);
    type(robot, rate(robot, "h200"), "2,82");
    assertThat(rateOf("h200").value()).isEqualTo(2.82);
    assertThat(headline(robot, "h200")).contains("8,40");
  }

  @Test
  void aFigureByHandIsAnAssumptionOfToday(FxRobot robot) {
    open(robot, Locale.US);
    type(robot, rate(robot, "h200"), "2");
    assertThat(rateOf("h200").evidence())
        .isEqualTo(new Evidence(Evidence.Kind.ASSUMPTION, "entered by hand", "2026-11-02", null));
  }

  @Test
  void whatIsRefusedIsExplainedBelowTheFieldAndTheOldValueStays(FxRobot robot) {
    open(robot, Locale.US);
    TextField field = rate(robot, "h200");
    type(robot, field, "-3");
    assertThat(rateOf("h200").value()).isEqualTo(1.41);
    Label message = robot.from(card(robot, "h200")).lookup(".field-message").query();
    assertThat(message.isVisible()).isTrue();
    assertThat(message.getText()).contains("-3").contains("above 0");
    Bounds below = message.localToScene(message.getBoundsInLocal());
    assertThat(below.getMinY())
        .isGreaterThanOrEqualTo(field.localToScene(field.getBoundsInLocal()).getMaxY() - 1);
    assertThat(field.getAccessibleHelp()).isEqualTo(message.getText());
    robot.type(KeyCode.ESCAPE);
    refresh(robot);
    assertThat(message.isVisible()).isFalse();
    assertThat(field.getText()).isEqualTo("1.41");
  }

  @Test
  void draggingSidewaysScrubsInOneStep(FxRobot robot) {
    open(robot, Locale.US);
    robot.moveTo(rate(robot, "h200"));
    robot.press(MouseButton.PRIMARY).moveBy(20, 0).moveBy(20, 0).moveBy(20, 0);
    robot.release(MouseButton.PRIMARY);
    refresh(robot);
    assertThat(rateOf("h200").value()).isGreaterThan(1.41);
    robot.interact(() -> session.document().undo());
    assertThat(rateOf("h200").value()).isEqualTo(1.41);
    assertThat(session.history().get().undo()).isEmpty();
  }

  @Test
  void draggingUtilizationIsOneStepThatNamesItself(FxRobot robot) {
    open(robot, Locale.US);
    Slider slider = robot.lookup("#slider-UTILIZATION").query();
    robot.moveTo(slider.lookup(".thumb"));
    robot.press(MouseButton.PRIMARY).moveBy(-30, 0).moveBy(-30, 0).moveBy(-30, 0);
    robot.release(MouseButton.PRIMARY);
    refresh(robot);
    double share = session.document().current().scenario().utilization();
    assertThat(share).isLessThan(0.9);
    assertThat(session.history().get().undo().orElseThrow())
        .isEqualTo("Utilization 100 % → "
            + session.format().format(share, app.waterline.model.Unit.SHARE));
    assertThat(workbench.allActions().get("edit.undo").text().getValue())
        .startsWith("Undo Utilization 100 %");
    robot.interact(() -> session.document().undo());
    assertThat(session.document().current().scenario().utilization()).isEqualTo(1);
    assertThat(session.history().get().undo()).isEmpty();
  }

  @Test
  void undoingAllRedoingAllSavingAndReopeningGivesTheSameFigures(FxRobot robot) {
    open(robot, Locale.US);
    Workspace start = session.document().current();
    type(robot, rate(robot, "h200"), "1.9");
    robot.interact(
        () -> robot.lookup("#slider-UTILIZATION").queryAs(Slider.class).setValue(0.6));
    ComboBox<?> lists = robot.lookup("#price-list").query();
    robot.interact(() -> lists.getSelectionModel().select(1));
    refresh(robot);
    assertThat(rateOf("gb300").value()).isEqualTo(3.3); // neocloud-owned, Aug 2025
    Workspace edited = session.document().current();
    Evaluation figures = session.evaluation().get();
    robot.interact(() -> repeat("edit.undo"));
    assertThat(session.document().current()).isEqualTo(start);
    robot.interact(() -> repeat("edit.redo"));
    assertThat(session.document().current()).isEqualTo(edited);
    answers.file = Optional.of(folder.resolve("saved.waterline"));
    robot.interact(() -> workbench.allActions().get("file.saveAs").fire());
    assertThat(session.document().isDirty()).isFalse();
    robot.interact(() -> {
      workbench.allActions().get("file.new").fire();
      workbench.files().open(folder.resolve("saved.waterline"));
    });
    refresh(robot);
    assertThat(session.document().current()).isEqualTo(edited);
    assertThat(session.evaluation().get()).isEqualTo(figures);
  }

  private void repeat(String action) {
    while (workbench.allActions().get(action).enabled().getValue()) {
      workbench.allActions().get(action).fire();
    }
  }

  @Test
  void theStarChoosesTheBaseline(FxRobot robot) {
    open(robot, Locale.US);
    robot.clickOn("#baseline-gb300");
    refresh(robot);
    assertThat(session.document().current().baseline()).isEqualTo("gb300");
    Labeled badge = robot.from(card(robot, "h200")).lookup(".badge").query();
    assertThat(badge.getText()).isEqualTo("34.0× higher");
    assertThat(robot.lookup("#baseline-gb300").query().getAccessibleText())
        .isEqualTo("GB300 NVL72 is the baseline");
  }

  private List<String> order() {
    return session.document().current().platforms().stream().map(Platform::id).toList();
  }

  @Test
  void cardsAreDuplicatedMovedAndDeletedByKeyboard(FxRobot robot) {
    open(robot, Locale.US);
    robot.interact(() -> card(robot, "h200").requestFocus());
    robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
    refresh(robot);
    assertThat(order()).containsExactly("gb300", "h200");
    assertThat(card(robot, "h200").isFocused()).isTrue();
    robot.interact(() -> workbench.allActions().get("edit.duplicatePlatform").fire());
    refresh(robot);
    assertThat(order()).containsExactly("gb300", "h200", "h200-2");
    robot.interact(() -> card(robot, "h200").requestFocus());
    robot.type(KeyCode.DELETE);
    refresh(robot);
    assertThat(order()).containsExactly("gb300", "h200-2");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    refresh(robot);
    assertThat(order()).containsExactly("gb300", "h200", "h200-2");
  }

  @Test
  void resettingSetsWhatTheDefaultIsWorthInTheWorkspacesMoney(FxRobot robot) {
    open(robot, Locale.US);
    Currency yen = new Currency("JPY", Card.published(150));
    robot.interact(
        () -> session.open(CurrencyConversion.to(yen, session.document().current())));
    refresh(robot);
    robot.interact(() -> {
      session.apply(Edits.scenario("Power price", ScenarioSlot.POWER_PRICE, 20.0));
      robot.lookup("#reset-scenario").queryButton().fire();
    });
    assertThat(session.document().current().scenario().powerPrice()).isEqualTo(12);
    refresh(robot);
    QuantitySlider slider = (QuantitySlider) robot
        .lookup(each -> each instanceof QuantitySlider it
            && "slider-POWER_PRICE".equals(it.slider().getId()))
        .query();
    assertThat(slider.lookup(".reset-button").isVisible()).isFalse();
  }

  @Test
  void undoBelongsToTextThatIsNotInForceYet(FxRobot robot) {
    open(robot, Locale.US);
    type(robot, rate(robot, "h200"), "1.9");
    robot.write("5");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(rateOf("h200").value()).isEqualTo(1.9);
    robot.type(KeyCode.ESCAPE);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    assertThat(rateOf("h200").value()).isEqualTo(1.41);
  }

  @Test
  void everyControlSaysItsNameValueAndUnit(FxRobot robot) {
    open(robot, Locale.US);
    assertThat(robot.lookup("#slider-POWER_PRICE").query().getAccessibleText())
        .isEqualTo("Power price, $0.08/kWh");
    assertThat(robot.lookup("#field-PUE").query().getAccessibleText()).isEqualTo("PUE, as quoted");
    assertThat(rate(robot, "h200").getAccessibleText())
        .isEqualTo("Price per GPU-hour, $1.41/GPU-hour");
    assertThat(robot.lookup("#headline-h200").query().getAccessibleText())
        .contains("HGX H200")
        .contains("$4.20/M tokens");
    for (Node field : robot.lookup(".quantity-box > .text-field").queryAll()) {
      assertThat(field.getAccessibleText()).matches(".+, .+");
    }
  }

  @Test
  void aTargetOutOfReachIsSaidInsteadOfAPrice(FxRobot robot) {
    open(robot, Locale.US);
    robot.interact(
        () -> workbench.files().open(Path.of("sample-data/deepseek-r1-measured.waterline")));
    TextField target = robot.lookup("#field-TARGET_INTERACTIVITY").query();
    type(robot, target, "50000");
    String first = order().getFirst();
    assertThat(headline(robot, first)).startsWith("cannot meet 50000 tok/s/user");
  }

  @Test
  void aDamagedFileLeavesTheWorkspaceAsItWas(FxRobot robot) throws Exception {
    open(robot, Locale.US);
    Workspace before = session.document().current();
    Path damaged = Files.writeString(folder.resolve("bad.waterline"), "{ \"schemaVersion\": ");
    robot.interact(() -> workbench.files().open(damaged));
    assertThat(session.document().current()).isEqualTo(before);
    assertThat(answers.said).contains("bad.waterline");
  }

  @Test
  void unsavedChangesAskBeforeTheyAreLeft(FxRobot robot) {
    open(robot, Locale.US);
    type(robot, rate(robot, "h200"), "1.9");
    robot.interact(() -> workbench.allActions().get("file.close").fire());
    assertThat(answers.asked).isEqualTo(1);
    assertThat(stage.isShowing()).isTrue();
    answers.unsaved = Dialogs.Unsaved.DISCARD;
    robot.interact(() -> workbench.allActions().get("file.close").fire());
    assertThat(stage.isShowing()).isFalse();
  }

  @Test
  void theEditorChangesAFigureAndItsEvidence(FxRobot robot) {
    open(robot, Locale.US);
    robot.clickOn("#open-h200");
    WaitForAsyncUtils.waitForFxEvents();
    TextField idle = robot.lookup("#edit-hardware-power-idlePowerFraction").query();
    type(robot, idle, "25");
    Platform platform = session.document().current().platform("h200").orElseThrow();
    assertThat(FigureSlots.IDLE_POWER.of(platform).orElseThrow().value()).isEqualTo(0.25);
    robot.clickOn("#evidence-pricing-ratePerGpuHour");
    robot.interact(() ->
        robot.lookup("#evidence-source").queryAs(TextInputControl.class).setText("Offer 4711"));
    robot.clickOn("#save-evidence");
    assertThat(rateOf("h200").evidence().source()).isEqualTo("Offer 4711");
    assertThat(rateOf("h200").value()).isEqualTo(1.41);
  }

  @Test
  void aClosedEditorIsCollected(FxRobot robot) {
    // TestFX remembers every event of its own stage, and with it the nodes.
    robot.interact(() -> stage = new Stage());
    open(robot, Locale.US);
    WeakReference<EditorSheet> sheet = openedAndClosed(robot);
    for (int i = 0; i < 20 && sheet.get() != null; i++) {
      System.gc();
      WaitForAsyncUtils.waitForFxEvents();
    }
    robot.interact(stage::hide);
    assertThat(sheet.get()).isNull();
  }

  private WeakReference<EditorSheet> openedAndClosed(FxRobot robot) {
    robot.interact(() -> robot.lookup("#open-h200").queryButton().fire());
    WaitForAsyncUtils.waitForFxEvents();
    WeakReference<EditorSheet> sheet =
        new WeakReference<>(robot.lookup("#editor-h200").queryAs(EditorSheet.class));
    robot.interact(() -> robot.lookup("#close-editor").queryButton().fire());
    refresh(robot);
    return sheet;
  }

  @Test
  void aPlatformOfTheCatalogueIsFoundAndAdded(FxRobot robot) {
    open(robot, Locale.US);
    javafx.application.Platform.runLater(
        () -> workbench.allActions().get("edit.addPlatform").fire());
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#catalogue-search").write("mi355").type(KeyCode.ENTER);
    refresh(robot);
    Platform added = session.document().current().platforms().getLast();
    assertThat(added.name()).contains("MI355X");
    assertThat(session.selected().get()).contains(added.id());
    assertThat(session.history().get().undo()).contains("Add " + added.name());
  }

  @Test
  void theWindowRemembersItsLookAndRecentFiles(FxRobot robot) {
    open(robot, Locale.US);
    robot.interact(() -> workbench.allActions().get("look.dark").fire());
    Settings kept = new SettingsFile(folder.resolve("settings.properties")).load();
    assertThat(kept.look()).isEqualTo(Settings.Look.DARK);
    assertThat(kept.recent()).containsExactly(file().toAbsolutePath());
    assertThat(WorkspaceFile.EXTENSION).isEqualTo(".waterline");
  }
}
