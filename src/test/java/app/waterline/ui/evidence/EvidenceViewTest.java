package app.waterline.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.document.Document;
import app.waterline.document.Edits;
import app.waterline.document.FigureSlots;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.ClaimFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.ui.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class EvidenceViewTest {
  private Session session;

  @Start
  void start(Stage stage) throws Exception {
    session = new Session(
        new Document(
            WorkspaceFile.read(Path.of("sample-data/hopper-vs-blackwell.waterline")),
            System::nanoTime),
        new Evaluator(),
        new QuantityFormat(Locale.US),
        Clock.systemUTC());
    EvidenceView view = new EvidenceView(
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
}
