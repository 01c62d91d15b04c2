package app.waterline.export.nativechart;

import java.util.ArrayList;
import java.util.List;

/** What a chart part repeats of its workbook, so that it can be drawn without opening it. */
record Cached(ChartData data) {
  /** The name of a series: the name of a column. */
  Xml name(int column) {
    return Xml.element(
        "c:tx",
        Xml.element(
            "c:strRef",
            Xml.text("c:f", data.nameOf(column)),
            Xml.element(
                "c:strCache",
                Xml.val("c:ptCount", 1),
                point(0, data.columns().get(column).name()))));
  }

  /** A column of names. */
  Xml texts(String element, int column) {
    List<Xml> points = new ArrayList<>();
    List<?> cells = data.columns().get(column).cells();
    for (int row = 0; row < cells.size(); row++) {
      points.add(point(row, String.valueOf(cells.get(row))));
    }
    return Xml.element(
        element,
        Xml.element(
            "c:strRef",
            Xml.text("c:f", data.cellsOf(column)),
            Xml.element("c:strCache", Xml.val("c:ptCount", data.rows()), Xml.all(points))));
  }

  /** A column of numbers; an empty cell has no point. */
  Xml numbers(String element, int column) {
    List<Xml> points = new ArrayList<>();
    List<?> cells = data.columns().get(column).cells();
    for (int row = 0; row < cells.size(); row++) {
      Object cell = cells.get(row);
      if (cell instanceof Double value) {
        points.add(point(row, Xml.number(value)));
      } else if (cell instanceof ChartData.Formula formula) {
        points.add(point(row, Xml.number(formula.value())));
      }
    }
    return Xml.element(
        element,
        Xml.element(
            "c:numRef",
            Xml.text("c:f", data.cellsOf(column)),
            Xml.element(
                "c:numCache",
                Xml.text("c:formatCode", "General"),
                Xml.val("c:ptCount", data.rows()),
                Xml.all(points))));
  }

  private static Xml point(int place, String value) {
    return Xml.with("c:pt", "idx=\"%d\"".formatted(place), Xml.text("c:v", value));
  }
}
