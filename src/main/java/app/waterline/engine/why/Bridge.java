package app.waterline.engine.why;

import app.waterline.engine.Explained;
import app.waterline.model.Unit;
import java.util.List;

/**
 * From the baseline's cost of a million tokens to the candidate's, a step for each driver. A step is
 * the driver's share of the logarithm times the logarithmic mean of the two costs, so that the steps
 * add up exactly and do not depend on their order (the additive LMDI-I method, B. W. Ang, Energy
 * Policy 32, 2004).
 *
 * @param from the baseline's cost, $ per million tokens
 * @param to the candidate's cost, $ per million tokens
 * @param steps in the order of the drivers
 */
public record Bridge(double from, double to, List<Step> steps) {
  /**
   * One step.
   *
   * @param driver what makes the difference
   * @param amount $ per million tokens; below 0 where it makes tokens cheaper
   */
  public record Step(Driver driver, double amount) {}

  public Bridge {
    steps = List.copyOf(steps);
  }

  /** Where the amount of a step comes from. */
  public static Explained explained(Decomposition why, Share share) {
    double from = why.baselineFigure().value();
    double to = why.candidateFigure().value();
    Explained amount = Explained.of(
            why.baselineFigure().unit(),
            amount(share, mean(from, to)),
            "step of the bridge",
            "−ln f · (cost after − cost before) ÷ ln (cost after ÷ cost before)")
        .from("f", share.factor(), Unit.RATIO)
        .from("cost before", why.baselineFigure())
        .from("cost after", why.candidateFigure())
        .atBest(share.quality());
    for (String note : share.notes()) {
      amount = amount.noting(note);
    }
    return amount;
  }

  private static double amount(Share share, double mean) {
    return -share.ln() * mean;
  }

  private static double mean(double from, double to) {
    return from == to ? from : (to - from) / Math.log(to / from);
  }

  /** The steps of a decomposition of cost. */
  public static Bridge of(Decomposition why) {
    double from = why.baselineFigure().value();
    double to = why.candidateFigure().value();
    double mean = mean(from, to);
    return new Bridge(
        from,
        to,
        why.shares().stream()
            .map(share -> new Step(share.driver(), amount(share, mean)))
            .toList());
  }
}
