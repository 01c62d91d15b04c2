package app.waterline.io.kind;

import app.waterline.io.WorkspaceFile;
import app.waterline.io.prices.RentalPrices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** What a file is that somebody drops on the window. */
public enum FileKind {
  /** A workspace. */
  WORKSPACE,
  /** A printed table to check. */
  CLAIM,
  /** A table of rental prices. */
  RENTAL_PRICES,
  /** LiteLLM's prices of tokens. */
  TOKEN_PRICES,
  /** Benchmark results, or anything else: their reader says what it can't use. */
  RUNS;

  /** As much as tells every known kind. */
  private static final int PEEK = 1 << 16;

  private static final JsonMapper JSON = new JsonMapper();

  /** Never fails; a file that can't be opened counts as runs. */
  public static FileKind of(Path file) {
    if (isNamedWorkspace(file)) {
      return WORKSPACE;
    }
    String head = head(file);
    return head.stripLeading().startsWith("{") ? ofJson(head) : ofTable(head);
  }

  /** Whether the name alone says so. */
  public static boolean isNamedWorkspace(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(WorkspaceFile.EXTENSION);
  }

  private static String head(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(PEEK), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static FileKind ofJson(String head) {
    Set<String> names = names(head);
    if (names.contains("schemaVersion") && names.contains("metrics")) {
      return CLAIM;
    }
    if (names.contains("schemaVersion")
        && Stream.of("scenario", "currency").anyMatch(names::contains)) {
      return WORKSPACE;
    }
    return head.contains("\"input_cost_per_token\"") ? TOKEN_PRICES : RUNS;
  }

  /** The names at the top, as far as the beginning reaches. */
  private static Set<String> names(String head) {
    Set<String> names = new LinkedHashSet<>();
    try (JsonParser json = JSON.createParser(head)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        names.add(json.currentName());
        json.nextToken();
        json.skipChildren();
      }
    } catch (JacksonException cutOff) {
      return names; // what was seen until there counts
    }
    return names;
  }

  private static FileKind ofTable(String head) {
    List<String> columns = head.lines()
        .filter(line -> !line.startsWith("#"))
        .findFirst()
        .map(line -> Stream.of(line.split(",", -1))
            .map(cell -> cell.replace("\"", "").strip())
            .toList())
        .orElse(List.of());
    return RentalPrices.knows(columns) ? RENTAL_PRICES : RUNS;
  }
}
