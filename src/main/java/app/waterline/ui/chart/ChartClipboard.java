package app.waterline.ui.chart;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartImage;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.DataTable;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the clipboard, or a drag out of the window, gets of a chart: picture, file and figures in one. */
final class ChartClipboard {
  private static final Logger LOG = LoggerFactory.getLogger(ChartClipboard.class);
  private static final int MARGINS = 48;
  private static final int SHARP = 2;
  private static final int LONGEST_NAME = 60;

  private ChartClipboard() {}

  /** Figures alone. */
  static void copyData(DataTable table) {
    copyText(table.tabSeparated());
  }

  /** Rows with tabs between their cells, which sheets take apart again. */
  static void copyText(String rows) {
    ClipboardContent content = new ClipboardContent();
    content.putString(rows);
    copy(content);
  }

  /** Drawn and packed beside the window, which goes on meanwhile. */
  static void copyAll(ChartDrawing drawing, ChartSpec spec, int width, int height) {
    Thread.ofPlatform().daemon().name("chart-copy").start(() -> {
      ClipboardContent content = contentOf(drawing, spec, width, height);
      copy(content);
    });
  }

  /**
   * Opaque, because transparent pixels paste black in office programs; twice the size, to be sharp.
   *
   * @param width of the chart, without the margins
   * @param height of the chart, without the margins
   */
  static ClipboardContent contentOf(ChartDrawing drawing, ChartSpec spec, int width, int height) {
    BufferedImage drawn = ChartImage.of(drawing, spec, width + MARGINS, height + MARGINS, SHARP);
    return contentOf(drawn, spec.table(drawing.texts()).tabSeparated(), spec.title());
  }

  /** A picture with its figures, put on the clipboard. */
  static void copy(BufferedImage picture, String rows, String name) {
    copy(contentOf(picture, rows, name));
  }

  private static ClipboardContent contentOf(BufferedImage drawn, String rows, String name) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image(drawn));
    content.putString(rows);
    try {
      content.putFiles(List.of(file(drawn, name).toFile()));
    } catch (IOException noFile) {
      LOG.warn("The picture is on the clipboard, but not as a file", noFile);
    }
    return content;
  }

  private static Image image(BufferedImage drawn) {
    BufferedImage copy =
        new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    copy.createGraphics().drawImage(drawn, 0, 0, null);
    int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
    return new WritableImage(new PixelBuffer<>(
        drawn.getWidth(),
        drawn.getHeight(),
        IntBuffer.wrap(pixels),
        PixelFormat.getIntArgbPreInstance()));
  }

  /** Named after its finding, in a folder that only this user can read; gone with the program. */
  private static Path file(BufferedImage drawn, String title) throws IOException {
    Path folder = Files.createTempDirectory("waterline-chart");
    Path file = folder.resolve(nameOf(title) + ".png");
    ImageIO.write(drawn, "png", file.toFile());
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    return file;
  }

  static String nameOf(String title) {
    String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+", " ").strip();
    return name.isEmpty()
        ? "chart"
        : name.substring(0, Math.min(LONGEST_NAME, name.length())).strip();
  }

  private static void copy(ClipboardContent content) {
    // After the menu has closed: some systems lose what an open popup puts there.
    Platform.runLater(() -> Clipboard.getSystemClipboard().setContent(content));
  }
}
