package app.waterline.chart;

import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.engine.plan.CashYear;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a plan into its pictures: the flow from power to money, and the money year by year. */
public final class FactoryCharts {
  /** Money that is drawn in a bar, in the order in which it is stacked. */
  private enum Money {
    REVENUE("cash-revenue", CashYear::revenue),
    RESIDUAL("cash-residual", CashYear::residual),
    RUNNING_COST("cash-running", CashYear::runningCost),
    CAPITAL("cash-capital", CashYear::capital),
    TAX("cash-tax", CashYear::tax);

    private final String token;
    private final Function<CashYear, Explained> amount;

    Money(String token, Function<CashYear, Explained> amount) {
      this.token = token;
      this.amount = amount;
    }

    private boolean flowsIn(List<CashYear> rows) {
      return this == REVENUE || rows.stream().anyMatch(row -> amount.apply(row).value() != 0);
    }
  }

  /** A stage of the flow: what leads on, what it is weighed by, and what belongs to it. */
  private record Stage(
      String key, PlanMetric lead, @Nullable PlanMetric weight, List<PlanMetric> details) {}

  private static final List<Stage> STAGES = List.of(
      new Stage(
          "power",
          PlanMetric.MEGAWATTS,
          PlanMetric.MEGAWATTS,
          List.of(PlanMetric.RACK_MEGAWATTS, PlanMetric.METER_MEGAWATTS)),
      new Stage(
          "systems",
          PlanMetric.SYSTEMS,
          null,
          List.of(PlanMetric.RACKS, PlanMetric.SPARE_SYSTEMS, PlanMetric.CAPITAL)),
      new Stage(
          "gpus",
          PlanMetric.GPUS,
          PlanMetric.GPUS,
          List.of(PlanMetric.UTILIZATION, PlanMetric.CONCURRENT_USERS)),
      new Stage(
          "tokens",
          PlanMetric.TOKENS_PER_DAY,
          PlanMetric.TOKENS_PER_DAY,
          List.of(PlanMetric.COST_PER_MILLION_TOKENS, PlanMetric.REVENUE_PER_MILLION_TOKENS)),
      new Stage(
          "money",
          PlanMetric.REVENUE_PER_YEAR,
          PlanMetric.REVENUE_PER_YEAR,
          List.of(PlanMetric.COST_PER_YEAR, PlanMetric.GROSS_MARGIN, PlanMetric.PAYBACK_YEARS)));

  private final Plan plan;
  private final ChartTexts texts;

  private FactoryCharts(Plan plan, ChartTexts texts) {
    this.plan = plan;
    this.texts = texts;
  }

  /** From power to money, a lane for each platform. */
  public static FlowChart flow(Plan plan, ChartTexts texts) {
    return new FactoryCharts(plan, texts).flow();
  }

  /**
   * The cash flow of one platform as bars, and the cumulated line of every platform.
   *
   * @param platform the id of the platform whose bars are drawn
   */
  public static CashFlowChart cash(Plan plan, String platform, ChartTexts texts) {
    return new FactoryCharts(plan, texts).cash(platform);
  }

  /** Which platform pays back first, in a sentence. */
  public static String verdict(Plan plan, ChartTexts texts) {
    return new FactoryCharts(plan, texts).cashTitle();
  }

  private FlowChart flow() {
    List<String> notes = new ArrayList<>();
    if (plan.platforms().size() > 1) {
      notes.add(texts.get("flow.scale"));
    }
    return new FlowChart(
        flowTitle(),
        subtitle(),
        STAGES.stream().map(stage -> texts.get("flow.stage." + stage.key())).toList(),
        plan.platforms().stream().map(this::lane).toList(),
        notes);
  }

  private FlowChart.Lane lane(PlatformPlan each) {
    return new FlowChart.Lane(
        each.platform().id(),
        each.platform().name(),
        each.platform().color(),
        isBaseline(each),
        STAGES.stream().map(stage -> step(each, stage)).toList(),
        texts.say(each.decision().sentence()));
  }

  private boolean isBaseline(PlatformPlan each) {
    return each.platform().id().equals(plan.evaluation().workspace().baseline());
  }

  private FlowChart.Step step(PlatformPlan each, Stage stage) {
    return new FlowChart.Step(
        reading(each, stage.lead()),
        share(each, stage.weight()),
        stage.details().stream()
            .filter(metric -> says(each, metric))
            .map(metric -> reading(each, metric))
            .toList());
  }

  /** A spare that is not there and a second power that is not known add nothing to the picture. */
  private static boolean says(PlatformPlan each, PlanMetric metric) {
    return switch (each.of(metric)) {
      case Explained figure -> metric != PlanMetric.SPARE_SYSTEMS || figure.value() > 0;
      case NotAvailable missing ->
        metric == PlanMetric.PAYBACK_YEARS || metric == PlanMetric.GROSS_MARGIN;
    };
  }

  private @Nullable Double share(PlatformPlan each, @Nullable PlanMetric weight) {
    if (weight == null || !(each.of(weight) instanceof Explained figure)) {
      return null;
    }
    double largest = plan.platforms().stream()
        .flatMap(other -> other.of(weight).figure().stream())
        .mapToDouble(Explained::value)
        .max()
        .orElse(0);
    return largest > 0 ? figure.value() / largest : null;
  }

  private FlowChart.Reading reading(PlatformPlan each, PlanMetric metric) {
    Datum datum = datum(each.of(metric), metric.unit());
    String name = texts.get("plan." + metric.key());
    String brief = switch (datum) {
      case Datum.Known known -> texts.get("flow.brief." + metric.key(), known.label());
      case Datum.Missing missing ->
        metric == PlanMetric.PAYBACK_YEARS && !each.cashFlow().isEmpty()
            ? texts.get(putsMoneyIn(each) ? "flow.brief.neverBack" : "flow.brief.nothingBack")
            : texts.get("flow.brief", name, texts.say(missing.reason()));
    };
    return new FlowChart.Reading(metric.key(), name, metric.unit(), datum, brief);
  }

  private static boolean putsMoneyIn(PlatformPlan each) {
    return each.cashFlow().stream().anyMatch(year -> year.cumulative().value() < 0);
  }

  private Datum datum(Result result, Unit unit) {
    return switch (result) {
      case Explained figure -> known(figure, unit);
      case NotAvailable missing -> new Datum.Missing(missing.reason());
    };
  }

  private Datum.Known known(Explained figure, Unit unit) {
    return new Datum.Known(
        figure.value(), texts.format().number(figure.value(), unit), figure.quality());
  }

  private String flowTitle() {
    List<PlatformPlan> ranked = ranked(PlanMetric.TOKENS_PER_DAY).reversed();
    Sizing sizing = plan.evaluation().workspace().scenario().sizing();
    if (sizing == null) {
      return texts.get("flow.title.size");
    }
    if (ranked.isEmpty()) {
      return texts.get(plan.platforms().isEmpty() ? "finding.empty" : "flow.title.none");
    }
    String size = size(sizing);
    PlatformPlan best = ranked.getFirst();
    String tokens = shown(best, PlanMetric.TOKENS_PER_DAY);
    return switch (sizing.basis()) {
      case TOKENS_PER_DAY, USERS -> forDemand(size);
      case GPUS, MEGAWATTS, CAPITAL ->
        ranked.size() == 1
            ? texts.get("flow.title.one", size, name(best), tokens)
            : texts.get(
                "flow.title",
                size,
                name(best),
                tokens,
                texts
                    .format()
                    .ratio(value(best, PlanMetric.TOKENS_PER_DAY)
                        / value(rival(ranked), PlanMetric.TOKENS_PER_DAY)),
                name(rival(ranked)));
    };
  }

  /** A demand is the same for all: the fewer GPUs, the better. */
  private String forDemand(String size) {
    List<PlatformPlan> ranked = ranked(PlanMetric.GPUS);
    if (ranked.isEmpty()) {
      return texts.get("flow.title.none");
    }
    PlatformPlan best = ranked.getFirst();
    String gpus = shown(best, PlanMetric.GPUS);
    return ranked.size() == 1
        ? texts.get("flow.demand.one", size, gpus, name(best))
        : texts.get(
            "flow.demand",
            size,
            gpus,
            name(best),
            shown(rival(ranked), PlanMetric.GPUS),
            name(rival(ranked)));
  }

  /** The baseline; where that is the best itself or has no figure, the runner-up. */
  private PlatformPlan rival(List<PlatformPlan> ranked) {
    return ranked.stream().skip(1).filter(this::isBaseline).findFirst().orElse(ranked.get(1));
  }

  /** The platforms that have a figure, the smallest first. */
  private List<PlatformPlan> ranked(PlanMetric metric) {
    return plan.platforms().stream()
        .filter(each -> each.of(metric) instanceof Explained)
        .sorted(Comparator.comparingDouble(each -> value(each, metric)))
        .toList();
  }

  private static double value(PlatformPlan each, PlanMetric metric) {
    return each.of(metric).figure().map(Explained::value).orElse(Double.NaN);
  }

  private static String name(PlatformPlan each) {
    return each.platform().name();
  }

  private String shown(PlatformPlan each, PlanMetric metric) {
    return texts.format().format(value(each, metric), metric.unit());
  }

  private String size(Sizing sizing) {
    return texts.format().format(sizing.amount(), unit(sizing.basis()));
  }

  /** What an amount of this basis is counted in. */
  public static Unit unit(Sizing.Basis basis) {
    return switch (basis) {
      case GPUS -> Unit.GPUS;
      case MEGAWATTS -> Unit.MEGAWATTS;
      case CAPITAL -> Unit.DOLLARS;
      case TOKENS_PER_DAY -> Unit.TOKENS_PER_DAY;
      case USERS -> Unit.USERS;
    };
  }

  private String subtitle() {
    Scenario scenario = plan.evaluation().workspace().scenario();
    List<String> parts = new ArrayList<>();
    Optional.ofNullable(scenario.sizing()).map(this::size).ifPresent(parts::add);
    Optional.ofNullable(scenario.workload().model()).ifPresent(parts::add);
    boolean demanded = scenario.sizing() != null
        && (scenario.sizing().basis() == Sizing.Basis.TOKENS_PER_DAY
            || scenario.sizing().basis() == Sizing.Basis.USERS);
    if (!demanded) {
      parts.add(texts.get(
          "subtitle.utilization", texts.format().number(scenario.utilization(), Unit.SHARE)));
    }
    Double target = scenario.targetInteractivity();
    if (target != null) {
      parts.add(texts.get(
          "subtitle.target", texts.format().format(target, Unit.TOKENS_PER_SECOND_PER_USER)));
    }
    parts.add(prices(scenario));
    return String.join(" · ", parts);
  }

  private String prices(Scenario scenario) {
    return scenario.tokenPrices() == null
        ? texts.get("factory.unsold")
        : texts.get(
            "factory.sold",
            texts
                .format()
                .format(scenario.tokenPrices().output(), Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS));
  }

  private CashFlowChart cash(String platform) {
    Optional<PlatformPlan> chosen = plan.platforms().stream()
        .filter(each -> each.platform().id().equals(platform))
        .findFirst();
    List<CashYear> rows = chosen.map(PlatformPlan::cashFlow).orElse(List.of());
    List<Money> kinds = rows.isEmpty()
        ? List.of()
        : Stream.of(Money.values()).filter(m -> m.flowsIn(rows)).toList();
    return new CashFlowChart(
        cashTitle(),
        cashSubtitle(chosen),
        new Axis(texts.get("cash.axis"), Unit.DOLLARS, Scale.LINEAR),
        kinds.stream()
            .map(kind -> new CashFlowChart.Flow(texts.get("cash." + kind), kind.token))
            .toList(),
        rows.stream().map(row -> year(row, kinds)).toList(),
        plan.platforms().stream()
            .filter(each -> !each.cashFlow().isEmpty())
            .map(each -> line(each, platform))
            .toList(),
        withoutCashFlow());
  }

  private CashFlowChart.Year year(CashYear row, List<Money> kinds) {
    boolean whole = row.end() == row.year();
    return new CashFlowChart.Year(
        whole ? String.valueOf(row.year()) : texts.format().number(row.end(), Unit.NONE),
        row.end(),
        kinds.stream().map(kind -> known(kind.amount.apply(row), Unit.DOLLARS)).toList(),
        known(row.net(), Unit.DOLLARS));
  }

  private CashFlowChart.Line line(PlatformPlan each, String platform) {
    return new CashFlowChart.Line(
        each.platform().id(),
        name(each),
        each.platform().color(),
        each.platform().id().equals(platform),
        each.cashFlow().stream()
            .map(row -> new CashFlowChart.Point(row.end(), known(row.cumulative(), Unit.DOLLARS)))
            .toList(),
        payback(each));
  }

  private Datum payback(PlatformPlan each) {
    return switch (each.of(PlanMetric.PAYBACK_YEARS)) {
      case Explained years ->
        new Datum.Known(
            years.value(), texts.format().format(years.value(), Unit.YEARS), years.quality());
      case NotAvailable never -> new Datum.Missing(never.reason());
    };
  }

  private List<String> withoutCashFlow() {
    return plan.platforms().stream()
        .filter(each -> each.cashFlow().isEmpty())
        .flatMap(each -> Stream.of(each.of(PlanMetric.NPV))
            .filter(NotAvailable.class::isInstance)
            .map(NotAvailable.class::cast)
            .map(why -> texts.get("cash.left", name(each), texts.say(why.reason()))))
        .toList();
  }

  private String cashTitle() {
    List<PlatformPlan> paid = ranked(PlanMetric.PAYBACK_YEARS);
    if (!paid.isEmpty()) {
      return paidBack(paid);
    }
    List<PlatformPlan> worth = ranked(PlanMetric.NPV).reversed();
    if (worth.isEmpty()) {
      return texts.get("cash.title.none");
    }
    PlatformPlan best = worth.getFirst();
    boolean invests = best.cashFlow().getFirst().net().value() < 0;
    return texts.get(
        invests ? "cash.title.never" : "cash.title.worth",
        name(best),
        shown(best, PlanMetric.NPV),
        years());
  }

  private String paidBack(List<PlatformPlan> paid) {
    PlatformPlan first = paid.getFirst();
    String after = shown(first, PlanMetric.PAYBACK_YEARS);
    Optional<PlatformPlan> other = plan.platforms().stream()
        .filter(each -> !each.platform().id().equals(first.platform().id())
            && !each.cashFlow().isEmpty())
        .findFirst();
    if (other.isEmpty()) {
      return texts.get("cash.title.one", name(first), after);
    }
    return switch (other.get().of(PlanMetric.PAYBACK_YEARS)) {
      case Explained years ->
        texts.get(
            "cash.title.first",
            name(first),
            after,
            name(paid.get(1)),
            shown(paid.get(1), PlanMetric.PAYBACK_YEARS));
      case NotAvailable never ->
        texts.get(
            "cash.title.only", name(first), after, name(other.get()), texts.say(never.reason()));
    };
  }

  private String years() {
    return texts
        .format()
        .format(plan.evaluation().workspace().scenario().horizonYears(), Unit.YEARS);
  }

  private String cashSubtitle(Optional<PlatformPlan> chosen) {
    Scenario scenario = plan.evaluation().workspace().scenario();
    return texts.get(
        "cash.subtitle",
        chosen.map(FactoryCharts::name).orElse(""),
        years(),
        texts.format().number(scenario.costOfCapital(), Unit.SHARE_PER_YEAR),
        subtitle());
  }
}
