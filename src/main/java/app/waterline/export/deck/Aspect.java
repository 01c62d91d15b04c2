package app.waterline.export.deck;

import app.waterline.model.InvalidInput;
import java.awt.Dimension;
import java.util.Arrays;

/** The shape of a slide. */
public enum Aspect {
  /** 16:9. */
  WIDE(960, 540),
  /** 4:3. */
  STANDARD(720, 540);

  private static final double NEAR = 0.02;

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
    return Arrays.stream(values())
        .filter(each -> each.ratio().equals(ratio))
        .findFirst()
        .orElseThrow(() -> new InvalidInput(
            "Slides do not come in that shape [%s]. Use 16:9 or 4:3.".formatted(ratio)));
  }

  /** As people write it, for example {@code 16:9}. */
  public String ratio() {
    return this == WIDE ? "16:9" : "4:3";
  }

  /** Whether a page of any size has this shape. */
  boolean isShapeOf(Dimension page) {
    return Math.abs(page.getWidth() / page.getHeight() - (double) width / height) < NEAR;
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
