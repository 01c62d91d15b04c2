package app.waterline.export.nativechart;

import app.waterline.chart.ChartTheme;
import java.awt.Color;
import java.util.Locale;

/**
 * How native charts look: letters and lines in the colours of the document's theme, platforms in theirs.
 *
 * @param theme the platform colours, and those for better and worse
 * @param dark whether the document's background is dark
 * @param ink the theme colour of letters on that background, {@code tx1} or {@code bg1}
 * @param mutedOpacity how opaque less important letters are, 0 to 1
 * @param size of the labels, in points
 */
public record ChartLook(
    ChartTheme theme, boolean dark, String ink, double mutedOpacity, double size) {
  private static final int HUNDREDTHS = 100;
  private static final int EMU = 12_700;
  private static final double GRID = 0.15;
  private static final int PALE = 40_000;
  private static final int VEIL = 80_000;

  Xml platform(int index) {
    return srgb(theme.platform(index));
  }

  /** Black or white, whichever is read better on a platform's fill. */
  Xml onPlatform(int index) {
    Color fill = theme.platform(index);
    boolean white = ChartTheme.contrast(fill, Color.WHITE) > ChartTheme.contrast(fill, Color.BLACK);
    return srgb(white ? Color.WHITE : Color.BLACK);
  }

  Xml token(String name) {
    return srgb(theme.token(name));
  }

  static Xml srgb(Color color) {
    return Xml.val("a:srgbClr", hex(color));
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "%06X", color.getRGB() & 0xffffff);
  }

  Xml text() {
    return Xml.val("a:schemeClr", ink);
  }

  Xml muted() {
    return ink(mutedOpacity);
  }

  Xml grid() {
    return ink(GRID);
  }

  /** The ground, so that letters on it are read over lines. */
  Xml veil() {
    String ground = ink.equals("tx1") ? "bg1" : "tx1";
    return Xml.with("a:schemeClr", "val=\"%s\"".formatted(ground), Xml.val("a:alpha", VEIL));
  }

  /** A colour that lets the ground through. */
  Xml pale(Xml color) {
    String open = color.text().endsWith("/>")
        ? color.text().substring(0, color.text().length() - 2) + "></a:srgbClr>"
        : color.text();
    int end = open.lastIndexOf("</");
    String bare = open.substring(0, end).replaceFirst("<a:alpha[^>]*>", "");
    return new Xml(bare + Xml.val("a:alpha", PALE).text() + open.substring(end));
  }

  private Xml ink(double opacity) {
    return Xml.with(
        "a:schemeClr",
        "val=\"%s\"".formatted(ink),
        Xml.when(opacity < 1, Xml.val("a:alpha", (double) Math.round(opacity * 100_000))));
  }

  static Xml fill(Xml color) {
    return Xml.element("a:solidFill", color);
  }

  static Xml noFill() {
    return Xml.element("a:noFill");
  }

  /** A line of so many points. */
  static Xml line(double width, Xml color) {
    return line(width, color, Xml.NOTHING);
  }

  static Xml dashed(double width, Xml color) {
    return line(width, color, Xml.val("a:prstDash", "dash"));
  }

  private static Xml line(double width, Xml color, Xml dash) {
    return Xml.with(
        "a:ln",
        "w=\"%d\" cap=\"rnd\"".formatted(Math.round(width * EMU)),
        fill(color),
        dash,
        Xml.element("a:round"));
  }

  static Xml noLine() {
    return Xml.element("a:ln", noFill());
  }

  static Xml shape(Xml... parts) {
    return Xml.element("c:spPr", parts);
  }

  /** The letters of a part of the chart. */
  Xml letters(double points, Xml color, boolean bold) {
    return letters(points, color, bold, true);
  }

  /** The same, on one line. */
  Xml line(double points, Xml color, boolean bold) {
    return letters(points, color, bold, false);
  }

  private Xml letters(double points, Xml color, boolean bold, boolean wrapped) {
    return Xml.element(
        "c:txPr",
        Xml.with("a:bodyPr", wrapped ? "" : "wrap=\"none\""),
        Xml.element("a:lstStyle"),
        Xml.element(
            "a:p",
            Xml.element("a:pPr", properties("a:defRPr", points, color, bold)),
            Xml.with("a:endParaRPr", "lang=\"en-US\"")));
  }

  Xml properties(String element, double points, Xml color, boolean bold) {
    return Xml.with(
        element,
        "sz=\"%d\" b=\"%d\"".formatted(Math.round(points * HUNDREDTHS), bold ? 1 : 0),
        fill(color));
  }

  /** A text set by hand, for example the name of an axis. */
  Xml rich(String text, double points, Xml color, boolean bold, String body) {
    return Xml.element(
        "c:rich",
        Xml.with("a:bodyPr", body),
        Xml.element("a:lstStyle"),
        Xml.element(
            "a:p",
            Xml.element("a:pPr", properties("a:defRPr", points, color, bold)),
            Xml.element("a:r", properties("a:rPr", points, color, bold), Xml.text("a:t", text))));
  }
}
