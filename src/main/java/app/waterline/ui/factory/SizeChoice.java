package app.waterline.ui.factory;

import app.waterline.chart.FactoryCharts;
import app.waterline.document.Edits;
import app.waterline.engine.Explained;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.model.Input;
import app.waterline.model.Sizing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.QuantityField;
import app.waterline.ui.control.Spoken;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the plan starts from: one of five amounts. */
final class SizeChoice extends VBox {
  private static final MathContext TWO_DIGITS = new MathContext(2);
  private static final Map<Sizing.Basis, Double> USUAL = Map.of(
      Sizing.Basis.MEGAWATTS, 10.0,
      Sizing.Basis.GPUS, 1_000.0,
      Sizing.Basis.CAPITAL, 100e6,
      Sizing.Basis.TOKENS_PER_DAY, 1e12,
      Sizing.Basis.USERS, 10_000.0);

  private final Session session;
  private final Texts texts;
  private final ComboBox<Sizing.Basis> basis = new ComboBox<>();
  private final Map<Sizing.Basis, QuantityField> fields = new EnumMap<>(Sizing.Basis.class);
  private final StackPane amount = new StackPane();
  private @Nullable Plan plan;
  private boolean showing;

  SizeChoice(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    basis.setId("size-basis");
    basis
        .getItems()
        .setAll(
            Sizing.Basis.MEGAWATTS,
            Sizing.Basis.GPUS,
            Sizing.Basis.CAPITAL,
            Sizing.Basis.TOKENS_PER_DAY,
            Sizing.Basis.USERS);
    basis.setConverter(converter());
    basis.setPromptText(texts.get("basis.none"));
    Spoken.name(basis, texts.get("factory.basis"));
    basis.setAccessibleHelp(texts.get("help.SIZING"));
    Hints.show(basis, texts.get("help.SIZING"));
    basis.setMaxWidth(Double.MAX_VALUE);
    basis.valueProperty().addListener((property, before, now) -> chosen(now));
    for (Sizing.Basis each : Sizing.Basis.values()) {
      fields.put(each, field(each));
    }
    getStyleClass().add("plan-rows");
    getChildren().addAll(basis, amount);
  }

  private StringConverter<Sizing.Basis> converter() {
    return new StringConverter<>() {
      @Override
      public String toString(Sizing.@Nullable Basis each) {
        return each == null ? "" : texts.get("basis." + each.name());
      }

      @Override
      public Sizing.Basis fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    };
  }

  private QuantityField field(Sizing.Basis each) {
    QuantityField field = new QuantityField(
        Input.SIZING,
        FactoryCharts.unit(each),
        texts.get("basis." + each.name()),
        session.format(),
        null);
    field.editor().setId("size-" + each.name());
    field.onCommit(value -> size(each, value));
    field.onGesture(
        () -> session.document().beginGesture(Sizing.class), session.document()::endGesture);
    field.setAccessibleHelp(texts.get("help.SIZING"));
    return field;
  }

  private void size(Sizing.Basis each, @Nullable Double value) {
    if (value != null) {
      Sizing next = new Sizing(each, value);
      Sizing before = session.document().origin(Sizing.class).scenario().sizing();
      session.apply(Edits.sizing(texts.get("edit.sizing", shown(before), shown(next)), next));
    }
  }

  private String shown(@Nullable Sizing sizing) {
    return sizing == null
        ? "–"
        : session.format().format(sizing.amount(), FactoryCharts.unit(sizing.basis()));
  }

  /** Another basis begins with what the plan has of it now. */
  private void chosen(Sizing.@Nullable Basis next) {
    if (!showing && next != null) {
      size(next, begin(next));
    }
  }

  private double begin(Sizing.Basis next) {
    return Optional.ofNullable(plan).stream()
        .flatMap(made -> made.platforms().stream())
        .flatMap(each -> planned(each, next).stream())
        .findFirst()
        .orElse(USUAL.getOrDefault(next, 1.0));
  }

  private static Optional<Double> planned(PlatformPlan each, Sizing.Basis next) {
    PlanMetric metric = switch (next) {
      case GPUS -> PlanMetric.GPUS;
      case MEGAWATTS -> PlanMetric.MEGAWATTS;
      case CAPITAL -> PlanMetric.CAPITAL;
      case TOKENS_PER_DAY -> PlanMetric.TOKENS_PER_DAY;
      case USERS -> PlanMetric.CONCURRENT_USERS;
    };
    return each.of(metric).figure().map(Explained::value).map(SizeChoice::round);
  }

  private static double round(double value) {
    return BigDecimal.valueOf(value).round(TWO_DIGITS).doubleValue();
  }

  void show(Plan next) {
    plan = next;
    Sizing sizing = next.evaluation().workspace().scenario().sizing();
    showing = true;
    basis.setValue(sizing == null ? null : sizing.basis());
    showing = false;
    amount.setVisible(sizing != null);
    amount.setManaged(sizing != null);
    if (sizing != null) {
      QuantityField field = fields.get(sizing.basis());
      if (field != null) {
        if (!amount.getChildren().contains(field)) {
          amount.getChildren().setAll(field);
        }
        field.show(sizing.amount());
      }
    }
  }
}
