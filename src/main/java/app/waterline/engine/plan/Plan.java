package app.waterline.engine.plan;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a workspace comes to at a size.
 *
 * @param evaluation the figures that the plan starts from
 * @param platforms one for each platform, in the order of the workspace
 */
public record Plan(Evaluation evaluation, List<PlatformPlan> platforms) {
  /** The platform that pays back first, if any does. */
  public Optional<PlatformPlan> first() {
    return platforms.stream()
        .filter(each -> each.of(PlanMetric.PAYBACK_YEARS) instanceof Explained)
        .min(Comparator.comparingDouble(each -> value(each, PlanMetric.PAYBACK_YEARS)));
  }

  private static double value(PlatformPlan plan, PlanMetric metric) {
    return plan.of(metric).figure().map(Explained::value).orElse(Double.NaN);
  }

  /** Which platform pays back first and why, in words. */
  public String verdict() {
    return first()
        .map(this::because)
        .orElseGet(() -> bestNpv()
            .map(this::withoutPayback)
            .orElse("Nothing to decide: no platform has a cash flow."));
  }

  /** The platform that pays back first; where none does, the one with the highest net present value. */
  public Optional<PlatformPlan> best() {
    return first().or(this::bestNpv);
  }

  private Optional<PlatformPlan> bestNpv() {
    return platforms.stream()
        .filter(each -> each.of(PlanMetric.NPV) instanceof Explained)
        .max(Comparator.comparingDouble(each -> value(each, PlanMetric.NPV)));
  }

  private String withoutPayback(PlatformPlan best) {
    boolean invests =
        platforms.stream().anyMatch(each -> each.of(PlanMetric.CAPITAL) instanceof Explained);
    return "%s; %s comes to the highest net present value, %s%s."
        .formatted(
            invests
                ? "No capital is paid back within the horizon"
                : "No capital is put in, so there is none to pay back",
            best.platform().name(),
            Words.money(value(best, PlanMetric.NPV)),
            reason(best));
  }

  private String because(PlatformPlan first) {
    StringBuilder text = new StringBuilder("%s pays back first, after %s years"
        .formatted(first.platform().name(), Words.number(value(first, PlanMetric.PAYBACK_YEARS))));
    text.append(reason(first));
    platforms.stream()
        .filter(each -> !each.platform().id().equals(first.platform().id()))
        .forEach(other -> text.append("; ")
            .append(other.platform().name())
            .append(": ")
            .append(paybackOf(other))
            .append(reason(other)));
    return text.append('.').toString();
  }

  private static String paybackOf(PlatformPlan plan) {
    Result payback = plan.of(PlanMetric.PAYBACK_YEARS);
    return switch (payback) {
      case Explained years -> Words.number(years.value()) + " years";
      case NotAvailable missing -> missing.reason();
    };
  }

  private static String reason(PlatformPlan plan) {
    return plan.of(PlanMetric.COST_PER_MILLION_TOKENS)
        .figure()
        .map(cost -> ", at %s per million tokens".formatted(Words.money(cost.value())))
        .orElse("");
  }
}
