package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;

/**
 * Where two offers cost the same.
 *
 * @param first one offer
 * @param second the other one
 * @param utilization above 0 to 1, or why they never cost the same
 * @param tokensPerDay what one system delivers in a day at that utilization, or why there is none
 * @param cheaperAbove the cheaper offer above the crossing; where there is none, the cheaper one everywhere
 */
public record Crossing(
    Offer first, Offer second, Result utilization, Result tokensPerDay, Offer cheaperAbove) {
  /** The crossing in words. */
  public String sentence() {
    Offer cheaperBelow = cheaperAbove.equals(first) ? second : first;
    return switch (utilization) {
      case Explained share ->
        "Above %s utilization%s, %s is cheaper; below, %s."
            .formatted(
                Words.percent(share.value()), volume(), cheaperAbove.name(), cheaperBelow.name());
      case NotAvailable none ->
        "%s is cheaper than %s at any utilization."
            .formatted(cheaperAbove.name(), cheaperBelow.name());
    };
  }

  private String volume() {
    return tokensPerDay
        .figure()
        .map(each -> ", %s tokens a day on one system".formatted(Words.number(each.value())))
        .orElse("");
  }
}
