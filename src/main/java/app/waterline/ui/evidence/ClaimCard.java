package app.waterline.ui.evidence;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Metric;
import app.waterline.engine.why.ClaimCheck;
import app.waterline.engine.why.Finding;
import app.waterline.engine.why.Place;
import app.waterline.format.PrintedFormat;
import app.waterline.io.ClaimFile;
import app.waterline.io.ClaimText;
import app.waterline.io.UnreadableFile;
import app.waterline.model.Claim;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.ui.ActionRequest;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A printed table checked against itself: typed, pasted or opened; what was found stands below it. */
final class ClaimCard {
  private final ChartTexts names;
  private final Texts texts;
  private final ClaimGrid grid;
  private final ClaimInputs inputs;
  private final Supplier<List<Platform>> known;
  private final @Nullable Claim example;
  private final Label source = words();
  private final Label message = new Label();
  private final VBox findings = new VBox();
  private final VBox box = new VBox();

  /**
   * @param known platforms whose peaks and power are known
   * @param example the built-in table; null without one
   */
  ClaimCard(
      ChartTexts names, Texts texts, Supplier<List<Platform>> known, @Nullable Claim example) {
    this.names = names;
    this.texts = texts;
    this.known = known;
    this.example = example;
    this.grid = new ClaimGrid(names, texts, this::check);
    this.inputs = new ClaimInputs(names, texts);
    Label title = new Label(texts.get("claim.title"));
    title.getStyleClass().add("evidence-heading");
    Label help = words();
    help.setText(texts.get("claim.help"));
    message.getStyleClass().add("claim-message");
    message.setWrapText(true);
    message.setId("claim-message");
    findings.getStyleClass().add("claim-findings");
    findings.setId("claim-findings");
    box.getStyleClass().addAll("panel-card", "evidence-card");
    box.setId("claim-card");
    box.getChildren()
        .setAll(title, help, commands(), source, grid.node(), message, findings, inputs.node());
    box.setOnDragOver(this::dragOver);
    box.setOnDragDropped(this::dropped);
    if (example == null) {
      clear();
    } else {
      take(example);
    }
  }

  private static Label words() {
    Label label = new Label();
    label.getStyleClass().add("evidence-words");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  Region node() {
    return box;
  }

  private FlowPane commands() {
    FlowPane commands = new FlowPane();
    commands.getStyleClass().add("claim-commands");
    if (example != null) {
      commands.getChildren().add(command("claim.example", () -> take(example)));
    }
    commands
        .getChildren()
        .addAll(
            command("claim.paste", this::paste),
            command("claim.open", this::open),
            command("claim.addPlatform", grid::addPlatform),
            grid.metricMenu(),
            command("claim.clear", this::clear),
            command("claim.copy", this::copy));
    return commands;
  }

  private Button command(String key, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setId(key.replace('.', '-'));
    button.setOnAction(event -> action.run());
    return button;
  }

  private void clear() {
    source.setText(texts.get("claim.empty"));
    grid.clear();
    check();
  }

  private void take(Claim claim) {
    source.setText((claim.title() + ". " + claim.source()).strip());
    grid.show(claim);
    check();
  }

  /** Takes the table that the clipboard holds. */
  private void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    boolean table = clipboard.hasHtml()
        && clipboard.getHtml().toLowerCase(java.util.Locale.ROOT).contains("<tr");
    take(table ? clipboard.getHtml() : clipboard.getString());
  }

  /** Takes a table as text; what can't be read leaves the table that is there. */
  void take(@Nullable String text) {
    try {
      ClaimText.Taken taken =
          ClaimText.read(text == null ? "" : text, texts.get("claim.pasted"), "", known.get());
      take(taken.claim());
      String leftOut = ClaimText.listed(taken.leftOut());
      if (!leftOut.isEmpty()) {
        source.setText(source.getText() + " " + texts.get("claim.leftOut", leftOut));
      }
    } catch (InvalidInput refused) {
      say(names.say(refused));
    }
  }

  private void open() {
    box.fireEvent(new ActionRequest("file.openClaim"));
  }

  /** Takes the table of a claim file; what can't be read leaves the table that is there. */
  void open(Path file) {
    try {
      take(ClaimFile.read(file));
    } catch (UnreadableFile refused) {
      say(names.say(String.valueOf(refused.getMessage())));
    }
  }

  private void dragOver(DragEvent event) {
    if (dragged(event).isPresent()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    dragged(event).ifPresent(file -> {
      open(file);
      event.setDropCompleted(true);
      event.consume();
    });
  }

  private static Optional<Path> dragged(DragEvent event) {
    return event.getDragboard().getFiles().stream()
        .map(File::toPath)
        .filter(file -> file.toString().endsWith(".json"))
        .findFirst();
  }

  private void say(@Nullable String text) {
    message.setText(text == null ? "" : text);
    message.setVisible(text != null);
    message.setManaged(text != null);
  }

  private void check() {
    say(null);
    grid.mark(List.of());
    findings.getChildren().clear();
    inputs.show(List.of());
    Claim claim = grid.claim(texts.get("claim.typed"));
    if (claim.platforms().stream().allMatch(row -> row.printed().isEmpty())) {
      say(texts.get("claim.nothing"));
      return;
    }
    try {
      show(ClaimCheck.of(claim, PrintedFormat::read, known.get()));
    } catch (InvalidInput refused) {
      say(names.say(refused));
    }
  }

  private void show(ClaimCheck checked) {
    if (checked.holds()) {
      Label holds = words();
      holds.setText(texts.get("claim.holds"));
      findings.getChildren().add(holds);
    }
    checked.findings().forEach(finding -> findings.getChildren().add(line(finding)));
    inputs.show(checked.inputs());
  }

  /** A sentence; choosing it shows the cells that it is about. */
  private Button line(Finding finding) {
    Button line = new Button(sign(finding) + "  " + sentence(finding));
    line.getStyleClass().add("claim-finding");
    line.setWrapText(true);
    line.setMaxWidth(Double.MAX_VALUE);
    line.setMinHeight(Region.USE_PREF_SIZE);
    Hints.show(line, texts.get("claim.link"));
    line.focusedProperty().subscribe(focused -> {
      if (focused) {
        grid.mark(finding.places());
      }
    });
    line.setOnAction(event -> {
      List<Place> places = finding.places();
      grid.mark(places);
      grid.focus(places);
    });
    return line;
  }

  /** The sentence with the metrics called as in the table. */
  private String sentence(Finding finding) {
    String words = names.say(finding.words());
    for (Place place : finding.places()) {
      words = words.replace(place.metric().key(), names.name(place.metric()));
    }
    return words;
  }

  private static String sign(Finding finding) {
    return switch (finding) {
      case Finding.Contradiction contradiction -> "✗";
      case Finding.RatioDoesNotFollow ratio -> ratio.inRange() ? "△" : "✗";
      case Finding.MixedBasis mixed -> "≠";
      case Finding.NotChecked unchecked -> "–";
      default -> "△";
    };
  }

  private void copy() {
    StringBuilder text = new StringBuilder(source.getText()).append('\n');
    findings
        .getChildren()
        .forEach(
            line -> text.append(((javafx.scene.control.Labeled) line).getText()).append('\n'));
    ClipboardContent content = new ClipboardContent();
    content.putString(text.append('\n').append(inputs.text()).toString());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** The text in a cell, for a test. */
  Optional<String> cell(int platform, Metric metric) {
    return grid.cell(platform, metric);
  }
}
