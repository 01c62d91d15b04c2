package app.waterline.ui.compare;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.why.Band;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.InPlace;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One figure of the table, with unit and mark; a click explains it. */
final class FigureCell {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private static final String RATIO = "ratio-button";

  private final boolean roomy;
  private final ChartTexts names;
  private final Texts texts;
  private final Button figure = new Button();
  private final Label unit = new Label();
  private final Button relative = new Button();
  private final Label other = new Label();
  private final Label band = new Label();
  private final VBox box = new VBox(figure, other);
  private Result shown = new NotAvailable("");
  private Result ratio = new NotAvailable("");
  private String subject = "";
  private String platform = "";

  /** Opens where a figure of a platform comes from. */
  interface Explains {
    void open(Node owner, Explained figure, String platform);
  }

  /**
   * @param roomy whether the unit stands beside the figure, and the relation to the baseline in a column
   *     of its own; otherwise the relation stands below, and the unit at the head of the row
   */
  FigureCell(ChartTexts names, Texts texts, Explains explains, boolean roomy) {
    this.roomy = roomy;
    this.names = names;
    this.texts = texts;
    unit.getStyleClass().add("figure-unit");
    relative.getStyleClass().setAll("button", RATIO, "figure-relative");
    relative.setOnAction(
        event -> ratio.figure().ifPresent(known -> explains.open(relative, known, platform)));
    figure.getStyleClass().add("figure");
    figure.setGraphic(unit);
    figure.setContentDisplay(ContentDisplay.RIGHT);
    figure.setOnAction(
        event -> shown.figure().ifPresent(known -> explains.open(figure, known, platform)));
    other.getStyleClass().add("figure-other");
    band.getStyleClass().add("figure-band");
    InPlace.show(band, false, false);
    box.getStyleClass().add("figure-cell");
    box.setAlignment(Pos.TOP_RIGHT);
    if (!roomy) {
      box.getChildren().add(relative);
    }
    box.getChildren().add(band);
  }

  Node node() {
    return box;
  }

  /** Where the relation to the baseline stands, in or beside this cell. */
  Node relative() {
    return relative;
  }

  void show(Evaluation evaluation, PlatformEvaluation card, Metric metric) {
    subject = card.platform().name();
    platform = card.platform().id();
    Standing standing = Standing.of(evaluation, card, metric);
    String words = Standing.words(evaluation, card, metric, names.format());
    showFigure(card.of(metric), metric, words);
    relative.setText(standing == Standing.BASELINE ? texts.get("compare.baseline") : words);
    InPlace.styles(relative, "button", RATIO, "figure-relative", standing.styleClass());
    ratio =
        standing == Standing.BASELINE ? new NotAvailable("") : evaluation.relative(card, metric);
    boolean known = ratio.figure().isPresent();
    relative.setFocusTraversable(known);
    relative.setMouseTransparent(!known);
    relative.setAccessibleText(
        texts.get("compare.cellRatio", subject, names.name(metric), relative.getText()));
  }

  /**
   * Marks the figure where the state beside has another.
   *
   * @param beside its figure; empty while no state is compared
   * @param name what the state beside is called
   */
  void compare(Optional<Result> beside, String name) {
    Optional<String> theirs =
        beside.map(this::printed).filter(text -> !text.equals(printed(shown)));
    figure.pseudoClassStateChanged(CHANGED, theirs.isPresent());
    other.setVisible(theirs.isPresent());
    other.setManaged(theirs.isPresent());
    other.setText(theirs.map(text -> texts.get("compare.beside", name, text)).orElse(""));
  }

  private String printed(Result result) {
    return switch (result) {
      case Explained known -> names.format().number(known.value(), known.unit());
      case NotAvailable missing -> names.missing(missing.reason());
    };
  }

  /** How far the figure may be off; nothing for one that nothing uncertain moves. */
  void show(Optional<Band> known, boolean awaited, Metric metric) {
    InPlace.show(band, known.isPresent(), awaited);
    known.ifPresent(found -> {
      band.setText(texts.get(
          "compare.band",
          names.format().number(found.p5(), metric.unit()),
          names.format().number(found.p95(), metric.unit())));
      band.setAccessibleText(names.band(found, metric.unit()));
      Hints.show(band, names.band(found, metric.unit()));
    });
  }

  private void showFigure(Result result, Metric metric, String words) {
    if (result.equals(shown)) {
      return;
    }
    shown = result;
    switch (result) {
      case Explained known -> showKnown(known, metric, words);
      case NotAvailable missing -> showMissing(missing, metric);
    }
  }

  private void showKnown(Explained known, Metric metric, String words) {
    String number = names.format().number(known.value(), metric.unit());
    String whole = names.format().format(known.value(), metric.unit());
    String rest = whole.startsWith(number) ? whole.substring(number.length()).strip() : "";
    figure.setText(number);
    figure.setWrapText(false);
    figure.getStyleClass().remove("figure-missing");
    unit.setText(((roomy ? rest : "") + " " + ChartTexts.mark(known.quality())).strip());
    figure.setAccessibleText(texts.get(
        "compare.cell",
        subject,
        names.name(metric),
        whole,
        names.quality(known.quality()) + (words.isEmpty() ? "" : ", " + words)));
  }

  private void showMissing(NotAvailable missing, Metric metric) {
    figure.setText(names.missing(missing.reason()));
    figure.setWrapText(true);
    if (!figure.getStyleClass().contains("figure-missing")) {
      figure.getStyleClass().add("figure-missing");
    }
    unit.setText("");
    figure.setAccessibleText(
        texts.get("compare.cellMissing", subject, names.name(metric), figure.getText()));
  }
}
