package app.waterline.ui.evidence;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Quality;
import app.waterline.engine.Reconciliation;
import app.waterline.format.PrintedFormat;
import app.waterline.io.Catalogue;
import app.waterline.model.Claim;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.control.Choosing;
import app.waterline.ui.control.HeadingWidth;
import app.waterline.ui.control.Scrolling;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The Evidence view: who says so, figure by figure. */
public final class EvidenceView implements View {
  /** The parts of the view that can be opened by name. */
  public static final List<String> PAGES = List.of("assumed");

  private static final double ROW = 34;

  /** Rows that are few are read whole, with their notes. */
  private static final double TALL_ROW = 110;

  private static final int FEW = 6;

  /** Narrower than this the date stands with the source. */
  private static final double ROOMY = 760;

  /** Which figures are listed. */
  private enum Rows {
    ALL,
    ASSUMED,
    /** What is assumed and moves a figure, as the status bar counts it. */
    BEHIND
  }

  private final Session session;
  private final Texts texts;
  private final Texts words;
  private final Editing editing;
  private final List<Claim> claims;
  private final Label title = new Label();
  private final Label summary = new Label();
  private final TableView<Sourced> table = new TableView<>();
  private final ToggleGroup shownRows = new ToggleGroup();
  private final FlowPane choices = new FlowPane();
  private final ReconciliationCard reconciliation;
  private final QuestionsCard questions;
  private final ClaimCard claim;
  private final VBox content;
  private final ScrollPane root;
  private @Nullable Workspace listed;
  private List<Sourced> all = List.of();
  private List<Sourced> behind = List.of();

  /**
   * @param session the figures and formats
   * @param claims published tables; one whose platforms are all in the workspace is reconciled
   * @param language of the words
   */
  public EvidenceView(Session session, List<Claim> claims, Locale language) {
    this.session = session;
    this.claims = List.copyOf(claims);
    this.texts = Texts.of("textsEvidence", language);
    this.words = Texts.of("texts", language);
    this.editing = new Editing(session, words);
    this.reconciliation = new ReconciliationCard(new ChartTexts(session.format(), language), texts);
    title.setText(texts.get("evidence.title"));
    title.getStyleClass().add("evidence-title");
    summary.setId("evidence-summary");
    summary.getStyleClass().add("evidence-words");
    columns();
    rowChoices();
    questions = new QuestionsCard(CardTools.of(session, words), texts);
    VBox figures = new VBox(heading(texts.get("evidence.figures")), choices, table);
    figures.getStyleClass().addAll("panel-card", "evidence-card");
    claim = new ClaimCard(
        new ChartTexts(session.format(), language),
        texts,
        this::known,
        claims.stream().findFirst().orElse(null));
    content = new VBox(title, summary, questions, reconciliation.node(), claim.node(), figures);
    content.getStyleClass().add("evidence-content");
    root = Scrolling.filling(content);
    root.getStyleClass().add("evidence-view");
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.getStylesheets().add(sheet());
  }

  /** The platforms of the workspace, and those of the catalogue that it has not. */
  private List<Platform> known() {
    Map<String, Platform> known = new LinkedHashMap<>();
    Catalogue.platforms().forEach(each -> known.put(each.id(), each));
    session.document().current().platforms().forEach(each -> known.put(each.id(), each));
    return List.copyOf(known.values());
  }

  private static String sheet() {
    return Objects.requireNonNull(
            EvidenceView.class.getResource("/app/waterline/assets/theme/evidence.css"))
        .toExternalForm();
  }

  private static Label heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("evidence-heading");
    return heading;
  }

  private void rowChoices() {
    for (Rows rows : Rows.values()) {
      ToggleButton choice = new ToggleButton();
      choice.setId("evidence-show-" + rows);
      choice.getStyleClass().add("pill");
      choice.setMinWidth(Region.USE_PREF_SIZE);
      choice.setToggleGroup(shownRows);
      choice.setUserData(rows);
      choice.setSelected(rows == Rows.ALL);
      choices.getChildren().add(choice);
    }
    choices.getStyleClass().add("evidence-choices");
    Choosing.follow(shownRows, rows -> list());
  }

  private void columns() {
    table.setId("evidence-figures");
    table.setAccessibleText(texts.get("evidence.title"));
    TableColumn<Sourced, String> date = column("date", Sourced::date, 90);
    table.getColumns().add(column("platform", Sourced::platform, 110));
    table.getColumns().add(column("figure", Sourced::figure, 130));
    table.getColumns().add(column("value", Sourced::value, 110));
    TableColumn<Sourced, String> kind = column("kind", this::kind, 116);
    kind.setMinWidth(116);
    date.setMinWidth(90);
    table.getColumns().add(kind);
    table.getColumns().add(date);
    table.getColumns().add(column("source", row -> source(row, date), 420));
    table.widthProperty().subscribe(width -> date.setVisible(width.doubleValue() >= ROOMY));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    table.setPlaceholder(new Label(texts.get("evidence.none")));
  }

  /** The source; with its date where that has no column of its own. */
  private static String source(Sourced row, TableColumn<Sourced, String> date) {
    boolean dated = !date.isVisible() && row.evidence().date() != null;
    return dated ? row.date() + " · " + row.source() : row.source();
  }

  private TableColumn<Sourced, String> column(
      String id, Function<Sourced, String> text, double width) {
    TableColumn<Sourced, String> column = new TableColumn<>(texts.get("evidence.column." + id));
    column.setId("evidence-" + id);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(made -> wrapping(made));
    column.setPrefWidth(width);
    column.setMinWidth(HeadingWidth.of(column.getText()));
    return column;
  }

  /** A cell that grows with its text instead of cutting it off. */
  private static TableCell<Sourced, String> wrapping(TableColumn<Sourced, String> column) {
    Text text = new Text();
    text.getStyleClass().add("evidence-text");
    text.wrappingWidthProperty().bind(column.widthProperty().subtract(20));
    return new TableCell<>() {
      {
        setGraphic(text);
        setPrefHeight(Region.USE_COMPUTED_SIZE);
      }

      @Override
      protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        text.setText(empty || item == null ? "" : item);
      }
    };
  }

  private String kind(Sourced row) {
    return ChartTexts.mark(row.quality()) + " "
        + words.get("evidence." + row.evidence().kind().name());
  }

  @Override
  public String id() {
    return "evidence";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void openFile(Path file) {
    claim.open(file);
    bringUp(claim.node());
  }

  @Override
  public List<String> pages() {
    return PAGES;
  }

  @Override
  public void open(String page) {
    if (PAGES.contains(page)) {
      Choosing.select(shownRows, Rows.BEHIND);
      bringUp(choices.getParent());
    }
  }

  private void bringUp(Node part) {
    root.applyCss();
    root.layout();
    double above = part.getBoundsInParent().getMinY();
    double hidden = content.getHeight() - root.getViewportBounds().getHeight();
    root.setVvalue(hidden > 0 ? Math.min(1, above / hidden) : 0);
  }

  @Override
  public void show(Evaluation evaluation) {
    Workspace workspace = evaluation.workspace();
    questions.show(evaluation);
    Claim table =
        claims.stream().filter(each -> isAbout(each, workspace)).findFirst().orElse(null);
    reconciliation.node().setVisible(table != null);
    reconciliation.node().setManaged(table != null);
    if (table != null) {
      reconciliation.show(Reconciliation.of(table, evaluation, PrintedFormat::read));
    }
    if (listed == null || !listed.platforms().equals(workspace.platforms())) {
      listed = workspace;
      all = Sourced.of(workspace, session, texts, editing);
      summarize();
    }
    behind = Sourced.assumed(evaluation, session, texts, editing);
    list();
  }

  private static boolean isAbout(Claim claim, Workspace workspace) {
    return claim.platforms().stream()
        .allMatch(row -> workspace.platform(row.platform()).isPresent());
  }

  private void list() {
    List<Sourced> assumed =
        all.stream().filter(row -> row.quality() == Quality.ASSUMED).toList();
    name(Rows.ALL, all);
    name(Rows.ASSUMED, assumed);
    name(Rows.BEHIND, behind);
    List<Sourced> rows = switch ((Rows) shownRows.getSelectedToggle().getUserData()) {
      case ALL -> all;
      case ASSUMED -> assumed;
      case BEHIND -> behind;
    };
    if (!rows.equals(table.getItems())) {
      table.getItems().setAll(rows);
      double high = (rows.size() <= FEW ? TALL_ROW : ROW) * rows.size() + 2 * ROW;
      table.setPrefHeight(high);
      table.setMinHeight(Math.min(high, 420));
    }
  }

  private void name(Rows rows, List<Sourced> listed) {
    shownRows.getToggles().stream()
        .filter(each -> each.getUserData() == rows)
        .map(ToggleButton.class::cast)
        .forEach(each -> each.setText(texts.get("evidence.show." + rows, listed.size())));
  }

  private void summarize() {
    summary.setText(Arrays.stream(Quality.values())
        .filter(quality -> all.stream().anyMatch(row -> row.quality() == quality))
        .map(quality -> texts.get("evidence.count." + quality.name(), count(all, quality)))
        .collect(Collectors.joining(" · ")));
  }

  private static long count(List<Sourced> rows, Quality quality) {
    return rows.stream().filter(row -> row.quality() == quality).count();
  }
}
