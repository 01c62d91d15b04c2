package app.waterline.ui.compare;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.ui.Texts;
import app.waterline.ui.control.InPlace;
import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The best platform in one metric, as a TilesFX tile. The only class that knows TilesFX, which has its
 * own colours, sizes its own text and tells a screen reader nothing.
 */
final class HeadlineTile {
  static final double HEIGHT = 136;

  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
  private static final double DIGIT = 20.5;
  private static final double MARGINS = 16;

  private final ChartTexts names;
  private final Texts texts;
  private @Nullable PlatformEvaluation shown;
  private @Nullable Metric metric;
  private final Label title = new Label();
  private final Label value = new Label();
  private final Label holder = new Label();
  private final Label relation = new Label();
  private final Tile tile = TileBuilder.create()
      .skinType(Tile.SkinType.CUSTOM)
      .prefSize(140, HEIGHT)
      .minSize(100, HEIGHT)
      .maxSize(Double.MAX_VALUE, HEIGHT)
      .animated(false)
      .backgroundColor(Color.TRANSPARENT)
      .borderColor(Color.TRANSPARENT)
      .build();

  HeadlineTile(ChartTexts names, Texts texts, FigureCell.Explains explains) {
    this.names = names;
    this.texts = texts;
    VBox content = new VBox(title, value, holder, relation) {
      // The tile has its size whatever it says, so nothing round it need be laid out again.
      @Override
      public void requestLayout() {
        setNeedsLayout(true);
      }
    };
    content.getStyleClass().add("headline-content");
    tile.setGraphic(content);
    tile.getStyleClass().addAll("panel-card", "headline-tile");
    title.setWrapText(true);
    relation.setWrapText(true);
    title.getStyleClass().add("headline-title");
    value.getStyleClass().add("headline-value");
    holder.getStyleClass().add("headline-holder");
    tile.setAccessibleRole(AccessibleRole.BUTTON);
    tile.setFocusTraversable(true);
    tile.setOnMouseClicked(event -> explain(explains));
    tile.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        explain(explains);
        event.consume();
      }
    });
    tile.widthProperty().subscribe(this::fit);
  }

  private void explain(FigureCell.Explains explains) {
    PlatformEvaluation holder = shown;
    if (holder != null && metric != null) {
      holder
          .of(metric)
          .figure()
          .ifPresent(figure -> explains.open(tile, figure, holder.platform().id()));
    }
  }

  /** A figure is never cut off: where the large size has no room, the next smaller one is used. */
  private void fit() {
    boolean tight = value.getText().length() * DIGIT > tile.getWidth() - MARGINS;
    value.pseudoClassStateChanged(TIGHT, tight);
  }

  Node node() {
    return tile;
  }

  void show(Evaluation evaluation, Metric metric) {
    String name = names.name(metric);
    Optional<PlatformEvaluation> best = best(evaluation, metric);
    this.shown = best.orElse(null);
    this.metric = metric;
    String figure =
        best.flatMap(each -> each.of(metric).figure()).map(this::shown).orElse("–");
    String who = best.map(each -> each.platform().name()).orElse("");
    String words = best.map(each -> Standing.words(evaluation, each, metric, names.format()))
        .orElse("");
    title.setText(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    value.setText(figure);
    fit();
    holder.setText(who);
    relation.setText(words);
    InPlace.styles(relation, "label", "headline-relation", standing(evaluation, best, metric));
    tile.setAccessibleText(texts.get("compare.tile", name, figure, who, words));
  }

  private String shown(Explained figure) {
    return names.format().number(figure.value(), figure.unit());
  }

  private static String standing(
      Evaluation evaluation, Optional<PlatformEvaluation> best, Metric metric) {
    return best.map(each -> Standing.of(evaluation, each, metric))
        .orElse(Standing.UNKNOWN)
        .styleClass();
  }

  private static Optional<PlatformEvaluation> best(Evaluation evaluation, Metric metric) {
    return new SortOrder(metric, true)
        .sorted(evaluation.platforms()).stream()
            .filter(each -> each.of(metric).figure().isPresent())
            .findFirst();
  }
}
