package app.waterline.ui.chart;

import app.waterline.chart.DataTable;
import java.awt.image.BufferedImage;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** Copies what is on the screen beside the charts: its figures, a picture of it, and that as a file. */
public final class Clipping {
  private static final double SHARP = 2;

  private Clipping() {}

  /**
   * Copies a part of the window.
   *
   * @param shown what the picture shows
   * @param figures what a spreadsheet gets
   * @param name of the file
   */
  public static void copy(Node shown, DataTable figures, String name) {
    SnapshotParameters sharp = new SnapshotParameters();
    sharp.setTransform(Transform.scale(SHARP, SHARP));
    sharp.setFill(Color.WHITE); // transparent pixels paste black in office programs
    WritableImage picture = shown.snapshot(sharp, null);
    Thread.ofPlatform()
        .daemon()
        .name("table-copy")
        .start(() -> ChartClipboard.copy(pixels(picture), figures.tabSeparated(), name));
  }

  private static BufferedImage pixels(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] argb = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    return image;
  }
}
