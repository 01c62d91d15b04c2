package app.waterline.engine.why;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.model.InvalidInput;
import app.waterline.model.Workspace;
import java.util.List;

/**
 * The cost as the engine computes it, with every lever set in the workspace; without the platforms
 * beside it, which its cost does not depend on.
 */
final class EngineCost implements CostFunction {
  private final Workspace workspace;
  private final String platform;
  private final List<Lever> levers;
  private final Evaluator evaluator = new Evaluator();

  EngineCost(Workspace workspace, String platform, List<Lever> levers) {
    this.workspace = workspace.withPlatforms(workspace.platforms().stream()
        .filter(each -> each.id().equals(platform))
        .toList());
    this.platform = platform;
    this.levers = List.copyOf(levers);
  }

  @Override
  public double at(double[] values) {
    try {
      Workspace moved = workspace;
      for (int i = 0; i < values.length; i++) {
        moved = levers.get(i).set(moved, values[i]);
      }
      return Gauge.of(platform, Evaluation.headline(moved.scenario().tokensCounted()))
          .read(evaluator.evaluate(moved))
          .figure()
          .map(Explained::value)
          .orElse(Double.NaN);
    } catch (InvalidInput refused) {
      return Double.NaN;
    }
  }

  @Override
  public EngineCost copy() {
    return new EngineCost(workspace, platform, levers);
  }
}
