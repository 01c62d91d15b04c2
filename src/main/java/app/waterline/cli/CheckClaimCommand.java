package app.waterline.cli;

import app.waterline.engine.why.ClaimCheck;
import app.waterline.format.PrintedFormat;
import app.waterline.io.Catalogue;
import app.waterline.io.ClaimCheckJson;
import app.waterline.io.ClaimFile;
import app.waterline.model.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waterline check-claim}: whether a published table agrees with itself. */
@Command(
    name = "check-claim",
    description = "Checks whether the figures of a published table agree with each other.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class CheckClaimCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "The claim (docs/claim-format.md); - reads it from standard input.")
  private Path file = Path.of("-");

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "table",
      description = "table, json or markdown; ${DEFAULT-VALUE} if not given.")
  private Format format = Format.TABLE;

  @Option(
      names = "--locale",
      paramLabel = "TAG",
      description = "How numbers read in the columns of table and markdown, for example de-DE.")
  private @Nullable Locale locale;

  CheckClaimCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (format == Format.CSV && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "--format must be table, json or markdown [csv].");
    }
    ClaimCheck check = ClaimCheck.of(read(), PrintedFormat::read, Catalogue.platforms());
    terminal.out().print(written(check));
    terminal.out().flush();
    return 0;
  }

  private Claim read() throws IOException {
    return file.toString().equals("-")
        ? ClaimFile.read(terminal.in(), "standard input")
        : ClaimFile.read(file);
  }

  private String written(ClaimCheck check) {
    ClaimReport report =
        ClaimReport.of(check, Objects.requireNonNullElse(locale, terminal.locale()));
    return switch (format) {
      case JSON -> ClaimCheckJson.write(check);
      case MARKDOWN -> report.markdown();
      case TABLE, CSV -> report.text();
    };
  }
}
