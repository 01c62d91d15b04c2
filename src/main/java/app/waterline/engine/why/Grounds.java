package app.waterline.engine.why;

import app.waterline.engine.Delivery;
import app.waterline.engine.Explained;
import app.waterline.model.Figure;
import org.jspecify.annotations.Nullable;

/** What the worth of a driver on a platform stands on. */
public sealed interface Grounds {
  /**
   * Two figures of the platform from measured points: with the capability and without it, all else as
   * it is.
   *
   * @param with what it delivers with it
   * @param without what it delivers without it
   * @param factor with ÷ without; the worth differs from it where capabilities work on each other
   */
  record Pair(Delivery with, Delivery without, double factor) implements Grounds {}

  /**
   * The multiplier on the card, because no run was measured without the capability.
   *
   * @param figure the multiplier with its evidence; null where the card gives none, so that 1 stands in
   */
  record Multiplier(@Nullable Figure figure) implements Grounds {}

  /**
   * The figure itself: the price, the power, or the throughput with everything off.
   *
   * @param figure with its inputs and sources
   */
  record Amount(Explained figure) implements Grounds {}
}
