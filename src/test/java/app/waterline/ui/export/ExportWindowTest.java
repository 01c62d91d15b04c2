package app.waterline.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.document.Document;
import app.waterline.document.SnapshotEdits;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.ui.Session;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the dialog writes, previews, refuses and remembers. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class ExportWindowTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T12:04:00Z"), ZoneOffset.UTC);

  @TempDir
  private Path folder;

  private Stage owner;
  private Session session;
  private ExportWindow window;
  private final List<Path> opened = new ArrayList<>();

  private final class Place implements ExportWindow.Context {
    @Override
    public Window owner() {
      return owner;
    }

    @Override
    public void dress(Scene scene) {}

    @Override
    public Optional<Path> chooseFile(Path suggested, String kind, String extension) {
      return Optional.of(folder.resolve("chosen"));
    }

    @Override
    public Optional<Path> chooseTemplate() {
      return Optional.empty();
    }

    @Override
    public void open(Path path) {
      opened.add(path);
    }

    @Override
    public Path memory() {
      return folder.resolve("export.properties");
    }

    @Override
    public Path folder() {
      return folder;
    }
  }

  @Start
  void start(Stage stage) throws Exception {
    owner = stage;
    session = new Session(
        new Document(
            WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline")),
            System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        CLOCK);
  }

  private void open(FxRobot robot, boolean scenes) {
    robot.interact(() -> {
      window = new ExportWindow(session, Locale.US, Locale.US, null, new Place());
      window.stage().setX(0);
      window.stage().setY(0);
      window.stage().setWidth(1000);
      window.stage().setHeight(800);
      window.show(scenes);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Until every slide that there could be has been looked for. */
  private void openWithSlides(FxRobot robot, boolean scenes) throws Exception {
    open(robot, scenes);
    await(() -> robot.lookup("#slides-pending").tryQuery().isEmpty());
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window.stage()::close);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isVisible(FxRobot robot, String id) {
    return robot.lookup("#" + id).tryQuery().map(Node::isVisible).orElse(false);
  }

  private static void fire(FxRobot robot, String id) {
    robot.interact(() ->
        robot.lookup("#" + id).queryAs(javafx.scene.control.ButtonBase.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void target(FxRobot robot, String name) {
    robot.interact(() -> robot
        .lookup("#export-file")
        .queryAs(TextField.class)
        .setText(folder.resolve(name).toString()));
  }

  private static String message(FxRobot robot) {
    return robot.lookup("#export-message").queryAs(Labeled.class).getText();
  }

  @Test
  void aDeckHasTheChosenSlidesUnderTheirNewTitles(FxRobot robot) throws Exception {
    openWithSlides(robot, false);
    robot.interact(() -> {
      for (Node box : robot.lookup("#slide-list .check-box").queryAll()) {
        if (box instanceof CheckBox each
            && each.isSelected()
            && !List.of("slide-title", "slide-iceberg", "slide-table").contains(each.getId())) {
          each.fire();
        }
      }
    });
    TextField title = robot.lookup("#slide-title-iceberg").query();
    robot.interact(title::requestFocus);
    robot.interact(title::selectAll);
    robot.write("Why it is cheaper").type(KeyCode.ENTER);
    target(robot, "deck.pptx");
    fire(robot, "export-write");
    await(() -> isVisible(robot, "export-open"));
    try (XMLSlideShow deck = new XMLSlideShow(
        new ByteArrayInputStream(Files.readAllBytes(folder.resolve("deck.pptx"))))) {
      assertThat(deck.getSlides()).hasSize(3);
      assertThat(deck.getSlides().get(1).getTitle()).isEqualTo("Why it is cheaper");
    }
    fire(robot, "export-open");
    fire(robot, "export-folder");
    assertThat(opened).containsExactly(folder.resolve("deck.pptx"), folder);
  }

  @Test
  void thePreviewShowsEachSlide(FxRobot robot) throws Exception {
    openWithSlides(robot, false);
    long slides = robot.lookup("#slide-list .check-box").queryAllAs(CheckBox.class).stream()
        .filter(CheckBox::isSelected)
        .count();
    await(() -> robot.lookup(".export-picture").queryAll().size() == slides);
    ImageView first =
        (ImageView) robot.lookup(".export-picture").queryAll().iterator().next();
    assertThat(first.getImage().getWidth() / first.getImage().getHeight())
        .isCloseTo(16 / 9.0, org.assertj.core.api.Assertions.within(0.01));
  }

  @Test
  void textIsPreviewedAsItIsWritten(FxRobot robot) throws Exception {
    open(robot, false);
    fire(robot, "export-csv");
    await(() -> robot.lookup(".export-text").tryQuery().isPresent());
    String shown = robot.lookup(".export-text").queryAs(TextArea.class).getText();
    target(robot, "figures"); // the ending is added
    fire(robot, "export-write");
    await(() -> isVisible(robot, "export-open"));
    assertThat(Files.readString(folder.resolve("figures.csv")).replace("\r\n", "\n"))
        .isEqualTo(shown.replace("\r\n", "\n"));
  }

  @Test
  void nothingIsReplacedWithoutAsking(FxRobot robot) throws Exception {
    Files.writeString(folder.resolve("figures.json"), "mine");
    open(robot, false);
    fire(robot, "export-json");
    target(robot, "figures.json");
    fire(robot, "export-write");
    assertThat(message(robot)).contains("figures.json exists already");
    assertThat(folder.resolve("figures.json")).hasContent("mine");
    fire(robot, "export-replace");
    await(() -> isVisible(robot, "export-open"));
    assertThat(Files.readString(folder.resolve("figures.json"))).startsWith("{");
  }

  @Test
  void aFailureSaysWhatWhereAndWhatToDo(FxRobot robot) throws Exception {
    open(robot, false);
    fire(robot, "export-csv");
    target(robot, "missing/figures.csv");
    fire(robot, "export-write");
    await(() -> message(robot).contains("Can't write"));
    assertThat(message(robot)).contains("figures.csv").contains("the folder does not exist");
  }

  @Test
  void theLastChoiceComesBack(FxRobot robot) throws Exception {
    open(robot, false);
    fire(robot, "export-png");
    fire(robot, "export-dark");
    target(robot, "chart.png");
    fire(robot, "export-write");
    await(() -> isVisible(robot, "export-open"));
    robot.interact(window.stage()::close);
    open(robot, false);
    assertThat(robot.lookup("#export-dark").queryAs(CheckBox.class).isSelected())
        .isTrue();
    assertThat(robot.lookup("#export-file").queryAs(TextField.class).getText()).endsWith(".png");
  }

  @Test
  void theScenesBecomeSlidesWithTheirCaptions(FxRobot robot) throws Exception {
    robot.interact(() -> {
      session.apply(SnapshotEdits.add("", "One", "2026-11-02", "iceberg", "Deeper than it looks"));
      session.apply(SnapshotEdits.add("", "Two", "2026-11-02", "compare", null));
      session.refresh();
    });
    openWithSlides(robot, true);
    target(robot, "scenes.pptx");
    fire(robot, "export-write");
    await(() -> isVisible(robot, "export-open"));
    try (XMLSlideShow deck = new XMLSlideShow(
        new ByteArrayInputStream(Files.readAllBytes(folder.resolve("scenes.pptx"))))) {
      assertThat(deck.getSlides()).hasSize(3);
      assertThat(deck.getSlides().get(1).getTitle()).isEqualTo("Deeper than it looks");
    }
  }

  @Test
  void slidesThatADeckDoesNotUsuallyHaveAreOfferedAndRemembered(FxRobot robot) throws Exception {
    openWithSlides(robot, false);
    CheckBox stack = robot.lookup("#slide-cost-stack").queryAs(CheckBox.class);
    assertThat(stack.isSelected()).isFalse();
    assertThat(robot.lookup("#slide-winner-map").tryQuery()).isPresent();
    assertThat(robot.lookup("#slide-break-even").tryQuery()).isPresent();
    assertThat(robot.lookup("#slide-distribution").tryQuery()).isEmpty(); // nothing has a range
    robot.interact(stack::fire);
    target(robot, "deck.pptx");
    fire(robot, "export-write");
    await(() -> isVisible(robot, "export-open"));
    robot.interact(window.stage()::close);
    openWithSlides(robot, false);
    assertThat(robot.lookup("#slide-cost-stack").queryAs(CheckBox.class).isSelected())
        .isTrue();
    try (XMLSlideShow deck = new XMLSlideShow(
        new ByteArrayInputStream(Files.readAllBytes(folder.resolve("deck.pptx"))))) {
      assertThat(deck.getSlides())
          .extracting(XSLFSlide::getTitle)
          .last()
          .asString()
          .contains("$");
    }
  }

  @Test
  void slidesComeInTheOrderThatSomebodyPutThemIn(FxRobot robot) throws Exception {
    openWithSlides(robot, false);
    robot.interact(
        () -> robot
            .lookup("#slide-table")
            .queryAs(CheckBox.class)
            .getParent()
            .lookupAll(".icon-button")
            .stream()
            .map(Button.class::cast)
            .findFirst()
            .orElseThrow()
            .fire()); // up, before the iceberg
    target(robot, "deck.pptx");
    fire(robot, "export-write");
    await(() -> isVisible(robot, "export-open"));
    try (XMLSlideShow deck = new XMLSlideShow(
        new ByteArrayInputStream(Files.readAllBytes(folder.resolve("deck.pptx"))))) {
      assertThat(deck.getSlides().get(2).getTitle()).contains("less");
      assertThat(deck.getSlides().get(1).getShapes())
          .anyMatch(org.apache.poi.xslf.usermodel.XSLFTable.class::isInstance);
    }
  }

  @Test
  void aWorkbookIsPreviewedAsItsSheetsAndAPageAsItsCharts(FxRobot robot) throws Exception {
    open(robot, false);
    fire(robot, "export-sheet");
    await(() -> robot.lookup(".sheet-preview").queryAll().size() > 7);
    assertThat(robot.lookup(".sheet-cell-bold").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .contains("HGX H200");
    fire(robot, "export-report");
    await(() -> robot.lookup(".export-picture").queryAll().size() > 1
        && robot.lookup(".sheet-preview").queryAll().isEmpty());
  }
}
