package app.waterline.document;

import app.waterline.model.Workspace;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change to the workspace with its name.
 *
 * @param label what was done, as the undo menu names it, for example {@code Utilization 72 % → 55 %}
 * @param change from the workspace before to the workspace after; throws {@link
 *     app.waterline.model.InvalidInput} where the outcome would leave a domain
 * @param mergeKey edits in a row that share a key become one step, for example a slider's drag
 */
public record Edit(String label, UnaryOperator<Workspace> change, Optional<Object> mergeKey) {
  /** An edit that is a step of its own. */
  public static Edit of(String label, UnaryOperator<Workspace> change) {
    return new Edit(label, change, Optional.empty());
  }
}
