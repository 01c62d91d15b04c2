package app.waterline.ui.chart;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartImage;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.DataTable;
import java.io.ByteArrayInputStream;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What the clipboard gets of a chart. */
final class ChartClipboard {
  private static final int MARGINS = 48;

  private ChartClipboard() {}

  static void copyData(DataTable table) {
    ClipboardContent content = new ClipboardContent();
    content.putString(table.tabSeparated());
    copy(content);
  }

  /** Opaque, because transparent pixels paste black in office programs; twice the size, to be sharp. */
  static void copyImage(ChartDrawing drawing, ChartSpec spec, int width, int height) {
    byte[] png = ChartImage.png(drawing, spec, width + MARGINS, height + MARGINS, 2);
    ClipboardContent content = new ClipboardContent();
    content.putImage(new Image(new ByteArrayInputStream(png)));
    content.putString(spec.table(drawing.texts()).tabSeparated());
    copy(content);
  }

  private static void copy(ClipboardContent content) {
    // After the menu has closed: some systems lose what an open popup puts there.
    Platform.runLater(() -> Clipboard.getSystemClipboard().setContent(content));
  }
}
