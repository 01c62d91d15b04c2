package app.waterline.engine;

import app.waterline.model.Evidence;

/** The mark on a figure, from the most to the least trusted. A figure is as good as its worst input. */
public enum Quality {
  MEASURED,
  INTERPOLATED,
  PUBLISHED,
  ASSUMED;

  /** The mark that evidence of this kind earns. */
  public static Quality of(Evidence.Kind kind) {
    return switch (kind) {
      case MEASURED -> MEASURED;
      case PUBLISHED, VENDOR_CLAIM, QUOTE -> PUBLISHED;
      case ASSUMPTION -> ASSUMED;
    };
  }

  /** The less trusted of the two. */
  public Quality worse(Quality other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
