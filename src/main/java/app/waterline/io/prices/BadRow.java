package app.waterline.io.prices;

/** A row that can't be used: which field, and what happened with the value in brackets and a remedy. */
final class BadRow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  BadRow(String field, String message) {
    super(message);
    this.field = field;
  }

  String field() {
    return field;
  }
}
