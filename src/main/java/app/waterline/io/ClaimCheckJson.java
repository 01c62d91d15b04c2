package app.waterline.io;

import app.waterline.engine.why.ClaimCheck;
import app.waterline.engine.why.Finding;
import app.waterline.engine.why.Interval;
import app.waterline.engine.why.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documented form in which other programs read the check of a claim.
 *
 * @see "docs/claim-format.md"
 */
public final class ClaimCheckJson {
  private ClaimCheckJson() {}

  /** The check as JSON, with a line feed at the end. */
  public static String write(ClaimCheck check) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("title", check.claim().title());
    root.put("source", check.claim().source());
    root.put("inputs", check.inputs().stream().map(ClaimCheckJson::form).toList());
    root.put("findings", check.findings().stream().map(ClaimCheckJson::form).toList());
    return EvaluationJson.WRITER.writeValueAsString(root) + "\n";
  }

  private static Map<String, @Nullable Object> form(ClaimCheck.Implied implied) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put("row", implied.row());
    form.put("input", implied.input().name().toLowerCase(Locale.ROOT));
    form.put("unit", implied.input().unit().symbol());
    form.put("printed", implied.printed().orElse(null));
    form.put(
        "toTheLetter", implied.toTheLetter().stream().map(ClaimCheckJson::form).toList());
    form.put("together", implied.together().map(ClaimCheckJson::form).orElse(null));
    return form;
  }

  private static Map<String, @Nullable Object> form(ClaimCheck.Need need) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put("metric", need.cell().metric().key());
    form.put("printed", need.cell().text());
    form.putAll(form(need.range()));
    return form;
  }

  private static Map<String, @Nullable Object> form(Interval range) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put("low", range.low());
    form.put("high", Double.isInfinite(range.high()) ? null : range.high());
    return form;
  }

  private static Map<String, Object> form(Finding finding) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("kind", kind(finding));
    form.put("words", finding.words());
    form.put("cells", finding.places().stream().map(ClaimCheckJson::form).toList());
    return form;
  }

  private static Map<String, Object> form(Place place) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("row", place.row());
    form.put("metric", place.metric().key());
    form.put("printed", place.text());
    return form;
  }

  private static String kind(Finding finding) {
    return switch (finding) {
      case Finding.NeedsFinerInput needs -> "needsFinerInput";
      case Finding.CutOff cutOff -> "cutOff";
      case Finding.NearestFive five -> "nearestFive";
      case Finding.RatioDoesNotFollow ratio -> "ratioDoesNotFollow";
      case Finding.Contradiction contradiction -> "contradiction";
      case Finding.UnusualRounding unusual -> "unusualRounding";
      case Finding.MixedBasis mixed ->
        "mixed"
            + switch (mixed.basis()) {
              case PEAK -> "Peaks";
              case POWER -> "Power";
              case TOKENS -> "Tokens";
            };
      case Finding.NotChecked unchecked -> "notChecked";
    };
  }
}
