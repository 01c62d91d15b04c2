package app.waterline.cli;

import app.waterline.chart.ChartFonts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.Exports;
import app.waterline.export.deck.Aspect;
import app.waterline.export.file.Progress;
import app.waterline.export.file.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code waterline export}: a workspace as a file for others. */
@Command(
    name = "export",
    description = {
      "Writes a workspace as a deck, a sheet, a picture, a page or text; the ending of the",
      "name decides which. A .pdf is the one-page brief, or with --chart that chart."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[x×](\\d{1,4})");

  private final Terminal terminal;

  @Spec
  private @Nullable CommandSpec spec;

  @Mixin
  private WorkspaceSource source = new WorkspaceSource();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = {
        "Where to: .pptx, .xlsx, .pdf, .html, .png, .svg, .csv, .md or .json.",
        "- prints a form of text, which --as then names."
      })
  private Path target = Path.of("-");

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description =
          "deck, sheet, brief, report, png, svg, pdf, csv, markdown or json, whatever the file is called.")
  private @Nullable String kind;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(names = "--dark", description = "Light letters on dark ground.")
  private boolean dark;

  @Option(
      names = "--chart",
      paramLabel = "NAME",
      description = {
        "The chart of a picture: iceberg, frontier, costPerMillionTokens, cash-flow, …;",
        "a wrong name lists those that the workspace has."
      })
  private @Nullable String chart;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "2",
      description = "Pixels to a point of a .png, 1 to 4; ${DEFAULT-VALUE} if not given.")
  private double scale = 2;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Size of a picture in points, for example 1280x720.")
  private @Nullable String size;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "Build the deck in this .pptx or .potx.")
  private @Nullable Path template;

  @Option(
      names = "--slides",
      paramLabel = "NAME,…",
      split = ",",
      description = "The slides of the deck in their order, for example iceberg,table.")
  private List<String> slides = List.of();

  @Option(names = "--scenes", description = "A deck of the scenes instead of --slides.")
  private boolean scenes;

  @Option(
      names = "--aspect",
      paramLabel = "RATIO",
      description =
          "Shape of the slides, 16:9 (if not given) or 4:3; a template brings its own, and says so.")
  private @Nullable String aspect;

  @Option(
      names = "--title",
      paramLabel = "SLIDE=TEXT",
      description = "Another title for a slide than the computed one; may be given several times.")
  private Map<String, String> titles = Map.of();

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ExportKind wanted = kind();
    ExportOptions options = options();
    Evaluation evaluation = new Evaluator().evaluate(source.read(terminal));
    Exports exports = new Exports(ChartFonts.bundled());
    if (isPrinted()) {
      byte[] text = exports.bytes(wanted, evaluation, options, Progress.UNWATCHED);
      terminal.out().print(new String(text, StandardCharsets.UTF_8));
      terminal.out().flush();
    } else {
      exports
          .write(wanted, evaluation, options, new Target(target, force), Progress.UNWATCHED)
          .forEach(terminal.err()::println);
    }
    return 0;
  }

  private boolean isPrinted() {
    return target.toString().equals("-");
  }

  private ExportKind kind() {
    ExportKind found = kind == null ? ofFile() : ofName(kind);
    if (isPrinted() && !found.isText()) {
      throw misused("Only text can be printed [%s]. Name a file with --to.".formatted(found));
    }
    return found;
  }

  private static String listed() {
    return Arrays.stream(ExportKind.values())
        .map(ExportKind::toString)
        .collect(Collectors.joining(", "));
  }

  private ExportKind ofName(String name) {
    return ExportKind.ofName(name)
        .orElseThrow(
            () -> misused("There is no such kind [%s]. Use one of %s.".formatted(name, listed())));
  }

  private ExportKind ofFile() {
    if (isPrinted()) {
      throw misused("Say what to print [no --as]. Use one of csv, markdown, json, report or svg.");
    }
    List<ExportKind> kinds = ExportKind.ofFile(String.valueOf(target.getFileName()));
    if (kinds.isEmpty()) {
      throw misused(
          "The ending does not say what to write [%s]. End in .pptx, .xlsx, .pdf, .html, .png, .svg, .csv, .md or .json, or give --as."
              .formatted(target));
    }
    return chart == null ? kinds.getFirst() : kinds.getLast();
  }

  private ExportOptions options() {
    if (scenes && !slides.isEmpty()) {
      throw misused(
          "A deck is of the scenes or of slides by name [--scenes and --slides]. Give one of them.");
    }
    try {
      return ExportOptions.of(source.locale(terminal))
          .withDark(dark)
          .withChartName(chart)
          .withScale(scale)
          .withSize(size == null ? null : size(size))
          .withTemplate(template)
          .withSlides(slides)
          .withScenes(scenes)
          .withAspect(aspect == null ? null : Aspect.ofRatio(aspect))
          .withTitles(titles);
    } catch (IllegalArgumentException e) {
      throw misused(String.valueOf(e.getMessage()));
    }
  }

  private ExportOptions.Size size(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw misused("A size reads like 1280x720 [%s].".formatted(text));
    }
    return new ExportOptions.Size(whole(matcher.group(1)), whole(matcher.group(2)));
  }

  /** At most four digits, so nothing is lost. */
  private static int whole(String digits) {
    return digits.chars().reduce(0, (value, digit) -> value * 10 + (digit - '0'));
  }

  private ParameterException misused(String message) {
    if (spec == null) {
      throw new IllegalStateException("not called through picocli");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
