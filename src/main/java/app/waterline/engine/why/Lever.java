package app.waterline.engine.why;

import app.waterline.model.Domain;
import app.waterline.model.Input;
import app.waterline.model.Workspace;
import java.util.Optional;

/** A number of a workspace that can be moved to see what follows. */
public interface Lever {
  /**
   * Its place in the workspace file, platforms by their id, for example {@code
   * /platforms/h200/pricing/ratePerGpuHour}.
   */
  String id();

  /** Its name, unit and domain. */
  Input input();

  /** Id of the platform that it belongs to; empty for one of the scenario. */
  Optional<String> platform();

  /** The value in force; empty where there is none. */
  Optional<Double> get(Workspace workspace);

  /**
   * The workspace with another value.
   *
   * @throws app.waterline.model.InvalidInput if the value leaves its domain or contradicts another
   */
  Workspace set(Workspace workspace, double value);

  /** The values that it may take. */
  default Domain domain() {
    return input().domain();
  }
}
