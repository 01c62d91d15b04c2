package app.waterline;

import app.waterline.cli.Commands;
import app.waterline.cli.Report;
import app.waterline.cli.Terminal;
import app.waterline.io.UnreadableFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.io.safe.ProgramFolders;
import app.waterline.io.safe.Running;
import app.waterline.ui.shell.WaterlineApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Starts a command, the workbench, or, where there is no display, the report. Does not extend the
 * toolkit's application class: on the class path that would fail before the first line runs.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Before any class of AWT: beside JavaFX it must not look for a display of its own.
    System.setProperty("java.awt.headless", "true");
    System.exit(start(Terminal.system(), arguments));
  }

  private static int start(Terminal terminal, String... arguments) {
    if (List.of(arguments).equals(List.of("--train"))) {
      WaterlineApp.train();
      return 0;
    }
    if (!isAWindow(arguments)) {
      Commands commands = new Commands(terminal);
      if (commands.handles(arguments) || arguments.length > 1 || looksLikeAnOption(arguments)) {
        return commands.run(arguments);
      }
    }
    Path file = arguments.length == 0 ? null : Path.of(arguments[0]);
    String missing = missingDisplay();
    return missing == null ? open(terminal, file) : report(terminal, file, missing);
  }

  /** Known without the commands, which take a tenth of the start to set up. */
  private static boolean isAWindow(String... arguments) {
    return arguments.length == 0
        || (arguments.length == 1 && arguments[0].endsWith(WorkspaceFile.EXTENSION));
  }

  private static boolean looksLikeAnOption(String... arguments) {
    return arguments.length > 0 && arguments[0].startsWith("-");
  }

  private static @Nullable String missingDisplay() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
    String display = System.getenv("DISPLAY");
    return linux && !headless && (display == null || display.isBlank())
        ? "there is no display (DISPLAY is not set)"
        : null;
  }

  private static int open(Terminal terminal, @Nullable Path file) {
    if (handedOver(file)) {
      terminal.out().println("Waterline is running already; its window has been told.");
      return 0;
    }
    try {
      WaterlineApp.launch(file);
      return 0;
    } catch (UnsupportedOperationException e) {
      return report(terminal, file, reason(e));
    }
  }

  /** Whether a window that is open already has taken the start over, before the toolkit is loaded. */
  private static boolean handedOver(@Nullable Path file) {
    Path inbox = WaterlineApp.inbox(ProgramFolders.ofUser());
    try {
      return Running.isThere(inbox) && Running.handOver(inbox, file);
    } catch (IOException unusable) { // the window tells why
      return false;
    }
  }

  // The toolkit tells these cases apart by its message only.
  private static String reason(UnsupportedOperationException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("DISPLAY")) {
      return "the display can't be opened (DISPLAY is %s)".formatted(System.getenv("DISPLAY"));
    }
    return message.contains("GTK")
        ? "GTK 3 is not installed (on Debian and Ubuntu: apt-get install libgtk-3-0)"
        : "the window system can't be used (%s)".formatted(message);
  }

  private static int report(Terminal terminal, @Nullable Path file, String reason) {
    try {
      Report.write(terminal, file, reason);
      return 0;
    } catch (UnreadableFile e) {
      terminal.err().println(e.getMessage());
    } catch (IOException e) {
      terminal
          .err()
          .printf(
              "The window can't open because %s, and the report can't be written [%s]. Set -Dwaterline.report to a folder that can be written to.%n",
              reason, e.getMessage());
    }
    return 1;
  }
}
