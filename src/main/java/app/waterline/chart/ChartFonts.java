package app.waterline.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
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

  /** The same on the screen and in an image, so that both break alike. */
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

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

  /** Draws a text in the graphics' font; letters that it lacks come from the machine's own. */
  public static void draw(Graphics2D graphics, String text, float x, float y) {
    Font font = graphics.getFont();
    if (font.canDisplayUpTo(text) < 0) {
      graphics.drawString(text, x, y);
    } else {
      graphics.fill(layout(text, font).getOutline(AffineTransform.getTranslateInstance(x, y)));
    }
  }

  /** How wide {@link #draw} makes a text, in the unit of the font's size. */
  public static double widthOf(String text, Font font) {
    return font.canDisplayUpTo(text) < 0
        ? font.getStringBounds(text, EXACT).getWidth()
        : layout(text, font).getAdvance();
  }

  private static TextLayout layout(String text, Font font) {
    AttributedString letters = new AttributedString(text);
    letters.addAttribute(TextAttribute.FONT, font);
    int style = font.getFontName(Locale.ROOT).contains("Bold") ? Font.BOLD : Font.PLAIN;
    Font other = new Font(Font.SANS_SERIF, style, 1).deriveFont(font.getSize2D());
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int point = text.codePointAt(at);
      next = at + Character.charCount(point);
      if (!font.canDisplay(point)) {
        letters.addAttribute(TextAttribute.FONT, other, at, next);
      }
    }
    return new TextLayout(letters.getIterator(), EXACT);
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
