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
import java.util.Optional;

/**
 * How much more software has made the same GPUs deliver, to compare an assumed growth with.
 *
 * @param first the oldest measurement with a day
 * @param last the newest that was better
 */
public record MeasuredGrowth(BestSoFar first, BestSoFar last) {
  private static final double DAYS_PER_YEAR = 365.25;

  /** Less than a year does not give a rate a year: the first months of a new GPU would go on for ever. */
  private static final long FEWEST_DAYS = 365;

  /**
   * The growth over the dated measurements; empty where fewer than two days are known.
   *
   * @param steps the best so far at each date, oldest first, see {@link BestSoFar#of}
   */
  public static Optional<MeasuredGrowth> of(List<BestSoFar> steps) {
    List<BestSoFar> dated = steps.stream()
        .filter(step -> step.date().length() == "yyyy-MM-dd".length())
        .toList();
    return dated.size() < 2
        ? Optional.empty()
        : Optional.of(new MeasuredGrowth(dated.getFirst(), dated.getLast()));
  }

  /** {@code T_last ÷ T_first}. */
  public double factor() {
    return last.tokensPerSecond() / first.tokensPerSecond();
  }

  /** {@code (T_last ÷ T_first)^(1 ÷ years) − 1}, a share per year; not available below a year. */
  public Result perYear() {
    long days =
        ChronoUnit.DAYS.between(LocalDate.parse(first.date()), LocalDate.parse(last.date()));
    if (days < FEWEST_DAYS) {
      return new NotAvailable("the measurements lie only %d days apart, %s and %s"
          .formatted(days, first.date(), last.date()));
    }
    double years = days / DAYS_PER_YEAR;
    return Explained.of(
            Unit.SHARE_PER_YEAR,
            Math.pow(factor(), 1 / years) - 1,
            "measured throughput growth",
            "(T_last ÷ T_first)^(1 ÷ years) − 1")
        .from("T_first, " + first.date(), first.tokensPerSecond(), Unit.TOKENS_PER_SECOND_PER_GPU)
        .from("T_last, " + last.date(), last.tokensPerSecond(), Unit.TOKENS_PER_SECOND_PER_GPU)
        .from("years", years, Unit.YEARS)
        .atBest(Quality.MEASURED);
  }
}
