package app.waterline.export.deck;

import app.waterline.chart.BarChart;
import app.waterline.chart.BreakEvenWords;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.CompareCharts;
import app.waterline.chart.Datum;
import app.waterline.chart.DistributionChart;
import app.waterline.chart.FactoryCharts;
import app.waterline.chart.FlowChart;
import app.waterline.chart.FrontierCharts;
import app.waterline.chart.IcebergChart;
import app.waterline.chart.IcebergCharts;
import app.waterline.chart.LineChart;
import app.waterline.chart.Scale;
import app.waterline.chart.Speed;
import app.waterline.chart.StackChart;
import app.waterline.document.Levers;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.Planner;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.engine.why.Outcome;
import app.waterline.export.image.WhatIf;
import app.waterline.model.Evidence;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns an evaluation into what slides say. */
public final class Storyboard {
  private static final LocalDate UNDATED = LocalDate.of(2000, 1, 1);
  private static final int MOST_NAMES = 4;
  private static final List<PlanMetric> FLOW = List.of(
      PlanMetric.MEGAWATTS,
      PlanMetric.GPUS,
      PlanMetric.TOKENS_PER_DAY,
      PlanMetric.COST_PER_YEAR,
      PlanMetric.REVENUE_PER_YEAR);
  private static final List<PlanMetric> MONEY =
      List.of(PlanMetric.PAYBACK_YEARS, PlanMetric.NPV, PlanMetric.IRR);

  private final Evaluation evaluation;
  private final DeckTexts texts;
  private final WhatIf questions;

  /**
   * @param evaluation the figures
   * @param texts words and numbers
   */
  public Storyboard(Evaluation evaluation, ChartTexts texts) {
    this.evaluation = evaluation;
    this.texts = new DeckTexts(texts);
    this.questions = new WhatIf(evaluation, texts);
  }

  /** The chosen slides, with the titles that somebody wrote anew. */
  public Deck deck(DeckOptions options) {
    List<Slide> all = options.slides().isEmpty()
        ? slides(SlideKind.USUAL, options.titles()).stream()
            .filter(slide -> !(slide.content() instanceof SlideContent.Missing))
            .toList()
        : slides(options.slides(), options.titles());
    return new Deck(evaluation.workspace().title(), date(), all);
  }

  /** The chosen slides, with the given titles by the id of their slide. */
  public List<Slide> slides(List<SlideKind> kinds, Map<String, String> titles) {
    return kinds.stream().map(this::slide).map(slide -> slide.titled(titles)).toList();
  }

  /** The slides that a deck has only where they are asked for, and that the figures can fill. */
  public List<Slide> more() {
    return Arrays.stream(SlideKind.values())
        .filter(each -> !SlideKind.USUAL.contains(each))
        .map(this::slide)
        .filter(slide -> !(slide.content() instanceof SlideContent.Missing))
        .toList();
  }

  /** One slide; where the figures for it are missing, it says why. */
  public Slide slide(SlideKind kind) {
    if (evaluation.platforms().isEmpty() && kind != SlideKind.TITLE) {
      return missing(kind, texts.get("missing.title"), texts.get("empty.platforms"));
    }
    return switch (kind) {
      case TITLE -> cover();
      case ICEBERG -> iceberg();
      case TABLE -> new ComparisonTable(evaluation, texts).slide();
      case FRONTIER -> frontier();
      case BRIDGE -> bridge();
      case TORNADO -> tornado();
      case FACTORY -> planned(kind);
      case CASH_FLOW -> planned(kind);
      case ASSUMPTIONS -> new AssumptionTable(evaluation, texts).slide();
      case COST -> cost();
      case OVER_TIME -> overTime();
      case COST_STACK -> answer(kind, shortened(questions.costStack()));
      case DISTRIBUTION -> answer(kind, questions.distribution(DistributionChart.Shape.HISTOGRAM));
      case CUMULATIVE -> answer(kind, questions.distribution(DistributionChart.Shape.CUMULATIVE));
      case WINNER_MAP -> answer(kind, questions.winners());
      case BREAK_EVEN -> breakEven();
    };
  }

  /**
   * A slide of any chart of the evaluation, with the account of its headline.
   *
   * @param id stable; titles are overridden by it
   */
  public Slide slide(String id, ChartSpec spec) {
    return chart(id, spec, List.of(evaluation.headline()));
  }

  private Slide chart(String id, ChartSpec spec, List<Metric> metrics) {
    Account account = new Account(texts).add(evaluation.platforms(), metrics);
    return new Slide(
        id,
        spec.title(),
        spec.subtitle(),
        new SlideContent.Chart(spec),
        account.footing(remarks(spec, id)),
        account.notes(List.of(spec.describe(texts.charts()))));
  }

  /** What must be known beside a chart, and which platforms have no figure in it. */
  private List<String> remarks(ChartSpec spec, String id) {
    List<String> remarks = new ArrayList<>(spec.notes());
    // The bars and curves of the slide are native and have none.
    remarks.remove(texts.charts().whiskers());
    remarks.remove(texts.charts().strongerPart());
    if (id.equals(SlideKind.COST.key())) {
      remarks.addAll(
          texts.charts().ranges(evaluation, evaluation.headline(), Levers.bands(evaluation)));
    }
    if (spec instanceof BarChart bars) {
      bars.bars().forEach(bar -> missing(bar.name(), bar.datum()).ifPresent(remarks::add));
    }
    if (spec instanceof LineChart lines && lines.target() != null) {
      for (LineChart.Reading reading : lines.target().readings()) {
        if (reading.datum() instanceof Datum.Missing missing) {
          remarks.add(texts.get(
              "table.note", reading.platform(), texts.charts().missing(missing.reason())));
        }
      }
    }
    return remarks;
  }

  private Optional<String> missing(String name, Datum datum) {
    return datum instanceof Datum.Missing missing
        ? Optional.of(texts.get("table.note", name, texts.charts().missing(missing.reason())))
        : Optional.empty();
  }

  static Slide missing(SlideKind kind, String title, String reason) {
    return new Slide(
        kind.key(), title, "", new SlideContent.Missing(reason), Slide.Footing.NONE, reason);
  }

  private Slide cover() {
    BarChart headline = headline();
    List<String> lines = new ArrayList<>();
    if (!evaluation.platforms().isEmpty()) {
      lines.add(texts.get("cover.platforms", names()));
    }
    String latest = latest();
    lines.add(latest.isEmpty() ? texts.get("cover.undated") : texts.get("cover.asOf", latest));
    return new Slide(
        SlideKind.TITLE.key(),
        evaluation.workspace().title(),
        headline.title(),
        new SlideContent.Cover(lines),
        Slide.Footing.NONE,
        Objects.requireNonNullElse(evaluation.workspace().notes(), ""));
  }

  private BarChart headline() {
    return CompareCharts.bars(evaluation, evaluation.headline(), Scale.LINEAR, texts.charts());
  }

  private String names() {
    List<String> names =
        evaluation.platforms().stream().map(each -> each.platform().name()).toList();
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : "%s, … (%d)".formatted(String.join(", ", names.subList(0, MOST_NAMES - 1)), names.size());
  }

  private Slide iceberg() {
    IcebergChart chart = IcebergCharts.of(evaluation, texts.charts(), Levers.bands(evaluation));
    Account account =
        new Account(texts).add(evaluation.platforms(), List.of(evaluation.headline()));
    chart.bergs().stream()
        .flatMap(berg -> berg.layers().stream().map(layer -> layer(berg, layer)))
        .forEach(account::saying);
    account.marking(chart.bergs().stream()
        .flatMap(berg -> berg.layers().stream())
        .map(IcebergChart.Layer::quality));
    account.citing(chart.bergs().stream()
        .flatMap(berg -> berg.layers().stream())
        .flatMap(layer -> layer.why().sources().stream()));
    return new Slide(
        SlideKind.ICEBERG.key(),
        chart.title(),
        chart.subtitle(),
        new SlideContent.Chart(chart),
        account.footing(chart.notes()),
        account.notes(List.of(chart.describe(texts.charts()))));
  }

  private String layer(IcebergChart.Berg berg, IcebergChart.Layer layer) {
    String grounds =
        layer.why().grounds().stream().map(each -> "\n  " + each).collect(Collectors.joining());
    return "%s: %s %s, %s\n  %s%s"
        .formatted(
            berg.name(),
            layer.name(),
            layer.label(),
            texts.charts().quality(layer.quality()),
            layer.why().sentence(),
            grounds);
  }

  private Slide frontier() {
    return hasRuns()
        ? chart(
            SlideKind.FRONTIER.key(),
            new FrontierCharts(texts.charts())
                .chart(
                    evaluation,
                    Metric.TOKENS_PER_SECOND_PER_GPU,
                    Speed.INTERACTIVITY,
                    Levers.bands(evaluation)),
            List.of(Metric.TOKENS_PER_SECOND_PER_GPU))
        : missing(SlideKind.FRONTIER, texts.get("frontier.title"), texts.get("frontier.noRuns"));
  }

  private Slide overTime() {
    return hasRuns()
        ? chart(
            SlideKind.OVER_TIME.key(),
            new FrontierCharts(texts.charts())
                .overTime(evaluation, Metric.TOKENS_PER_SECOND_PER_GPU),
            List.of(Metric.TOKENS_PER_SECOND_PER_GPU))
        : missing(SlideKind.OVER_TIME, texts.get("frontier.title"), texts.get("frontier.noRuns"));
  }

  private boolean hasRuns() {
    return evaluation.platforms().stream()
        .anyMatch(each -> !each.platform().operatingPoints().isEmpty());
  }

  private Slide bridge() {
    return questions.priced() < 2
        ? missing(SlideKind.BRIDGE, texts.get("bridge.title"), texts.get("bridge.one"))
        : answer(SlideKind.BRIDGE, questions.bridge());
  }

  private Slide tornado() {
    return questions.priced() == 0
        ? missing(SlideKind.TORNADO, texts.get("tornado.title"), texts.get("tornado.none"))
        : slide(SlideKind.TORNADO.key(), questions.tornado());
  }

  private Slide answer(SlideKind kind, Outcome<ChartSpec> answer) {
    return switch (answer) {
      case Outcome.Found<ChartSpec> found -> slide(kind.key(), found.value());
      case Outcome.None<ChartSpec> none -> unanswered(kind, none.reason());
    };
  }

  private Outcome<ChartSpec> shortened(Outcome<ChartSpec> stack) {
    return stack.then(found -> new Outcome.Found<>(
        found instanceof StackChart all ? new BriefStack(all, texts).chart() : found));
  }

  private Slide unanswered(SlideKind kind, String reason) {
    return missing(
        kind,
        texts.optional(kind.key() + ".title").orElseGet(() -> texts.get("missing.title")),
        texts.optional("reason." + reason).orElseGet(() -> texts.charts().say(reason)));
  }

  private Slide breakEven() {
    return switch (questions.breakEvens()) {
      case Outcome.Found<BreakEvenWords> found -> breakEven(found.value());
      case Outcome.None<BreakEvenWords> none -> unanswered(SlideKind.BREAK_EVEN, none.reason());
    };
  }

  private Slide breakEven(BreakEvenWords words) {
    Account account =
        new Account(texts).add(evaluation.platforms(), List.of(evaluation.headline()));
    return new Slide(
        SlideKind.BREAK_EVEN.key(),
        words.title(),
        words.subtitle(),
        new SlideContent.Table(new BreakEvenTable(words).content()),
        account.footing(List.of()),
        account.notes(List.of(words.subtitle())));
  }

  private Slide planned(SlideKind kind) {
    if (evaluation.workspace().scenario().sizing() == null) {
      return missing(kind, texts.get("factory.noSize"), texts.get("factory.noSizeReason"));
    }
    Plan plan = Planner.plan(evaluation);
    if (kind == SlideKind.FACTORY) {
      FlowChart flow = FactoryCharts.flow(plan, texts.charts());
      return planned(kind, flow, new FlowTable(flow, texts).content(), plan, FLOW);
    }
    return plan.platforms().stream()
        .filter(each -> !each.cashFlow().isEmpty())
        .max(Comparator.comparingDouble(Storyboard::worth))
        .map(each -> FactoryCharts.cash(plan, each.platform().id(), texts.charts()))
        .map(chart -> planned(kind, chart, new SlideContent.Chart(chart), plan, MONEY))
        .orElseGet(() ->
            missing(kind, texts.get("cash.none"), texts.get("cash.noneReason", plan.verdict())));
  }

  private static double worth(PlatformPlan each) {
    return each.of(PlanMetric.NPV).figure().map(Explained::value).orElse(Double.NEGATIVE_INFINITY);
  }

  private Slide planned(
      SlideKind kind, ChartSpec spec, SlideContent content, Plan plan, List<PlanMetric> metrics) {
    Account account = new Account(texts);
    for (PlatformPlan each : plan.platforms()) {
      metrics.forEach(
          metric -> account.add(each.platform().name(), metric.label(), each.of(metric)));
    }
    return new Slide(
        kind.key(),
        spec.title(),
        spec.subtitle(),
        content,
        account.footing(content instanceof SlideContent.Chart ? spec.notes() : List.of()),
        account.notes(List.of(spec.describe(texts.charts()), plan.verdict())));
  }

  private Slide cost() {
    return chart(SlideKind.COST.key(), headline(), List.of(evaluation.headline()));
  }

  /** What everything was compared under. */
  static String conditions(Evaluation evaluation, DeckTexts texts) {
    Scenario scenario = evaluation.workspace().scenario();
    List<String> parts = new ArrayList<>();
    Optional.ofNullable(scenario.workload().model()).ifPresent(parts::add);
    Double target = scenario.targetInteractivity();
    if (target != null) {
      parts.add(texts.shown(target, Unit.TOKENS_PER_SECOND_PER_USER));
    }
    return String.join(" · ", parts);
  }

  private LocalDate date() {
    String latest = latest();
    return latest.isEmpty()
        ? UNDATED
        : LocalDate.parse(latest + "-01-01".substring(Math.max(0, latest.length() - 4)));
  }

  /** The latest date that a figure bears, as exact as it is; empty where none does. */
  private String latest() {
    Set<Evidence> evidence = new LinkedHashSet<>();
    for (PlatformEvaluation each : evaluation.platforms()) {
      Stream.of(Metric.values())
          .flatMap(metric -> each.of(metric).figure().stream())
          .forEach(figure -> evidence.addAll(figure.sources()));
    }
    return evidence.stream()
        .flatMap(each -> Optional.ofNullable(each.date()).stream())
        .max(String::compareTo)
        .orElse("");
  }
}
