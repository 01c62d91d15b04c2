package app.waterline.io.runs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a file or of a model says that its content does not. A length or a precision from
 * a name is used and noted; a GPU count is only suggested; where name and content disagree, the
 * content counts and the run says so.
 */
final class NameHints {
  private static final Pattern SHORT_LENGTHS =
      Pattern.compile("(?:^|[_.-])(\\d{1,3})k(\\d{1,3})k(?:[_.-]|$)");
  private static final Pattern LONG_LENGTHS =
      Pattern.compile("isl[_-]?(\\d{1,7}).*?osl[_-]?(\\d{1,7})");
  private static final Pattern TENSOR_PARALLEL = Pattern.compile("(?:^|[_-])tp[_-]?(\\d{1,3})");
  private static final Pattern FORMAT =
      Pattern.compile("(?:^|[_-])(nvfp4|mxfp4|fp4|fp8|int4|int8|bf16)(?:[_.-]|$)");
  private static final List<Map.Entry<Pattern, String>> FAMILIES = List.of(
      Map.entry(Pattern.compile("gpt-?oss"), "gpt-oss"),
      Map.entry(Pattern.compile("dsr1|deepseek-?r1"), "DeepSeek-R1"),
      Map.entry(Pattern.compile("dsv4|deepseek-?v4"), "DeepSeek-V4"),
      Map.entry(Pattern.compile("llama|(?:^|[_-])70b"), "Llama"),
      Map.entry(Pattern.compile("qwen"), "Qwen"),
      Map.entry(Pattern.compile("kimi"), "Kimi"),
      Map.entry(Pattern.compile("minimax"), "MiniMax"),
      Map.entry(Pattern.compile("glm"), "GLM"));

  /** What a note begins with that suggests an answer. */
  static final String SUGGESTS = "The file's name suggests ";

  private final String name;

  private final Optional<String> family;

  NameHints(String fileName) {
    name = fileName.toLowerCase(Locale.ROOT);
    family = family(name);
  }

  /** The run with what its names add. */
  Run apply(Run run) {
    Optional<String> held = family.isEmpty() ? family : family(run.setup().model());
    if (family.isPresent() && held.isPresent() && !family.equals(held)) {
      return precision(run)
          .noted("The file's name says %s, its content %s; the content counts."
              .formatted(family.get(), held.get()));
    }
    return suggestion(lengths(precision(run)));
  }

  private static Run precision(Run run) {
    Optional<String> word = Names.precisionInName(run.setup().model());
    if (run.setup().precisionText() != null || word.isEmpty()) {
      return run;
    }
    return run.edit()
        .precisionText(word.get())
        .note("The precision was taken from the model's name [%s].".formatted(word.get()))
        .build();
  }

  private Run lengths(Run run) {
    if (run.load().isl() != null || run.load().osl() != null) {
      return run;
    }
    Matcher brief = SHORT_LENGTHS.matcher(name);
    Matcher full = LONG_LENGTHS.matcher(name);
    if (full.find()) {
      return lengths(run, full, 1);
    }
    return brief.find() ? lengths(run, brief, 1024) : run;
  }

  private static Run lengths(Run run, Matcher found, int factor) {
    int isl = factor * Integer.parseInt(found.group(1));
    int osl = factor * Integer.parseInt(found.group(2));
    if (!fits(isl, run.load().meanIsl()) || !fits(osl, run.load().meanOsl())) {
      return run;
    }
    return run.edit()
        .lengths(isl, osl)
        .note(
            "Input and output length were taken from the file's name [%d, %d].".formatted(isl, osl))
        .build();
  }

  /** Whether a nominal length can be that of the measured mean. */
  private static boolean fits(int nominal, @Nullable Double mean) {
    return nominal >= 1 && (mean == null || (mean <= 1.1 * nominal && mean >= 0.2 * nominal));
  }

  private Run suggestion(Run run) {
    Matcher size = TENSOR_PARALLEL.matcher(name);
    Matcher format = FORMAT.matcher(name);
    Set<Run.Missing> missing = run.missing();
    Run next = run;
    if (missing.contains(Run.Missing.GPUS) && size.find()) {
      next = next.noted(suggested("%s GPUs".formatted(size.group(1)), size.group()));
    }
    if (missing.contains(Run.Missing.PRECISION) && format.find()) {
      next = next.noted(suggested(format.group(1), format.group()));
    }
    return next;
  }

  private static String suggested(String what, String where) {
    return SUGGESTS
        + "%s [%s]; answer so if that is right."
            .formatted(what, where.replaceAll("^[_.-]|[_.-]$", ""));
  }

  private static Optional<String> family(@Nullable String text) {
    String lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return FAMILIES.stream()
        .filter(entry -> entry.getKey().matcher(lower).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
