package app.waterline.ui.imports;

import app.waterline.format.QuantityFormat;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Choosing;
import app.waterline.ui.control.Scrolling;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The sheet on which the user looks at the runs, answers, and lets them in. */
final class ReviewPane extends BorderPane {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double NARROW_WIDTH = 820;
  private static final double LEAST_LIST = 240;

  private final Review review;
  private final Found found;
  private final Words words;
  private final RunTable table;
  private final UnreadTable unread;
  private final RunDetails details;
  private final Region asks;
  private final Region goes;
  private final StackPane blocks = new StackPane();
  private final StackPane body = new StackPane();
  private final StackPane lists = new StackPane();
  private final ToggleGroup group = new ToggleGroup();
  private final HBox tabs = new HBox();
  private final Map<Review.State, ToggleButton> tabOf = new EnumMap<>(Review.State.class);
  private final ToggleButton unreadTab = new ToggleButton();
  private final CheckBox skip = new CheckBox();
  private final Label stays = new Label();
  private final Button take = new Button();
  private Review.State shown;
  private boolean filling;

  ReviewPane(
      Review review,
      Found found,
      QuantityFormat format,
      Texts texts,
      Runnable importAll,
      Runnable close) {
    this.review = review;
    this.found = found;
    this.words = new Words(review, format, texts);
    this.table = new RunTable(words);
    this.unread = new UnreadTable(words, found.unread());
    this.details = new RunDetails(review, words, this::refresh);
    this.asks = block("ask.title", new SourcePane(review, words, this::refresh));
    this.goes = block("go.title", new TargetPane(review, words, this::refresh));
    this.shown = first();
    getStyleClass().add("import-review");
    setTop(new VBox(head(), questions(), tabs()));
    setCenter(body());
    setBottom(foot(importAll, close));
    listen();
    widthProperty()
        .map(width -> width.doubleValue() > 0 && width.doubleValue() < NARROW_WIDTH)
        .subscribe(this::arrange);
    refresh();
    if (review.runs() == 0) {
      unreadTab.fire();
    }
  }

  /** What wants to be seen first. */
  private Review.State first() {
    return Stream.of(Review.State.values())
        .filter(state -> !review.in(state).isEmpty())
        .findFirst()
        .orElse(Review.State.READY);
  }

  private Node head() {
    Label title = new Label(words.get("review.title", review.runs()));
    title.setId("import-title");
    title.getStyleClass().add("view-title");
    Label subtitle = new Label(words.get("review.subtitle", found.files()));
    subtitle.getStyleClass().add("view-subtitle");
    VBox head = new VBox(2, title, subtitle);
    head.getStyleClass().add("import-head");
    return head;
  }

  private Node questions() {
    blocks.getStyleClass().add("import-blocks");
    blocks.setVisible(review.runs() > 0);
    blocks.setManaged(review.runs() > 0);
    return blocks;
  }

  /** Beside each other; in a narrow window, or a much enlarged one, below each other. */
  private void arrange(boolean narrow) {
    blocks.getChildren().setAll(narrow ? new VBox(8, asks, goes) : new HBox(16, asks, goes));
    details.pseudoClassStateChanged(NARROW, narrow);
    lists.setMinHeight(narrow ? LEAST_LIST : 0);
    body.getChildren().setAll(narrow ? new VBox(8, lists, details) : new HBox(12, lists, details));
    setMinHeight(narrow ? USE_PREF_SIZE : 0);
  }

  private Region block(String title, Region content) {
    Label name = new Label(words.get(title));
    name.getStyleClass().add("panel-title");
    ScrollPane scroll = Scrolling.round(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("side-scroll");
    scroll.setMaxHeight(148);
    VBox block = new VBox(6, name, scroll);
    block.getStyleClass().add("import-block");
    block.setPrefWidth(100);
    HBox.setHgrow(block, Priority.ALWAYS);
    return block;
  }

  private Node tabs() {
    for (Review.State state : Review.State.values()) {
      ToggleButton tab = new ToggleButton();
      tab.setId("tab-" + state.name());
      tab.setUserData((Runnable) () -> show(state));
      tabOf.put(state, tab);
      add(tab);
    }
    unreadTab.setId("tab-UNREADABLE");
    unreadTab.setText(count("UNREADABLE", found.unread().size()));
    unreadTab.setUserData((Runnable) this::showUnread);
    Choosing.follow(group, tab -> ((Runnable) tab.getUserData()).run());
    add(unreadTab);
    tabs.getStyleClass().add("import-tabs");
    return tabs;
  }

  private void add(ToggleButton tab) {
    tab.getStyleClass().add("pill");
    tab.setToggleGroup(group);
    tabs.getChildren().add(tab);
  }

  private String count(String state, int runs) {
    return words.get("state.tab", words.get("state." + state), runs);
  }

  private Node body() {
    HBox.setHgrow(lists, Priority.ALWAYS);
    VBox.setVgrow(lists, Priority.ALWAYS);
    lists.getChildren().setAll(table);
    body.getStyleClass().add("import-body");
    return body;
  }

  private Node foot(Runnable importAll, Runnable close) {
    skip.setId("import-skip");
    skip.setSelected(review.skipsKnown());
    skip.setOnAction(event -> {
      review.skipKnown(skip.isSelected());
      refresh();
    });
    stays.getStyleClass().add("muted");
    Button cancel = new Button(words.get("import.cancel"));
    cancel.setId("import-cancel");
    cancel.setOnAction(event -> close.run());
    take.setId("import-take");
    take.setDefaultButton(true);
    take.setOnAction(event -> importAll.run());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    List.of(cancel, take).forEach(each -> each.setMinWidth(USE_PREF_SIZE));
    HBox foot = new HBox(12, skip, spring, stays, cancel, take);
    foot.getStyleClass().add("import-foot");
    return foot;
  }

  private void listen() {
    table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Row>) change -> {
      if (!filling) {
        details.show(List.copyOf(table.getSelectionModel().getSelectedItems()));
      }
    });
    table.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DELETE) {
        review.drop(
            table.getSelectionModel().getSelectedItems().stream()
                .map(Row::number)
                .toList(),
            shown != Review.State.LEFT_OUT);
        refresh();
      }
    });
  }

  private void show(Review.State state) {
    shown = state;
    lists.getChildren().setAll(table);
    details.setVisible(true);
    details.setManaged(true);
    refresh();
  }

  private void showUnread() {
    unreadTab.setSelected(true);
    lists.getChildren().setAll(unread);
    details.setVisible(false);
    details.setManaged(false);
  }

  private void refresh() {
    tabOf.forEach(
        (state, tab) -> tab.setText(count(state.name(), review.in(state).size())));
    if (!unreadTab.isSelected()) {
      group.selectToggle(tabOf.get(shown));
    }
    boolean leftOut = !review.in(Review.State.LEFT_OUT).isEmpty();
    ToggleButton left = tabOf.get(Review.State.LEFT_OUT);
    if (left != null) {
      left.setVisible(leftOut || shown == Review.State.LEFT_OUT);
      left.setManaged(left.isVisible());
    }
    fill();
    refreshFoot();
  }

  /** The rows of the tab; the selection stays on the same run, or near it. */
  private void fill() {
    int index = Math.max(0, table.getSelectionModel().getSelectedIndex());
    Row before = table.getSelectionModel().getSelectedItem();
    List<Row> rows = review.in(shown);
    filling = true;
    table.widen(shown == Review.State.NEEDS_ANSWERS || shown == Review.State.SET_ASIDE);
    table.getItems().setAll(rows);
    table.sort();
    table.getSelectionModel().clearSelection();
    if (!rows.isEmpty()) {
      int kept = before == null ? -1 : indexOf(before.number());
      table.getSelectionModel().select(kept >= 0 ? kept : Math.min(index, rows.size() - 1));
    }
    filling = false;
    details.show(List.copyOf(table.getSelectionModel().getSelectedItems()));
  }

  private int indexOf(int number) {
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).number() == number) {
        return i;
      }
    }
    return -1;
  }

  private void refreshFoot() {
    int known = review.knownRuns();
    skip.setText(words.get("import.skipKnown", known));
    skip.setVisible(known > 0);
    Map<Target, ?> harvest = review.harvest();
    int runs = review.harvest().values().stream().mapToInt(Collection::size).sum();
    take.setText(
        runs == 0 ? words.get("import.nothing") : words.get("import.do", runs, harvest.size()));
    take.setDisable(runs == 0);
    int out = review.runs() - runs;
    stays.setText(out == 0 || review.runs() == 0 ? "" : words.get("import.stays", out));
  }
}
