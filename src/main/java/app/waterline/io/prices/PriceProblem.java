package app.waterline.io.prices;

/**
 * A row that was left out.
 *
 * @param file the name of the file
 * @param line the line that the row starts in, from 1
 * @param field the column or property at fault
 * @param message what is wrong, the value in brackets, and what to do
 */
public record PriceProblem(String file, long line, String field, String message) {
  @Override
  public String toString() {
    return "%s, line %d, %s: %s".formatted(file, line, field, message);
  }
}
