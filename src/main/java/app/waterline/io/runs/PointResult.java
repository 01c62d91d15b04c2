package app.waterline.io.runs;

import app.waterline.model.OperatingPoint;
import java.util.Set;

/** What a run gives the workspace: an operating point, or why there is none. */
public sealed interface PointResult {
  /**
   * An operating point.
   *
   * @param point valid in every figure
   */
  record Ready(OperatingPoint point) implements PointResult {}

  /**
   * Something must be answered first.
   *
   * @param missing what nobody knows yet, at least one
   */
  record Incomplete(Set<Run.Missing> missing) implements PointResult {
    public Incomplete {
      missing = Set.copyOf(missing);
    }
  }

  /**
   * A figure lies outside the model's domain.
   *
   * @param reason what happened, the value in brackets, and what to do
   */
  record Refused(String reason) implements PointResult {}
}
