package app.waterline.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/**
 * The bundled typeface, so that a machine without fonts draws the same chart.
 *
 * @param regular for running text
 * @param medium for names
 * @param semiBold for titles and values
 */
public record ChartFonts(Font regular, Font medium, Font semiBold) {
  private static final String FOLDER = "/app/waterline/assets/fonts/";

  /** Languages whose letters the bundled typeface does not have. */
  private static final Set<String> OTHER_LETTERS = Set.of("ja", "zh", "ko");

  /** Whether the bundled typeface has the letters of a language. */
  public static boolean writes(Locale language) {
    return !OTHER_LETTERS.contains(language.getLanguage());
  }

  /** The bundled typeface, or the machine's own for a language that it does not write. */
  public static ChartFonts of(Locale language) {
    return writes(language) ? bundled() : ofMachine();
  }

  private static ChartFonts ofMachine() {
    Font plain = new Font(Font.DIALOG, Font.PLAIN, 1);
    Font bold = new Font(Font.DIALOG, Font.BOLD, 1);
    return new ChartFonts(plain, plain, bold);
  }

  /** The typeface from the program's resources. */
  public static ChartFonts bundled() {
    return new ChartFonts(
        load("Inter-Regular.otf"), load("Inter-Medium.otf"), load("Inter-SemiBold.otf"));
  }

  Font regular(float size) {
    return regular.deriveFont(size);
  }

  Font medium(float size) {
    return medium.deriveFont(size);
  }

  Font semiBold(float size) {
    return semiBold.deriveFont(size);
  }

  private static Font load(String name) {
    try (InputStream stream = ChartFonts.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "A bundled font is missing [%s]. Build the program again.".formatted(FOLDER + name));
      }
      return Font.createFont(Font.TRUETYPE_FONT, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(
          "A bundled font is unreadable [%s]. Build the program again.".formatted(FOLDER + name),
          e);
    }
  }
}
