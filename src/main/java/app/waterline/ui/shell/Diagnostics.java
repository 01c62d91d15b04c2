package app.waterline.ui.shell;

import app.waterline.io.safe.LogFolder;
import app.waterline.io.safe.Redaction;
import app.waterline.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.stage.Screen;

/**
 * What may be copied for a report: version, system, settings, sizes and the last lines of the log. No
 * figures, names, texts or paths of the user's.
 */
final class Diagnostics {
  private static final int LINES = 80;
  private static final int MEGABYTE = 1 << 20;

  private final SettingsStore settings;
  private final LogFolder log;

  Diagnostics(SettingsStore settings, LogFolder log) {
    this.settings = settings;
    this.log = log;
  }

  /** Everything, of these workspaces that are open. */
  String text(List<Workspace> open) {
    return String.join(
        "\n",
        version(),
        "Open: " + open.stream().map(Diagnostics::size).collect(Collectors.joining("; ")),
        "Settings: " + settings(),
        "Screens: " + screens(),
        "",
        "Last lines of the log",
        String.join("\n", log.lastLines(LINES)),
        "");
  }

  /** What is said of a fault. */
  String text(Throwable fault) {
    return version() + "\n\n" + Redaction.of(fault);
  }

  private static String version() {
    Runtime machine = Runtime.getRuntime();
    return String.join(
        "\n",
        "Waterline 1.0.0, " + Instant.now(),
        "System: %s %s, %s, %d processors"
            .formatted(
                property("os.name"),
                property("os.version"),
                property("os.arch"),
                machine.availableProcessors()),
        "Java: %s, %s; JavaFX %s"
            .formatted(
                property("java.vendor"),
                property("java.vm.version"),
                property("javafx.runtime.version")),
        "Memory: %d MB used, %d MB reserved, %d MB at most"
            .formatted(
                (machine.totalMemory() - machine.freeMemory()) / MEGABYTE,
                machine.totalMemory() / MEGABYTE,
                machine.maxMemory() / MEGABYTE),
        "Locale: %s for words, %s for numbers"
            .formatted(
                Locale.getDefault(Locale.Category.DISPLAY),
                Locale.getDefault(Locale.Category.FORMAT)));
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String size(Workspace workspace) {
    int points = workspace.platforms().stream()
        .mapToInt(platform -> platform.operatingPoints().size())
        .sum();
    return "%d platforms, %d operating points, %d price lists"
        .formatted(workspace.platforms().size(), points, workspace.priceLists().size());
  }

  private String settings() {
    Settings now = settings.get();
    return "look %s, window %s, %d recent files"
        .formatted(
            now.look(),
            now.bounds().map(Diagnostics::bounds).orElse("not placed yet"),
            now.recent().size());
  }

  private static String bounds(Settings.Bounds bounds) {
    return "%.0f × %.0f%s"
        .formatted(bounds.width(), bounds.height(), bounds.maximized() ? ", maximized" : "");
  }

  private static String screens() {
    return Screen.getScreens().stream()
        .map(screen -> "%.0f × %.0f at %.2f"
            .formatted(
                screen.getBounds().getWidth(),
                screen.getBounds().getHeight(),
                screen.getOutputScaleX()))
        .collect(Collectors.joining(", "));
  }
}
