package app.waterline.export.deck;

import app.waterline.model.InvalidInput;

/** The shape of a slide. */
public enum Aspect {
  /** 16:9. */
  WIDE(960, 540),
  /** 4:3. */
  STANDARD(720, 540);

  private final int width;
  private final int height;

  Aspect(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * The shape of that ratio, {@code 16:9} or {@code 4:3}.
   *
   * @throws InvalidInput if it is another
   */
  public static Aspect ofRatio(String ratio) {
    return switch (ratio) {
      case "16:9" -> WIDE;
      case "4:3" -> STANDARD;
      default ->
        throw new InvalidInput(
            "Slides do not come in that shape [%s]. Use 16:9 or 4:3.".formatted(ratio));
    };
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
