package app.waterline.ui.card;

import app.waterline.document.Edits;
import app.waterline.document.FigureSlot;
import app.waterline.document.FigureSlots;
import app.waterline.engine.Evaluation;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Hardware;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Sparsity;
import app.waterline.model.Support;
import app.waterline.ui.Texts;
import app.waterline.ui.control.DraftField;
import app.waterline.ui.control.QuantityField;
import app.waterline.ui.control.Scrolling;
import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Everything about one platform, each figure with its evidence. Edits act at once and can be undone. */
public final class EditorSheet extends VBox {
  private final CardTools tools;
  private final Texts texts;
  private final String id;
  private final Runnable close;
  private final Label title = new Label();
  private final VBox content = new VBox();
  private final ScrollPane scroll = Scrolling.round(content);
  private final List<Consumer<Platform>> refreshers = new ArrayList<>();
  private final Subscription subscription;
  private List<Object> shape = List.of();
  private @Nullable Hardware lastHardware;

  /**
   * @param platform id of the platform to edit
   * @param close takes the sheet away; it is also called when the platform is deleted
   */
  public EditorSheet(CardTools tools, String platform, Runnable close) {
    this.tools = tools;
    this.texts = tools.texts();
    this.id = platform;
    this.close = close;
    getStyleClass().add("editor-sheet");
    setId("editor-" + platform);
    content.getStyleClass().add("editor-content");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("side-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close.run();
        event.consume();
      }
    });
    subscription = tools.session().evaluation().subscribe(this::show);
  }

  /** Stops following the session. */
  public void release() {
    subscription.unsubscribe();
  }

  /** The platform that is edited. */
  public String platform() {
    return id;
  }

  private HBox head() {
    title.getStyleClass().add("editor-title");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Button done = new Button(texts.get("editor.close"));
    done.setId("close-editor");
    done.setOnAction(event -> close.run());
    HBox head = new HBox(title, spring, done);
    head.getStyleClass().add("editor-head");
    return head;
  }

  private void show(Evaluation evaluation) {
    Optional<Platform> platform = evaluation.workspace().platform(id);
    if (platform.isEmpty()) {
      javafx.application.Platform.runLater(close);
      return;
    }
    show(platform.get());
  }

  private void show(Platform platform) {
    title.setText(platform.name());
    lastHardware = platform.hardware() == null ? lastHardware : platform.hardware();
    List<Object> now = shapeOf(platform);
    if (!now.equals(shape)) {
      shape = now;
      double position = scroll.getVvalue();
      build(platform);
      scroll.setVvalue(position);
    }
    refreshers.forEach(each -> each.accept(platform));
  }

  /** What decides which rows there are. */
  private static List<Object> shapeOf(Platform platform) {
    Hardware hardware = platform.hardware();
    return List.of(
        platform.pricing().getClass(),
        hardware != null,
        hardware != null && hardware.power() != null,
        platform.throughput() != null,
        platform.operatingPoints().isEmpty());
  }

  private void build(Platform platform) {
    refreshers.clear();
    content.getChildren().clear();
    section("editor.about", about());
    section("editor.price", price(platform));
    if (platform.hardware() != null) {
      section("editor.power", power(platform.hardware()));
      section("editor.throughput", throughput(platform));
      section("editor.peak", peaks());
      section("editor.memory", memory());
      section("editor.capabilities", capabilities());
      section("editor.questions", questions());
    }
  }

  private void section(String key, List<? extends Node> rows) {
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().add("panel-title");
    VBox section = new VBox(heading);
    section.getChildren().addAll(rows);
    section.getStyleClass().add("editor-section");
    content.getChildren().add(section);
  }

  private FigureRow figure(FigureSlot slot) {
    return figure(slot, tools.editing().label(slot.input()));
  }

  private FigureRow figure(FigureSlot slot, String label) {
    FigureRow row = new FigureRow(tools, id, slot, label);
    refreshers.add(row::show);
    return row;
  }

  private List<Node> questions() {
    Questions questions = new Questions(tools, id);
    refreshers.add(platform -> tools.session().evaluation().get().platforms().stream()
        .filter(each -> each.platform().id().equals(id))
        .findFirst()
        .ifPresent(questions::show));
    return List.of(questions);
  }

  private List<Node> about() {
    return List.of(
        text("editor.name", "name", Platform::name),
        text("editor.vendor", "vendor", Platform::vendor),
        text("editor.architecture", "architecture", Platform::architecture),
        text("editor.system", "system", Platform::system));
  }

  private Node text(
      String key, String component, java.util.function.Function<Platform, String> value) {
    DraftField field =
        new DraftField(texts.get(key), typed -> part(texts.get(key), List.of(component), typed));
    field.setId("edit-" + component);
    refreshers.add(platform -> field.show(value.apply(platform)));
    return row(texts.get(key), field);
  }

  private void part(String what, List<?> path, @Nullable Object value) {
    String label = texts.get("edit.part", title.getText(), what);
    tools.session().apply(Edits.part(label, id, path, value));
  }

  private static Node row(String label, Region control) {
    Label name = new Label(label);
    name.setLabelFor(control);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    control.setPrefWidth(204);
    HBox row = new HBox(name, spring, control);
    row.getStyleClass().add("editor-row");
    return row;
  }

  private <T> Node choice(
      String key,
      List<T> values,
      String prefix,
      java.util.function.Function<Platform, T> now,
      Consumer<T> chosen) {
    Choice<T> choice =
        new Choice<>(texts.get(key), values, value -> texts.get(prefix + value), chosen);
    choice.setId("choose-" + key);
    refreshers.add(platform -> choice.show(now.apply(platform)));
    return row(texts.get(key), choice);
  }

  private List<Node> price(Platform platform) {
    List<Node> rows = new ArrayList<>();
    rows.add(choice(
        "editor.pricing",
        List.of(StartingPrices.Kind.values()),
        "pricing.",
        each -> StartingPrices.kindOf(each.pricing()),
        this::changePricing));
    switch (platform.pricing()) {
      case Pricing.Rental rental ->
        rows.addAll(figures(FigureSlots.RATE, FigureSlots.INCLUDED_POWER_PRICE));
      case Pricing.Owned owned -> rows.addAll(owned());
      case Pricing.HostedApi api ->
        rows.addAll(
            figures(FigureSlots.API_INPUT, FigureSlots.API_CACHED_INPUT, FigureSlots.API_OUTPUT));
    }
    return rows;
  }

  private void changePricing(StartingPrices.Kind kind) {
    StartingPrices start = new StartingPrices(texts, tools.session().today().toString());
    String label = texts.get("edit.part", title.getText(), texts.get("pricing." + kind));
    tools
        .session()
        .apply(Edits.platform(label, id, old -> start.withKind(old, kind, lastHardware)));
  }

  private List<Node> figures(FigureSlot... slots) {
    List<Node> rows = new ArrayList<>();
    for (FigureSlot slot : slots) {
      rows.add(figure(slot));
    }
    return rows;
  }

  private List<Node> owned() {
    List<Node> rows = new ArrayList<>();
    rows.add(choice(
        "editor.amortization",
        List.of(Amortization.values()),
        "amortization.",
        each -> each.pricing() instanceof Pricing.Owned owned
            ? owned.amortization()
            : Amortization.ANNUITY,
        value ->
            part(texts.get("amortization." + value), List.of("pricing", "amortization"), value)));
    rows.addAll(figures(
        FigureSlots.CAPITAL,
        FigureSlots.LIFE,
        FigureSlots.RESIDUAL,
        FigureSlots.FACILITY_LIFE,
        FigureSlots.FACILITY,
        FigureSlots.COLOCATION,
        FigureSlots.MAINTENANCE,
        FigureSlots.STAFF_AND_SOFTWARE));
    return rows;
  }

  private List<Node> power(Hardware hardware) {
    List<Node> rows = new ArrayList<>(figures(FigureSlots.KW_PER_GPU));
    if (hardware.power() != null) {
      rows.add(choice(
          "editor.powerBasis",
          List.of(PowerBasis.values()),
          "basis.",
          EditorSheet::basisOf,
          value -> part(
              texts.get("basis." + value), List.of("hardware", "power", "powerBasis"), value)));
      rows.addAll(figures(FigureSlots.REFERENCE_PUE, FigureSlots.IDLE_POWER));
    }
    return rows;
  }

  private static PowerBasis basisOf(Platform platform) {
    Hardware hardware = platform.hardware();
    return hardware == null || hardware.power() == null
        ? PowerBasis.UTILITY
        : hardware.power().powerBasis();
  }

  private List<Node> throughput(Platform platform) {
    List<Node> rows = new ArrayList<>();
    if (!platform.operatingPoints().isEmpty()) {
      Label points =
          new Label(texts.get("editor.points", platform.operatingPoints().size()));
      points.setWrapText(true);
      points.getStyleClass().add("muted");
      rows.add(points);
    }
    rows.add(figure(FigureSlots.THROUGHPUT));
    if (platform.throughput() != null) {
      rows.add(figure(FigureSlots.INPUT_THROUGHPUT, texts.get("editor.inputThroughput")));
      rows.add(figure(FigureSlots.OUTPUT_THROUGHPUT, texts.get("editor.outputThroughput")));
      rows.add(figure(FigureSlots.INTERACTIVITY));
    }
    return rows;
  }

  private List<Node> peaks() {
    List<Node> rows = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      for (Sparsity sparsity : Sparsity.values()) {
        rows.add(figure(
            FigureSlots.peak(precision, sparsity),
            texts.get("peak." + sparsity, precision.name())));
      }
    }
    rows.add(quoted());
    return rows;
  }

  private Node quoted() {
    List<QuotedPeak> all = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      for (Sparsity sparsity : Sparsity.values()) {
        all.add(new QuotedPeak(precision, sparsity));
      }
    }
    Choice<QuotedPeak> choice = new Choice<>(
        texts.get("editor.quoted"),
        all,
        peak -> texts.get("peak." + peak.sparsity(), peak.precision().name()),
        peak -> part(texts.get("editor.quoted"), List.of("hardware", "quotedPeak"), peak));
    choice.setId("choose-editor.quoted");
    refreshers.add(platform ->
        choice.show(platform.hardware() == null ? null : platform.hardware().quotedPeak()));
    return row(texts.get("editor.quoted"), choice);
  }

  private List<Node> memory() {
    List<Node> rows = new ArrayList<>(figures(
        FigureSlots.MEMORY_GB,
        FigureSlots.MEMORY_TB_PER_S,
        FigureSlots.SCALE_UP_GPUS,
        FigureSlots.SCALE_UP_GB_PER_S));
    String label = tools.editing().label(Input.GPUS_PER_SYSTEM);
    QuantityField count =
        new QuantityField(Input.GPUS_PER_SYSTEM, label, tools.session().format(), null);
    count.onCommit(value -> part(label, List.of("hardware", "gpusPerSystem"), (int)
        Math.round(Objects.requireNonNull(value))));
    refreshers.add(platform -> {
      Hardware hardware = platform.hardware();
      count.show(hardware == null ? null : (double) hardware.gpusPerSystem());
    });
    rows.add(row(label, count));
    DraftField gpu = new DraftField(
        texts.get("editor.gpu"),
        typed -> part(texts.get("editor.gpu"), List.of("hardware", "gpu"), typed));
    refreshers.add(platform ->
        gpu.show(platform.hardware() == null ? "" : platform.hardware().gpu()));
    rows.add(row(texts.get("editor.gpu"), gpu));
    return rows;
  }

  private List<Node> capabilities() {
    List<Node> rows = new ArrayList<>();
    for (Capability capability : Capability.values()) {
      rows.add(capability(capability));
      rows.add(figure(FigureSlots.multiplier(capability), texts.get("editor.multiplier")));
    }
    return rows;
  }

  private Node capability(Capability capability) {
    String name = texts.get("capability." + capability);
    Choice<Support> support = new Choice<>(
        texts.get("editor.support", name),
        List.of(Support.values()),
        value -> texts.get("answer." + value),
        value -> tools
            .session()
            .apply(Edits.support(
                texts.get("edit.part", title.getText(), name), id, capability, value)));
    ToggleSwitch on = new ToggleSwitch();
    on.setAccessibleText(name);
    on.selectedProperty().addListener((property, before, now) -> switched(capability, now));
    refreshers.add(platform -> {
      CapabilityState state = Edits.stateOf(platform, capability);
      support.show(state.support());
      on.setDisable(state.support() == Support.NO);
      on.setSelected(state.on());
    });
    Label label = new Label(name);
    label.getStyleClass().add("capability-name");
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox row = new HBox(label, spring, support, on);
    row.getStyleClass().add("editor-row");
    return row;
  }

  private void switched(Capability capability, boolean on) {
    tools.session().document().current().platform(id).ifPresent(platform -> {
      if (Edits.stateOf(platform, capability).on() != on) {
        String key = on ? "edit.capabilityOn" : "edit.capabilityOff";
        String label = texts.get(key, platform.name(), texts.get("capability." + capability));
        tools.session().apply(Edits.capability(label, id, capability, on));
      }
    });
  }
}
