package app.waterline.cli;

import app.waterline.io.UnreadableFile;
import app.waterline.model.InvalidInput;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line as a whole. */
public final class Commands {
  private static final int INPUT_IS_WRONG = 1;
  private static final Set<String> OPTIONS = Set.of("-h", "--help", "-V", "--version");

  private final CommandLine commandLine;

  /**
   * @param terminal what the commands read from and write to
   */
  public Commands(Terminal terminal) {
    commandLine = new CommandLine(new Program())
        .addSubcommand(new EvaluateCommand(terminal))
        .addSubcommand(new HelpCommand())
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, parsed) -> refused(failure, command));
  }

  /** Whether the arguments call a command; anything else opens a window. */
  public boolean handles(String... arguments) {
    return arguments.length > 0
        && (OPTIONS.contains(arguments[0])
            || commandLine.getSubcommands().containsKey(arguments[0]));
  }

  /** Runs a command; returns its exit code: 0 done, 1 the input is wrong, 2 the usage is. */
  public int run(String... arguments) {
    return commandLine.execute(arguments);
  }

  private static int refused(Exception failure, CommandLine command) throws Exception {
    if (!(failure instanceof UnreadableFile || failure instanceof InvalidInput)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return INPUT_IS_WRONG;
  }

  /** The names of the commands, for messages. */
  String names() {
    return Stream.of(commandLine.getSubcommands().keySet())
        .flatMap(Set::stream)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** What is called without the name of a command. */
  @Command(
      name = "waterline",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisHeading = "",
      customSynopsis = {
        "Usage: waterline [FILE]           opens the workbench on a workspace",
        "       waterline COMMAND [...]    runs a command without a window"
      },
      description = "The economics of AI inference: what a million tokens cost, and why.",
      commandListHeading = "%nCommands:%n",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:done",
        "1:the input is wrong; the message is on stderr and nothing was written",
        "2:the command was not called as it should be"
      })
  private static final class Program implements Runnable {
    @Override
    public void run() {}
  }
}
