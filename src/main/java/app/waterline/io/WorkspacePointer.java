package app.waterline.io;

import app.waterline.model.InvalidInput;
import app.waterline.model.Workspace;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes single values of a workspace by their place in its file.
 *
 * @see "docs/command-line.md"
 */
public final class WorkspacePointer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private WorkspacePointer() {}

  /**
   * The workspace with one value replaced; what the model refuses in a file it refuses here. A number
   * for a figure makes it an assumption: its former source does not vouch for it.
   *
   * @param pointer JSON pointer (RFC 6901) to the value, for example {@code /scenario/utilization}
   * @param text the value as JSON; text needs no quotes, {@code null} takes an optional value away
   * @throws InvalidInput if there is no such place, or the value is refused; the message names both
   */
  public static Workspace set(Workspace workspace, String pointer, String text) {
    JsonPointer place = compiled(pointer);
    JsonNode tree = JsonForm.MAPPER.readTree(WorkspaceFile.toJson(workspace));
    boolean figure =
        place.last().getMatchingProperty().equals("value") && isFigure(tree.at(place.head()));
    replace(tree, figure ? place.head() : place, value(text));
    try {
      return JsonForm.MAPPER.treeToValue(tree, WorkspaceForm.class).workspace();
    } catch (JacksonException e) {
      throw refused(pointer, text, Fault.of(e).message());
    } catch (InvalidInput e) {
      throw refused(pointer, text, String.valueOf(e.getMessage()));
    }
  }

  private static JsonPointer compiled(String pointer) {
    if (!pointer.startsWith("/") || pointer.length() == 1) {
      throw new InvalidInput(
          "A place in the workspace starts with a slash [%s]. Write one like /scenario/utilization."
              .formatted(pointer));
    }
    return JsonPointer.compile(pointer);
  }

  private static JsonNode value(String text) {
    try {
      JsonNode parsed = JsonForm.MAPPER.readTree(text);
      return parsed.isMissingNode() ? NODES.stringNode(text) : parsed;
    } catch (JacksonException e) {
      return NODES.stringNode(text);
    }
  }

  private static void replace(JsonNode tree, JsonPointer place, JsonNode value) {
    JsonNode parent = tree.at(place.head());
    JsonNode replacement = isFigure(tree.at(place)) && value.isNumber() ? assumed(value) : value;
    String name = place.last().getMatchingProperty();
    int index = place.last().getMatchingIndex();
    if (parent instanceof ArrayNode list && index >= 0 && index < list.size()) {
      list.set(index, replacement);
    } else if (!(parent instanceof ObjectNode object)) {
      throw nowhere(place);
    } else if (value.isNull()) {
      object.remove(name);
    } else {
      object.set(name, replacement);
    }
  }

  private static boolean isFigure(JsonNode node) {
    return node.isObject() && node.has("value") && node.has("kind");
  }

  private static ObjectNode assumed(JsonNode value) {
    return NODES
        .objectNode()
        .set("value", value)
        .put("kind", "assumption")
        .put("source", "set on the command line");
  }

  private static InvalidInput nowhere(JsonPointer place) {
    return new InvalidInput(
        "The workspace has no such place [%s]. Look at the file for what there is; platforms count from 0."
            .formatted(place));
  }

  private static InvalidInput refused(String pointer, String text, String why) {
    return new InvalidInput("%s=%s: %s".formatted(pointer, text, why));
  }
}
