package app.waterline.export.nativechart;

/** The points of native charts. */
final class Marks {
  static final Xml NONE = Xml.element("c:marker", Xml.val("c:symbol", "none"));

  private Marks() {}

  static Xml round(int size, Xml color) {
    return of("circle", size, color);
  }

  static Xml of(String symbol, int size, Xml color) {
    return Xml.element(
        "c:marker",
        Xml.val("c:symbol", symbol),
        Xml.val("c:size", size),
        ChartLook.shape(ChartLook.fill(color), ChartLook.noLine()));
  }
}
