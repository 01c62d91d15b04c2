package app.waterline.engine.why;

import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.analysis.solvers.BisectionSolver;

/**
 * Which platform's tokens are cheapest, over two levers.
 *
 * @see "docs/model.md, section 8"
 */
public final class WinnerMap {
  private static final byte NOBODY = -1;
  private static final int MOST_PLATFORMS = Byte.MAX_VALUE;
  private static final double ACCURACY = 1e-14;

  /** How far beyond a flip the next cheapest is looked for, relative to the range. */
  private static final double BESIDE = 1e-12;

  private static final int MOST_LOOKS = 400;

  private final Workspace workspace;
  private final Lever horizontal;
  private final Lever vertical;
  private final double[] xs;
  private final double[] ys;
  private final List<CostFunction> functions;
  private final byte[] winners;

  private WinnerMap(
      Workspace workspace, Lever horizontal, double[] xs, Lever vertical, double[] ys) {
    this.workspace = workspace;
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.xs = xs.clone();
    this.ys = ys.clone();
    this.functions = workspace.platforms().stream()
        .map(platform -> CostFunction.of(workspace, platform, List.of(horizontal, vertical)))
        .toList();
    this.winners = new byte[xs.length * ys.length];
  }

  /**
   * Where the cheapest platform changes.
   *
   * @param value of the lever that is moved
   * @param below id of the platform that is cheapest just below; empty where none has a cost
   * @param above id of the platform that is cheapest just above; empty where none has a cost
   */
  public record Flip(double value, Optional<String> below, Optional<String> above) {
    /**
     * In words, for example "below 31 tok/s/user MI355X is cheaper, above it GB300 NVL72".
     *
     * @param quantity prints the value with its unit
     * @param name the name of a platform by its id
     */
    public String words(DoubleFunction<String> quantity, UnaryOperator<String> name) {
      String place = quantity.apply(value);
      if (below.isEmpty()) {
        return "from %s on %s is cheapest, below it none has a cost"
            .formatted(place, above.map(name).orElse(""));
      }
      return above.isEmpty()
          ? "up to %s %s is cheapest, above it none has a cost"
              .formatted(place, name.apply(below.get()))
          : "below %s %s is cheaper, above it %s"
              .formatted(place, name.apply(below.get()), name.apply(above.get()));
    }
  }

  /**
   * Compares all platforms at every crossing of the values.
   *
   * @param xs values of the horizontal lever, increasing
   * @param ys values of the vertical lever, increasing
   * @throws InvalidInput if a value lies outside its lever's domain, or there is no value or platform
   */
  public static WinnerMap of(
      Workspace workspace, Lever horizontal, double[] xs, Lever vertical, double[] ys) {
    requireInside(horizontal, xs);
    requireInside(vertical, ys);
    int platforms = workspace.platforms().size();
    if (platforms == 0 || platforms > MOST_PLATFORMS) {
      throw new InvalidInput(
          "A winner map compares 1 to %d platforms [%d]. Add one, or leave some out."
              .formatted(MOST_PLATFORMS, platforms));
    }
    WinnerMap map = new WinnerMap(workspace, horizontal, xs, vertical, ys);
    map.fill();
    return map;
  }

  static void requireInside(Lever lever, double[] values) {
    if (values.length == 0) {
      throw new InvalidInput(
          "%s needs a value at least [none].".formatted(lever.input().label()));
    }
    for (double value : values) {
      if (!lever.domain().contains(value)) {
        throw new InvalidInput(lever.input(), value);
      }
    }
  }

  /** The throughput at a target takes longest, so the target stands still while the other lever moves. */
  private void fill() {
    boolean byRow = vertical.input() == Input.TARGET_INTERACTIVITY;
    IntStream.range(0, byRow ? ys.length : xs.length).parallel().forEach(outer -> {
      List<CostFunction> own = functions.stream().map(CostFunction::copy).toList();
      for (int inner = 0; inner < (byRow ? xs.length : ys.length); inner++) {
        int x = byRow ? inner : outer;
        int y = byRow ? outer : inner;
        winners[y * xs.length + x] = winner(own, new double[] {xs[x], ys[y]});
      }
    });
  }

  /**
   * Where the cheapest platform changes along one lever alone.
   *
   * @param values of the lever, increasing
   * @throws InvalidInput if a value lies outside the lever's domain, or there is no value or platform
   */
  public static List<Flip> along(Workspace workspace, Lever lever, double[] values) {
    WinnerMap map = of(workspace, lever, values, lever, new double[] {values[0]});
    return map.flips(values, at -> new double[] {at, at});
  }

  private static byte winner(List<CostFunction> functions, double[] at) {
    byte best = NOBODY;
    double lowest = Double.POSITIVE_INFINITY;
    for (byte i = 0; i < functions.size(); i++) {
      double cost = functions.get(i).at(at);
      if (cost < lowest) {
        lowest = cost;
        best = i;
      }
    }
    return best;
  }

  public int width() {
    return xs.length;
  }

  public int height() {
    return ys.length;
  }

  /** Place of the cheapest platform in the workspace at a crossing, or −1 where none has a cost. */
  public int winner(int x, int y) {
    return winners[y * xs.length + x];
  }

  /** Id of the cheapest platform at a crossing; empty where none has a cost. */
  public Optional<String> winnerId(int x, int y) {
    return id(winner(x, y));
  }

  private Optional<String> id(int place) {
    return place < 0
        ? Optional.empty()
        : Optional.of(workspace.platforms().get(place)).map(Platform::id);
  }

  /** Where the cheapest platform changes along the horizontal lever, the other one at a value. */
  public List<Flip> flipsAlongX(double y) {
    requireInside(vertical, new double[] {y});
    return flips(xs, at -> new double[] {at, y});
  }

  /** Where the cheapest platform changes along the vertical lever, the other one at a value. */
  public List<Flip> flipsAlongY(double x) {
    requireInside(horizontal, new double[] {x});
    return flips(ys, at -> new double[] {x, at});
  }

  private List<Flip> flips(double[] values, DoubleFunction<double[]> point) {
    List<CostFunction> own = functions.stream().map(CostFunction::copy).toList();
    List<Flip> flips = new ArrayList<>();
    for (int i = 1; i < values.length; i++) {
      between(own, point, values[i - 1], values[i], flips);
    }
    return List.copyOf(flips);
  }

  private void between(
      List<CostFunction> own,
      DoubleFunction<double[]> point,
      double low,
      double high,
      List<Flip> flips) {
    double left = low;
    byte before = winner(own, point.apply(low));
    byte last = winner(own, point.apply(high));
    // A third platform may be cheapest in between, for a while.
    for (int guard = 0; before != last && guard < own.size(); guard++) {
      double edge = edgeOf(before, own, point, left, high);
      left = Math.min(high, edge + BESIDE * Math.abs(high));
      byte after = winner(own, point.apply(left));
      flips.add(new Flip(edge, id(before), id(after)));
      before = after;
    }
  }

  /** Where a platform stops being the cheapest: a crossing of two costs, or the end of one. */
  private static double edgeOf(
      byte platform,
      List<CostFunction> own,
      DoubleFunction<double[]> point,
      double low,
      double high) {
    return new BisectionSolver(ACCURACY, ACCURACY * Math.abs(high))
        .solve(MOST_LOOKS, at -> winner(own, point.apply(at)) == platform ? -1 : 1, low, high);
  }

  public Lever horizontal() {
    return horizontal;
  }

  public Lever vertical() {
    return vertical;
  }
}
