package app.waterline.ui.evidence;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Metric;
import app.waterline.engine.why.Place;
import app.waterline.model.Claim;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Scrolling;
import app.waterline.ui.control.Spoken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The cells of a printed table, to type in: a row a metric, a column a platform, and how two compare. */
final class ClaimGrid {
  private static final PseudoClass LINKED = PseudoClass.getPseudoClass("linked");
  private static final double CELL_WIDTH = 128;
  private static final List<Metric> USUAL = List.of(
      Metric.COST_PER_GPU_HOUR,
      Metric.PFLOPS_PER_DOLLAR,
      Metric.TOKENS_PER_SECOND_PER_GPU,
      Metric.TOKENS_PER_SECOND_PER_MW,
      Metric.COST_PER_MILLION_TOKENS);

  private final ChartTexts names;
  private final Texts texts;
  private final Runnable changed;
  private final GridPane grid = new GridPane();
  private final ScrollPane scroll = Scrolling.round(grid);
  private final List<Metric> metrics = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private @Nullable Column relative;

  /** One column with its fields. */
  private static final class Column {
    private final String id;
    private final TextField name = new TextField();
    private final Map<Metric, TextField> cells = new EnumMap<>(Metric.class);

    Column(String id, String name) {
      this.id = id;
      this.name.setText(name);
    }

    Map<String, String> printed(List<Metric> metrics) {
      Map<String, String> printed = new LinkedHashMap<>();
      for (Metric metric : metrics) {
        TextField cell = cells.get(metric);
        if (cell != null && !cell.getText().isBlank()) {
          printed.put(metric.key(), cell.getText().strip());
        }
      }
      return printed;
    }
  }

  /**
   * @param changed called after a cell was typed
   */
  ClaimGrid(ChartTexts names, Texts texts, Runnable changed) {
    this.names = names;
    this.texts = texts;
    this.changed = changed;
    grid.getStyleClass().add("claim-grid");
    scroll.getStyleClass().add("claim-scroll");
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
  }

  Node node() {
    return scroll;
  }

  MenuButton metricMenu() {
    MenuButton menu = new MenuButton(texts.get("claim.addMetric"));
    menu.setId("claim-addMetric");
    for (Metric metric : Metric.values()) {
      MenuItem item = new MenuItem(sentence(names.name(metric)));
      item.setOnAction(event -> addMetric(metric));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void addMetric(Metric metric) {
    if (!metrics.contains(metric)) {
      metrics.add(metric);
      build();
    }
    Objects.requireNonNull(columns.getFirst().cells.get(metric)).requestFocus();
  }

  void addPlatform() {
    columns.add(new Column("column-" + (columns.size() + 1), ""));
    build();
    columns.getLast().name.requestFocus();
  }

  /** Two platforms and the usual metrics, all cells empty. */
  void clear() {
    metrics.clear();
    metrics.addAll(USUAL);
    columns.clear();
    columns.add(new Column("column-1", texts.get("claim.platform", 1)));
    columns.add(new Column("column-2", texts.get("claim.platform", 2)));
    relative = new Column("", "");
    build();
  }

  void show(Claim claim) {
    metrics.clear();
    claim.metrics().forEach(key -> Metric.ofKey(key).ifPresent(metrics::add));
    columns.clear();
    claim.platforms().forEach(row -> columns.add(new Column(row.platform(), row.name())));
    Claim.Relative compared = claim.relative();
    relative = columns.size() < 2 ? null : new Column("", "");
    build();
    for (int i = 0; i < columns.size(); i++) {
      fill(columns.get(i), claim.platforms().get(i).printed());
    }
    if (compared != null && relative != null) {
      fill(relative, compared.printed());
    }
  }

  private static void fill(Column column, Map<String, String> printed) {
    column.cells.forEach((metric, cell) -> cell.setText(printed.getOrDefault(metric.key(), "")));
  }

  private void build() {
    grid.getChildren().clear();
    for (int column = 0; column < columns.size(); column++) {
      head(columns.get(column), column + 1);
    }
    if (relative != null) {
      Label head = new Label(texts.get("claim.relative"));
      head.getStyleClass().add("reconciliation-head");
      grid.add(head, columns.size() + 1, 0);
    }
    for (int row = 0; row < metrics.size(); row++) {
      row(metrics.get(row), row + 1);
    }
  }

  private void head(Column column, int at) {
    column.name.setPromptText(texts.get("claim.name"));
    Spoken.name(column.name, texts.get("claim.name"));
    column.name.getStyleClass().add("claim-name");
    column.name.setPrefWidth(CELL_WIDTH);
    follow(column.name);
    grid.add(column.name, at, 0);
  }

  private void row(Metric metric, int at) {
    Label label = new Label(sentence(names.name(metric)));
    label.getStyleClass().add("reconciliation-metric");
    label.setMinWidth(Region.USE_PREF_SIZE);
    grid.add(label, 0, at);
    everyColumn((column, place) -> {
      TextField cell = column.cells.computeIfAbsent(metric, each -> cell());
      cell.setId(
          "claim-%s-%s".formatted(column.id.isEmpty() ? "relative" : column.id, metric.key()));
      Spoken.name(
          cell,
          texts.get(
              "claim.cell",
              column.id.isEmpty() ? texts.get("claim.relative") : column.name.getText(),
              names.name(metric)));
      grid.add(cell, place, at);
    });
  }

  private void everyColumn(BiConsumer<Column, Integer> action) {
    for (int column = 0; column < columns.size(); column++) {
      action.accept(columns.get(column), column + 1);
    }
    if (relative != null) {
      action.accept(relative, columns.size() + 1);
    }
  }

  private TextField cell() {
    TextField cell = new TextField();
    cell.getStyleClass().add("claim-cell");
    cell.setPrefWidth(CELL_WIDTH);
    follow(cell);
    return cell;
  }

  /** Checks after Enter, and when the cell is left with another text. */
  private void follow(TextField field) {
    field.setOnAction(event -> changed.run());
    String[] before = {""};
    field.focusedProperty().subscribe(focused -> {
      if (focused) {
        before[0] = field.getText();
      } else if (!field.getText().equals(before[0]) && field.getScene() != null) {
        changed.run();
      }
      before[0] = field.getText();
    });
  }

  private static String sentence(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The table as it stands in the fields. */
  Claim claim(String title) {
    List<Claim.Row> rows = columns.stream()
        .map(column -> new Claim.Row(nameOf(column), column.id, column.printed(metrics)))
        .filter(row -> !row.printed().isEmpty())
        .toList();
    Map<String, String> compared = relative == null ? Map.of() : relative.printed(metrics);
    Claim.Relative relation = compared.isEmpty() || columns.size() < 2
        ? null
        : new Claim.Relative(columns.get(0).id, columns.get(1).id, compared);
    return new Claim(title, "", metrics.stream().map(Metric::key).toList(), rows, relation);
  }

  private String nameOf(Column column) {
    String name = column.name.getText().strip();
    return name.isEmpty() ? texts.get("claim.platform", columns.indexOf(column) + 1) : name;
  }

  /** Shows which cells a finding is about. */
  void mark(List<Place> places) {
    everyColumn((column, at) -> column.cells.forEach(
        (metric, cell) -> cell.pseudoClassStateChanged(LINKED, isAmong(places, column, metric))));
  }

  private boolean isAmong(List<Place> places, Column column, Metric metric) {
    return places.stream()
        .anyMatch(place -> place.metric() == metric && isRow(place.row(), column));
  }

  /** A comparison is called by both of its platforms. */
  private boolean isRow(String row, Column column) {
    boolean single = columns.stream().anyMatch(each -> nameOf(each).equals(row));
    return column.id.isEmpty() ? !single : nameOf(column).equals(row);
  }

  /** Goes to the first of the cells. */
  void focus(List<Place> places) {
    everyColumn((column, at) -> column.cells.forEach((metric, cell) -> {
      if (!places.isEmpty() && isAmong(places.subList(0, 1), column, metric)) {
        cell.requestFocus();
      }
    }));
  }

  Optional<String> cell(int platform, Metric metric) {
    return Optional.ofNullable(columns.get(platform).cells.get(metric)).map(TextField::getText);
  }
}
