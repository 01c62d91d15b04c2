package app.waterline.export.sheet;

/** Formulas of a spreadsheet as text. A figure that is not available is a text cell with the reason. */
final class Formula {
  /** What a cell without a figure begins with. */
  static final String MISSING = "not available: ";

  /** What stands where a throughput was entered. */
  static final String BY_HAND = "entered by hand";

  private static final int LONGEST_TEXT = 240;

  private Formula() {}

  /** The formula where all cells hold a number; else what the first that does not says instead. */
  static String given(String formula, String... cells) {
    String guarded = formula;
    for (int i = cells.length - 1; i >= 0; i--) {
      guarded = "IF(ISNUMBER(%s),%s,%s)".formatted(cells[i], guarded, cells[i]);
    }
    return guarded;
  }

  /** The formula where all cells hold a number; else the reason. */
  static String given(String formula, Missing reason, String... cells) {
    String guarded = formula;
    for (int i = cells.length - 1; i >= 0; i--) {
      guarded = "IF(ISNUMBER(%s),%s,%s)".formatted(cells[i], guarded, reason.quoted());
    }
    return guarded;
  }

  /** The number of a cell, or another one where it holds none. */
  static String or(String cell, String otherwise) {
    return "IF(ISNUMBER(%s),%s,%s)".formatted(cell, cell, otherwise);
  }

  /** {@code CRF(w, n)} as in section 2 of the model. */
  static String recoveryFactor(String costOfCapital, String years) {
    return "IF(%1$s=0,1/%2$s,%1$s/(1-(1+%1$s)^(-%2$s)))".formatted(costOfCapital, years);
  }

  /** A text as it stands in a formula, which holds none of more than 255 characters. */
  static String quoted(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    return "\"" + cut.replace("\"", "\"\"") + "\"";
  }

  /**
   * Why there is no figure.
   *
   * @param reason in words
   */
  record Missing(String reason) {
    /** In English, until {@link Words#said} has it. */
    private String text() {
      return MISSING + reason;
    }

    /** As it stands in a formula. */
    String quoted() {
      return Formula.quoted(text());
    }
  }
}
