package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a cash flow is worth, and where that would turn.
 *
 * @param figures NPV, IRR, payback, and the price level and utilization at which the NPV is zero
 * @param decision the same in words
 */
record Worth(Map<PlanMetric, Result> figures, Decision decision) {
  private static final double MOST_PRICE_LEVEL = 1e9;

  static Worth of(CashFlow flow, String name, Scenario scenario) {
    return switch (flow) {
      case CashFlow.Missing missing -> missing(missing.why(), name);
      case CashFlow.Flowing flowing -> of(flowing, name, scenario);
    };
  }

  private static Worth missing(NotAvailable why, String name) {
    Map<PlanMetric, Result> figures = new EnumMap<>(PlanMetric.class);
    for (PlanMetric metric : List.of(
        PlanMetric.NPV,
        PlanMetric.IRR,
        PlanMetric.PAYBACK_YEARS,
        PlanMetric.NPV_ZERO_PRICE_LEVEL,
        PlanMetric.NPV_ZERO_UTILIZATION)) {
      figures.put(metric, why);
    }
    return new Worth(
        figures,
        new Decision(
            Decision.Verdict.UNDECIDED,
            "%s has no cash flow: %s.".formatted(name, why.reason()),
            ""));
  }

  private static Worth of(CashFlow.Flowing flow, String name, Scenario scenario) {
    Map<PlanMetric, Result> figures = new EnumMap<>(PlanMetric.class);
    double npv = Venture.npv(flow.numbers(), scenario.costOfCapital());
    figures.put(PlanMetric.NPV, npv(flow, npv, scenario));
    figures.put(PlanMetric.IRR, irr(flow));
    figures.put(PlanMetric.PAYBACK_YEARS, payback(flow));
    figures.put(PlanMetric.NPV_ZERO_PRICE_LEVEL, priceLevel(flow, scenario));
    figures.put(PlanMetric.NPV_ZERO_UTILIZATION, utilization(flow, scenario));
    return new Worth(figures, Decisions.of(flow, figures, npv, name, scenario));
  }

  private static Explained npv(CashFlow.Flowing flow, double npv, Scenario scenario) {
    Explained explained = Explained.of(Unit.DOLLARS, npv, "net present value", "Σ net ÷ (1 + w)^t")
        .from("w", scenario.costOfCapital(), Unit.SHARE_PER_YEAR);
    for (CashYear row : flow.rows()) {
      explained = explained.from("net of year %d".formatted(row.year()), row.net());
    }
    return explained;
  }

  private static Result irr(CashFlow.Flowing flow) {
    List<Returns.Payment> payments = flow.numbers().stream()
        .map(row -> new Returns.Payment(row.end(), row.net()))
        .toList();
    return Returns.irr(payments)
        .then(rate -> rate.from("net of the last year", flow.rows().getLast().net()));
  }

  /** Years until all that was put in has come back for good; inside a row the money comes evenly. */
  private static Result payback(CashFlow.Flowing flow) {
    double open = 0;
    double lowest = 0;
    double paid = Double.NaN;
    for (Venture.Row row : flow.numbers()) {
      double beforeResidual = open + row.net() - row.residual();
      double close = open + row.net();
      if (open < 0 && close >= 0) {
        paid = beforeResidual >= 0
            ? row.end() - row.length() * beforeResidual / (beforeResidual - open)
            : row.end();
      }
      lowest = Math.min(lowest, close);
      paid = close < 0 ? Double.NaN : paid;
      open = close;
    }
    if (lowest >= 0) {
      return new NotAvailable("nothing to pay back: no money is put in");
    }
    return Double.isNaN(paid)
        ? new NotAvailable("never within %s years"
            .formatted(Words.number(flow.numbers().getLast().end())))
        : Explained.of(Unit.YEARS, paid, "payback", "when the cumulative cash flow reaches 0")
            .from("cumulative at the end", flow.rows().getLast().cumulative());
  }

  private static Result priceLevel(CashFlow.Flowing flow, Scenario scenario) {
    Venture venture = flow.venture();
    double w = scenario.costOfCapital();
    if (Venture.npv(venture.rows(0, 1), w) >= 0) {
      return new NotAvailable("none: it earns even with free tokens");
    }
    OptionalDouble level = Returns.rootAbove0(each -> Venture.npv(venture.rows(each, 1), w));
    return level.isPresent() && level.getAsDouble() < MOST_PRICE_LEVEL
        ? Explained.of(
                Unit.SHARE,
                level.getAsDouble(),
                "token prices at which the NPV is 0, of today's",
                "the factor on all token prices at which NPV = 0")
            .from("NPV at today's prices", npv(flow, Venture.npv(flow.numbers(), w), scenario))
        : new NotAvailable("none: no token price brings the NPV to zero");
  }

  private static Result utilization(CashFlow.Flowing flow, Scenario scenario) {
    Venture venture = flow.venture();
    double w = scenario.costOfCapital();
    if (venture.capacity() == 0) {
      return new NotAvailable("hosted API");
    }
    double fullLoad = venture.capacity() / venture.offered();
    OptionalDouble factor =
        Returns.rootBetween(each -> Venture.npv(venture.rows(1, each), w), 0, fullLoad);
    if (factor.isEmpty()) {
      return new NotAvailable(
          Venture.npv(venture.rows(1, fullLoad), w) < 0
              ? "none: it loses even at full load"
              : "none: it earns even without load");
    }
    double share = venture.load().served(factor.getAsDouble() / fullLoad) * venture.workingShare();
    return Explained.of(
            Unit.SHARE,
            share,
            "utilization at which the NPV is 0",
            "the utilization of year 1 after the ramp-up at which NPV = 0")
        .from("NPV at the planned load", npv(flow, Venture.npv(flow.numbers(), w), scenario));
  }
}
