package app.waterline.engine.plan;

import app.waterline.engine.BestSoFar;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.model.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How fast software has made the same GPUs deliver more, to compare an assumed growth with. */
public final class MeasuredGrowth {
  private static final double DAYS_PER_YEAR = 365.25;

  /** A shorter time says more about single releases than about a year. */
  private static final long FEWEST_DAYS = 90;

  private MeasuredGrowth() {}

  /**
   * {@code (T_last ÷ T_first)^(1 ÷ years) − 1} over the dated measurements.
   *
   * @param steps the best so far at each date, oldest first, see {@link BestSoFar#of}
   * @return share per year
   */
  public static Result of(List<BestSoFar> steps) {
    List<BestSoFar> dated = steps.stream()
        .filter(step -> step.date().length() == "yyyy-MM-dd".length())
        .toList();
    if (dated.size() < 2) {
      return new NotAvailable("fewer than two dates with a measured improvement");
    }
    BestSoFar first = dated.getFirst();
    BestSoFar last = dated.getLast();
    long days =
        ChronoUnit.DAYS.between(LocalDate.parse(first.date()), LocalDate.parse(last.date()));
    if (days < FEWEST_DAYS) {
      return new NotAvailable("the measurements lie only %d days apart, %s and %s"
          .formatted(days, first.date(), last.date()));
    }
    double years = days / DAYS_PER_YEAR;
    return Explained.of(
            Unit.SHARE_PER_YEAR,
            Math.pow(last.tokensPerSecond() / first.tokensPerSecond(), 1 / years) - 1,
            "measured throughput growth",
            "(T_last ÷ T_first)^(1 ÷ years) − 1")
        .from("T_first, " + first.date(), first.tokensPerSecond(), Unit.TOKENS_PER_SECOND_PER_GPU)
        .from("T_last, " + last.date(), last.tokensPerSecond(), Unit.TOKENS_PER_SECOND_PER_GPU)
        .from("years", years, Unit.YEARS)
        .atBest(Quality.MEASURED);
  }
}
