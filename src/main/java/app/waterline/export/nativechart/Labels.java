package app.waterline.export.nativechart;

import java.util.List;

/** The labels of single points of a native chart. */
final class Labels {
  private Labels() {}

  /** The figure of a point, in bold letters. */
  static Xml value(ChartLook look, int place, String code, String side) {
    return label(look, place, side, code, true, look.text());
  }

  /** The figure of a point in letters of another colour. */
  static Xml value(ChartLook look, int place, String code, String side, Xml color) {
    return label(look, place, side, code, true, color);
  }

  /**
   * The name of a series and the figure of a point.
   *
   * @param down how far it is moved down from its place, as a share of the chart
   */
  static Xml reading(ChartLook look, int place, String code, double down) {
    return Xml.element(
        "c:dLbl",
        Xml.val("c:idx", place),
        Xml.element(
            "c:layout", Xml.element("c:manualLayout", Xml.val("c:x", 0.008), Xml.val("c:y", down))),
        Xml.with("c:numFmt", "formatCode=\"%s\" sourceLinked=\"0\"".formatted(Xml.escaped(code))),
        ChartLook.shape(ChartLook.fill(look.veil()), ChartLook.noLine()),
        look.line(look.size(), look.text(), true),
        Xml.val("c:dLblPos", "r"),
        shown(true, true),
        Xml.text("c:separator", "  "));
  }

  /** The name of a series at one of its points. */
  static Xml name(ChartLook look, int place, String side) {
    return label(look, place, side, "General", false, look.text());
  }

  private static Xml label(
      ChartLook look, int place, String side, String code, boolean value, Xml color) {
    return Xml.element(
        "c:dLbl",
        Xml.val("c:idx", place),
        Xml.with("c:numFmt", "formatCode=\"%s\" sourceLinked=\"0\"".formatted(Xml.escaped(code))),
        ChartLook.shape(ChartLook.noFill(), ChartLook.noLine()),
        look.line(look.size(), color, true),
        Xml.val("c:dLblPos", side),
        shown(value, !value));
  }

  /** No label for the points that have none of their own. */
  static Xml none() {
    return shown(false, false);
  }

  private static Xml shown(boolean value, boolean name) {
    return Xml.all(List.of(
        Xml.val("c:showLegendKey", false),
        Xml.val("c:showVal", value),
        Xml.val("c:showCatName", false),
        Xml.val("c:showSerName", name),
        Xml.val("c:showPercent", false),
        Xml.val("c:showBubbleSize", false)));
  }
}
