package app.waterline.engine;

import app.waterline.model.Claim;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.InvalidInput;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A published table beside what follows from its own printed inputs and from the workspace's.
 *
 * @param claim the table
 * @param platforms its platforms, in its order
 * @param relative its comparison; null where it has none
 * @param likeForLike FLOPS per dollar on equal terms, where the table compares unequal peaks; null
 *     where it does not
 * @see "docs/model.md, section 5"
 */
public record Reconciliation(
    Claim claim,
    List<Row> platforms,
    @Nullable Row relative,
    @Nullable LikeForLike likeForLike) {

  /** The cells of one platform, or of the comparison. */
  public record Row(String name, List<Cell> cells) {
    /** The cell of a metric, if the table has it. */
    public Optional<Cell> of(Metric metric) {
      return cells.stream().filter(cell -> cell.metric() == metric).findFirst();
    }
  }

  /**
   * One figure of the table.
   *
   * @param published as printed
   * @param fromPrinted from the printed price per GPU-hour and tokens per second; what the table does
   *     not print, power and peak, is the workspace's
   * @param fromWorkspace from the workspace's inputs
   */
  public record Cell(Metric metric, Printed published, Check fromPrinted, Check fromWorkspace) {}

  /** A computed figure, and how it agrees with the printed one. */
  public record Check(Result computed, Printed.Agreement agreement) {
    private static Check of(Result computed, Printed published) {
      return new Check(
          computed,
          computed
              .figure()
              .map(figure -> published.agreementWith(figure.value()))
              .orElse(Printed.Agreement.NOT_AVAILABLE));
    }
  }

  /**
   * Checks a table against an evaluation.
   *
   * @param reading reads a printed figure; throws {@link InvalidInput} where it is none
   * @throws InvalidInput if a cell can't be read or its metric is not known
   */
  public static Reconciliation of(
      Claim claim, Evaluation evaluation, Function<String, Printed> reading) {
    return new Comparison(claim, evaluation, onPrintedInputs(claim, evaluation, reading), reading)
        .reconcile();
  }

  private record Comparison(
      Claim claim, Evaluation own, Evaluation printed, Function<String, Printed> reading) {
    Reconciliation reconcile() {
      List<Row> rows = claim.platforms().stream().map(this::row).toList();
      Claim.Relative relative = claim.relative();
      return relative == null
          ? new Reconciliation(claim, rows, null, null)
          : new Reconciliation(claim, rows, relativeRow(relative), likeForLike(relative));
    }

    private Row row(Claim.Row row) {
      return new Row(
          row.name(),
          cells(
              row.printed(),
              metric -> of(printed, row.platform(), metric),
              metric -> of(own, row.platform(), metric)));
    }

    private Row relativeRow(Claim.Relative relative) {
      return new Row(
          relative.candidate(),
          cells(
              relative.printed(),
              metric -> ratio(printed, relative, metric),
              metric -> ratio(own, relative, metric)));
    }

    private List<Cell> cells(
        Map<String, String> texts,
        Function<Metric, Result> fromPrinted,
        Function<Metric, Result> fromWorkspace) {
      List<Cell> cells = new ArrayList<>();
      for (String key : claim.metrics()) {
        String text = texts.get(key);
        if (text != null) {
          Metric metric = metricOf(key);
          Printed published = reading.apply(text);
          cells.add(new Cell(
              metric,
              published,
              Check.of(fromPrinted.apply(metric), published),
              Check.of(fromWorkspace.apply(metric), published)));
        }
      }
      return List.copyOf(cells);
    }

    private @Nullable LikeForLike likeForLike(Claim.Relative relative) {
      return find(own, relative.baseline())
          .flatMap(baseline -> find(own, relative.candidate())
              .flatMap(candidate -> LikeForLike.of(baseline, candidate)))
          .orElse(null);
    }
  }

  private static Result of(Evaluation evaluation, String platform, Metric metric) {
    return find(evaluation, platform)
        .map(found -> found.of(metric))
        .orElseGet(() -> gone(platform));
  }

  private static Result ratio(Evaluation evaluation, Claim.Relative relative, Metric metric) {
    return find(evaluation, relative.candidate())
        .flatMap(candidate -> find(evaluation, relative.baseline())
            .map(baseline -> Evaluation.relative(candidate, baseline, metric)))
        .orElseGet(() -> gone(relative.candidate() + " or " + relative.baseline()));
  }

  private static Optional<PlatformEvaluation> find(Evaluation evaluation, String platform) {
    return evaluation.platforms().stream()
        .filter(each -> each.platform().id().equals(platform))
        .findFirst();
  }

  private static Result gone(String platform) {
    return new NotAvailable("not in this workspace: %s".formatted(platform));
  }

  private static Metric metricOf(String key) {
    return Metric.ofKey(key)
        .orElseThrow(() -> new InvalidInput(
            "A claim names a metric that is not known [%s]. Use a key such as costPerMillionTokens."
                .formatted(key)));
  }

  private static Evaluation onPrintedInputs(
      Claim claim, Evaluation own, Function<String, Printed> reading) {
    Evidence source = new Evidence(Evidence.Kind.PUBLISHED, claim.source(), null, "as printed");
    Workspace workspace = own.workspace();
    for (Claim.Row row : claim.platforms()) {
      Optional<PlatformEvaluation> found = find(own, row.platform());
      if (found.isPresent()) {
        double utilization = workspace.scenario().utilization();
        Platform platform =
            priced(found.get().platform(), printed(row, Metric.COST_PER_GPU_HOUR, reading), source);
        workspace = workspace.withPlatform(delivering(
            platform,
            printed(row, Metric.TOKENS_PER_SECOND_PER_GPU, reading),
            utilization,
            found.get().delivery().precision(),
            source));
      }
    }
    return new Evaluator().evaluate(workspace);
  }

  private static @Nullable Printed printed(
      Claim.Row row, Metric metric, Function<String, Printed> reading) {
    String text = row.printed().get(metric.key());
    return text == null ? null : reading.apply(text);
  }

  private static Platform priced(Platform platform, @Nullable Printed rate, Evidence source) {
    return rate == null || platform.hardware() == null
        ? platform
        : platform.withPricing(new Pricing.Rental(new Figure(rate.value(), source), null));
  }

  /** Printed tokens are delivered ones; the capabilities and the utilization are inside already. */
  private static Platform delivering(
      Platform platform,
      @Nullable Printed tokens,
      double utilization,
      @Nullable Precision precision,
      Evidence source) {
    if (tokens == null) {
      return platform;
    }
    Figure atFullLoad = new Figure(tokens.value() / utilization, source);
    return platform
        .withOperatingPoints(List.of())
        .withStack(Map.of())
        .withThroughput(new ManualThroughput(atFullLoad, null, null, null, precision));
  }
}
