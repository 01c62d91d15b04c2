package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.model.Unit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * What a cash flow is worth: net present value, rate of return, payback.
 *
 * @see "docs/model.md, section 8"
 */
public final class Returns {
  private static final double ACCURACY = 1e-15;
  private static final int MOST_STEPS = 300;
  private static final int MOST_DOUBLINGS = 200;

  private Returns() {}

  /**
   * Money at a time.
   *
   * @param years from the start, ≥ 0
   * @param amount $, positive for money that comes in
   */
  public record Payment(double years, double amount) {}

  /** {@code Σ amount ÷ (1 + w)^years}, $. */
  public static double npv(List<Payment> payments, double costOfCapital) {
    return discounted(payments, 1 / (1 + costOfCapital));
  }

  private static double discounted(List<Payment> payments, double factor) {
    double sum = 0;
    for (Payment payment : payments) {
      sum += payment.amount() * Math.pow(factor, payment.years());
    }
    return sum;
  }

  /**
   * The cost of capital at which the payments come to nothing. There is none where money only comes in
   * or only goes out; where the sign changes several times there may be several, and none is given.
   *
   * @return share per year
   */
  public static Result irr(List<Payment> payments) {
    int changes = signChanges(payments);
    if (changes == 0) {
      return new NotAvailable(
          payments.stream().anyMatch(each -> each.amount() < 0)
              ? "none: money only goes out"
              : "none: no money goes in that could earn a return");
    }
    if (changes > 1) {
      return new NotAvailable(
          "none: the cash flow changes its sign %d times, so there may be several rates; see the NPV"
              .formatted(changes));
    }
    List<Payment> sooner = fromTheFirst(payments);
    OptionalDouble factor = rootAbove0(each -> discounted(sooner, each));
    return factor.isPresent()
        ? Explained.of(
            Unit.SHARE_PER_YEAR,
            1 / factor.getAsDouble() - 1,
            "internal rate of return",
            "the w at which Σ net ÷ (1 + w)^t = 0")
        : new NotAvailable("none: no rate brings the cash flow to zero");
  }

  /** The same payments from the first one on: a rate of return does not depend on when that is. */
  private static List<Payment> fromTheFirst(List<Payment> payments) {
    double first = payments.stream()
        .filter(each -> each.amount() != 0)
        .mapToDouble(Payment::years)
        .min()
        .orElse(0);
    return payments.stream()
        .filter(each -> each.amount() != 0)
        .map(each -> new Payment(each.years() - first, each.amount()))
        .toList();
  }

  /** How often the payments change between money out and money in. */
  static int signChanges(List<Payment> payments) {
    double last = 0;
    int changes = 0;
    for (Payment payment : payments) {
      double sign = Math.signum(payment.amount());
      changes += sign != 0 && last != 0 && sign != last ? 1 : 0;
      last = sign == 0 ? last : sign;
    }
    return changes;
  }

  /** The root of a function that has one between 0 and a large number. */
  static OptionalDouble rootAbove0(DoubleUnaryOperator function) {
    double atZero = function.applyAsDouble(0);
    double high = 1;
    for (int i = 0; i < MOST_DOUBLINGS; i++, high *= 2) {
      double atHigh = function.applyAsDouble(high);
      if (!Double.isFinite(atHigh)) {
        return OptionalDouble.empty();
      }
      if (atHigh == 0 || (atHigh < 0) != (atZero < 0)) {
        return rootBetween(function, 0, high);
      }
    }
    return OptionalDouble.empty();
  }

  /** The root between two values, where the function has different signs at them. */
  static OptionalDouble rootBetween(DoubleUnaryOperator function, double low, double high) {
    double atLow = function.applyAsDouble(low);
    double atHigh = function.applyAsDouble(high);
    if (atLow == 0) {
      return OptionalDouble.of(low);
    }
    if (atHigh == 0) {
      return OptionalDouble.of(high);
    }
    if ((atLow < 0) == (atHigh < 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY * high, ACCURACY, 5)
            .solve(MOST_STEPS, function::applyAsDouble, low, high));
  }
}
