package app.waterline.export.nativechart;

import java.util.ArrayList;
import java.util.List;

/** Names what the colours of a native chart stand for. */
final class Legend {
  private Legend() {}

  /**
   * Above the plot.
   *
   * @param hidden the places of the series that it leaves out
   */
  static Xml of(ChartLook look, List<Integer> hidden) {
    List<Xml> entries = new ArrayList<>();
    for (int place : hidden) {
      entries.add(Xml.element("c:legendEntry", Xml.val("c:idx", place), Xml.val("c:delete", true)));
    }
    return Xml.element(
        "c:legend",
        Xml.val("c:legendPos", "t"),
        Xml.all(entries),
        Xml.val("c:overlay", false),
        look.letters(look.size(), look.text(), false));
  }
}
