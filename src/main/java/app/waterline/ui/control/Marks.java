package app.waterline.ui.control;

import app.waterline.engine.Quality;
import app.waterline.ui.Texts;
import java.util.Locale;
import javafx.scene.control.Label;

/** The marks that say how far a figure can be trusted. */
public final class Marks {
  private Marks() {}

  /** ● measured, ◐ interpolated, ○ published, △ assumed. */
  public static String of(Quality quality) {
    return switch (quality) {
      case MEASURED -> "●";
      case INTERPOLATED -> "◐";
      case PUBLISHED -> "○";
      case ASSUMED -> "△";
    };
  }

  /** The mark in words. */
  public static String words(Quality quality, Texts texts) {
    return texts.get("quality." + quality.name().toLowerCase(Locale.ROOT));
  }

  /** Shows the mark on a label, with its meaning beside it for mouse and screen reader. */
  public static void show(Label label, Quality quality, Texts texts) {
    label.setText(of(quality));
    label.setAccessibleText(words(quality, texts));
    Hints.show(label, words(quality, texts));
  }
}
