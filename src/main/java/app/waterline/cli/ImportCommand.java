package app.waterline.cli;

import app.waterline.io.WorkspaceFile;
import app.waterline.io.runs.CsvRunWriter;
import app.waterline.io.runs.ImportListener;
import app.waterline.io.runs.JsonRunWriter;
import app.waterline.io.runs.PointResult;
import app.waterline.io.runs.Points;
import app.waterline.io.runs.Run;
import app.waterline.io.runs.RunImport;
import app.waterline.io.runs.RunOutcome;
import app.waterline.io.runs.RunWriter;
import app.waterline.io.runs.SourceAnswers;
import app.waterline.io.runs.UnreadableRun;
import app.waterline.model.InvalidInput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code waterline import}: benchmark results as operating points. */
@Command(
    name = "import",
    description = "Reads benchmark results; prints them, or adds them to a workspace.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all files were read",
      "1:some could not be read, or not be added; stderr names them, the others went through",
      "2:the command was not called as it should be"
    })
final class ImportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Result files of benchmark tools, or folders of them.")
  private List<Path> files = List.of();

  @Option(
      names = "--into",
      paramLabel = "WORKSPACE",
      description = "Add the runs to this workspace instead of printing them.")
  private @Nullable Path workspace;

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      description = "The platform of that workspace that they were measured on.")
  private @Nullable String platform;

  @Option(
      names = "--gpus",
      paramLabel = "N",
      description = "GPUs of the deployment, where a file does not say.")
  private @Nullable Integer gpus;

  @Option(
      names = "--precision",
      paramLabel = "P",
      description =
          "Precision of the weights where a file does not say: BF16, FP8, FP6, FP4, INT8 or INT4.")
  private @Nullable String precision;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Name of the model where a file does not say.")
  private @Nullable String model;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "json",
      description = "json or csv; ${DEFAULT-VALUE} if not given.")
  private Format format = Format.JSON;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    require(
        format == Format.JSON || format == Format.CSV,
        "--format must be json or csv [%s].",
        format);
    require(
        (workspace == null) == (platform == null),
        "--into and --platform belong together [%s].",
        "one of them");
    SourceAnswers answers = new SourceAnswers(gpus, asked(), model);
    return workspace != null && platform != null
        ? merged(workspace, platform, answers)
        : printed(answers);
  }

  private int printed(SourceAnswers answers) {
    Messages messages;
    try (RunWriter writer = writer()) {
      messages = new Messages(terminal.err()) {
        @Override
        public void outcome(RunOutcome outcome) {
          writer.write(answered(outcome, answers));
        }
      };
      RunImport.read(files, messages);
    }
    terminal.out().flush();
    return messages.failed ? 1 : 0;
  }

  private RunWriter writer() {
    return format == Format.CSV
        ? new CsvRunWriter(terminal.out())
        : new JsonRunWriter(terminal.out());
  }

  private static RunOutcome answered(RunOutcome outcome, SourceAnswers answers) {
    return switch (outcome) {
      case RunOutcome.Accepted accepted ->
        new RunOutcome.Accepted(accepted.run().answered(answers));
      case RunOutcome.Quarantined set ->
        new RunOutcome.Quarantined(set.run().answered(answers), set.doubts());
    };
  }

  private int merged(Path file, String name, SourceAnswers answers) throws IOException {
    Workspace before = WorkspaceFile.read(file);
    Platform target = platform(before, name);
    Merge merge = new Merge(terminal.err(), answers, target.operatingPoints());
    RunImport.read(files, merge);
    if (merge.added() > 0) {
      Platform changed = target.withOperatingPoints(List.copyOf(merge.points));
      WorkspaceFile.write(before.withPlatform(changed), file);
    }
    merge.summary(target.name());
    return merge.failed ? 1 : 0;
  }

  private static Platform platform(Workspace workspace, String name) {
    return workspace.platforms().stream()
        .filter(each -> each.name().equalsIgnoreCase(name) || each.id().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput("There is no platform of that name [%s]. Name one of: %s."
                .formatted(
                    name,
                    workspace.platforms().stream()
                        .map(Platform::name)
                        .collect(Collectors.joining(", ")))));
  }

  private @Nullable Precision asked() {
    if (precision == null) {
      return null;
    }
    for (Precision each : Precision.values()) {
      if (each.name().equals(precision.toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    require(false, "--precision must be BF16, FP8, FP6, FP4, INT8 or INT4 [%s].", precision);
    return null;
  }

  private void require(boolean condition, String message, Object value) {
    if (!condition && spec != null) {
      throw new ParameterException(spec.commandLine(), message.formatted(value));
    }
  }

  /** Names on stderr what could not be read. */
  private abstract static class Messages implements ImportListener {
    final PrintWriter err;
    boolean failed;

    Messages(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void problem(UnreadableRun problem) {
      failed = true;
      err.println(problem.located());
    }

    @Override
    public void skipped(UnreadableRun notAResult) {
      err.println("Skipped " + notAResult.located());
    }

    @Override
    public void ignored(Path file, long records) {
      err.printf(Locale.ROOT, "%s: %,d records are no runs and were left out.%n", file, records);
    }
  }

  /** Collects the operating points of a platform; a run that is there already is not added twice. */
  private static final class Merge extends Messages {
    private final SourceAnswers answers;
    private final Set<OperatingPoint> points;
    private final int before;
    private final Map<Run.Missing, Integer> missing = new EnumMap<>(Run.Missing.class);
    private int quarantined;
    private int known;

    Merge(PrintWriter err, SourceAnswers answers, List<OperatingPoint> before) {
      super(err);
      this.answers = answers;
      this.points = new LinkedHashSet<>(before);
      this.before = points.size();
    }

    @Override
    public void outcome(RunOutcome outcome) {
      switch (outcome) {
        case RunOutcome.Quarantined set -> {
          quarantined++;
          err.println("Set aside " + place(set.run()) + set.reason());
        }
        case RunOutcome.Accepted accepted -> add(accepted.run());
      }
    }

    private void add(Run run) {
      switch (Points.of(run, answers)) {
        case PointResult.Ready ready -> known += points.add(ready.point()) ? 0 : 1;
        case PointResult.Incomplete incomplete -> {
          failed = true;
          incomplete.missing().forEach(what -> missing.merge(what, 1, Integer::sum));
        }
        case PointResult.Refused refused -> {
          failed = true;
          err.println(place(run) + refused.reason());
        }
      }
    }

    int added() {
      return points.size() - before;
    }

    void summary(String platform) {
      missing.forEach(
          (what, runs) -> err.printf(Locale.ROOT, "%,d runs not added: %s%n", runs, remedy(what)));
      err.printf(
          Locale.ROOT,
          "%,d runs added to %s, %,d already there, %,d set aside.%n",
          added(),
          platform,
          known,
          quarantined);
    }

    private static String place(Run run) {
      return "%s:%d: ".formatted(run.origin().file(), run.origin().line());
    }

    private static String remedy(Run.Missing what) {
      return switch (what) {
        case GPUS -> "their files do not say how many GPUs. Add --gpus.";
        case PRECISION -> "their files do not name the precision. Add --precision.";
        case MODEL -> "their files do not name the model. Add --model.";
        case INTERACTIVITY -> "they have no time per output token. Run with streaming.";
        case TOKENS -> "they hold no rate of tokens. Import the tool's fuller report.";
      };
    }
  }
}
