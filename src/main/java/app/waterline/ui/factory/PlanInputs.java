package app.waterline.ui.factory;

import app.waterline.document.PlanSlot;
import app.waterline.engine.BestSoFar;
import app.waterline.engine.Explained;
import app.waterline.engine.plan.MeasuredGrowth;
import app.waterline.engine.plan.Plan;
import app.waterline.model.Input;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import app.waterline.model.Workload;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.QuantityField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The inputs of a plan, each editable in place. */
final class PlanInputs extends VBox {
  private static final double FIGURE_WIDTH = 72;
  private static final double WORD_WIDTH = 80;
  private final Session session;
  private final Texts texts;
  private final Editing editing;
  private final SizeChoice size;
  private final DayShape day;
  private final Map<PlanSlot, QuantityField> fields = new EnumMap<>(PlanSlot.class);
  private final Label measured = new Label();
  private final Button useMeasured = new Button();
  private final VBox growth = new VBox();
  private @Nullable Grown grown;
  private @Nullable Explained found;

  PlanInputs(Session session, Texts texts, Texts words) {
    this.session = session;
    this.texts = texts;
    this.editing = new Editing(session, words);
    this.size = new SizeChoice(session, texts);
    this.day = new DayShape(session, texts);
    getStyleClass().add("plan-inputs");
    List<Node> children = new ArrayList<>();
    children.add(heading("factory.size"));
    children.add(size);
    children.add(row(PlanSlot.SPARE_SYSTEMS));
    children.add(row(PlanSlot.PEAK_TO_AVERAGE));
    children.add(day);
    children.add(heading("factory.years"));
    for (PlanSlot slot :
        List.of(PlanSlot.HORIZON_YEARS, PlanSlot.RAMP_UP_MONTHS, PlanSlot.THROUGHPUT_GROWTH)) {
      children.add(row(slot));
    }
    children.add(growth());
    for (PlanSlot slot :
        List.of(PlanSlot.TOKEN_PRICE_DECLINE, PlanSlot.POWER_INFLATION, PlanSlot.TAX_RATE)) {
      children.add(row(slot));
    }
    getChildren().addAll(children);
  }

  private Label heading(String key) {
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().add("panel-title");
    return heading;
  }

  private Node growth() {
    measured.setWrapText(true);
    measured.getStyleClass().add("plan-hint");
    growth.getStyleClass().add("plan-growth");
    useMeasured.setId("use-growth");
    useMeasured.getStyleClass().add("link-button");
    useMeasured.setOnAction(event -> {
      Explained rate = found;
      if (rate != null) {
        editing.plan(PlanSlot.THROUGHPUT_GROWTH, rounded(rate.value()));
      }
    });
    return growth;
  }

  private static double rounded(double share) {
    return Math.rint(share * 1000) / 1000;
  }

  private Node row(PlanSlot slot) {
    String label = editing.label(slot.input());
    QuantityField field = new QuantityField(
        slot.input(),
        label,
        session.format(),
        slot.isOptional() ? editing.none(slot.name()) : null);
    field.editor().setId("plan-" + slot);
    if (slot != PlanSlot.HORIZON_YEARS && slot != PlanSlot.RAMP_UP_MONTHS) {
      field.brief();
    }
    field.onCommit(value -> editing.plan(slot, value));
    field.onGesture(() -> editing.begin(slot), editing::end);
    field.setPrefWidth(slot.isOptional() ? WORD_WIDTH : FIGURE_WIDTH);
    field.editor().setPrefColumnCount(3);
    field.setMinWidth(slot.isOptional() ? WORD_WIDTH : 40);
    String help = texts.get("help." + slot.name());
    field.setAccessibleHelp(help);
    fields.put(slot, field);
    Label name = new Label(label);
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    Hints.show(name, help);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox row = new HBox(name, spring, field);
    row.getStyleClass().add("plan-row");
    return row;
  }

  void show(Plan plan) {
    Scenario scenario = plan.evaluation().workspace().scenario();
    size.show(plan);
    day.show(scenario);
    fields.forEach((slot, field) -> field.show(slot.of(scenario).orElse(null)));
    boolean shaped =
        scenario.planning() != null && !scenario.planning().hourlyLoad().isEmpty();
    QuantityField peak = fields.get(PlanSlot.PEAK_TO_AVERAGE);
    if (peak != null) {
      peak.setDisable(shaped);
    }
    showGrowth(plan);
  }

  /** The dated measurements say how fast software has improved; the platform with most of them speaks. */
  private void showGrowth(Plan plan) {
    List<Platform> platforms = plan.evaluation().workspace().platforms();
    Workload workload = plan.evaluation().workspace().scenario().workload();
    Grown key = new Grown(platforms.stream().map(Platform::operatingPoints).toList(), workload);
    if (key.equals(grown)) {
      return;
    }
    grown = key;
    found = null;
    growth.getChildren().clear();
    List<Platform> mostMeasured = platforms.stream()
        .sorted(Comparator.comparingInt(each -> -each.operatingPoints().size()))
        .toList();
    for (Platform platform : mostMeasured) {
      Optional<MeasuredGrowth> known =
          MeasuredGrowth.of(BestSoFar.of(platform, workload, null, TokenCount.TOTAL));
      if (known.isPresent()) {
        showGrowth(platform, known.get());
        return;
      }
    }
  }

  private void showGrowth(Platform platform, MeasuredGrowth known) {
    measured.setText(texts.get(
        "growth.measured",
        platform.name(),
        session.format().ratio(known.factor()),
        known.first().date(),
        known.last().date()));
    growth.getChildren().add(measured);
    found = known
        .perYear()
        .figure()
        .filter(rate -> Input.THROUGHPUT_GROWTH.domain().contains(rounded(rate.value())))
        .orElse(null);
    Explained rate = found;
    if (rate != null) {
      useMeasured.setText(
          texts.get("growth.apply", session.format().number(rate.value(), Unit.SHARE_PER_YEAR)));
      Hints.show(useMeasured, session.format().phrases().formula(rate.formula()));
      growth.getChildren().add(useMeasured);
    }
  }

  /** What the growth is read off. */
  private record Grown(List<List<OperatingPoint>> points, Workload workload) {}
}
