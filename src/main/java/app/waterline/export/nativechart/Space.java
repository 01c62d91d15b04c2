package app.waterline.export.nativechart;

/** The whole of a chart part around its plot. */
final class Space {
  private static final String NAMESPACES =
      "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
          + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private Space() {}

  /**
   * @param plot what {@code c:plotArea} holds
   * @param legend a {@code c:legend}, or nothing
   */
  static String of(ChartLook look, Xml plot, Xml legend) {
    return of(look, Xml.element("c:layout"), plot, legend);
  }

  /** The same with the plot in a place of its own. */
  static String of(ChartLook look, Xml layout, Xml plot, Xml legend) {
    return Xml.with(
            "c:chartSpace",
            NAMESPACES,
            Xml.val("c:date1904", false),
            Xml.val("c:roundedCorners", false),
            Xml.element(
                "c:chart",
                Xml.val("c:autoTitleDeleted", true),
                Xml.element("c:plotArea", layout, plot),
                legend,
                Xml.val("c:plotVisOnly", true),
                Xml.val("c:dispBlanksAs", "gap")),
            ChartLook.shape(ChartLook.noFill(), ChartLook.noLine()),
            look.letters(look.size(), look.text(), false))
        .text();
  }
}
