package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.model.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** In the pseudo-language every text of the program stands in brackets; a word without them is hard-coded. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class PseudoLocaleTest {
  private static final Locale PSEUDO = Locale.of("en", "XA");
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

  /** Names of things that are the same in every language, and units. */
  private static final Pattern SAME = Pattern.compile(
      "(Waterline|PFLOPs?|GPU|FLOPS|MFLOP|NVFP4|kWh|Mtok|tok|user|year|hour|months?|Ctrl|Shift|Alt|sample|waterline)+");

  @TempDir
  private Path folder;

  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Fonts.load();
  }

  @Test
  void noTextIsHardCoded(FxRobot robot) throws IOException {
    OpenWindow window = OpenWindow.show(robot, stage, folder, PSEUDO, 1000, 1000);
    String data = Files.readString(OpenWindow.SAMPLE)
        + Files.readString(Path.of("sample-data/hopper-vs-blackwell.claim.json"))
        + Arrays.stream(Input.values()).map(Input::label).toList();
    TreeSet<String> hardCoded = new TreeSet<>();
    for (String place : window.places()) {
      window.fire(robot, place);
      window.nodes().forEach(node -> collect(node, data, hardCoded));
    }
    for (String over : List.of("help.palette", "help.shortcuts", "edit.settings", "help.tour")) {
      window.fire(robot, over);
      window.nodes().forEach(node -> collect(node, data, hardCoded));
    }
    assertThat(hardCoded).isEmpty();
  }

  private static void collect(Node node, String data, Set<String> hardCoded) {
    String text = switch (node) {
      case Label label -> label.getText();
      case Labeled labeled -> labeled.getText();
      case Text shape -> shape.getText();
      default -> "";
    };
    // Findings of the claim check are sentences of the engine, which speaks English.
    if (text != null
        && !text.startsWith("△  ")
        && !text.contains("⟦")
        && !text.contains("·")
        && !text.contains("⟧")) {
      WORD.matcher(text)
          .results()
          .map(found -> found.group())
          .filter(word -> !data.contains(word) && !SAME.matcher(word).matches())
          .forEach(word -> hardCoded.add(word + " in: " + text));
    }
  }
}
