package app.waterline.engine.why;

import app.waterline.engine.Printed;
import app.waterline.model.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A printed figure with the word before it.
 *
 * @param printed the figure
 * @param word how exactly it is meant
 */
record Reading(Printed printed, Word word) {
  private static final double FIVE = 5;

  private static final Map<String, Word> WORDS = Map.of(
      "about", Word.ABOUT,
      "around", Word.ABOUT,
      "roughly", Word.ABOUT,
      "~", Word.ABOUT,
      "≈", Word.ABOUT,
      "more than", Word.AT_LEAST,
      "over", Word.AT_LEAST,
      ">", Word.AT_LEAST,
      "up to", Word.AT_MOST,
      "<", Word.AT_MOST);

  enum Word {
    NONE,
    ABOUT,
    AT_LEAST,
    AT_MOST
  }

  /** How the printed digits came from the true figure, the likeliest first. */
  enum Way {
    ROUNDED,
    CUT_OFF,
    NEAREST_FIVE
  }

  static Reading of(String text, Function<String, Printed> reader) {
    String rest = text.strip();
    for (Map.Entry<String, Word> each : WORDS.entrySet()) {
      String start = each.getKey();
      if (rest.regionMatches(true, 0, start, 0, start.length())) {
        return new Reading(
            positive(reader.apply(rest.substring(start.length()).strip())), each.getValue());
      }
    }
    return new Reading(positive(reader.apply(rest)), Word.NONE);
  }

  private static Printed positive(Printed printed) {
    if (!(printed.value() > 0)) {
      throw new InvalidInput(
          "A printed figure must be above 0 [%s]. Leave the cell out if it is not known."
              .formatted(printed.text()));
    }
    return printed;
  }

  /** The ways that it may have been printed in. */
  List<Way> ways() {
    List<Way> ways = new ArrayList<>(List.of(Way.ROUNDED));
    if (word == Word.NONE) {
      ways.add(Way.CUT_OFF);
      if (printed.kind() != Printed.Kind.AMOUNT && printed.value() % FIVE == 0) {
        ways.add(Way.NEAREST_FIVE);
      }
    }
    return ways;
  }

  /** The true figures that print like this. */
  Interval range(Way way) {
    double value = printed.value();
    double step = printed.step();
    return switch (word) {
      case AT_LEAST -> new Interval(value, Double.POSITIVE_INFINITY);
      case AT_MOST -> new Interval(0, value);
      case ABOUT -> around(value, step);
      case NONE ->
        switch (way) {
          case ROUNDED -> around(value, step / 2);
          case CUT_OFF -> new Interval(value, Math.nextUp(value + step));
          case NEAREST_FIVE -> around(value, Math.max(step, FIVE) / 2);
        };
    };
  }

  private static Interval around(double value, double reach) {
    return new Interval(Math.max(0, Math.nextDown(value - reach)), Math.nextUp(value + reach));
  }

  /** The best way in which a figure prints like this; empty where it does not. */
  Optional<Way> wayOf(Interval figure) {
    return ways().stream().filter(way -> range(way).meets(figure)).findFirst();
  }
}
