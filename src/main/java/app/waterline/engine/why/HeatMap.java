package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A figure of every platform over two levers.
 *
 * @see "docs/model.md, section 8"
 */
public final class HeatMap {
  private final Workspace workspace;
  private final Metric metric;
  private final Lever horizontal;
  private final Lever vertical;
  private final double[] xs;
  private final double[] ys;
  private final double[][] values;

  private HeatMap(
      Workspace workspace,
      Metric metric,
      Lever horizontal,
      double[] xs,
      Lever vertical,
      double[] ys) {
    this.workspace = workspace;
    this.metric = metric;
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.xs = xs.clone();
    this.ys = ys.clone();
    this.values = new double[workspace.platforms().size()][xs.length * ys.length];
  }

  /**
   * The figure at every crossing of the values.
   *
   * @param xs values of the horizontal lever, increasing
   * @param ys values of the vertical lever, increasing
   * @throws InvalidInput if a value lies outside its lever's domain, or there is none
   */
  public static HeatMap of(
      Workspace workspace,
      Metric metric,
      Lever horizontal,
      double[] xs,
      Lever vertical,
      double[] ys) {
    WinnerMap.requireInside(horizontal, xs);
    WinnerMap.requireInside(vertical, ys);
    HeatMap map = new HeatMap(workspace, metric, horizontal, xs, vertical, ys);
    if (metric == Evaluation.headline(workspace.scenario().tokensCounted())) {
      map.fillWithCosts();
    } else {
      map.fill();
    }
    return map;
  }

  /** The throughput at a target takes longest, so the target stands still while the other lever moves. */
  private void fillWithCosts() {
    List<Lever> levers = List.of(horizontal, vertical);
    List<CostFunction> functions = workspace.platforms().stream()
        .map(platform -> CostFunction.of(workspace, platform, levers))
        .toList();
    boolean byRow = vertical.input() == Input.TARGET_INTERACTIVITY;
    IntStream.range(0, byRow ? ys.length : xs.length).parallel().forEach(outer -> {
      List<CostFunction> own = functions.stream().map(CostFunction::copy).toList();
      double[] at = new double[2];
      for (int inner = 0; inner < (byRow ? xs.length : ys.length); inner++) {
        int x = byRow ? inner : outer;
        int y = byRow ? outer : inner;
        at[0] = xs[x];
        at[1] = ys[y];
        for (int i = 0; i < own.size(); i++) {
          values[i][y * xs.length + x] = own.get(i).at(at);
        }
      }
    });
  }

  private void fill() {
    IntStream.range(0, ys.length).parallel().forEach(y -> {
      Evaluator evaluator = new Evaluator();
      for (int x = 0; x < xs.length; x++) {
        evaluate(evaluator, x, y);
      }
    });
  }

  private void evaluate(Evaluator evaluator, int x, int y) {
    int place = y * xs.length + x;
    try {
      Workspace moved = vertical.set(horizontal.set(workspace, xs[x]), ys[y]);
      Evaluation evaluation = evaluator.evaluate(moved);
      for (int i = 0; i < values.length; i++) {
        values[i][place] = evaluation
            .platforms()
            .get(i)
            .of(metric)
            .figure()
            .map(Explained::value)
            .orElse(Double.NaN);
      }
    } catch (InvalidInput refused) {
      for (double[] each : values) {
        each[place] = Double.NaN;
      }
    }
  }

  /** The figure of a platform at a crossing; empty where there is none. */
  public OptionalDouble value(Platform platform, int x, int y) {
    int place = placeOf(platform.id());
    double value = place < 0 ? Double.NaN : values[place][y * xs.length + x];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private int placeOf(String id) {
    return IntStream.range(0, workspace.platforms().size())
        .filter(i -> workspace.platforms().get(i).id().equals(id))
        .findFirst()
        .orElse(-1);
  }

  /** The values of the horizontal lever. */
  public List<Double> xs() {
    return Arrays.stream(xs).boxed().toList();
  }

  /** The values of the vertical lever. */
  public List<Double> ys() {
    return Arrays.stream(ys).boxed().toList();
  }

  /** What was asked. */
  public Workspace workspace() {
    return workspace;
  }

  public Metric metric() {
    return metric;
  }

  public Lever horizontal() {
    return horizontal;
  }

  public Lever vertical() {
    return vertical;
  }
}
