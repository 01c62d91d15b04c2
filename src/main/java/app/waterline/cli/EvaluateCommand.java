package app.waterline.cli;

import app.waterline.engine.Evaluator;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code waterline evaluate}: every figure of a workspace. */
@Command(
    name = "evaluate",
    description = "Prints every figure of a workspace.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin
  private WorkspaceSource source = new WorkspaceSource();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
  private Format format = Format.TABLE;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Workspace workspace = source.read(terminal);
    Locale reader = source.locale(terminal);
    terminal.out().print(Writing.of(format, reader).apply(new Evaluator().evaluate(workspace)));
    terminal.out().flush();
    return 0;
  }
}
