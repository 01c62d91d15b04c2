package app.waterline.io.prices;

import app.waterline.io.runs.BadRecord;
import app.waterline.io.runs.MachineNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param cells by column
 * @param line the line that it starts in, from 1
 */
record Row(Map<String, String> cells, long line) {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");

  /** The cell without blanks around it; empty where there is none. */
  String text(String column) {
    return cells.getOrDefault(column, "").strip();
  }

  String required(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw new BadRow(column, "The cell is empty [%s]. Fill it in.".formatted(column));
    }
    return text;
  }

  /** The number in the cell, or null where it is empty. */
  @Nullable Double number(String column) {
    try {
      return MachineNumber.parse(column, text(column));
    } catch (BadRecord bad) {
      throw new BadRow(column, String.valueOf(bad.getMessage()));
    }
  }

  /** A price above zero. */
  double price(String column) {
    Double price = number(column);
    if (price == null) {
      throw new BadRow(column, "There is no price [empty]. Fill it in, or ask for a quote.");
    }
    if (!(price > 0) || price.isInfinite()) {
      throw new BadRow(
          column,
          "A price must be above 0 [%s]. Leave out the row where nothing is asked."
              .formatted(text(column)));
    }
    return price;
  }

  /** A whole number of GPUs, 1 where the cell is empty. */
  int gpus(String column) {
    Double count = number(column);
    if (count == null) {
      return 1;
    }
    if (count < 1 || count > 1e6 || count != Math.rint(count)) {
      throw new BadRow(
          column,
          "An instance has a whole number of GPUs, at least 1 [%s]. Correct the count."
              .formatted(text(column)));
    }
    return count.intValue();
  }

  String date(String column) {
    String date = required(column);
    if (!DATE.matcher(date).matches() || !exists(date)) {
      throw new BadRow(
          column,
          "A date reads yyyy, yyyy-MM or yyyy-MM-dd [%s]. Write 2026-07-20 for 20 July 2026."
              .formatted(date));
    }
    return date;
  }

  private static boolean exists(String date) {
    String day = date + "-01-01".substring(Math.min(date.length() - 4, 6));
    try {
      return !LocalDate.parse(day).toString().isEmpty();
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
