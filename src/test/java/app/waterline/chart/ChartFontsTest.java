package app.waterline.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartFontsTest {
  private static final Font INTER = ChartFonts.bundled().semiBold(40);

  private static BufferedImage image(String text, boolean fallback) {
    BufferedImage image = new BufferedImage(600, 80, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setFont(INTER);
    graphics.setColor(Color.BLACK);
    if (fallback) {
      ChartFonts.draw(graphics, text, 5, 55);
    } else {
      graphics.drawString(text, 5f, 55f);
    }
    graphics.dispose();
    return image;
  }

  private static boolean same(BufferedImage one, BufferedImage other) {
    return Arrays.equals(
        one.getRGB(0, 0, 600, 80, null, 0, 600), other.getRGB(0, 0, 600, 80, null, 0, 600));
  }

  private static int end(BufferedImage image) {
    int last = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        last = image.getRGB(x, y) == 0 ? last : x;
      }
    }
    return last;
  }

  @ParameterizedTest
  @ValueSource(strings = {"東京", "שלום", "مرحبا", "😀", "B200 東京 שלום مرحبا"})
  void lettersThatTheTypefaceLacksComeFromTheMachine(String text) {
    assumeTrue(
        new Font(Font.SANS_SERIF, Font.BOLD, 40).canDisplayUpTo(text.replace("B200 ", "")) < 0,
        "This machine has no font for [" + text + "]");
    BufferedImage drawn = image(text, true);
    assertTrue(!same(drawn, image(text, false)), text);
    assertEquals(ChartFonts.widthOf(text, INTER), end(drawn) - 5, 8, text);
  }

  @Test
  void otherTextIsDrawnAsEver() {
    assertTrue(same(image("NVIDIA B200 · Цена", true), image("NVIDIA B200 · Цена", false)));
  }
}
