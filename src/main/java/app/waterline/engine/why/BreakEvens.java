package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * For each input of one platform the value at which its tokens cost as much as another's.
 *
 * @param first whose inputs are moved
 * @param second what it is to be level with
 * @param workspace both of them
 * @param ratio cost of the first ÷ cost of the second
 * @param rows one for each input
 * @see "docs/model.md, section 8"
 */
public record BreakEvens(
    Platform first, Platform second, Workspace workspace, double ratio, List<Row> rows) {
  /**
   * One input.
   *
   * @param lever empty for the measured throughput, which is no single input
   * @param now its value
   * @param moved whether both platforms move with it
   * @param value the value at which both are level, or why there is none
   */
  public record Row(
      Optional<Lever> lever, double now, BreakEven.Moved moved, Outcome<Double> value) {
    /** What its values are counted in. */
    public Unit unit() {
      return lever.map(each -> each.input().unit()).orElse(Metric.TOKENS_PER_SECOND_PER_GPU.unit());
    }

    /** How many times its value it would have to be; empty where none makes both level. */
    public Optional<Double> times() {
      return now > 0 ? value.found().map(found -> found / now) : Optional.empty();
    }
  }

  public BreakEvens {
    rows = List.copyOf(rows);
  }

  /**
   * Moves each lever alone.
   *
   * @param two only the two platforms, because others change nothing
   * @param levers those that may be moved; one that does not matter gets no row
   */
  public static Outcome<BreakEvens> of(
      Evaluator evaluator, Workspace two, List<Lever> levers, Platform first, Platform second) {
    Evaluation evaluation = evaluator.evaluate(two);
    return switch (new Gauge(first.id(), evaluation.headline(), second.id()).read(evaluation)) {
      case NotAvailable missing -> new Outcome.None<>(missing.reason());
      case Explained ratio ->
        new Outcome.Found<>(new BreakEvens(
            first,
            second,
            two,
            ratio.value(),
            new Search(evaluator, two, first, second).rows(levers)));
    };
  }

  /** The input that has to move the least. */
  public Optional<Row> nearest() {
    return rows.stream()
        .filter(row -> row.times().filter(times -> times > 0).isPresent())
        .min(Comparator.comparingDouble(row -> Math.abs(Math.log(row.times().orElse(1.0)))));
  }

  private record Search(Evaluator evaluator, Workspace two, Platform first, Platform second) {
    List<Row> rows(List<Lever> levers) {
      List<Row> rows = new ArrayList<>();
      if (!first.operatingPoints().isEmpty()) {
        rows.add(throughput());
      }
      levers.stream().filter(this::matters).map(this::row).forEach(rows::add);
      return rows;
    }

    private Row throughput() {
      return new Row(
          Optional.empty(),
          read(two, Metric.TOKENS_PER_SECOND_PER_GPU).orElse(0.0),
          BreakEven.Moved.FIRST_ALONE,
          BreakEven.throughput(evaluator, two, first.id(), second.id()));
    }

    private Row row(Lever lever) {
      BreakEven.Moved moved =
          lever.platform().isPresent() ? BreakEven.Moved.FIRST_ALONE : BreakEven.Moved.BOTH;
      BreakEven found = BreakEven.of(evaluator, two, lever, moved, first.id(), second.id());
      return new Row(Optional.of(lever), found.now(), moved, found.value());
    }

    /** An input that does not move the cost at all can't make it equal to anything. */
    private boolean matters(Lever lever) {
      double now = lever.get(two).orElse(0.0);
      Optional<Double> before = cost(two);
      for (double tried : new double[] {now * 1.01, now * 0.99, now + 1e-3}) {
        try {
          if (lever.domain().contains(tried) && !cost(lever.set(two, tried)).equals(before)) {
            return true;
          }
        } catch (InvalidInput refused) {
          return true;
        }
      }
      return false;
    }

    private Optional<Double> cost(Workspace workspace) {
      return read(workspace, Evaluation.headline(workspace.scenario().tokensCounted()));
    }

    private Optional<Double> read(Workspace workspace, Metric metric) {
      return Gauge.of(first.id(), metric)
          .read(evaluator.evaluate(workspace))
          .figure()
          .map(Explained::value);
    }
  }
}
