package app.waterline.ui.control;

/** The least width of a column, so that its heading stays whole where the table has less room than it wants. */
public final class HeadingWidth {
  private static final int PADDING = 24;
  private static final int LETTER = 8;
  private static final int FIRST_WIDE = 0x2E80;

  private HeadingWidth() {}

  /** In pixels; Chinese and Japanese letters are twice as wide. */
  public static double of(String heading) {
    long wide = heading.codePoints().filter(letter -> letter >= FIRST_WIDE).count();
    return PADDING + (double) LETTER * (heading.length() + wide);
  }
}
