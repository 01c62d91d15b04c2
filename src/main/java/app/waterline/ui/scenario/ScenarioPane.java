package app.waterline.ui.scenario;

import app.waterline.document.CurrencyConversion;
import app.waterline.document.Edits;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.Evaluation;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.QuantityField;
import app.waterline.ui.control.QuantitySlider;
import app.waterline.ui.control.Scrolling;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The panel of what holds for every platform. */
public final class ScenarioPane extends VBox {
  private final Session session;
  private final Texts texts;
  private final Editing editing;
  private final Map<ScenarioSlot, QuantitySlider> sliders = new EnumMap<>(ScenarioSlot.class);
  private final Map<ScenarioSlot, QuantityField> fields = new EnumMap<>(ScenarioSlot.class);
  private final ModelChoice model;
  private final PriceListChoice priceList;
  private final Button allLists = new Button();
  private final TokenCountChoice tokens;
  private final CapabilitySwitches capabilities;
  private final Subscription subscription;
  private @Nullable Workspace shown;

  /** The panel of a session. */
  public ScenarioPane(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    this.editing = new Editing(session, texts);
    this.model = new ModelChoice(session, texts);
    this.priceList = new PriceListChoice(session, texts);
    this.tokens = new TokenCountChoice(session, texts);
    this.capabilities = new CapabilitySwitches(session, texts);
    getStyleClass().add("scenario-pane");
    VBox content = new VBox();
    content.getStyleClass().add("scenario-content");
    content.getChildren().addAll(sliders());
    content.getChildren().addAll(choices());
    content.getChildren().addAll(group("scenario.workload", workload()));
    content.getChildren().addAll(group("scenario.prices", prices()));
    content.getChildren().add(capabilities);
    ScrollPane scroll = Scrolling.filling(content);
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll);
    subscription = session
        .evaluation()
        .subscribe(this::show)
        .and(session.selected().subscribe(selected -> capabilities.show()));
  }

  private HBox head() {
    Label title = new Label(texts.get("scenario.title"));
    title.getStyleClass().add("panel-title");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Button reset = new Button(texts.get("scenario.reset"));
    reset.setId("reset-scenario");
    reset.getStyleClass().add("link-button");
    Hints.show(reset, texts.get("scenario.reset.help"));
    reset.setOnAction(event -> reset());
    HBox head = new HBox(title, spring, reset);
    head.getStyleClass().add("panel-head");
    return head;
  }

  /** Takes every number back to its default; the workload and the way of counting stay. */
  public void reset() {
    Scenario defaults = CurrencyConversion.defaults(session.document().current().currency());
    session.apply(Edits.scenario(
        texts.get("edit.resetScenario"),
        old -> defaults.withWorkload(old.workload()).withTokensCounted(old.tokensCounted())));
  }

  /** What shows all price lists; the choice has a button for it then. */
  public void onPriceLists(Runnable show) {
    allLists.setOnAction(event -> show.run());
    allLists.setVisible(true);
    allLists.setManaged(true);
  }

  /** Stops following the session. */
  public void release() {
    subscription.unsubscribe();
  }

  private List<Node> sliders() {
    return ScenarioSliders.SLOTS.stream().map(this::slider).toList();
  }

  private Node slider(ScenarioSlot slot) {
    QuantitySlider slider = ScenarioSliders.slider(slot, session, texts);
    sliders.put(slot, slider);
    return slider;
  }

  private List<Node> choices() {
    return List.of(
        priceLists(),
        row(texts.get("scenario.tokensCounted"), tokens, texts.get("scenario.tokensCounted.help")));
  }

  /** The names of lists are long: the choice has a line of its own. */
  private Node priceLists() {
    Label name = new Label(texts.get("scenario.priceList"));
    name.setMinWidth(USE_PREF_SIZE);
    Hints.show(name, texts.get("scenario.priceList.help"));
    priceList.setAccessibleHelp(texts.get("scenario.priceList.help"));
    priceList.setMaxWidth(Double.MAX_VALUE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head = new HBox(name, spring, allLists());
    head.getStyleClass().add("scenario-row");
    return new VBox(2, head, priceList);
  }

  private Node allLists() {
    allLists.setText(texts.get("edit.priceLists"));
    allLists.setId("all-price-lists");
    allLists.getStyleClass().add("link-button");
    allLists.setVisible(false);
    allLists.setManaged(false);
    return allLists;
  }

  private List<Node> workload() {
    return List.of(
        row(texts.get("scenario.model"), model, texts.get("scenario.model.help")),
        field(ScenarioSlot.ACTIVE_PARAMETERS),
        field(ScenarioSlot.ISL),
        field(ScenarioSlot.OSL),
        field(ScenarioSlot.CACHED_INPUT_SHARE));
  }

  private List<Node> prices() {
    return List.of(
        field(ScenarioSlot.INPUT_TOKEN_PRICE),
        field(ScenarioSlot.CACHED_INPUT_TOKEN_PRICE),
        field(ScenarioSlot.OUTPUT_TOKEN_PRICE));
  }

  private List<Node> group(String titleKey, List<Node> rows) {
    Label title = new Label(texts.get(titleKey));
    title.getStyleClass().add("panel-title");
    VBox group = new VBox(title);
    group.getChildren().addAll(rows);
    group.getStyleClass().add("scenario-group");
    return List.of(group);
  }

  private Node field(ScenarioSlot slot) {
    String label = editing.label(slot.input());
    QuantityField field = new QuantityField(
        slot.input(),
        label,
        session.format(),
        slot.isOptional() ? editing.none(slot.name()) : null);
    field.editor().setId("field-" + slot);
    field.onCommit(value -> editing.scenario(slot, value));
    if (slot.isUncertain()) {
      field.onRange((value, range) -> editing.scenario(slot, value, range));
    }
    field.onGesture(() -> editing.begin(slot), editing::end);
    if (slot == ScenarioSlot.ACTIVE_PARAMETERS || isTokenPrice(slot)) {
      field.brief();
    }
    fields.put(slot, field);
    return row(label, field, texts.get("help." + slot));
  }

  private static boolean isTokenPrice(ScenarioSlot slot) {
    return slot.name().endsWith("TOKEN_PRICE");
  }

  private static Node row(String label, Region control, String help) {
    Label name = new Label(label);
    // Where a language needs more than a line for the name, it takes two.
    name.setWrapText(true);
    name.setMinWidth(control instanceof ComboBox ? USE_PREF_SIZE : 0);
    name.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Hints.show(name, help);
    control.setAccessibleHelp(help);
    boolean grows = control instanceof ComboBox;
    control.setPrefWidth(grows ? 164 : 120);
    control.setMinWidth(grows ? 0 : USE_PREF_SIZE);
    HBox row = new HBox(name, control);
    row.getStyleClass().add("scenario-row");
    return row;
  }

  private void show(Evaluation evaluation) {
    Scenario scenario = evaluation.workspace().scenario();
    sliders.forEach((slot, slider) ->
        ScenarioSliders.show(slider, slot, evaluation.workspace(), session, texts));
    fields.forEach((slot, field) ->
        field.show(slot.of(scenario).orElse(null), slot.rangeIn(scenario).orElse(null)));
    tokens.show(scenario.tokensCounted());
    if (!offersTheSame(evaluation.workspace())) {
      model.show(evaluation.workspace());
      priceList.show(evaluation.workspace());
      capabilities.show();
    }
    shown = evaluation.workspace();
  }

  /** Whether at most numbers of the scenario have changed since: then there is nothing else to choose from. */
  private boolean offersTheSame(Workspace next) {
    Workspace last = shown;
    return last != null
        && last.platforms().equals(next.platforms())
        && last.priceLists().equals(next.priceLists())
        && last.scenario().workload().equals(next.scenario().workload())
        && Objects.equals(last.baseline(), next.baseline());
  }
}
