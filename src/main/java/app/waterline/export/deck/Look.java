package app.waterline.export.deck;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTheme;
import java.awt.Color;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTheme;
import org.openxmlformats.schemas.drawingml.x2006.main.CTColor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTColorMapping;

/**
 * How a presentation looks where its masters leave the choice.
 *
 * @param theme platform colours, and those for better and worse
 * @param dark whether letters are light on dark ground
 * @param ink the theme colour of letters
 * @param muted how opaque less important letters are, so that they are still read, 0 to 1
 * @param regular how much room text takes
 * @param bold how much room bold text takes
 */
record Look(
    ChartTheme theme, boolean dark, String ink, double muted, TextFit regular, TextFit bold) {
  private static final double READABLE = 4.5;
  private static final double UNKNOWN_FONT = 1.06;

  /** What the first master of the presentation asks for. */
  static Look of(XMLSlideShow show, ChartFonts fonts, boolean bundled) {
    XSLFSlideMaster master = show.getSlideMasters().getFirst();
    Color letters = scheme(master, "tx1");
    Color ground = ground(master);
    boolean legible = ChartTheme.contrast(letters, ground) >= READABLE
        || ChartTheme.contrast(letters, ground)
            >= ChartTheme.contrast(scheme(master, "bg1"), ground);
    boolean dark =
        ChartTheme.contrast(ground, Color.WHITE) > ChartTheme.contrast(ground, Color.BLACK);
    double safety = bundled ? 1 : UNKNOWN_FONT;
    return new Look(
        on(ground, dark ? ChartTheme.dark() : ChartTheme.light()),
        dark,
        legible ? "tx1" : "bg1",
        muted(legible ? letters : scheme(master, "bg1"), ground),
        new TextFit(fonts.regular(), safety),
        new TextFit(fonts.semiBold(), safety));
  }

  /** Pictures stand on the ground of the slide. */
  private static ChartTheme on(Color ground, ChartTheme theme) {
    Map<String, Color> tokens = new HashMap<>(theme.tokens());
    tokens.put("card", ground);
    return new ChartTheme(tokens);
  }

  private static double muted(Color letters, Color ground) {
    for (double opacity = 0.65; opacity < 1; opacity += 0.05) {
      if (ChartTheme.contrast(ChartTheme.mix(ground, letters, opacity), ground) >= READABLE + 0.5) {
        return opacity;
      }
    }
    return 1;
  }

  private static Color ground(XSLFSlideMaster master) {
    Color fill = master.getBackground() == null ? null : master.getBackground().getFillColor();
    return fill == null ? scheme(master, "bg1") : fill;
  }

  /** A theme colour through the master's map, for example {@code bg1} to {@code lt1}. */
  private static Color scheme(XSLFSlideMaster master, String name) {
    CTColorMapping map = master.getXmlObject().getClrMap();
    String mapped = (name.equals("tx1") ? map.getTx1() : map.getBg1()).toString();
    XSLFTheme theme = master.getTheme();
    CTColor color = theme == null ? null : theme.getCTColor(mapped);
    if (color != null && color.isSetSrgbClr()) {
      return rgb(color.getSrgbClr().getVal());
    }
    if (color != null && color.isSetSysClr() && color.getSysClr().isSetLastClr()) {
      return rgb(color.getSysClr().getLastClr());
    }
    return name.equals("tx1") ? Color.BLACK : Color.WHITE;
  }

  private static Color rgb(byte[] bytes) {
    return new Color(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
  }
}
