package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.model.Input;
import app.waterline.model.Workspace;
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
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;
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
    if (text != null && !text.contains("⟦") && !text.contains("·") && !text.contains("⟧")) {
      WORD.matcher(text)
          .results()
          .map(found -> found.group())
          .filter(word -> !data.contains(word) && !SAME.matcher(word).matches())
          .forEach(word -> hardCoded.add(word + " in: " + text));
    }
  }

  /**
   * With a third more letters, in German, and with text of twice the size each text is there whole, without
   * an ellipsis. The screen has 1000 pixels of width here: a window of 1280 × 800 is shown smaller.
   */
  @ParameterizedTest
  @CsvSource({"en-XA, 1", "de-DE, 1", "ja-JP, 1", "en-US, 2", "de-DE, 2"})
  void noTextIsCutOff(String language, double size, FxRobot robot) {
    Locale locale = Locale.forLanguageTag(language);
    OpenWindow window = OpenWindow.show(robot, stage, folder, locale, 1000, 625);
    robot.interact(() -> ((Zoom) stage.getScene().getRoot()).set(size * 1000 / 1280));
    TreeSet<String> cut = new TreeSet<>();
    Set<String> names = names(window);
    for (String place : window.places()) {
      window.fire(robot, place);
      collectCut(robot, window, place, names, cut);
    }
    for (String over : List.of("help.palette", "help.shortcuts", "edit.settings", "help.tour")) {
      window.fire(robot, over);
      collectCut(robot, window, over, names, cut);
    }
    assertThat(cut).isEmpty();
  }

  /** What users name has no bound; its whole text stands in a tooltip. */
  private static Set<String> names(OpenWindow window) {
    Workspace shown = window.session().document().current();
    Set<String> names = new TreeSet<>();
    shown.platforms().forEach(each -> names.add(each.name()));
    shown.priceLists().forEach(each -> names.add(each.name()));
    return names;
  }

  /** A choice of a third more letters shows the rest when it opens; those of real languages fit. */
  private static boolean isPseudo(Labeled labeled) {
    return labeled.getText().contains("⟦");
  }

  /** An answer may come in at any moment: what it brings is laid out before it is looked at. */
  private void collectCut(
      FxRobot robot, OpenWindow window, String place, Set<String> names, Set<String> cut) {
    robot.interact(() -> {
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
      window.nodes().forEach(node -> collectCut(place, node, names, cut));
    });
  }

  /** What is shown of a label is another text than the label's where it was cut off. */
  private static void collectCut(String place, Node node, Set<String> names, Set<String> cut) {
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
        && !"file-name".equals(labeled.getId())
        && !names.contains(labeled.getText())
        && !(isPseudo(labeled) && labeled instanceof ListCell)) {
      labeled.getChildrenUnmodifiable().stream()
          .filter(text -> text instanceof Text && !(text instanceof FontIcon))
          .map(text -> ((Text) text).getText())
          .filter(shown -> !shown.equals(labeled.getText()))
          .forEach(shown -> cut.add("%s: %s [%s] in %s %s"
              .formatted(
                  place, labeled.getText(), shown, labeled.getId(), labeled.getStyleClass())));
    }
    if (node instanceof TextField field && field.getText().isEmpty() && field.getWidth() > 0) {
      Text prompt = new Text(field.getPromptText());
      prompt.setFont(field.getFont());
      double room =
          field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
      if (prompt.getLayoutBounds().getWidth() > room + 1) {
        cut.add("%s: prompt %s in %s".formatted(place, field.getPromptText(), field.getId()));
      }
    }
  }
}
