package app.waterline.document;

import app.waterline.engine.why.Lever;
import app.waterline.engine.why.Span;
import app.waterline.model.Domain;
import app.waterline.model.Input;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;

/** How far an input is moved where nobody has said. */
public final class Reach {
  /** Down to a third, up to three times. */
  private static final double TIMES = 3;

  private Reach() {}

  /** Round ends about the value, inside the domain. */
  public static Span of(Lever lever, Workspace workspace) {
    double now = lever.get(workspace).orElse(0.0);
    Domain domain = lever.domain();
    return switch (lever.input()) {
      case UTILIZATION -> within(0.1, 1, domain);
      case PUE, REFERENCE_PUE -> within(1, 2, domain);
      case TARGET_INTERACTIVITY -> within(5, fastest(workspace), domain);
      case POWER_PRICE -> within(0, Math.max(0.3, now * 2), domain);
      case COST_OF_CAPITAL -> within(0, Math.max(0.2, now * 2), domain);
      case CACHED_INPUT_SHARE, IDLE_POWER_FRACTION, RESIDUAL_SHARE -> within(0, 1, domain);
      case LIFE_YEARS -> within(2, Math.max(8, now * 2), domain);
      default -> around(lever, now);
    };
  }

  private static Span around(Lever lever, double now) {
    boolean share = lever.input().unit() == Unit.SHARE_PER_YEAR;
    double low = share ? 0 : now / TIMES;
    double high = now > 0 ? now * TIMES : 1;
    return within(low, high, lever.domain());
  }

  /** A little beyond the fastest measured user, else what a reader takes as fast. */
  private static double fastest(Workspace workspace) {
    double measured = workspace.platforms().stream()
        .flatMap(platform -> platform.operatingPoints().stream())
        .mapToDouble(point -> point.interactivity())
        .max()
        .orElse(0);
    return measured > 0 ? Math.min(300, Math.ceil(measured / 10) * 10) : 150;
  }

  private static Span within(double low, double high, Domain domain) {
    return Span.within(low, high, domain);
  }

  /** Whether the ends may stand as a range of the input. */
  public static boolean isRange(Input input, double low, double high) {
    return low < high && input.domain().contains(low) && input.domain().contains(high);
  }
}
