package app.waterline.format;

import app.waterline.model.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints and reads quantities in a locale.
 *
 * <p>Reading is strict: the locale's own form, and the international one with a decimal point, each
 * taken only when the other does not read the same text as another number. {@code 1.234,5} works in
 * German, {@code 2.45} works everywhere, and {@code 1.234} is refused in German, because it could be
 * either. K, M, B, T and the units of the field are understood; shares are read and shown in percent.
 */
public final class QuantityFormat {
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final Pattern PARTS =
      Pattern.compile("^(\\D*?)([-+−]?[\\d.,].*?)?([^\\d.,]*)$", Pattern.UNICODE_CHARACTER_CLASS);
  /** A double written out has up to 309 digits; nobody types more. */
  private static final int LONGEST = 400;

  /** A sign before the currency, as in {@code −$500 M}. */
  private static final Pattern SIGNED_CURRENCY = Pattern.compile("^[-−]\\s*(?=\\S)");

  private static final String MINUS = "−";
  /** No more digits of an exponent than a double has: one of nine would be computed for minutes. */
  private static final Pattern INTERNATIONAL =
      Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");

  private static final Map<String, Integer> MAGNITUDES =
      Map.of("k", 3, "K", 3, "M", 6, "B", 9, "G", 9, "T", 12);
  private static final Map<Unit, Map<String, Integer>> ALTERNATIVES = Map.ofEntries(
      Map.entry(Unit.KILOWATTS_PER_GPU, Map.of("kW", 0, "W", -3, "MW", 3)),
      Map.entry(Unit.DOLLARS_PER_KWH, Map.of("kWh", 0, "MWh", -3)),
      Map.entry(Unit.PFLOPS, Map.of("PFLOPS", 0, "PF", 0, "TFLOP/s", -3, "TFLOPS", -3, "TF", -3)),
      Map.entry(Unit.GIGABYTES, Map.of("TB", 3)),
      Map.entry(Unit.TERABYTES_PER_SECOND, Map.of("GB/s", -3)),
      Map.entry(Unit.GIGABYTES_PER_SECOND, Map.of("TB/s", 3)),
      Map.entry(Unit.SECONDS, Map.of("ms", -3)),
      Map.entry(Unit.TOKENS_PER_SECOND_PER_GPU, Map.of("tok/s", 0, "tokens/s", 0)),
      Map.entry(Unit.TOKENS_PER_SECOND_PER_USER, Map.of("tok/s", 0, "tokens/s", 0)),
      Map.entry(Unit.DOLLARS_PER_GPU_HOUR, Map.of("h", 0, "hour", 0)),
      Map.entry(Unit.RATIO, Map.of("x", 0)));

  private final Locale locale;
  private final Locale language;
  private final Supplier<String> currency;
  private final DecimalFormatSymbols symbols;
  private final ResourceBundle words;
  private final Phrases phrases;

  /** For amounts in US dollars. */
  public QuantityFormat(Locale locale) {
    this(locale, "USD");
  }

  /**
   * @param locale decides separators, digits and where the currency stands
   * @param currencyCode ISO 4217
   */
  public QuantityFormat(Locale locale, String currencyCode) {
    this(locale, () -> currencyCode);
  }

  /**
   * @param locale decides separators, digits and where the currency stands
   * @param currency the ISO 4217 code of the amounts; asked each time, because another document may
   *     have another one
   */
  public QuantityFormat(Locale locale, Supplier<String> currency) {
    this(locale, locale, currency);
  }

  /**
   * @param locale decides separators, digits and where the currency stands
   * @param language of the words beside the numbers
   * @param currency the ISO 4217 code of the amounts, asked each time
   */
  public QuantityFormat(Locale locale, Locale language, Supplier<String> currency) {
    this.locale = locale;
    this.language = language;
    this.symbols = DecimalFormatSymbols.getInstance(locale);
    this.currency = currency;
    this.words = Bundles.of("app.waterline.format.words", language);
    this.phrases = new Phrases(language, locale);
  }

  /** The same numbers and currency with words in another language. */
  public QuantityFormat speaking(Locale other) {
    return other.equals(language) ? this : new QuantityFormat(locale, other, currency);
  }

  /** What the engine and the model say, in the language of the words. */
  public Phrases phrases() {
    return phrases;
  }

  /** The language of the words beside the numbers. */
  public Locale language() {
    return language;
  }

  /** The symbol of the currency; a code that nobody knows stands for itself. */
  private String currencySymbol() {
    String code = currency.get();
    if (code.equals("USD")) {
      return "$";
    }
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(code))
        .findFirst()
        .map(known -> known.getSymbol(locale))
        .orElse(code);
  }

  public Locale locale() {
    return locale;
  }

  /** The figure to three significant digits or better, with its unit, for example {@code $4.20/M tokens}. */
  public String format(double value, Unit unit) {
    String unitText = unit(unit);
    boolean joined = unitText.isEmpty() || unitText.startsWith("/") || unitText.equals("×");
    return number(value, unit)
        + (joined || unit.isShare() ? "" : " ")
        + (unit.isShare() ? shareRest(unit) : unitText);
  }

  /**
   * The figure to three significant digits or better without its unit; money keeps its currency and
   * shares their percent sign. A minus stands before the currency.
   */
  public String number(double value, Unit unit) {
    return (value < 0 ? MINUS : "") + unsigned(Math.abs(value), unit);
  }

  private String unsigned(double value, Unit unit) {
    if (unit.isShare()) {
      return plain(BigDecimal.valueOf(value).movePointRight(2), 0) + " %";
    }
    return unit.isMoney() ? placed(scaled(value, 2)) : scaled(value, 0);
  }

  /**
   * A figure beside others at an even distance, all with the same number of decimals; zero has none.
   *
   * @param step distance to the next one, above 0
   * @param largest the largest size among them, which decides about K, M, B and T for all
   */
  public String tick(double value, Unit unit, double step, double largest) {
    int power = unit.isShare() ? -2 : largest < 9_999.5 ? 0 : powerFor(largest);
    BigDecimal distance =
        BigDecimal.valueOf(step).round(THREE_DIGITS).movePointLeft(power).stripTrailingZeros();
    int needed = Math.max(0, distance.scale());
    boolean cents = unit.isMoney() && power == 0 && needed > 0;
    int decimals = cents ? Math.max(2, needed) : needed;
    BigDecimal size = BigDecimal.valueOf(Math.abs(value)).movePointLeft(power);
    BigDecimal shown = size.setScale(decimals, RoundingMode.HALF_UP);
    boolean zero = shown.signum() == 0;
    String digits = decimal(shown, zero ? 0 : decimals, decimals);
    String amount = zero || power <= 0 ? digits : digits + " " + letter(power);
    String signed = value < 0 && !zero ? MINUS : "";
    return signed + (unit.isShare() ? amount + " %" : unit.isMoney() ? placed(amount) : amount);
  }

  /** What stands behind a number of this unit in a field, for example {@code $/GPU-hour} or {@code %}. */
  public String fieldUnit(Unit unit) {
    return symbol(unit).replace("$", currencySymbol());
  }

  /** The number to its last digit, as it stands in a field: no grouping, no unit; shares in percent. */
  public String field(double value, Unit unit) {
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal shown = (unit.isShare() ? exact.movePointRight(2) : exact).stripTrailingZeros();
    return inLocale(shown.toPlainString());
  }

  /** A ratio to three significant digits, for example {@code 34.0×}. */
  public String ratio(double ratio) {
    BigDecimal rounded = BigDecimal.valueOf(ratio).round(THREE_DIGITS);
    int decimals = Math.max(0, 3 - rounded.precision() + rounded.scale());
    return decimal(rounded, decimals, decimals) + "×";
  }

  /** A ratio in words, for example {@code 34.0× lower}. */
  public String comparison(double ratio) {
    double factor = ratio < 1 ? 1 / ratio : ratio;
    if (BigDecimal.valueOf(factor).round(THREE_DIGITS).compareTo(BigDecimal.ONE) == 0) {
      return words.getString("same");
    }
    return message(ratio < 1 ? "lower" : "higher", ratio(factor));
  }

  /**
   * Reads what a person typed.
   *
   * @return the value in the unit; shares as 0 to 1
   * @throws Unreadable if it is no number, could be two, or names a unit of another kind
   */
  public double parse(String text, Unit unit) throws Unreadable {
    if (text.length() > LONGEST) {
      throw unreadable("unreadable.number", text.substring(0, 40) + "…", unit);
    }
    Matcher parts = PARTS.matcher(text.strip());
    String digits = parts.matches() ? parts.group(2) : null;
    if (digits == null) {
      throw unreadable(text.isBlank() ? "unreadable.empty" : "unreadable.number", text, unit);
    }
    String before = parts.group(1).strip();
    String lead = SIGNED_CURRENCY.matcher(before).replaceFirst("");
    boolean negative = !lead.equals(before);
    if (negative && "-+−".indexOf(digits.charAt(0)) >= 0) {
      throw unreadable("unreadable.number", text, unit);
    }
    if (!lead.isEmpty() && !lead.equals(currencySymbol()) && !lead.equals("$")) {
      throw unreadable("unreadable.number", text, unit);
    }
    int power = powerOf(parts.group(3).strip(), text, unit) - (unit.isShare() ? 2 : 0);
    BigDecimal number = number(digits.strip(), text, unit).movePointRight(power);
    return (negative ? number.negate() : number).doubleValue();
  }

  private BigDecimal number(String digits, String text, Unit unit) throws Unreadable {
    Optional<BigDecimal> local = localNumber(digits);
    Optional<BigDecimal> international = internationalNumber(digits);
    if (local.isPresent()
        && international.isPresent()
        && local.get().compareTo(international.get()) != 0) {
      throw new Unreadable(message(
          "unreadable.ambiguous",
          text,
          "",
          inLocale(local.get().toPlainString()),
          inLocale(international.get().toPlainString())));
    }
    return local
        .or(() -> international)
        .orElseThrow(() -> unreadable("unreadable.number", text, unit));
  }

  private static Optional<BigDecimal> internationalNumber(String digits) {
    return INTERNATIONAL.matcher(digits).matches()
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }

  private Optional<BigDecimal> localNumber(String digits) {
    String typed = asLocaleTypes(digits);
    return localNumber(typed, true).or(() -> localNumber(typed, false));
  }

  /** Strict parsing wants every group separator or none. */
  private Optional<BigDecimal> localNumber(String typed, boolean grouped) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    format.setParseBigDecimal(true);
    format.setStrict(true);
    format.setGroupingUsed(grouped);
    format.setNegativePrefix("-");
    format.setNegativeSuffix("");
    ParsePosition position = new ParsePosition(0);
    BigDecimal number = (BigDecimal) format.parse(typed, position);
    boolean whole = number != null && position.getIndex() == typed.length();
    return whole && isOfThisWorld(number) ? Optional.of(number) : Optional.empty();
  }

  /** Whether a double is near: written out, {@code 1E999999999} would fill the memory. */
  private static boolean isOfThisWorld(BigDecimal number) {
    return Math.abs((long) number.precision() - number.scale()) <= LONGEST;
  }

  /** Keyboards have a plain space, hyphen and apostrophe where locales group with special ones. */
  private String asLocaleTypes(String digits) {
    char grouping = symbols.getGroupingSeparator();
    String spaced = Character.isSpaceChar(grouping)
        ? digits.replaceAll("[\\s\\u00a0\\u202f]", String.valueOf(grouping))
        : digits;
    String apostrophed = grouping == '’' ? spaced.replace('\'', '’') : spaced;
    return apostrophed.replace('−', '-').replaceFirst("^\\+", "");
  }

  private int powerOf(String tail, String text, Unit unit) throws Unreadable {
    String rest = tail.replace(currencySymbol(), "$");
    for (String magnitude : MAGNITUDES.keySet()) {
      if (rest.startsWith(magnitude) && isUnit(rest.substring(1).strip(), unit)) {
        return MAGNITUDES.getOrDefault(magnitude, 0);
      }
    }
    if (isUnit(rest, unit)) {
      return 0;
    }
    Integer power = ALTERNATIVES.getOrDefault(unit, Map.of()).get(rest.replaceFirst("^\\$?/", ""));
    if (power == null) {
      throw unreadable("unreadable.unit", text, unit);
    }
    return power;
  }

  private boolean isUnit(String rest, Unit unit) {
    return rest.isEmpty()
        || isSymbol(rest, unit, unit.symbol())
        || isSymbol(rest, unit, symbol(unit));
  }

  private static boolean isSymbol(String rest, Unit unit, String symbol) {
    return rest.equalsIgnoreCase(symbol)
        || (unit.isShare() && rest.equals("%"))
        || (unit.isMoney() && (rest.equals("$") || rest.equalsIgnoreCase(symbol.substring(1))));
  }

  private String shareRest(Unit unit) {
    String symbol = symbol(unit);
    return symbol.substring(symbol.indexOf('%') + 1);
  }

  private String unit(Unit unit) {
    String symbol = symbol(unit);
    return unit.isMoney() ? symbol.substring(symbol.indexOf('$') + 1) : symbol;
  }

  /** The unit with its words in the language, {@code $} and {@code %} in front as in English. */
  private String symbol(Unit unit) {
    return phrases.say(unit.symbol());
  }

  /** Three significant digits, all of them before the point, K, M, B or T from 10,000 on. */
  private String scaled(double value, int leastDecimals) {
    double size = Math.abs(value);
    if (size < 9_999.5) {
      return plain(BigDecimal.valueOf(value), leastDecimals);
    }
    int power = powerFor(size);
    BigDecimal rounded = BigDecimal.valueOf(value).movePointLeft(power).round(THREE_DIGITS);
    int decimals = Math.max(0, 3 - rounded.precision() + rounded.scale());
    return decimal(rounded, decimals, decimals) + " " + letter(power);
  }

  private static int powerFor(double size) {
    return size < 999_500 ? 3 : size < 999.5e6 ? 6 : size < 999.5e9 ? 9 : 12;
  }

  private static String letter(int power) {
    return power == 3 ? "K" : power == 6 ? "M" : power == 9 ? "B" : "T";
  }

  /** Zeros at the end say how exact a rounded figure is; an exact one has none. */
  private String plain(BigDecimal value, int leastDecimals) {
    int significant = Math.max(0, 3 - value.precision() + value.scale());
    int decimals = Math.max(leastDecimals, significant);
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    boolean exact = rounded.compareTo(value) == 0;
    int least = exact ? Math.min(decimals, rounded.stripTrailingZeros().scale()) : decimals;
    return decimal(rounded, Math.max(leastDecimals, least), decimals);
  }

  private String decimal(BigDecimal value, int leastDecimals, int mostDecimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMinimumFractionDigits(leastDecimals);
    format.setMaximumFractionDigits(mostDecimals);
    return format.format(value);
  }

  /** The amount with the currency where the locale puts it. */
  private String placed(String amount) {
    String pattern =
        ((DecimalFormat) NumberFormat.getCurrencyInstance(locale)).toLocalizedPattern();
    boolean before = pattern.indexOf('¤') < pattern.indexOf(symbols.getDigit());
    return before ? currencySymbol() + amount : amount + " " + currencySymbol();
  }

  private String inLocale(String plain) {
    StringBuilder text = new StringBuilder(plain.length());
    plain.chars().forEach(each -> text.append(inLocale((char) each)));
    return text.toString();
  }

  private char inLocale(char each) {
    return switch (each) {
      case '-' -> '-';
      case '.' -> symbols.getDecimalSeparator();
      default -> (char) (symbols.getZeroDigit() + each - '0');
    };
  }

  private Unreadable unreadable(String key, String text, Unit unit) {
    return new Unreadable(
        message(key, text.strip(), field(unit.isShare() ? 0.725 : 2.45, unit), fieldUnit(unit)));
  }

  /** A range whose word does not fit its form. */
  Unreadable unfit(String text, String example) {
    return new Unreadable(message("unreadable.range", text.strip(), example));
  }

  private String message(String key, Object... arguments) {
    return new MessageFormat(words.getString(key), locale).format(arguments);
  }

  /** A text that is no number, or not this one alone. The message says what, and what to type. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }
}
