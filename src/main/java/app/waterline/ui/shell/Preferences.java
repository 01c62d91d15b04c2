package app.waterline.ui.shell;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Currency;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.InvalidInput;
import app.waterline.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody chose once for every workspace.
 *
 * @param numbers the locale that numbers and dates are written in; empty for the system's
 * @param language of the words; empty for the system's
 * @param textSize of the usual size, %, one of {@link #SIZES}
 * @param still whether nothing moves, whatever the system says
 * @param toured whether the tour was seen or closed
 * @param used what was chosen in the palette, the last first
 * @param choices what was chosen in the views, by the id of the control
 * @param currency of new workspaces, with its rate; empty for the US dollar
 * @param pictures whether recent files are shown with a small picture, which is kept for it
 */
record Preferences(
    Optional<Locale> numbers,
    Optional<Locale> language,
    int textSize,
    boolean still,
    boolean toured,
    List<String> used,
    Map<String, String> choices,
    Optional<Currency> currency,
    boolean pictures) {
  /** The sizes of text to choose from, %. */
  static final List<Integer> SIZES = List.of(100, 110, 125, 150, 175, 200);

  static final Preferences DEFAULT = new Preferences(
      Optional.empty(),
      Optional.empty(),
      100,
      false,
      false,
      List.of(),
      Map.of(),
      Optional.empty(),
      true);

  /** As much of the past as helps. */
  private static final int USED = 20;

  private static final String CHOICE = "choice.";

  /** More than the views have; what was written by something else does not grow without end. */
  private static final int CHOICES = 100;

  Preferences {
    used = List.copyOf(used);
    choices = Map.copyOf(choices);
  }

  Preferences withNumbers(Optional<Locale> next) {
    return new Preferences(
        next, language, textSize, still, toured, used, choices, currency, pictures);
  }

  Preferences withLanguage(Optional<Locale> next) {
    return new Preferences(
        numbers, next, textSize, still, toured, used, choices, currency, pictures);
  }

  Preferences withTextSize(int next) {
    return new Preferences(
        numbers, language, next, still, toured, used, choices, currency, pictures);
  }

  Preferences withStill(boolean next) {
    return new Preferences(
        numbers, language, textSize, next, toured, used, choices, currency, pictures);
  }

  Preferences withToured() {
    return new Preferences(
        numbers, language, textSize, still, true, used, choices, currency, pictures);
  }

  /** The same with something at the head of what was used. */
  Preferences withUsed(String id) {
    List<String> next = new ArrayList<>(used);
    next.remove(id);
    next.addFirst(id);
    return new Preferences(
        numbers,
        language,
        textSize,
        still,
        toured,
        next.subList(0, Math.min(USED, next.size())),
        choices,
        currency,
        pictures);
  }

  Preferences withChoices(Map<String, String> next) {
    return new Preferences(
        numbers, language, textSize, still, toured, used, next, currency, pictures);
  }

  Preferences withCurrency(Optional<Currency> next) {
    return new Preferences(
        numbers, language, textSize, still, toured, used, choices, next, pictures);
  }

  Preferences withPictures(boolean next) {
    return new Preferences(
        numbers, language, textSize, still, toured, used, choices, currency, next);
  }

  /** The next larger or smaller size. */
  int sizeAfter(int step) {
    int place = Math.max(0, SIZES.indexOf(textSize));
    return SIZES.get(Math.clamp(place + step, 0, SIZES.size() - 1));
  }

  static Preferences in(Properties text) {
    return new Preferences(
        locale(text.getProperty("numbers")),
        locale(text.getProperty("language")),
        size(text.getProperty("textSize", "100")),
        Boolean.parseBoolean(text.getProperty("still", "false")),
        Boolean.parseBoolean(text.getProperty("toured", "false")),
        Stream.iterate(0, i -> i < USED, i -> i + 1)
            .map(i -> text.getProperty("used." + i, ""))
            .filter(id -> !id.isBlank())
            .toList(),
        text.stringPropertyNames().stream()
            .filter(name -> name.startsWith(CHOICE))
            .sorted()
            .limit(CHOICES)
            .collect(Collectors.toMap(
                name -> name.substring(CHOICE.length()), name -> text.getProperty(name, ""))),
        currency(text.getProperty("currency", "")),
        Boolean.parseBoolean(text.getProperty("pictures", "true")));
  }

  void writeTo(Properties text) {
    numbers.ifPresent(locale -> text.setProperty("numbers", locale.toLanguageTag()));
    language.ifPresent(locale -> text.setProperty("language", locale.toLanguageTag()));
    text.setProperty("textSize", String.valueOf(textSize));
    text.setProperty("still", String.valueOf(still));
    text.setProperty("toured", String.valueOf(toured));
    for (int i = 0; i < used.size(); i++) {
      text.setProperty("used." + i, used.get(i));
    }
    choices.forEach((id, chosen) -> text.setProperty(CHOICE + id, chosen));
    currency.ifPresent(chosen -> text.setProperty("currency", line(chosen)));
    text.setProperty("pictures", String.valueOf(pictures));
  }

  /** Code, rate, date and where the rate is from, which may have blanks. */
  private static String line(Currency currency) {
    Figure rate = currency.unitsPerDollar();
    Evidence evidence = rate.evidence();
    return String.join(
        " ",
        currency.code(),
        BigDecimal.valueOf(rate.value()).toPlainString(),
        Objects.requireNonNullElse(evidence.date(), ""),
        evidence.source());
  }

  private static Optional<Currency> currency(String line) {
    String[] parts = line.split(" ", 4);
    try {
      return parts.length < 4
          ? Optional.empty()
          : Optional.of(new Currency(
              parts[0],
              new Figure(
                  new QuantityFormat(Locale.ROOT).parse(parts[1], Unit.NONE),
                  new Evidence(Evidence.Kind.ASSUMPTION, parts[3], parts[2], null))));
    } catch (QuantityFormat.Unreadable | InvalidInput damaged) {
      return Optional.empty();
    }
  }

  /** Whether everything that stands in the text came through. */
  boolean isWhole(Properties text) {
    return numbers.isPresent() == text.containsKey("numbers")
        && language.isPresent() == text.containsKey("language")
        && currency.isPresent() == text.containsKey("currency")
        && text.getProperty("textSize", "100").equals(String.valueOf(textSize));
  }

  private static Optional<Locale> locale(@org.jspecify.annotations.Nullable String tag) {
    try {
      return Optional.ofNullable(tag)
          .filter(text -> !text.isBlank())
          .map(text -> new Locale.Builder().setLanguageTag(text).build());
    } catch (IllformedLocaleException damaged) {
      return Optional.empty();
    }
  }

  private static int size(String text) {
    try {
      int size = (int) Math.round(new QuantityFormat(Locale.ROOT).parse(text, Unit.NONE));
      return SIZES.contains(size) ? size : DEFAULT.textSize();
    } catch (QuantityFormat.Unreadable damaged) {
      return DEFAULT.textSize();
    }
  }
}
