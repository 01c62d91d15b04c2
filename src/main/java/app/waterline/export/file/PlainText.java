package app.waterline.export.file;

/** Text as files of others can hold it. */
public final class PlainText {
  private PlainText() {}

  /** The text, with a replacement for each character that XML has no form for. */
  public static String of(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
