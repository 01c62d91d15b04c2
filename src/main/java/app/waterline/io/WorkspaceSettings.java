package app.waterline.io;

import app.waterline.model.InvalidInput;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes to a workspace as text: {@code /scenario/utilization=0.6}. The left side is a JSON pointer into
 * the form of the file, in which a platform or price list also goes by its id or name; the right side is
 * JSON or bare text, and {@code null} leaves an optional part out.
 *
 * @see "docs/workspace-format.md"
 */
public final class WorkspaceSettings {
  private WorkspaceSettings() {}

  /**
   * The workspace with all settings applied in their order; it is checked once, after the last.
   *
   * @throws InvalidInput if a place is unknown, a value can't be read, or the model refuses it
   */
  public static Workspace apply(Workspace workspace, List<String> settings) {
    ObjectNode form = (ObjectNode) JsonForm.MAPPER.readTree(WorkspaceFile.toJson(workspace));
    settings.forEach(setting -> Setting.of(setting).applyTo(form));
    try {
      return priced(
          workspace, JsonForm.MAPPER.treeToValue(form, WorkspaceForm.class).workspace());
    } catch (JacksonException e) {
      Fault fault = Fault.of(e);
      throw fault.invalid() != null ? fault.invalid() : refused(fault, form, e);
    }
  }

  /** A token price that is set by hand is no longer what the source of the old ones says. */
  private static Workspace priced(Workspace before, Workspace after) {
    TokenPrices old = before.scenario().tokenPrices();
    TokenPrices now = after.scenario().tokenPrices();
    if (old == null || now == null || now.equals(old)) {
      return after;
    }
    return Objects.equals(old.evidence(), now.evidence())
        ? after.withScenario(after
            .scenario()
            .withTokenPrices(new TokenPrices(now.input(), now.cachedInput(), now.output())))
        : after;
  }

  private static InvalidInput refused(Fault fault, ObjectNode form, JacksonException cause) {
    String found = String.valueOf(form.at(fault.pointer()));
    InvalidInput refused =
        new InvalidInput("%s: %s".formatted(fault.pointer(), fault.message(found)));
    refused.initCause(cause);
    return refused;
  }
}
