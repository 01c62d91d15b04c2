package app.waterline.cli;

/** The forms that an evaluation can be written in. */
enum Format {
  TABLE,
  JSON,
  CSV,
  MARKDOWN;

  /** As it is typed, and as the help lists it. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
