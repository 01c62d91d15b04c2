package app.waterline.ui;

import app.waterline.document.Difference;
import app.waterline.format.QuantityFormat;
import app.waterline.format.RangeFormat;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Support;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says a difference of two workspaces in words, numbers as everywhere on the screen. */
public final class DifferenceWords {
  private static final String CONSTANT = "[A-Z][A-Z0-9_]*";

  private final QuantityFormat format;
  private final Texts texts;
  private final Texts inputs;

  /**
   * @param format writes the numbers
   * @param language of the words
   */
  public DifferenceWords(QuantityFormat format, Locale language) {
    this.format = format;
    this.texts = Texts.of("textsDifferences", language);
    this.inputs = Texts.of("texts", language);
  }

  /** The whole difference on one line, for example {@code HGX H200 · Price per GPU-hour $2.00 → $2.50}. */
  public String line(Difference difference) {
    return subject(difference) + " " + change(difference);
  }

  /** What differs, for example {@code HGX H200 · Price per GPU-hour}. */
  public String subject(Difference difference) {
    Optional<String> platform = difference.platform();
    if (difference.path().isEmpty()) {
      return platform.orElseGet(() -> texts.get("ofWorkspace"));
    }
    String part = part(difference);
    return platform.map(name -> texts.get("onPlatform", name, part)).orElse(part);
  }

  /** What happened to it, for example {@code $2.00 → $2.50}. */
  public String change(Difference difference) {
    boolean whole = difference.path().isEmpty();
    return switch (difference.kind()) {
      case CHANGED -> texts.get("changed", before(difference), after(difference));
      case EVIDENCE -> texts.get("evidence");
      case ADDED ->
        whole
            ? texts.get("platformAdded")
            : texts.get("added", difference.after().orElse(0));
      case REMOVED ->
        whole
            ? texts.get("platformRemoved")
            : texts.get("removed", difference.before().orElse(0));
      case MOVED ->
        difference
            .after()
            .map(order -> texts.get("movedTo", order))
            .orElseGet(() -> texts.get("moved"));
    };
  }

  /** The earlier value as the screen shows it; "none" where there was none. */
  public String before(Difference difference) {
    return value(difference, difference.before());
  }

  /** The later value as the screen shows it; "none" where there is none. */
  public String after(Difference difference) {
    return value(difference, difference.after());
  }

  private String value(Difference difference, Optional<Object> value) {
    return value.map(each -> shown(difference, each)).orElseGet(() -> texts.get("none"));
  }

  private String shown(Difference difference, Object value) {
    return switch (value) {
      case Distribution range ->
        difference
            .input()
            .map(input -> new RangeFormat(format).number(range, input.unit()))
            .orElseGet(range::toString);
      case Number number ->
        difference
            .input()
            .map(input -> format.format(number.doubleValue(), input.unit()))
            .orElseGet(() -> number.toString());
      case Boolean yes -> texts.get(yes ? "yes" : "no");
      case Support support -> inputs.get("answer." + support.name());
      case Enum<?> constant -> lowerCase(constant.name().replace('_', ' '));
      default -> textOf("value." + value).orElse(value.toString());
    };
  }

  private String part(Difference difference) {
    List<String> path = difference.path();
    if (difference.isRange()) {
      boolean ofFigure = difference.input().isEmpty() || path.contains("peakPflops");
      return texts.get(
          "ofRange",
          ofFigure
              ? part(path.subList(0, path.size() - 1), difference)
              : difference.input().map(this::label).orElse(""));
    }
    return part(path, difference);
  }

  private String part(List<String> path, Difference difference) {
    String last = path.getLast();
    if (path.size() > 1 && path.getFirst().equals("lifecycle")) {
      return inputs.get("question." + path.get(1));
    }
    String owner = path.size() > 1 ? path.get(path.size() - 2) : "";
    if (owner.matches(CONSTANT)) {
      return textOf("part." + last, constant(owner)).orElse(constant(owner) + ", " + spaced(last));
    }
    return difference
        .input()
        .map(this::label)
        .or(() -> textOf("part." + last))
        .orElseGet(() -> last.matches(CONSTANT) ? constant(last) : spaced(last));
  }

  private String label(Input input) {
    String key = "input." + input.name();
    return inputs.has(key) ? inputs.get(key) : input.label();
  }

  private String constant(String name) {
    String key = "capability." + name;
    return inputs.has(key) ? inputs.get(key) : precisionOrWords(name);
  }

  private static String precisionOrWords(String name) {
    boolean precision = name.chars().anyMatch(Character::isDigit);
    String words = lowerCase(name.replace('_', ' '));
    return precision ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private Optional<String> textOf(String key, Object... arguments) {
    return texts.has(key) ? Optional.of(texts.get(key, arguments)) : Optional.empty();
  }

  /** A component that the bundle has no word for yet: its own name, in words. */
  private static String spaced(String component) {
    String words = lowerCase(component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " "));
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
