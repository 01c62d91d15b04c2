package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains the rows of a cash flow.
 *
 * @param throughput what the tokens follow from: tokens/s per GPU, or the demand on a hosted API
 * @param price revenue per million tokens in year 1, $
 * @param running what the running cost follows from
 */
record CashRows(Explained throughput, Explained price, Explained running) {
  private static final Explained NO_TOKENS =
      Explained.of(Unit.TOKENS, 0, "tokens", "none on the day of the purchase");

  List<CashYear> explain(Venture venture, List<Venture.Row> rows) {
    List<CashYear> explained = new ArrayList<>(rows.size());
    double before = 0;
    for (Venture.Row row : rows) {
      explained.add(explain(venture, row, before));
      before += row.net();
    }
    return List.copyOf(explained);
  }

  private CashYear explain(Venture venture, Venture.Row row, double before) {
    Explained tokens = row.year() == 0 ? NO_TOKENS : tokens(venture, row);
    Explained revenue = dollars(row.revenue(), "revenue", "tokens · price · price level ÷ 10⁶")
        .from("tokens", tokens)
        .from("price", price)
        .from("price level", row.priceLevel(), Unit.SHARE);
    Explained runningCost = runningCost(venture, row, tokens);
    Explained capital = dollars(-row.capital(), "capital", "−(bought anew − residual of the old)")
        .from("bought", row.capital(), Unit.DOLLARS)
        .atBest(running.quality());
    Explained residual = dollars(row.residual(), "residual", "s · C + book value of the facility")
        .atBest(running.quality());
    Explained tax =
        dollars(-row.tax(), "tax", "−tax rate · (revenue − running cost − write-off − losses)");
    Explained net = dollars(row.net(), "net", "revenue + running cost + capital + residual + tax")
        .from("revenue", revenue)
        .from("running cost", runningCost)
        .from("capital", capital)
        .from("residual", residual)
        .from("tax", tax);
    Explained cumulative = dollars(before + row.net(), "cumulative", "net of all years so far")
        .from("before", before, Unit.DOLLARS)
        .from("net", net);
    return new CashYear(
        row.year(),
        row.end(),
        tokens,
        revenue,
        runningCost,
        capital,
        residual,
        tax,
        net,
        cumulative);
  }

  private Explained tokens(Venture venture, Venture.Row row) {
    return Explained.of(
            Unit.TOKENS,
            row.tokens(),
            "tokens",
            venture.followsThroughput()
                ? "T · growth · utilization · GPUs · hours"
                : "demand · hours, as far as the GPUs can serve it")
        .from(throughput.name(), throughput)
        .from("utilization", row.utilization(), Unit.SHARE)
        .from("years", row.length(), Unit.YEARS);
  }

  private Explained runningCost(Venture venture, Venture.Row row, Explained tokens) {
    Explained cost = dollars(
            -row.running(), "running cost", "−(fixed cost + energy at this year's power price)")
        .from(running.name(), running)
        .from("utilization", row.utilization(), Unit.SHARE);
    return venture.bill().perToken() == 0
        ? cost.from("power price in year 1", venture.bill().powerPrice(), Unit.DOLLARS_PER_KWH)
        : dollars(-row.running(), "running cost", "−tokens · cost per token · price level")
            .from("tokens", tokens)
            .from(running.name(), running)
            .from("price level", row.priceLevel(), Unit.SHARE);
  }

  private static Explained dollars(double value, String name, String formula) {
    // No minus zero: it would print as a negative amount of nothing.
    return Explained.of(Unit.DOLLARS, value + 0.0, name, formula);
  }
}
