package app.waterline.ui.control;

import app.waterline.model.Domain;
import app.waterline.model.Input;
import app.waterline.model.Unit;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How far a value moves with the mouse or an arrow key. Values of a narrow domain move by a share of
 * it, all others by a share of themselves, and none leaves its domain.
 */
final class Scrub {
  private static final double SHARE_PER_PIXEL = 0.005;
  private static final double FINE = 0.1;
  private static final double NARROW = 3;

  private Scrub() {}

  /** The value after a drag of so many pixels to the right. */
  static double dragged(Input input, double start, double pixels, boolean fine) {
    double way = pixels * SHARE_PER_PIXEL * (fine ? FINE : 1);
    double moved = isNarrow(input) || start == 0
        ? start + way * span(input)
        : start * Math.exp(way * Math.signum(start));
    return within(input, rounded(input, moved, fine));
  }

  /** The value after one press of an arrow key. */
  static double stepped(Input input, double start, int direction) {
    double size = isNarrow(input) || start == 0
        ? span(input) / 100
        : Math.pow(10, Math.floor(Math.log10(Math.abs(start))) - 1);
    double step = isWhole(input) ? Math.max(1, size) : size;
    return within(input, rounded(input, start + direction * step, true));
  }

  private static boolean isNarrow(Input input) {
    return input.domain().high() - input.domain().low() <= NARROW;
  }

  private static double span(Input input) {
    return isNarrow(input) ? input.domain().high() - input.domain().low() : 1;
  }

  private static double rounded(Input input, double value, boolean fine) {
    if (isWhole(input)) {
      return Math.rint(value);
    }
    if (isNarrow(input)) {
      double grain = fine ? 1000 : 100;
      return Math.rint(value * grain) / grain;
    }
    return BigDecimal.valueOf(value).round(new MathContext(fine ? 4 : 3)).doubleValue();
  }

  private static boolean isWhole(Input input) {
    return input.unit() == Unit.GPUS || input.unit() == Unit.TOKENS;
  }

  /** The nearest value that the domain allows; an open lower bound is never reached. */
  static double within(Input input, double value) {
    Domain domain = input.domain();
    double clamped = Math.clamp(value, domain.low(), domain.high());
    return domain.contains(clamped) ? clamped : domain.low() + (isNarrow(input) ? 0.001 : 0.01);
  }
}
