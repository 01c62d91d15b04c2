package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.Scenario;
import app.waterline.model.TokenPrices;
import app.waterline.model.Unit;
import app.waterline.model.Workload;

/** What tokens bring, and at which price they bring no more than they cost. */
final class Selling {
  private static final double MILLION = 1e6;
  private static final double SECONDS_PER_HOUR = 3600;
  private static final NotAvailable NOT_SOLD = new NotAvailable("no token prices");

  private Selling() {}

  /** Revenue per million tokens (input + output): at the mix of the run, or of the workload for a hosted API. */
  static Result perMillionTokens(PlatformEvaluation working, Scenario scenario) {
    if (scenario.tokenPrices() == null) {
      return NOT_SOLD;
    }
    if (working.platform().hardware() == null) {
      return perInteraction(scenario).then(request -> perMillion(request, scenario.workload()));
    }
    return working
        .of(Metric.REVENUE_PER_GPU_HOUR)
        .and(
            working.of(Metric.TOKENS_PER_SECOND_PER_GPU),
            (revenue, tokens) -> Explained.of(
                    Unit.DOLLARS_PER_MILLION_TOKENS,
                    revenue.value() / (SECONDS_PER_HOUR * tokens.value()) * MILLION,
                    "revenue per million tokens",
                    "revenue per GPU-hour ÷ (3600 · T_d) · 10⁶")
                .from("revenue per GPU-hour", revenue)
                .from("T_d", tokens));
  }

  private static Result perMillion(Explained request, Workload workload) {
    Explained tokens = tokensOf(workload);
    return Explained.of(
            Unit.DOLLARS_PER_MILLION_TOKENS,
            request.value() / tokens.value() * MILLION,
            "revenue per million tokens",
            "revenue per interaction ÷ (ISL + OSL) · 10⁶")
        .from("revenue per interaction", request)
        .from("ISL + OSL", tokens);
  }

  private static Explained tokensOf(Workload workload) {
    Integer isl = workload.isl();
    Integer osl = workload.osl();
    return Explained.of(
            Unit.TOKENS,
            (isl == null ? 0 : isl) + (osl == null ? 0 : osl),
            "tokens of an interaction",
            "ISL + OSL")
        .from("ISL", isl == null ? 0 : isl, Unit.TOKENS)
        .from("OSL", osl == null ? 0 : osl, Unit.TOKENS);
  }

  /** What one request of the workload's length brings, $. */
  static Result perInteraction(Scenario scenario) {
    TokenPrices prices = scenario.tokenPrices();
    Workload workload = scenario.workload();
    Integer isl = workload.isl();
    Integer osl = workload.osl();
    if (prices == null) {
      return NOT_SOLD;
    }
    if (isl == null || osl == null) {
      return new NotAvailable("an interaction needs the workload's input and output length");
    }
    Double discounted = prices.cachedInput();
    double cached = discounted == null ? prices.input() : discounted;
    double hits = workload.cachedInputShare();
    double input = isl * ((1 - hits) * prices.input() + hits * cached);
    return Explained.of(
            Unit.DOLLARS_PER_INTERACTION,
            (input + osl * prices.output()) / MILLION,
            "revenue per interaction",
            "(ISL · ((1 − h) · p_in + h · p_cached) + OSL · p_out) ÷ 10⁶")
        .from("ISL", isl, Unit.TOKENS)
        .from("OSL", osl, Unit.TOKENS)
        .from("h", hits, Unit.SHARE)
        .from("p_in", prices.input(), Unit.DOLLARS_PER_MILLION_INPUT_TOKENS, prices.evidence())
        .from("p_cached", cached, Unit.DOLLARS_PER_MILLION_INPUT_TOKENS, prices.evidence())
        .from("p_out", prices.output(), Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS, prices.evidence());
  }

  /** Revenue of a request of the workload's length minus what its tokens cost, $. */
  static Result marginPerInteraction(Result costPerMillion, Scenario scenario) {
    Explained tokens = tokensOf(scenario.workload());
    return perInteraction(scenario)
        .and(
            costPerMillion,
            (earned, cost) -> Explained.of(
                    Unit.DOLLARS_PER_INTERACTION,
                    earned.value() - cost.value() * tokens.value() / MILLION,
                    "margin per interaction",
                    "revenue per interaction − cost per million tokens · (ISL + OSL) ÷ 10⁶")
                .from("revenue per interaction", earned)
                .from("cost per million tokens", cost)
                .from("ISL + OSL", tokens));
  }

  /** The output price at which the margin is zero, all token prices moved alike. */
  static Result zeroMarginPrice(Explained cost, Explained revenue, Scenario scenario) {
    TokenPrices prices = scenario.tokenPrices();
    if (prices == null || revenue.value() == 0) {
      return new NotAvailable(prices == null ? "no token prices" : "no revenue");
    }
    return Explained.of(
            Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS,
            prices.output() * cost.value() / revenue.value(),
            "output token price at which the margin is zero",
            "p_out · cost ÷ revenue")
        .from("p_out", prices.output(), Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS, prices.evidence())
        .from("cost", cost)
        .from("revenue", revenue)
        .noting("the input prices move with it");
  }
}
