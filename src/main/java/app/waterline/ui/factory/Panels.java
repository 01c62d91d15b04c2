package app.waterline.ui.factory;

import app.waterline.chart.CashFlowChart;
import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.CostStacks;
import app.waterline.chart.CrossoverCharts;
import app.waterline.chart.FactoryCharts;
import app.waterline.chart.LineChart;
import app.waterline.chart.StackChart;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.engine.plan.SideBySide;
import app.waterline.model.Amortization;
import app.waterline.model.Pricing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.control.Choosing;
import app.waterline.ui.control.EmptyState;
import app.waterline.ui.control.Explanation;
import app.waterline.ui.control.InPlace;
import app.waterline.ui.control.Scrolling;
import app.waterline.ui.control.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What stands under the flow: the cash flow, the ways to come by the tokens, or every figure. */
final class Panels extends VBox {
  /** From this width on there is room for a second panel beside the first. */
  private static final double TWO = 900;

  private enum Panel {
    CASH,
    SIDES,
    CROSSINGS,
    FIGURES
  }

  /**
   * A panel.
   *
   * @param node what it shows
   * @param words what is said above it; empty for nothing
   */
  private record Shown(Node node, String words) {}

  private final ChartTexts names;
  private final Texts texts;
  private final ToggleGroup group = new ToggleGroup();
  private final ComboBox<String> platform = new ComboBox<>();
  private final ToggleButton perToken = new ToggleButton();
  private final ToggleButton perHour = new ToggleButton();
  private final ChartCanvas cash;
  private final ChartCanvas stack;
  private final ChartCanvas crossings;
  private final Label finding = new Label();
  private final Label sideWords = new Label();
  private final Node sides;
  private final Node noMachine;
  private final FiguresTable figures;
  private final StackPane body = new StackPane();
  private final Label otherFinding = new Label();
  private final StackPane otherBody = new StackPane();
  private final VBox other = new VBox(8, otherFinding, otherBody);
  private @Nullable Plan plan;
  private boolean offering;

  /** Whether somebody chose the platform; until then it is the best. */
  private boolean picked;

  Panels(
      Session session,
      ChartTexts names,
      Texts texts,
      Supplier<ChartCanvas> canvases,
      Explanation explanation) {
    this.names = names;
    this.texts = texts;
    this.cash = canvases.get();
    this.stack = canvases.get();
    this.crossings = canvases.get();
    this.figures = new FiguresTable(session, texts, explanation);
    this.noMachine = new EmptyState(texts.get("panel.SIDES"), texts.get("sides.none"));
    cash.setId("factory-cash");
    stack.setId("factory-stack");
    crossings.setId("factory-crossings");
    sideWords.setWrapText(true);
    sideWords.setId("factory-side-words");
    sideWords.getStyleClass().add("view-notes");
    sides = sides();
    getStyleClass().add("factory-panels");
    finding.setId("factory-panel-finding");
    otherFinding.setId("factory-other-finding");
    HBox columns = new HBox(24, column(new VBox(8, finding, body), body), column(other, otherBody));
    VBox.setVgrow(columns, Priority.ALWAYS);
    InPlace.show(other, false, false);
    other.setMinHeight(0);
    other.setPrefHeight(0); // the first decides
    getChildren().addAll(bar(), columns);
    widthProperty().subscribe((before, width) -> {
      if (before.doubleValue() >= TWO != width.doubleValue() >= TWO) {
        redraw();
      }
    });
  }

  /** Both columns are equally wide. */
  private static VBox column(VBox column, StackPane panel) {
    Label words = (Label) column.getChildren().getFirst();
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("factory-finding");
    VBox.setVgrow(panel, Priority.ALWAYS);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setPrefWidth(100);
    column.setMinWidth(0);
    return column;
  }

  private HBox bar() {
    FlowPane choices = new FlowPane(6, 6);
    for (Panel each : Panel.values()) {
      choices.getChildren().add(choice(each));
    }
    Choosing.follow(group, panel -> redraw());
    HBox.setHgrow(choices, Priority.ALWAYS);
    platform.setId("factory-platform");
    platform.setPrefWidth(140);
    platform.setMinWidth(128);
    platform.setConverter(converter());
    Spoken.name(platform, texts.get("panel.platform"));
    platform.valueProperty().addListener((property, before, now) -> {
      if (!offering) {
        picked = true;
        redraw();
      }
    });
    HBox bar = new HBox(8, choices, unit(), platform);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private ToggleButton choice(Panel each) {
    ToggleButton button = new ToggleButton(texts.get("panel." + each.name()));
    button.setId("panel-" + each.name());
    button.getStyleClass().add("pill");
    button.setToggleGroup(group);
    button.setUserData(each);
    button.setSelected(each == Panel.CASH);
    return button;
  }

  private HBox unit() {
    ToggleGroup units = new ToggleGroup();
    perToken.setText(texts.get("sides.perToken"));
    perHour.setText(texts.get("sides.perHour"));
    perToken.setId("sides-per-token");
    perHour.setId("sides-per-hour");
    perToken.getStyleClass().add("left-pill");
    perHour.getStyleClass().add("right-pill");
    for (ToggleButton each : List.of(perToken, perHour)) {
      each.setToggleGroup(units);
    }
    perToken.setSelected(true);
    Choosing.follow(units, unit -> redraw());
    HBox unit = new HBox(perToken, perHour);
    unit.setMinWidth(Region.USE_PREF_SIZE);
    unit.visibleProperty().bind(group.selectedToggleProperty().map(this::isSides));
    unit.managedProperty().bind(unit.visibleProperty());
    return unit;
  }

  private boolean isSides(javafx.scene.control.Toggle toggle) {
    return toggle.getUserData() == Panel.SIDES;
  }

  private Node sides() {
    VBox box = new VBox(8, stack, sideWords);
    VBox.setVgrow(stack, Priority.ALWAYS);
    ScrollPane scroll = Scrolling.round(box);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("side-scroll");
    return scroll;
  }

  private StringConverter<String> converter() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String id) {
        return id == null ? "" : nameOf(id);
      }

      @Override
      public String fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    };
  }

  private String nameOf(String id) {
    Plan now = plan;
    return now == null
        ? id
        : now.evaluation().workspace().platform(id).map(each -> each.name()).orElse(id);
  }

  void use(ChartDrawing drawing) {
    cash.use(drawing);
    stack.use(drawing);
    crossings.use(drawing);
  }

  void show(Plan next) {
    plan = next;
    offer(next);
    redraw();
  }

  private void offer(Plan next) {
    List<String> ids =
        next.platforms().stream().map(each -> each.platform().id()).toList();
    offering = true;
    String chosen = platform.getValue();
    if (!platform.getItems().equals(ids)) {
      platform.getItems().setAll(ids);
    }
    boolean kept = picked && chosen != null && ids.contains(chosen);
    platform.setValue(kept ? chosen : begin(next));
    offering = false;
  }

  /** The platform that pays back first, or else the one that is worth most. */
  private static @Nullable String begin(Plan plan) {
    return plan.best()
        .or(() ->
            plan.platforms().stream().filter(each -> !each.cashFlow().isEmpty()).findFirst())
        .or(() -> plan.platforms().stream().findFirst())
        .map(each -> each.platform().id())
        .orElse(null);
  }

  private void redraw() {
    Plan now = plan;
    String chosen = platform.getValue();
    if (now == null || chosen == null) {
      return;
    }
    Panel panel = (Panel) group.getSelectedToggle().getUserData();
    boolean two = getWidth() >= TWO && panel != Panel.FIGURES;
    boolean bars = two || panel == Panel.CASH || panel == Panel.CROSSINGS;
    platform.setVisible(bars);
    platform.setManaged(bars);
    place(shown(panel, now, chosen), finding, body);
    Panel beside = panel == Panel.CASH ? Panel.SIDES : Panel.CASH;
    Shown second = two ? shown(beside, now, chosen) : new Shown(noMachine, "");
    boolean both = two && !second.node().equals(noMachine);
    InPlace.show(other, both, false);
    if (both) {
      String words = second.words().isEmpty() ? texts.get("panel." + beside) : second.words();
      place(new Shown(second.node(), words), otherFinding, otherBody);
    } else {
      otherBody.getChildren().clear();
    }
  }

  private Shown shown(Panel panel, Plan now, String chosen) {
    return switch (panel) {
      case CASH -> {
        // The view's own title says what this chart has found.
        CashFlowChart chart = FactoryCharts.cash(now, chosen, names);
        cash.show(chart);
        yield new Shown(cash, String.join(" ", chart.notes()));
      }
      case SIDES -> showSides(now);
      case CROSSINGS -> showCrossings(now, chosen);
      case FIGURES -> {
        figures.show(now);
        yield new Shown(figures.node(), bindings(now));
      }
    };
  }

  private static void place(Shown shown, Label words, StackPane panel) {
    words.setText(shown.words());
    InPlace.show(words, !shown.words().isEmpty(), false);
    InPlace.set(panel.getChildren(), List.of(shown.node()));
  }

  private String bindings(Plan now) {
    return now.platforms().stream()
        .filter(each -> each.binding() != null)
        .map(each -> "%s: %s.".formatted(each.platform().name(), names.say(each.binding())))
        .collect(Collectors.joining(" "));
  }

  private Shown showSides(Plan now) {
    List<SideBySide> machines = SideBySide.of(now);
    if (machines.isEmpty()) {
      return new Shown(noMachine, "");
    }
    StackChart chart = perHour.isSelected()
        ? CostStacks.perGpuHour(machines, names)
        : CostStacks.perMillionTokens(machines, names);
    stack.show(chart);
    stack.setMinHeight(stack.prefHeight(-1) * 0.8);
    List<String> words = new ArrayList<>(chart.notes());
    words.addAll(amortizations(now));
    sideWords.setText(String.join(" ", words));
    return new Shown(sides, chart.title());
  }

  private List<String> amortizations(Plan now) {
    List<String> words = new ArrayList<>();
    for (Amortization each : Amortization.values()) {
      String owned = now.platforms().stream()
          .map(PlatformPlan::platform)
          .filter(card -> card.pricing() instanceof Pricing.Owned own && own.amortization() == each)
          .map(card -> card.name())
          .collect(Collectors.joining(", "));
      if (!owned.isEmpty()) {
        words.add(texts.get("sides.amortization." + each.name(), owned));
      }
    }
    return words;
  }

  private Shown showCrossings(Plan now, String chosen) {
    return SideBySide.of(now).stream()
        .filter(each -> each.machine().platform().id().equals(chosen))
        .findFirst()
        .map(machine -> {
          LineChart chart = CrossoverCharts.of(machine, names);
          List<String> words = new ArrayList<>(List.of(chart.title()));
          words.addAll(chart.notes());
          crossings.show(chart);
          return new Shown(crossings, String.join(" ", words));
        })
        .orElse(new Shown(noMachine, ""));
  }
}
