package app.waterline.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.waterline.document.Document;
import app.waterline.document.Edits;
import app.waterline.document.FigureSlots;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.ClaimFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Question;
import app.waterline.model.Support;
import app.waterline.ui.Session;
import app.waterline.ui.card.Assumptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class EvidenceViewTest {
  private Session session;
  private EvidenceView view;

  @Start
  void start(Stage stage) throws Exception {
    session = new Session(
        new Document(
            WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline")),
            System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        Clock.systemUTC());
    view = new EvidenceView(
        session,
        List.of(ClaimFile.read(Path.of("sample-data/hopper-vs-blackwell.claim.json"))),
        Locale.US);
    session.evaluation().subscribe(view::show);
    Scene scene = new Scene(new StackPane(view.node()), 800, 700);
    scene.getStylesheets().add("/app/waterline/assets/theme/tokens-light.css");
    scene.addPreLayoutPulseListener(session::refresh);
    stage.setScene(scene);
    stage.show();
  }

  private static List<String> cells(FxRobot robot) {
    GridPane grid = robot.lookup("#reconciliation").queryAs(GridPane.class);
    return grid.getChildren().stream().map(node -> ((Labeled) node).getText()).toList();
  }

  @Test
  void thePrintedInputsContradictThePrintedCostAndTheOnesInUseDoNot(FxRobot robot) {
    assertThat(cells(robot))
        .contains("$4.35  ✗ differs", "$4.20  ✓ agrees", "64.0×  ✓ to nearest 5");
    assertThat(cells(robot).stream().filter("5.66  ✓ if cut off"::equals)).hasSize(2);
  }

  @Test
  void theCellsFollowTheInputs(FxRobot robot) {
    Figure dearer = new Figure(2.82, Evidence.assumption("a test"));
    robot.interact(() -> {
      session.apply(Edits.figure("rate", "h200", FigureSlots.RATE, dearer));
      session.refresh();
    });
    assertThat(cells(robot)).contains("$8.40  ✗ differs");
  }

  @Test
  void everyFigureHasItsSource(FxRobot robot) {
    TableView<Sourced> table = robot.lookup("#evidence-figures").queryTableView();
    assertThat(table.getItems()).hasSizeGreaterThan(20);
    assertThat(table.getItems())
        .allSatisfy(row -> assertThat(row.evidence().source()).isNotBlank());
    assertThat(table.getItems()).anySatisfy(row -> {
      assertThat(row.platform()).isEqualTo("GB300 NVL72");
      assertThat(row.value()).isEqualTo("$2.65/GPU-hour");
      assertThat(row.evidence().kind()).isEqualTo(Evidence.Kind.ASSUMPTION);
    });
    assertThat(robot.lookup("#evidence-summary").queryAs(Label.class).getText())
        .contains("assumptions");
  }

  @Test
  void theAssumptionsOfTheStatusBarAreListedAlone(FxRobot robot) {
    TableView<Sourced> table = robot.lookup("#evidence-figures").queryTableView();
    int all = table.getItems().size();
    robot.interact(() -> view.open("assumed"));
    assertThat(table.getItems())
        .hasSize(Assumptions.count(session.evaluation().get()))
        .hasSizeLessThan(all)
        .allMatch(row -> row.evidence().kind() == Evidence.Kind.ASSUMPTION)
        .extracting(Sourced::platform, Sourced::figure)
        .contains(tuple("GB300 NVL72", "Price per GPU-hour"))
        .doesNotHaveDuplicates();
    ToggleButton behind = robot.lookup("#evidence-show-BEHIND").queryAs(ToggleButton.class);
    assertThat(behind.isSelected()).isTrue();
    assertThat(behind.getText()).endsWith("(" + table.getItems().size() + ")");
    robot.interact(
        () -> robot.lookup("#evidence-show-ALL").queryAs(ToggleButton.class).fire());
    assertThat(table.getItems()).hasSize(all);
  }

  private static List<String> findings(FxRobot robot) {
    return robot
        .lookup("#claim-findings")
        .queryAs(javafx.scene.layout.VBox.class)
        .getChildren()
        .stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  private static TextField claimCell(FxRobot robot, String id) {
    return robot.lookup("#claim-" + id).queryAs(TextField.class);
  }

  /** model.md, section 5: what the published table gives away by itself. */
  @Test
  void theBuiltInClaimShowsWhatItGivesAway(FxRobot robot) {
    assertThat(findings(robot))
        .anyMatch(each -> each.contains("4.20 needs 93.14–93.37 tok/s/GPU"))
        .anyMatch(each -> each.contains("5.6 is cut off, not rounded"))
        .anyMatch(each -> each.contains("FLOPS per dollar row compares unequal peaks: FP8 sparse"));
    GridPane inputs = robot.lookup("#claim-inputs").queryAs(GridPane.class);
    assertThat(inputs.getChildren().stream().map(node -> ((Labeled) node).getText()))
        .contains("HGX H200, throughput, tok/s/GPU", "93.14–93.37 for 4.20", "92.81–93.7");
  }

  @Test
  void aFindingShowsItsCells(FxRobot robot) {
    Button first = (Button) robot
        .lookup("#claim-findings")
        .queryAs(javafx.scene.layout.VBox.class)
        .getChildren()
        .getFirst();
    robot.interact(first::fire);
    PseudoClass linked = PseudoClass.getPseudoClass("linked");
    assertThat(claimCell(robot, "h200-costPerMillionTokens").getPseudoClassStates())
        .contains(linked);
    assertThat(claimCell(robot, "h200-tokensPerSecondPerGpu").getPseudoClassStates())
        .contains(linked);
    assertThat(claimCell(robot, "gb300-costPerMillionTokens").getPseudoClassStates())
        .doesNotContain(linked);
    assertThat(claimCell(robot, "h200-costPerMillionTokens").isFocused()).isTrue();
  }

  /** $4.20 from 1.41 $/h needs 93.25 tok/s; printed like that the table holds there. */
  @Test
  void aCellThatIsTypedIsCheckedAtOnce(FxRobot robot) {
    robot.interact(() -> {
      claimCell(robot, "h200-tokensPerSecondPerGpu").setText("93.25");
      claimCell(robot, "h200-tokensPerSecondPerGpu").fireEvent(new ActionEvent());
    });
    assertThat(findings(robot)).noneMatch(each -> each.contains("4.20 needs"));
    robot.interact(() -> {
      claimCell(robot, "h200-tokensPerSecondPerMw").setText("99K");
      claimCell(robot, "h200-tokensPerSecondPerMw").fireEvent(new ActionEvent());
    });
    robot.interact(() -> {
      claimCell(robot, "h200-costPerMillionTokens").setText("7.77");
      claimCell(robot, "h200-costPerMillionTokens").fireEvent(new ActionEvent());
    });
    assertThat(findings(robot))
        .anyMatch(
            each -> each.contains("No inputs give these cells together") && each.contains("7.77"));
  }

  @Test
  void aCellThatIsNoFigureIsNamedAndAnEmptyTableSaysWhatToDo(FxRobot robot) {
    robot.interact(() -> {
      claimCell(robot, "h200-tokensPerSecondPerMw").setText("54K MW");
      claimCell(robot, "h200-tokensPerSecondPerMw").fireEvent(new ActionEvent());
    });
    Label message = robot.lookup("#claim-message").queryAs(Label.class);
    assertThat(message.getText()).contains("54K MW").contains("HGX H200");
    robot.interact(() -> robot.lookup("#claim-clear").queryButton().fire());
    assertThat(message.getText()).startsWith("The table has no figures yet");
    robot.interact(() -> robot.lookup("#claim-example").queryButton().fire());
    assertThat(message.isVisible()).isFalse();
    assertThat(findings(robot)).hasSizeGreaterThan(3);
  }

  private static void type(FxRobot robot, String id, String text) {
    robot.interact(() -> {
      claimCell(robot, id).setText(text);
      claimCell(robot, id).fireEvent(new ActionEvent());
    });
  }

  /** 93.25 tok/s at 1.73 kW are 53,902 tok/s/MW, 5,970 ÷ 93.25 is 64.0; so it must stay as printed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "relative-costPerMillionTokens; ~35x",
        "gb300-tokensPerSecondPerMw; 2.8M",
        "h200-tokensPerSecondPerMw; 54K",
        "h200-tokensPerSecondPerMw; 54,000",
        "gb300-tokensPerSecondPerMw; 2,800,000",
        "gb300-costPerMillionTokens; $0.12",
        "h200-tokensPerSecondPerMw; about 54K"
      })
  void aCellIsReadAsItIsPrinted(String id, String printed, FxRobot robot) {
    List<String> before = findings(robot);
    type(robot, id, printed);
    assertThat(robot.lookup("#claim-message").queryAs(Label.class).isVisible()).isFalse();
    assertThat(claimCell(robot, id).getText()).isEqualTo(printed);
    assertThat(findings(robot)).hasSizeBetween(before.size() - 2, before.size() + 1);
    assertThat(findings(robot)).noneMatch(each -> each.contains("No inputs give these cells"));
  }

  @Test
  void aCellWithTwoUnitsIsNamed(FxRobot robot) {
    type(robot, "gb300-costPerMillionTokens", "$0.12/kWh");
    assertThat(robot.lookup("#claim-message").queryAs(Label.class).getText()).contains("$0.12/kWh");
  }

  /** As "Open claim…" of the menu does it. */
  @Test
  void aClaimFileIsOpenedAndABadOneLeavesTheTable(FxRobot robot, @TempDir Path folder)
      throws IOException {
    robot.interact(() -> robot.lookup("#claim-clear").queryButton().fire());
    robot.interact(() -> view.openFile(Path.of("sample-data/hopper-vs-blackwell.claim.json")));
    assertThat(claimCell(robot, "h200-costPerMillionTokens").getText()).isEqualTo("4.20");
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"title\": 3");
    robot.interact(() -> view.openFile(bad));
    assertThat(robot.lookup("#claim-message").queryAs(Label.class).getText()).contains("bad.json");
    assertThat(claimCell(robot, "h200-costPerMillionTokens").getText()).isEqualTo("4.20");
  }

  /** An answer is an edit with a name; "unknown" about FP4, worth 6.1, makes the throughput uncertain. */
  @Test
  @SuppressWarnings("unchecked")
  void anAnswerIsAnEditAndAnOpenOneSaysWhatItDoes(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#questions-gb300").queryAs(ToggleButton.class).fire());
    ComboBox<Support> answer = robot.lookup("#answer-FP4_AT_FULL_ACCURACY").queryAs(ComboBox.class);
    assertThat(answer.getValue()).isEqualTo(Support.PARTLY);
    robot.interact(() -> {
      answer.setValue(Support.UNKNOWN);
      session.refresh();
    });
    assertThat(session.document().undoLabel().orElseThrow())
        .isEqualTo("GB300 NVL72 Is FP4 supported, and used at full accuracy? unknown");
    assertThat(robot.lookup(".question-acts").queryAll().stream()
            .map(node -> ((Labeled) node).getText()))
        .contains("Acts on throughput. Open: the throughput may be up to 6.10× lower.");
    robot.interact(() -> {
      TextField source = robot.lookup("#source-FP4_AT_FULL_ACCURACY").queryAs(TextField.class);
      source.setText("asked the vendor");
      source.fireEvent(new ActionEvent());
    });
    assertThat(session
            .document()
            .current()
            .platform("gb300")
            .orElseThrow()
            .lifecycle()
            .get(Question.FP4_AT_FULL_ACCURACY))
        .extracting(given -> given.evidence().source())
        .isEqualTo("asked the vendor");
  }
}
