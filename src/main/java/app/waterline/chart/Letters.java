package app.waterline.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import org.jfree.chart.text.TextFragment;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.TextAnchor;

/** A piece of text inside the chart library whose missing letters come from the machine's own fonts. */
final class Letters extends TextFragment {
  private static final long serialVersionUID = 1L;

  Letters(String text, Font font, Color color) {
    super(text, font, color);
  }

  @Override
  public Size2D calculateDimensions(Graphics2D graphics) {
    return new Size2D(
        ChartFonts.widthOf(getText(), getFont()),
        graphics.getFontMetrics(getFont()).getHeight());
  }

  /** The library asks for nothing but unturned text that begins at the place. */
  @Override
  public void draw(
      Graphics2D graphics,
      float x,
      float y,
      TextAnchor anchor,
      float rotateX,
      float rotateY,
      double angle) {
    graphics.setFont(getFont());
    graphics.setPaint(getPaint());
    ChartFonts.draw(graphics, getText(), x, y);
  }
}
