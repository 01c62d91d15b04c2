package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A figure of every platform along one lever.
 *
 * @param lever what is moved
 * @param metric the figure
 * @param values the values of the lever
 * @param lines one for each platform, in the workspace's order
 */
public record Sweep(Lever lever, Metric metric, List<Double> values, List<Line> lines) {
  /**
   * One platform.
   *
   * @param platform its id
   * @param results the figure at each value of the lever
   */
  public record Line(String platform, List<Result> results) {
    public Line {
      results = List.copyOf(results);
    }
  }

  /** Equal steps from the first to the last value, both included. */
  public static double[] steps(double from, double to, int count) {
    if (count < 2 || !(from < to)) {
      throw new InvalidInput(
          "A sweep needs two ends and two steps at least [%s to %s in %d]. Widen it."
              .formatted(from, to, count));
    }
    return IntStream.range(0, count)
        .mapToDouble(i -> i == count - 1 ? to : from + (to - from) * i / (count - 1))
        .toArray();
  }

  /** The figure at each of the values. */
  public static Sweep of(
      Evaluator evaluator, Workspace workspace, Metric metric, Lever lever, double[] values) {
    List<List<Result>> columns = Arrays.stream(values)
        .mapToObj(value -> column(evaluator, workspace, metric, lever, value))
        .toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < workspace.platforms().size(); i++) {
      int place = i;
      lines.add(new Line(
          workspace.platforms().get(i).id(),
          columns.stream().map(column -> column.get(place)).toList()));
    }
    return new Sweep(lever, metric, Arrays.stream(values).boxed().toList(), List.copyOf(lines));
  }

  private static List<Result> column(
      Evaluator evaluator, Workspace workspace, Metric metric, Lever lever, double value) {
    try {
      Evaluation evaluation = evaluator.evaluate(lever.set(workspace, value));
      return evaluation.platforms().stream()
          .map((PlatformEvaluation each) -> each.of(metric))
          .toList();
    } catch (InvalidInput refused) {
      NotAvailable reason = new NotAvailable(String.valueOf(refused.getMessage()));
      return workspace.platforms().stream()
          .map((Platform each) -> (Result) reason)
          .toList();
    }
  }
}
