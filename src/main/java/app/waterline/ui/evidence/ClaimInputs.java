package app.waterline.ui.evidence;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.why.ClaimCheck;
import app.waterline.engine.why.Hidden;
import app.waterline.engine.why.Interval;
import app.waterline.ui.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** What a printed table leaves for the inputs behind it, printed or hidden. */
final class ClaimInputs {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private final ChartTexts names;
  private final Texts texts;
  private final GridPane grid = new GridPane();
  private List<List<String>> shown = List.of();

  ClaimInputs(ChartTexts names, Texts texts) {
    this.names = names;
    this.texts = texts;
    grid.getStyleClass().add("reconciliation");
    grid.setId("claim-inputs");
  }

  Node node() {
    return grid;
  }

  void show(List<ClaimCheck.Implied> inputs) {
    grid.getChildren().clear();
    grid.setVisible(!inputs.isEmpty());
    grid.setManaged(!inputs.isEmpty());
    shown = new ArrayList<>();
    shown.add(List.of(
        texts.get("claim.input"),
        texts.get("claim.printed"),
        texts.get("claim.needed"),
        texts.get("claim.together")));
    inputs.forEach(input -> shown.add(row(input)));
    for (int row = 0; row < shown.size(); row++) {
      for (int column = 0; column < 4; column++) {
        grid.add(label(shown.get(row).get(column), row, column), column, row);
      }
    }
  }

  private static Label label(String text, int row, int column) {
    Label label = new Label(text);
    label
        .getStyleClass()
        .add(
            row == 0
                ? "reconciliation-head"
                : column == 3 ? "reconciliation-printed" : "reconciliation-metric");
    label.setWrapText(column == 2);
    label.setMinWidth(column == 2 ? 0 : Region.USE_PREF_SIZE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private List<String> row(ClaimCheck.Implied input) {
    return List.of(
        texts.get(
            "claim.inputOf",
            input.row(),
            texts.get("claim.hidden." + input.input().name()),
            names.format().fieldUnit(input.input().unit())),
        input.printed().orElse(texts.get("claim.notPrinted")),
        input.toTheLetter().stream()
            .map(need -> texts.get(
                "claim.need", range(need.range(), input.input()), need.cell().text()))
            .collect(Collectors.joining("; ")),
        input
            .together()
            .map(range -> range(range, input.input()))
            .orElse(texts.get("claim.impossible")));
  }

  private String range(Interval range, Hidden input) {
    String low = figure(range.low(), input);
    String high =
        Double.isInfinite(range.high()) ? texts.get("claim.anyMore") : figure(range.high(), input);
    return low.equals(high) ? low : low + "–" + high;
  }

  /** With a digit more than elsewhere: the ends of a range often differ in the fourth only. */
  private String figure(double value, Hidden input) {
    return names
        .format()
        .field(new BigDecimal(value).round(FOUR_DIGITS).doubleValue(), input.unit());
  }

  /** The rows with tabs between their cells. */
  String text() {
    return shown.stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
  }
}
