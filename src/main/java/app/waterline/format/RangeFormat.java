package app.waterline.format;

import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints and reads what is known of a number: {@code 2.3 to 3.1}, {@code 2.65 ± 0.3}, {@code 2.65 ± 10 %},
 * {@code 2.3 / 2.65 / 3.1}, each number in the locale as {@link QuantityFormat} has it. Two ends mean
 * anything between them; a middle makes it the likeliest; a word behind names another shape.
 */
public final class RangeFormat {
  private static final Pattern PLUS_MINUS = Pattern.compile("\\s*(±|\\+/[-−]|\\+[-−])\\s*");
  private static final Pattern SLASH =
      Pattern.compile("\\s+/\\s+|(?<=\\p{Nd})\\s*/\\s*(?=[-−.,\\p{Sc}\\p{Nd}])");
  private static final Pattern DASH =
      Pattern.compile("\\s*[–—]\\s*|\\s+[-−]\\s+|(?<=[\\p{Nd}%])[-−](?=[\\p{Sc}\\p{Nd}])");
  private static final Pattern TAIL = Pattern.compile("[^\\p{Nd}.,\\s][^\\p{Nd}]*$");
  private static final Pattern DRESSED = Pattern.compile(
      "(\\P{Nd}*)(\\p{Nd}(?:.*\\p{Nd})?)(\\P{Nd}*)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final MathContext FEW_DIGITS = new MathContext(6);

  private final QuantityFormat numbers;
  private final ResourceBundle words;
  private final String to;

  /**
   * What was typed.
   *
   * @param value where one figure is asked for
   * @param range what is known of it; null for an exact number
   */
  public record Entry(double value, @Nullable Distribution range) {
    static Entry of(Distribution range) {
      return new Entry(range.centre(), range);
    }
  }

  /** The shapes in the order of the menu. */
  public enum Shape {
    UNIFORM,
    PERT,
    TRIANGULAR,
    NORMAL,
    LOG_NORMAL,
    THREE_POINTS
  }

  /**
   * @param numbers reads and prints each number
   */
  public RangeFormat(QuantityFormat numbers) {
    this.numbers = numbers;
    this.words = Bundles.of("app.waterline.format.words", numbers.language());
    this.to = words.getString("range.to");
  }

  /** The shape of a range. */
  public static Shape shape(Distribution range) {
    return switch (range) {
      case Distribution.Uniform uniform -> Shape.UNIFORM;
      case Distribution.Pert pert -> Shape.PERT;
      case Distribution.Triangular triangular -> Shape.TRIANGULAR;
      case Distribution.Normal normal -> Shape.NORMAL;
      case Distribution.LogNormal log -> Shape.LOG_NORMAL;
      case Distribution.ThreePoints points -> Shape.THREE_POINTS;
    };
  }

  /** What a shape is called in a menu. */
  public String name(Shape shape) {
    return words.getString("shape." + shape);
  }

  /** What the menu is called that turns a range into an exact number and into other shapes. */
  public String menuName() {
    return words.getString("shape.menu");
  }

  /** What an exact number is called in that menu. */
  public String exactName() {
    return words.getString("shape.exact");
  }

  /** A tenth to both sides of an exact number, as far as its domain goes. */
  public static Distribution tenth(double value, Input input) {
    double half = value == 0 ? input.domain().high() / 10 : Math.abs(value) / 10;
    double low = Math.max(tidy(value - half), input.domain().low());
    double high = Math.min(tidy(value + half), input.domain().high());
    return new Distribution.Pert(low, value, high);
  }

  /** To the last digit without units, as it stands in a field; reads back as the same range. */
  public String field(Distribution range, Unit unit) {
    return text(range, unit, number -> numbers.field(number, unit));
  }

  /** To three significant digits with the unit. */
  public String format(Distribution range, Unit unit) {
    String unitBehind =
        numbers.format(1, unit).substring(numbers.number(1, unit).length());
    return number(range, unit) + unitBehind;
  }

  /** To three significant digits; money keeps its currency and shares their percent sign. */
  public String number(Distribution range, Unit unit) {
    return text(range, unit, value -> numbers.number(value, unit));
  }

  /** The ends, or the middle of a bell and its deviation, with what both have said once: {@code $2.30–3.10}. */
  public String compact(Distribution range, Unit unit) {
    return switch (range) {
      case Distribution.Normal normal -> joined(normal.mean(), " ± ", normal.deviation(), unit);
      case Distribution.LogNormal log ->
        numbers.number(log.median(), unit) + " ± " + percent(log.spread());
      case Distribution.ThreePoints points -> joined(points.p10(), "–", points.p90(), unit);
      default -> joined(range.low(), "–", range.high(), unit);
    };
  }

  private String joined(double first, String between, double second, Unit unit) {
    Matcher low = DRESSED.matcher(numbers.number(first, unit));
    Matcher high = DRESSED.matcher(numbers.number(second, unit));
    if (!low.matches() || !high.matches()) {
      return numbers.number(first, unit) + between + numbers.number(second, unit);
    }
    String tail = low.group(3).equals(high.group(3)) ? "" : low.group(3);
    String lead = low.group(1).equals(high.group(1)) ? "" : high.group(1);
    return low.group(1) + low.group(2) + tail + between + lead + high.group(2) + high.group(3);
  }

  private interface Printing {
    String of(double value);
  }

  private String text(Distribution range, Unit unit, Printing print) {
    String plain = switch (range) {
      case Distribution.Uniform uniform ->
        print.of(uniform.low()) + " " + to + " " + print.of(uniform.high());
      case Distribution.Pert pert -> pert(pert, unit, print);
      case Distribution.Triangular triangular ->
        three(print, triangular.low(), triangular.mode(), triangular.high());
      case Distribution.Normal normal ->
        print.of(normal.mean()) + " ± " + print.of(normal.deviation());
      case Distribution.LogNormal log -> print.of(log.median()) + " ± " + percent(log.spread());
      case Distribution.ThreePoints points ->
        three(print, points.p10(), points.p50(), points.p90());
    };
    String word = word(shape(range));
    return word.isEmpty() ? plain : plain + " " + word;
  }

  private String word(Shape shape) {
    return words.getString("range." + shape);
  }

  private String pert(Distribution.Pert pert, Unit unit, Printing print) {
    Optional<BigDecimal> half = halfWidth(pert);
    if (half.isEmpty()) {
      return three(print, pert.low(), pert.mode(), pert.high());
    }
    String width = share(pert.mode(), half.get(), unit)
        .map(share -> percent(share.doubleValue()))
        .orElseGet(() -> print.of(half.get().doubleValue()));
    return print.of(pert.mode()) + " ± " + width;
  }

  private String percent(double share) {
    return numbers.field(share, Unit.SHARE) + " %";
  }

  private static String three(Printing print, double low, double middle, double high) {
    return print.of(low) + " / " + print.of(middle) + " / " + print.of(high);
  }

  /** Half of the width where both ends are equally far from the likeliest value, to the last digit. */
  private static Optional<BigDecimal> halfWidth(Distribution.Pert pert) {
    BigDecimal middle = BigDecimal.valueOf(pert.mode());
    BigDecimal below = middle.subtract(BigDecimal.valueOf(pert.low()));
    BigDecimal above = BigDecimal.valueOf(pert.high()).subtract(middle);
    boolean printable = BigDecimal.valueOf(above.doubleValue()).compareTo(above) == 0;
    return printable && below.compareTo(above) == 0 ? Optional.of(above) : Optional.empty();
  }

  /** The half width as a share of the middle, where that takes fewer digits; percent of a share are its points. */
  private static Optional<BigDecimal> share(double middle, BigDecimal half, Unit unit) {
    if (unit.isShare() || middle <= 0) {
      return Optional.empty();
    }
    BigDecimal share = half.divide(BigDecimal.valueOf(middle), FEW_DIGITS);
    boolean exact = share.multiply(BigDecimal.valueOf(middle)).compareTo(half) == 0;
    return exact && digits(share) < digits(half) ? Optional.of(share) : Optional.empty();
  }

  private static int digits(BigDecimal number) {
    return number.stripTrailingZeros().precision();
  }

  /**
   * Reads a number, or what is known of one.
   *
   * @return shares as 0 to 1
   * @throws QuantityFormat.Unreadable if a number can't be read, or a word stands behind a form that it does
   *     not fit
   * @throws app.waterline.model.InvalidInput if the ends are crossed or the middle lies outside
   */
  public Entry parse(String text, Unit unit) throws QuantityFormat.Unreadable {
    Shape named = named(text);
    String bare = named == null ? text.strip() : withoutWord(text, word(named));
    List<String> parts = List.of(PLUS_MINUS.split(bare, -1));
    if (parts.size() == 2) {
      return Entry.of(around(parts, named, text, unit));
    }
    parts = List.of(SLASH.split(bare, -1));
    if (parts.size() == 3) {
      return Entry.of(through(numbers(parts, unit), named, text, unit));
    }
    parts = ends(bare);
    if (parts.size() == 2 && named == null) {
      List<Double> ends = numbers(parts, unit);
      return Entry.of(new Distribution.Uniform(ends.getFirst(), ends.getLast()));
    }
    if (named != null) {
      throw unfit(text, unit);
    }
    return new Entry(numbers.parse(text, unit), null);
  }

  private @Nullable Shape named(String text) {
    for (Shape shape : Shape.values()) {
      String word = word(shape);
      if (!word.isEmpty() && isBehind(text, word)) {
        return shape;
      }
    }
    return null;
  }

  private static boolean isBehind(String text, String word) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    String behind = word.toLowerCase(Locale.ROOT);
    return lower.endsWith(" " + behind);
  }

  private static String withoutWord(String text, String word) {
    String stripped = text.strip();
    return stripped.substring(0, stripped.length() - word.length()).strip();
  }

  private List<String> ends(String bare) {
    List<String> inWords = List.of(bare.split("\\s+(" + Pattern.quote(to) + "|to)\\s+", -1));
    return inWords.size() == 2 ? inWords : List.of(DASH.split(bare, -1));
  }

  private Distribution around(List<String> parts, @Nullable Shape named, String text, Unit unit)
      throws QuantityFormat.Unreadable {
    boolean relative =
        parts.getLast().endsWith("%") && (!unit.isShare() || named == Shape.LOG_NORMAL);
    if (named == Shape.LOG_NORMAL && relative) {
      double spread = numbers.parse(parts.getLast(), Unit.SHARE);
      return new Distribution.LogNormal(numbers.parse(parts.getFirst(), unit), spread);
    }
    if (named != null && (named != Shape.NORMAL || relative)) {
      throw unfit(text, unit);
    }
    return relative ? relative(parts, unit) : absolute(numbers(parts, unit), named);
  }

  private Distribution relative(List<String> parts, Unit unit) throws QuantityFormat.Unreadable {
    BigDecimal middle = BigDecimal.valueOf(numbers.parse(parts.getFirst(), unit));
    BigDecimal share = BigDecimal.valueOf(numbers.parse(parts.getLast(), Unit.SHARE));
    return between(middle, middle.abs().multiply(share));
  }

  private static Distribution absolute(List<Double> numbers, @Nullable Shape named) {
    return named == Shape.NORMAL
        ? new Distribution.Normal(numbers.getFirst(), numbers.getLast())
        : between(BigDecimal.valueOf(numbers.getFirst()), BigDecimal.valueOf(numbers.getLast()));
  }

  private static Distribution between(BigDecimal middle, BigDecimal half) {
    return new Distribution.Pert(
        middle.subtract(half).doubleValue(),
        middle.doubleValue(),
        middle.add(half).doubleValue());
  }

  private Distribution through(List<Double> points, @Nullable Shape named, String text, Unit unit)
      throws QuantityFormat.Unreadable {
    double low = points.getFirst();
    double middle = points.get(1);
    double high = points.getLast();
    return switch (named == null ? Shape.PERT : named) {
      case PERT -> new Distribution.Pert(low, middle, high);
      case TRIANGULAR -> new Distribution.Triangular(low, middle, high);
      case THREE_POINTS -> new Distribution.ThreePoints(low, middle, high);
      case UNIFORM, NORMAL, LOG_NORMAL -> throw unfit(text, unit);
    };
  }

  /** The numbers; a unit or magnitude behind the last, or behind the first, holds for those without one. */
  private List<Double> numbers(List<String> parts, Unit unit) throws QuantityFormat.Unreadable {
    String last = tail(parts.getLast());
    String shared = last.isEmpty() ? tail(parts.getFirst()) : last;
    List<Double> read = new ArrayList<>();
    for (String part : parts) {
      read.add(numbers.parse(tail(part).isEmpty() ? part.strip() + " " + shared : part, unit));
    }
    return read;
  }

  private static String tail(String part) {
    Matcher tail = TAIL.matcher(part.strip());
    return tail.find() ? tail.group() : "";
  }

  private QuantityFormat.Unreadable unfit(String text, Unit unit) {
    return numbers.unfit(text, field(new Distribution.Uniform(0.5, 0.8), unit));
  }

  /**
   * A range as another shape with about the same ends: a bell has them two deviations from its middle,
   * three points at the 10th and 90th percentile.
   */
  public static Distribution reshaped(Distribution range, Shape shape) {
    double middle = range.centre();
    double[] ends = ends(range);
    return switch (shape) {
      case UNIFORM -> new Distribution.Uniform(ends[0], ends[1]);
      case PERT -> new Distribution.Pert(ends[0], middle, ends[1]);
      case TRIANGULAR -> new Distribution.Triangular(ends[0], middle, ends[1]);
      case NORMAL -> new Distribution.Normal(middle, tidy((ends[1] - ends[0]) / 4));
      case LOG_NORMAL -> new Distribution.LogNormal(middle, tidy(Math.log(ends[1] / ends[0]) / 4));
      case THREE_POINTS -> new Distribution.ThreePoints(ends[0], middle, ends[1]);
    };
  }

  private static double[] ends(Distribution range) {
    return switch (range) {
      case Distribution.Normal bell ->
        new double[] {
          tidy(bell.mean() - 2 * bell.deviation()), tidy(bell.mean() + 2 * bell.deviation())
        };
      case Distribution.LogNormal log ->
        new double[] {
          tidy(log.median() * Math.exp(-2 * log.spread())),
          tidy(log.median() * Math.exp(2 * log.spread()))
        };
      case Distribution.ThreePoints points -> new double[] {points.p10(), points.p90()};
      default -> new double[] {range.low(), range.high()};
    };
  }

  private static double tidy(double value) {
    return new BigDecimal(value).round(FEW_DIGITS).doubleValue();
  }
}
