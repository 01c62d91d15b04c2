package app.waterline.cli;

import app.waterline.document.Repricing;
import app.waterline.io.WorkspaceFile;
import app.waterline.io.WorkspaceSettings;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The workspace that a command works on, and what is changed in it first. */
final class WorkspaceSource {
  @Parameters(paramLabel = "FILE", description = "The workspace; - reads it from standard input.")
  private Path file = Path.of("-");

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description = "Compare with this platform instead of the workspace's own baseline.")
  private @Nullable String baseline;

  @Option(
      names = "--set",
      paramLabel = "POINTER=VALUE",
      description = {
        "Change a value first, for example /scenario/utilization=0.6.",
        "A JSON pointer into the workspace file, in which a platform also goes by its name;",
        "may be given several times."
      })
  private Map<String, String> changes = new LinkedHashMap<>();

  @Option(
      names = "--price-list",
      paramLabel = "NAME",
      description = "Price every rented platform with this list of the workspace first.")
  private @Nullable String priceList;

  @Option(
      names = "--locale",
      paramLabel = "TAG",
      description = {
        "How numbers read where people read them, for example de-DE; the system's if not given.",
        "json and csv are the same everywhere."
      })
  private @Nullable Locale locale;

  /** The workspace with its changes. */
  Workspace read(Terminal terminal) throws IOException {
    return compared(changed(priced(opened(terminal), terminal)));
  }

  /** Whose numbers people read. */
  Locale locale(Terminal terminal) {
    return Objects.requireNonNullElse(locale, terminal.locale());
  }

  private Workspace opened(Terminal terminal) throws IOException {
    return file.toString().equals("-")
        ? WorkspaceFile.read(terminal.in(), "standard input")
        : WorkspaceFile.read(file);
  }

  private Workspace priced(Workspace workspace, Terminal terminal) {
    if (priceList == null) {
      return workspace;
    }
    PriceList list =
        named(priceList, "price list", workspace.priceLists(), PriceList::name, PriceList::id);
    Repricing.without(list, workspace)
        .forEach(platform -> terminal
            .err()
            .printf("%s keeps its price: \"%s\" has none for it.%n", platform.name(), list.name()));
    return Repricing.with(list, workspace);
  }

  private Workspace changed(Workspace workspace) {
    List<String> settings = changes.entrySet().stream()
        .map(change -> change.getKey() + "=" + change.getValue())
        .toList();
    return WorkspaceSettings.apply(workspace, settings);
  }

  private Workspace compared(Workspace workspace) {
    return baseline == null
        ? workspace
        : workspace.withBaseline(
            named(baseline, "platform", workspace.platforms(), Platform::name, Platform::id)
                .id());
  }

  private static <T> T named(
      String wanted, String kind, List<T> all, Function<T, String> name, Function<T, String> id) {
    return all.stream()
        .filter(
            each -> name.apply(each).equalsIgnoreCase(wanted) || id.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("There is no %s of that name [%s]. %s"
            .formatted(kind, wanted, choices(all.stream().map(name).toList()))));
  }

  private static String choices(List<String> names) {
    return names.isEmpty()
        ? "The workspace has none."
        : names.stream().collect(Collectors.joining(", ", "Name one of: ", "."));
  }
}
