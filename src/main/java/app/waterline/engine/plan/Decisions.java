package app.waterline.engine.plan;

import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts into words what a cash flow says and what that hangs on. */
final class Decisions {
  private Decisions() {}

  static Decision of(
      CashFlow.Flowing flow,
      Map<PlanMetric, Result> figures,
      double npv,
      String name,
      Scenario scenario) {
    Result payback = figure(figures, PlanMetric.PAYBACK_YEARS);
    Decision.Verdict verdict = verdict(flow, payback, npv);
    String sentence = switch (verdict) {
      case PAYS_BACK, PAYS_BACK_BELOW_COST_OF_CAPITAL ->
        "%s pays back after %s years and has a net present value of %s"
            .formatted(name, years(payback), Words.money(npv));
      case NEVER_PAYS_BACK ->
        "%s never pays back: its net present value is %s".formatted(name, Words.money(npv));
      case EARNS_WITHOUT_CAPITAL ->
        "%s puts in no capital and has a net present value of %s".formatted(name, Words.money(npv));
      case LOSES_WITHOUT_CAPITAL ->
        "%s loses money: its net present value is %s".formatted(name, Words.money(npv));
      case UNDECIDED -> "%s has no cash flow".formatted(name);
    };
    String hinges = hinges(figures, npv);
    return new Decision(
        verdict,
        sentence + terms(scenario) + (hinges.isEmpty() ? "" : "; it " + hinges) + ".",
        hinges.isEmpty() ? "" : "%s %s.".formatted(name, hinges));
  }

  private static Decision.Verdict verdict(CashFlow.Flowing flow, Result payback, double npv) {
    boolean invests = flow.numbers().getFirst().net() < 0;
    if (!invests) {
      return npv >= 0
          ? Decision.Verdict.EARNS_WITHOUT_CAPITAL
          : Decision.Verdict.LOSES_WITHOUT_CAPITAL;
    }
    if (payback instanceof NotAvailable) {
      return Decision.Verdict.NEVER_PAYS_BACK;
    }
    return npv >= 0 ? Decision.Verdict.PAYS_BACK : Decision.Verdict.PAYS_BACK_BELOW_COST_OF_CAPITAL;
  }

  private static String years(Result payback) {
    return payback.figure().map(each -> Words.number(each.value())).orElse("no");
  }

  private static String terms(Scenario scenario) {
    return " at %s a year over %s years"
        .formatted(Words.percent(scenario.costOfCapital()), Words.number(scenario.horizonYears()));
  }

  private static String hinges(Map<PlanMetric, Result> figures, double npv) {
    List<String> hinges = new ArrayList<>();
    figure(figures, PlanMetric.NPV_ZERO_PRICE_LEVEL)
        .figure()
        .ifPresent(each -> hinges.add(Words.percent(each.value()) + " of today's token prices"));
    figure(figures, PlanMetric.NPV_ZERO_UTILIZATION)
        .figure()
        .ifPresent(each -> hinges.add(Words.percent(each.value()) + " utilization"));
    if (hinges.isEmpty()) {
      return "";
    }
    return npv >= 0
        ? "loses below " + String.join(", and below ", hinges)
        : "would earn its cost of capital at " + String.join(", or at ", hinges);
  }

  private static Result figure(Map<PlanMetric, Result> figures, PlanMetric metric) {
    Result result = figures.get(metric);
    return result == null ? new NotAvailable("not planned") : result;
  }
}
