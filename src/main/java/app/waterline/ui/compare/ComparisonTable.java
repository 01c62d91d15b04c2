package app.waterline.ui.compare;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.why.Bands;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.chart.Clipping;
import app.waterline.ui.control.Scrolling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Metrics in rows, platforms in columns. Figures change in place; cells are made anew only when a row or
 * a column comes, goes or moves. The names of the metrics stay while the platforms scroll under them.
 */
final class ComparisonTable {
  /** With two platforms the relation has a column of its own; with more it stands below each figure. */
  private static final int PLATFORMS_WITH_A_RELATIVE_COLUMN = 2;

  /** More platforms than fit beside each other at once: room for the scroll bar. */
  private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");

  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private static final double RELATIVE_WIDTH = 116;
  private static final double NAME_WIDTH = 140;
  private static final int LONG_NAME = 16;

  private final ChartTexts names;
  private final Texts texts;
  private final FigureCell.Explains explains;
  private final Consumer<Metric> remove;
  private final Session session;
  private final GridPane grid = new GridPane();
  private final ScrollPane scroll = Scrolling.round(grid);
  private final Map<Place, FigureCell> cells = new HashMap<>();
  private final Map<String, Region> grounds = new HashMap<>();
  private SortOrder order = SortOrder.OWN;
  private @Nullable Shape shape;
  private @Nullable Evaluation shown;
  private Optional<Bands> bands = Optional.empty();

  private record Place(Metric metric, String platform) {}

  private record Head(String id, String name, int color) {}

  /** What the rows and columns are; while it is the same, only figures change. */
  private record Shape(
      List<Metric> metrics, List<Head> heads, @Nullable String baseline, SortOrder order) {
    boolean hasRelativeColumn() {
      return heads.size() == PLATFORMS_WITH_A_RELATIVE_COLUMN && baseline != null;
    }
  }

  ComparisonTable(
      Session session,
      ChartTexts names,
      Texts texts,
      FigureCell.Explains explains,
      Consumer<Metric> remove) {
    this.session = session;
    this.names = names;
    this.texts = texts;
    this.explains = explains;
    this.remove = remove;
    grid.getStyleClass().add("comparison");
    grid.setMinWidth(Region.USE_PREF_SIZE);
    scroll.getStyleClass().addAll("comparison-scroll", "panel-card");
    scroll.addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    // A scroll pane asks its content for a height before the width is known, and wrapped names need
    // more.
    grid.heightProperty().subscribe(height -> fitTo(height.doubleValue()));
  }

  private void fitTo(double height) {
    double all = height + scroll.snappedTopInset() + scroll.snappedBottomInset();
    scroll.setMinHeight(all);
    scroll.setPrefHeight(all);
  }

  Node node() {
    return scroll;
  }

  void show(Evaluation evaluation, List<Metric> metrics, Optional<Bands> sureness) {
    shown = evaluation;
    bands = sureness;
    List<PlatformEvaluation> platforms = order.sorted(evaluation.platforms());
    Shape next = new Shape(
        List.copyOf(metrics),
        platforms.stream().map(ComparisonTable::head).toList(),
        evaluation.workspace().baseline(),
        order);
    if (!next.equals(shape)) {
      shape = next;
      build(next);
    }
    for (PlatformEvaluation platform : platforms) {
      metrics.forEach(metric -> {
        FigureCell cell = cell(metric, platform);
        cell.show(evaluation, platform, metric);
        cell.show(
            bands.flatMap(known -> known.of(platform.platform().id(), metric)),
            session.awaitsBands(),
            metric);
      });
    }
    compare();
  }

  /** Marks the figures that the state beside has otherwise. */
  void compare() {
    String name = session.besideName();
    cells.forEach((place, cell) ->
        cell.compare(session.counterpartOf(place.platform(), place.metric()), name));
  }

  private static Head head(PlatformEvaluation each) {
    return new Head(
        each.platform().id(), each.platform().name(), each.platform().color());
  }

  private FigureCell cell(Metric metric, PlatformEvaluation platform) {
    return Objects.requireNonNull(
        cells.get(new Place(metric, platform.platform().id())));
  }

  private void build(Shape next) {
    grid.getChildren().clear();
    grid.getColumnConstraints().setAll(columns(next));
    boolean many = next.heads().size() > PLATFORMS_WITH_A_RELATIVE_COLUMN;
    grid.pseudoClassStateChanged(MANY, many);
    cells.clear();
    grounds.clear();
    Node corner = fixed(new Region());
    corner.getStyleClass().add("comparison-corner");
    grid.add(corner, 0, 0);
    for (int column = 0; column < next.heads().size(); column++) {
      Head head = next.heads().get(column);
      grid.add(ground(head.id()), column + 1, 0, 1, next.metrics().size() + 1);
      grid.add(pointed(header(head, next.baseline()), head.id()), column + 1, 0);
    }
    mark(session.pointing().marked().get());
    if (next.hasRelativeColumn()) {
      grid.add(relativeHeader(next), next.heads().size() + 1, 0);
    }
    for (int row = 0; row < next.metrics().size(); row++) {
      buildRow(next, next.metrics().get(row), row + 1);
    }
  }

  private void buildRow(Shape next, Metric metric, int row) {
    Region rule = new Region();
    rule.getStyleClass().add("comparison-rule");
    grid.add(rule, 0, row, GridPane.REMAINING, 1);
    grid.add(fixed(rowHead(metric, !next.hasRelativeColumn())), 0, row);
    for (int column = 0; column < next.heads().size(); column++) {
      Head head = next.heads().get(column);
      FigureCell cell = new FigureCell(names, texts, explains, next.hasRelativeColumn());
      cells.put(new Place(metric, head.id()), cell);
      grid.add(pointed(cell.node(), head.id()), column + 1, row);
      if (next.hasRelativeColumn() && !head.id().equals(next.baseline())) {
        grid.add(cell.relative(), next.heads().size() + 1, row);
        GridPane.setHalignment(cell.relative(), HPos.RIGHT);
      }
    }
  }

  /** Lies under the figures of a platform and shows where they are. */
  private Region ground(String platform) {
    Region ground = new Region();
    ground.getStyleClass().add("comparison-ground");
    ground.setMouseTransparent(true);
    grounds.put(platform, ground);
    return ground;
  }

  private Node pointed(Node node, String platform) {
    node.addEventHandler(
        MouseEvent.MOUSE_ENTERED, event -> session.pointing().point(Optional.of(platform)));
    node.addEventHandler(
        MouseEvent.MOUSE_EXITED, event -> session.pointing().point(Optional.empty()));
    return node;
  }

  /** Marks the figures of a platform. */
  void mark(Optional<String> platform) {
    grounds.forEach(
        (id, ground) -> ground.pseudoClassStateChanged(MARKED, Optional.of(id).equals(platform)));
  }

  private void copy(KeyEvent event) {
    Evaluation evaluation = shown;
    Shape now = shape;
    if (COPY.match(event) && evaluation != null && now != null) {
      Clipping.copy(
          grid,
          new ComparisonData(evaluation, order.sorted(evaluation.platforms()), now.metrics(), names)
              .table(),
          texts.get("compare.copyName"));
      session.notice().set(Optional.of(texts.get("compare.copied")));
      event.consume();
    }
  }

  private static List<ColumnConstraints> columns(Shape next) {
    List<ColumnConstraints> columns = new ArrayList<>();
    ColumnConstraints metric = new ColumnConstraints();
    metric.setHgrow(Priority.SOMETIMES);
    metric.setMinWidth(Region.USE_PREF_SIZE);
    columns.add(metric);
    int figures = next.heads().size() + (next.hasRelativeColumn() ? 1 : 0);
    for (int column = 0; column < figures; column++) {
      ColumnConstraints figure = new ColumnConstraints();
      figure.setHgrow(Priority.ALWAYS);
      figure.setMinWidth(Region.USE_PREF_SIZE);
      figure.setHalignment(HPos.RIGHT);
      columns.add(figure);
    }
    return columns;
  }

  private Node header(Head head, @Nullable String baseline) {
    Region dot = new Region();
    dot.getStyleClass().add("platform-dot");
    dot.setStyle("-fx-background-color: -wl-platform-%d;".formatted(head.color()));
    Label name = new Label(head.name() + (head.id().equals(baseline) ? " ★" : ""), dot);
    name.getStyleClass().add("comparison-head");
    wrap(name);
    return name;
  }

  private Node relativeHeader(Shape next) {
    Optional<Head> base =
        next.heads().stream().filter(each -> each.id().equals(next.baseline())).findFirst();
    Label label = new Label(texts.get("compare.relative", base.map(Head::name).orElse("")));
    label.getStyleClass().add("comparison-head-relative");
    label.setPrefWidth(RELATIVE_WIDTH);
    wrap(label);
    return label;
  }

  private static void wrap(Label head) {
    head.setWrapText(true);
    head.setMinHeight(Region.USE_PREF_SIZE);
    if (head.getText().length() > LONG_NAME) {
      head.setPrefWidth(NAME_WIDTH);
    }
  }

  private Node rowHead(Metric metric, boolean withUnit) {
    String name = names.name(metric);
    Button head = new Button((sentence(name) + " " + order.signAt(metric)).strip());
    head.getStyleClass().add("comparison-metric");
    head.setAccessibleText(texts.get("compare.sort", name));
    head.setOnAction(event -> sortBy(metric));
    MenuItem removal = new MenuItem(texts.get("compare.remove", name));
    removal.setOnAction(event -> remove.accept(metric));
    head.setContextMenu(new ContextMenu(removal));
    head.setId("sort-" + metric.key());
    Label unit = new Label(names.unit(metric.unit()));
    unit.getStyleClass().add("comparison-unit");
    return withUnit ? new VBox(head, unit) : head;
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private void sortBy(Metric metric) {
    order = order.after(metric);
    if (shown != null && shape != null) {
      show(shown, shape.metrics(), bands);
    }
  }

  /** Stays at the left edge while the platforms scroll. */
  private StackPane fixed(Node content) {
    StackPane pane = new StackPane(content);
    pane.getStyleClass().add("comparison-fixed");
    pane.setViewOrder(-1);
    pane.translateXProperty()
        .bind(scroll.hvalueProperty().map(value -> hiddenAtLeft(value.doubleValue())));
    return pane;
  }

  private double hiddenAtLeft(double hvalue) {
    double hidden = grid.getWidth() - scroll.getViewportBounds().getWidth();
    return Math.max(0, hidden) * hvalue;
  }
}
