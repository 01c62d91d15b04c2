package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.model.Domain;
import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * The value of an input at which one platform's tokens cost the same as another's.
 *
 * @param input what is moved
 * @param moved for which of the two
 * @param now its present value
 * @param value the value at which both cost the same, the one nearest to the present; or why there is
 *     none
 * @see "docs/model.md, section 8"
 */
public record BreakEven(Input input, Moved moved, double now, Outcome<Double> value) {
  /** Costs that differ by less than this factor's logarithm are level. */
  private static final double LEVEL = 1e-6;

  /**
   * Where a break-even value of a lever comes from: both costs with it. Where a cost ends or jumps, the
   * order of the two changes without their being level; then the explanation says that.
   *
   * @param workspace as it is now
   * @param value at which the two are level, or at which their order changes
   */
  public static Explained explained(
      Evaluator evaluator,
      Workspace workspace,
      Lever lever,
      double value,
      String first,
      String second) {
    Evaluation there = evaluator.evaluate(lever.set(workspace, value));
    Result one = Gauge.of(first, there.headline()).read(there);
    Result other = Gauge.of(second, there.headline()).read(there);
    OptionalDouble gap = difference(one, other);
    boolean level = gap.isPresent() && Math.abs(gap.getAsDouble()) < LEVEL;
    Explained found = Explained.of(
            lever.input().unit(),
            value,
            level ? "break-even value" : "flip point",
            level
                ? "the value at which both cost the same, every other input as it is"
                : "the value beyond which the other is cheaper, every other input as it is")
        .from("now", lever.get(workspace).orElse(value), lever.input().unit())
        .atBest(Quality.ASSUMED);
    return with(with(found, one, workspace, first), other, workspace, second);
  }

  private static Explained with(
      Explained found, Result cost, Workspace workspace, String platform) {
    String name = workspace.platform(platform).map(Platform::name).orElse(platform);
    return switch (cost) {
      case Explained figure -> found.from(name, figure);
      case NotAvailable missing -> found.noting("%s: %s".formatted(name, missing.reason()));
    };
  }

  private static final int LOOKS = 241;

  /** Inputs with a wider domain are searched this far around their present value, downwards and upwards. */
  private static final double REACH = 1000;

  /** For whom an input is moved. */
  public enum Moved {
    /** For the first platform alone; the other stays as it is. */
    FIRST_ALONE,
    /** For both, as the scenario's slider does. */
    BOTH
  }

  /**
   * Looks for the value of a lever at which two platforms cost the same.
   *
   * @param first id of the platform whose value is asked for
   * @param second id of the platform that it is compared with
   */
  public static BreakEven of(
      Evaluator evaluator,
      Workspace workspace,
      Lever lever,
      Moved moved,
      String first,
      String second) {
    double now = lever
        .get(workspace)
        .orElseThrow(() -> new InvalidInput("%s has no value to start from [none]. Enter one."
            .formatted(lever.input().label())));
    Metric cost = Evaluation.headline(workspace.scenario().tokensCounted());
    Gauge mine = Gauge.of(first, cost);
    Gauge theirs = Gauge.of(second, cost);
    Result still = theirs.read(evaluator.evaluate(workspace));
    DoubleFunction<OptionalDouble> gap = value -> difference(
        mine.at(evaluator, workspace, lever, value),
        moved == Moved.BOTH ? theirs.at(evaluator, workspace, lever, value) : still);
    return new BreakEven(lever.input(), moved, now, nearest(gap, lever.domain(), now));
  }

  /**
   * The throughput at which the first platform costs the same as the second: its own, times how much
   * dearer its tokens are.
   */
  public static Outcome<Double> throughput(
      Evaluator evaluator, Workspace workspace, String first, String second) {
    Metric cost = Evaluation.headline(workspace.scenario().tokensCounted());
    Evaluation evaluation = evaluator.evaluate(workspace);
    Result ratio = new Gauge(first, cost, second).read(evaluation);
    Result needed = Gauge.of(first, Metric.TOKENS_PER_SECOND_PER_GPU)
        .read(evaluation)
        .and(
            ratio,
            (tokens, times) -> Explained.of(
                    tokens.unit(),
                    tokens.value() * times.value(),
                    "break-even throughput",
                    "T_d · ratio")
                .from("T_d", tokens)
                .from("ratio", times));
    return switch (needed) {
      case Explained figure -> new Outcome.Found<>(figure.value());
      case NotAvailable missing -> new Outcome.None<>(missing.reason());
    };
  }

  private static OptionalDouble difference(Result mine, Result theirs) {
    Optional<Explained> first = mine.figure();
    Optional<Explained> second = theirs.figure();
    // On logarithms the solver sees nearly straight lines over many powers of ten.
    return first.isPresent() && second.isPresent()
        ? OptionalDouble.of(Math.log(first.get().value() / second.get().value()))
        : OptionalDouble.empty();
  }

  private static Outcome<Double> nearest(
      DoubleFunction<OptionalDouble> gap, Domain domain, double now) {
    return Roots.of(gap, looks(domain, now)).stream()
        .min(Comparator.comparingDouble(root -> Math.abs(root - now)))
        .<Outcome<Double>>map(Outcome.Found::new)
        .orElseGet(() -> new Outcome.None<>("none in range"));
  }

  private static double[] looks(Domain domain, double now) {
    if (domain.high() <= 100 || now <= 0) {
      double low = domain.lowIncluded() ? domain.low() : domain.low() + 1e-9;
      return IntStream.range(0, LOOKS)
          .mapToDouble(i -> low + (domain.high() - low) * i / (LOOKS - 1))
          .toArray();
    }
    double from = Math.max(now / REACH, domain.low());
    double to = Math.min(now * REACH, domain.high());
    return IntStream.range(0, LOOKS)
        .mapToDouble(i -> from * Math.pow(to / from, (double) i / (LOOKS - 1)))
        .toArray();
  }
}
