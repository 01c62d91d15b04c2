package app.waterline.ui.compare;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.Theme;
import app.waterline.ui.View;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.chart.ChartLook;
import app.waterline.ui.control.EmptyState;
import app.waterline.ui.control.Explanation;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.Scrolling;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The Compare view. */
public final class CompareView implements View {
  private static final List<Metric> FIVE = List.of(
      Metric.COST_PER_GPU_HOUR,
      Metric.PFLOPS_PER_DOLLAR,
      Metric.TOKENS_PER_SECOND_PER_GPU,
      Metric.TOKENS_PER_SECOND_PER_MW,
      Metric.COST_PER_MILLION_TOKENS);

  private final Session session;
  private final Texts texts;
  private final ChartTexts names;
  private final ChartLook look;
  private final HeadlineTiles tiles;
  private final ComparisonTable table;
  private final ChartPanels charts;
  private final Label legend = new Label();
  private final MenuButton rows = new MenuButton();
  private final Map<Metric, CheckMenuItem> choices = new EnumMap<>(Metric.class);
  private final VBox content = new VBox();
  private final StackPane root = new StackPane();
  private final Node filled;
  private final Node empty;
  private Subscription themes = Subscription.EMPTY;
  private boolean following;
  private @Nullable Evaluation shown;

  /**
   * @param session theme and formats
   * @param language of the words
   */
  public CompareView(Session session, Locale language) {
    this.session = session;
    this.texts = Texts.of("textsCompare", language);
    this.names = new ChartTexts(session.format(), language);
    this.look = ChartLook.of(names);
    Explanation explanation = new Explanation(session.format(), Texts.of("texts", language));
    FigureCell.Explains explains = (owner, figure, platform) ->
        explanation.show(owner, figure, CardTools.links(session, platform));
    this.tiles = new HeadlineTiles(names, texts, explains);
    this.table = new ComparisonTable(session, names, texts, explains, this::removeRow);
    this.charts = new ChartPanels(names, texts, look, explains, session.pointing());
    this.filled = scrolling();
    this.empty = new EmptyState(texts.get("compare.empty"), texts.get("compare.emptyRemedy"))
        .offering(Texts.of("texts", language), "edit.addPlatform", "file.openSample");
    root.getStyleClass().add("compare-view");
    root.getStylesheets().add(sheet());
  }

  private static String sheet() {
    return Objects.requireNonNull(
            CompareView.class.getResource("/app/waterline/assets/theme/compare.css"))
        .toExternalForm();
  }

  private ScrollPane scrolling() {
    fillMenu();
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    legend.getStyleClass().add("compare-legend");
    legend.setWrapText(true);
    HBox bar = new HBox(legend, space, rows);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("compare-bar");
    content.getStyleClass().add("compare-content");
    content.getChildren().setAll(tiles.node(), table.node(), bar, charts.node());
    ScrollPane scroll = Scrolling.filling(content);
    scroll.getStyleClass().add("compare-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private void fillMenu() {
    rows.setText(texts.get("compare.metrics"));
    rows.setId("compare-metrics");
    rows.setMinWidth(Region.USE_PREF_SIZE);
    Hints.show(rows, texts.get("compare.metricsHelp"));
    for (Metric metric : Metric.values()) {
      CheckMenuItem choice = new CheckMenuItem(names.name(metric));
      choice.setId("row-" + metric.key());
      choice.setSelected(FIVE.contains(metric));
      choice.selectedProperty().subscribe(this::showTable);
      choices.put(metric, choice);
      rows.getItems().add(choice);
    }
  }

  @Override
  public String id() {
    return "compare";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public boolean showsRanges() {
    return true;
  }

  @Override
  public void show(Evaluation evaluation) {
    follow();
    shown = evaluation;
    boolean any = !evaluation.platforms().isEmpty();
    place(any ? filled : empty);
    if (any) {
      tiles.show(evaluation);
      showTable();
      charts.show(evaluation, session.bands().get());
      legend.setText(texts.get(
          evaluation.baseline().isPresent() ? "compare.legend" : "compare.legendNoBaseline"));
    }
  }

  private void place(Node node) {
    if (root.getChildren().isEmpty() || !root.getChildren().getFirst().equals(node)) {
      root.getChildren().setAll(node);
    }
  }

  private void showTable() {
    Evaluation evaluation = shown;
    if (evaluation != null) {
      table.show(evaluation, chosen().toList(), session.bands().get());
    }
  }

  private Stream<Metric> chosen() {
    return Stream.of(Metric.values()).filter(metric -> {
      CheckMenuItem choice = choices.get(metric);
      return choice != null && choice.isSelected();
    });
  }

  private void removeRow(Metric metric) {
    CheckMenuItem choice = choices.get(metric);
    if (choice != null) {
      choice.setSelected(false);
    }
  }

  private void follow() {
    if (!following) {
      following = true;
      themes = session
          .theme()
          .subscribe(this::use)
          .and(session.pointing().marked().subscribe(this::mark))
          .and(session.compared().subscribe(beside -> table.compare()))
          .and(session.settled().subscribe(this::showTable));
    }
  }

  private void mark(Optional<String> platform) {
    charts.mark(platform);
    table.mark(platform);
  }

  private void use(Theme theme) {
    charts.use(theme);
  }

  @Override
  public void hidden() {
    following = false;
    themes.unsubscribe();
  }
}
