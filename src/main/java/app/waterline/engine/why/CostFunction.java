package app.waterline.engine.why;

import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import java.util.List;

/** The headline cost of a million tokens of one platform as a function of some levers. */
sealed interface CostFunction permits CompiledCost, EngineCost, CostRatio {
  /**
   * The cost, $ per million tokens; not a number where there is none. That marker stays inside this
   * package.
   *
   * @param values of the levers, in their order
   */
  double at(double[] values);

  /** The same for another thread: an instance remembers steps of its last answer. */
  CostFunction copy();

  /** The quick way where every lever has a place in it, else the engine's. */
  static CostFunction of(Workspace workspace, Platform platform, List<Lever> levers) {
    return CompiledCost.of(workspace, platform, levers)
        .<CostFunction>map(compiled -> compiled)
        .orElseGet(() -> new EngineCost(workspace, platform.id(), levers));
  }
}
