package app.waterline.export.deck;

/** The shape of a slide. */
public enum Aspect {
  WIDE(960, 540),
  STANDARD(720, 540);

  private final int width;
  private final int height;

  Aspect(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Points. */
  public int width() {
    return width;
  }

  /** Points. */
  public int height() {
    return height;
  }
}
