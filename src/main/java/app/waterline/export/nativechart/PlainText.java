package app.waterline.export.nativechart;

/** Text that every part of an office file can hold. */
public final class PlainText {
  private static final int SPACE = ' ';

  private PlainText() {}

  /**
   * The text on one line, without what XML forbids: control characters and halves of characters.
   * Anything else, markup included, stays as it is.
   */
  public static String of(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().map(each -> Character.isWhitespace(each) ? SPACE : each).forEach(each -> {
      if (isText(each)) {
        kept.appendCodePoint(each);
      }
    });
    return kept.toString();
  }

  private static boolean isText(int point) {
    return !Character.isISOControl(point)
        && Character.getType(point) != Character.SURROGATE
        && (point & 0xfffe) != 0xfffe;
  }

  /**
   * A name short enough for a chart: its beginning and its end, which is where names differ.
   *
   * @param most characters, at least 8
   */
  public static String brief(String text, int most) {
    String plain = of(text).strip();
    int length = plain.codePointCount(0, plain.length());
    if (length <= most) {
      return plain;
    }
    int end = most / 3;
    int start = plain.offsetByCodePoints(0, most - end - 1);
    int rest = plain.offsetByCodePoints(plain.length(), -end);
    return plain.substring(0, start).stripTrailing() + "…"
        + plain.substring(rest).stripLeading();
  }
}
