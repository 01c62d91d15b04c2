package app.waterline.engine.why;

import app.waterline.engine.Delivery;
import app.waterline.engine.Explained;
import app.waterline.model.Figure;
import org.jspecify.annotations.Nullable;

/** What a share of a decomposition stands on. */
public sealed interface Grounds {
  /**
   * Two figures of the same platform from measured points: with the capability and without it, all
   * else on.
   *
   * @param with what it delivers with it
   * @param without what it delivers without it
   * @param factor with ÷ without; the share differs from it where capabilities work on each other
   */
  record Pair(Delivery with, Delivery without, double factor) implements Grounds {}

  /**
   * The multiplier on the card, because no run was measured without the capability.
   *
   * @param figure the multiplier with its evidence; null where the card gives none, so that 1 stands in
   */
  record Multiplier(@Nullable Figure figure) implements Grounds {}

  /**
   * A figure of each platform: the price, the power, or the throughput with everything off.
   *
   * @param baseline the baseline's
   * @param candidate the candidate's
   */
  record Figures(Explained baseline, Explained candidate) implements Grounds {}
}
