package app.waterline.io.prices;

import java.util.Locale;

/** What a rental price binds to. */
public enum RentalTerms {
  ON_DEMAND("on demand"),
  SPOT("spot"),
  RESERVED("reserved");

  private final String words;

  RentalTerms(String words) {
    this.words = words;
  }

  /** As it stands in the name of a list. */
  public String words() {
    return words;
  }

  /** {@code on_demand}, {@code on demand} and {@code On-Demand} are one; an empty text is on demand. */
  static RentalTerms of(String field, String text) {
    String key = text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    for (RentalTerms terms : values()) {
      if (key.isEmpty() || terms.name().equals(key)) {
        return terms;
      }
    }
    throw new BadRow(
        field, "There are no such terms [%s]. Write on_demand, spot or reserved.".formatted(text));
  }
}
