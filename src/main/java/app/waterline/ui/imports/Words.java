package app.waterline.ui.imports;

import app.waterline.format.QuantityFormat;
import app.waterline.io.runs.Doubt;
import app.waterline.io.runs.PointResult;
import app.waterline.io.runs.Run;
import app.waterline.model.Unit;
import app.waterline.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the sheet says about runs. */
final class Words {
  private final Review review;
  private final QuantityFormat format;
  private final Texts texts;

  Words(Review review, QuantityFormat format, Texts texts) {
    this.review = review;
    this.format = format;
    this.texts = texts;
  }

  String get(String key, Object... arguments) {
    return arguments.length == 0 ? texts.get(key) : texts.get(key, arguments);
  }

  /** What the readers of the files say, in the language of the sheet. */
  String say(String english) {
    return format.phrases().say(english);
  }

  QuantityFormat format() {
    return format;
  }

  /** A number as a cell shows it; nothing where it is not known. */
  String number(@Nullable Number value) {
    return value == null ? texts.get("none") : format.number(value.doubleValue(), Unit.NONE);
  }

  String text(@Nullable Object value) {
    String text = Objects.toString(value, "");
    return text.isBlank() ? texts.get("none") : text;
  }

  String lengths(@Nullable Number isl, @Nullable Number osl) {
    return isl == null && osl == null ? texts.get("none") : number(isl) + " / " + number(osl);
  }

  /** The model without the folders that it lies in. */
  String model(Run run) {
    String model = text(run.setup().model());
    String name = model.replaceAll("/+$", "");
    return name.substring(name.lastIndexOf('/') + 1);
  }

  static String fileName(String file) {
    return Objects.toString(Path.of(file).getFileName(), file);
  }

  /** Where the run goes, or what keeps it from going there. */
  String reason(Row row) {
    return switch (review.stateOf(row)) {
      case READY -> ready(row);
      case NEEDS_ANSWERS -> String.join(" ", needs(row));
      case SET_ASIDE -> doubts(row);
      case LEFT_OUT -> texts.get(row.dropped() ? "row.dropped" : "row.nowhere");
    };
  }

  private String ready(Row row) {
    String name = review.nameOf(review.targetOf(row));
    return texts.get(review.isKnown(row) ? "row.known" : "row.ready", name);
  }

  private List<String> needs(Row row) {
    List<String> needs = new ArrayList<>();
    if (row.result() instanceof PointResult.Incomplete incomplete) {
      needs.add(texts.get("row.missing", missing(incomplete)));
    }
    Target target = review.targetOf(row);
    if (target instanceof Target.Unchosen) {
      needs.add(texts.get("row.platform"));
    } else if (!target.isComplete()) {
      needs.add(texts.get("row.price"));
    }
    return needs;
  }

  private String missing(PointResult.Incomplete incomplete) {
    List<String> words = incomplete.missing().stream()
        .sorted()
        .map((Run.Missing each) -> texts.get("missing." + each.name()))
        .toList();
    return words.size() == 1
        ? words.getFirst()
        : texts.get(
            "list.and", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
  }

  private String doubts(Row row) {
    String said =
        row.doubts().stream().map(Doubt::text).map(this::say).collect(Collectors.joining(" "));
    return row.result() instanceof PointResult.Refused refused && said.isEmpty()
        ? say(refused.reason())
        : said;
  }

  /** What the target is called in the list of choices. */
  String choice(@Nullable Target target) {
    return switch (target) {
      case null -> "";
      case Target.Existing existing -> review.nameOf(existing);
      case Target.Catalogued entry -> texts.get("go.catalogued", review.nameOf(entry));
      case Target.Named named -> texts.get("go.named");
      case Target.Unchosen nothing -> texts.get("go.unchosen");
      case Target.Nowhere nowhere -> texts.get("go.nowhere");
    };
  }

  String field(RunField field, Run run) {
    boolean rate = field == RunField.TOTAL || field == RunField.INPUT || field == RunField.OUTPUT;
    return texts.get("field." + field.name() + (rate && RunField.isPerGpu(run) ? ".perGpu" : ""));
  }
}
