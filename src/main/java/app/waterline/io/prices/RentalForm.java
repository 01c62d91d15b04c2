package app.waterline.io.prices;

import java.util.List;
import java.util.Set;

/** One kind of table with rental prices, known by its columns. */
sealed interface RentalForm permits OwnForm, ObservationForm, SkyPilotForm {
  /** The columns that tell this form from others. */
  Set<String> columns();

  /**
   * The quotes of a row: none where it holds no price at all, several where it holds several.
   *
   * @throws BadRow if the row can't be used
   */
  List<RentalQuote> quotes(Row row);

  /** Sees every row before the first is read, for what only the whole table tells. */
  default void survey(List<Row> rows) {}
}
