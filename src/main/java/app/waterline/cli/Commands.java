package app.waterline.cli;

import app.waterline.io.UnreadableFile;
import app.waterline.io.UnwritableFile;
import app.waterline.model.InvalidInput;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

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
        .addSubcommand(new PlanCommand(terminal))
        .addSubcommand(new ExportCommand(terminal))
        .addSubcommand(new ImportCommand(terminal))
        .addSubcommand(new CheckClaimCommand(terminal))
        .addSubcommand(new HelpCommand())
        .setOut(terminal.out())
        .setErr(terminal.err())
        .registerConverter(Format.class, Format::parse)
        .registerConverter(Locale.class, Commands::locale)
        .setParameterExceptionHandler((failure, arguments) -> misused(failure))
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

  private static Locale locale(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new TypeConversionException(
          "this is no language tag [%s]. Write one like en, de-DE or ja.".formatted(tag));
    }
  }

  private static int misused(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().printf("%s%nTry: %s --help%n", failure.getMessage(), name);
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int refused(Exception failure, CommandLine command) throws Exception {
    if (!(failure instanceof UnreadableFile
        || failure instanceof UnwritableFile
        || failure instanceof InvalidInput)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return INPUT_IS_WRONG;
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
