package app.waterline.export.nativechart;

import app.waterline.chart.Axis;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.Scale;
import app.waterline.model.Unit;

/** The axes of native charts. */
record Axes(ChartLook look, ChartTexts texts) {
  static final int CATEGORIES = 111_111_111;
  static final int VALUES = 222_222_222;
  private static final double HAIRLINE = 0.75;
  private static final int CROWD = 8;

  /**
   * The axis of names. It crosses the other where the bars begin.
   *
   * @param side l, r, t or b
   * @param count of the names; many are written smaller, but none is left out
   * @param fromTop whether the first name stands at the top or left end, against the direction of the axis
   */
  Xml categories(String side, boolean fromTop, double at, int count) {
    return Xml.element(
        "c:catAx",
        Xml.val("c:axId", CATEGORIES),
        Xml.element("c:scaling", Xml.val("c:orientation", fromTop ? "maxMin" : "minMax")),
        Xml.val("c:delete", false),
        Xml.val("c:axPos", side),
        Xml.with("c:numFmt", "formatCode=\"General\" sourceLinked=\"0\""),
        Xml.val("c:majorTickMark", "none"),
        Xml.val("c:minorTickMark", "none"),
        Xml.val("c:tickLblPos", "low"),
        ChartLook.shape(ChartLook.line(HAIRLINE, look.muted())),
        look.letters(count > CROWD ? look.size() - 2 : look.size(), look.text(), false),
        Xml.val("c:crossAx", VALUES),
        Xml.val("c:crossesAt", at),
        Xml.val("c:auto", true),
        Xml.val("c:lblAlgn", "ctr"),
        Xml.val("c:lblOffset", 100),
        Xml.val("c:tickLblSkip", 1),
        Xml.val("c:noMultiLvlLbl", true));
  }

  /**
   * An axis of numbers.
   *
   * @param title its name with its unit
   * @param code how its ticks read
   * @param crosses {@code autoZero}, {@code min} or {@code max}: where it crosses the other
   * @param between whether categories stand between its ticks, so that outer bars are whole
   */
  Xml numbers(
      int id,
      int other,
      String side,
      NiceScale scale,
      String title,
      String code,
      String crosses,
      boolean between,
      boolean lines) {
    return Xml.element(
        "c:valAx",
        Xml.val("c:axId", id),
        Xml.element(
            "c:scaling",
            Xml.when(scale.isLogarithmic(), Xml.val("c:logBase", 10)),
            Xml.val("c:orientation", "minMax"),
            Xml.val("c:max", scale.high()),
            Xml.val("c:min", scale.low())),
        Xml.val("c:delete", false),
        Xml.val("c:axPos", side),
        Xml.when(
            lines,
            Xml.element(
                "c:majorGridlines", ChartLook.shape(ChartLook.line(HAIRLINE, look.grid())))),
        title(title, side),
        Xml.with("c:numFmt", "formatCode=\"%s\" sourceLinked=\"0\"".formatted(Xml.escaped(code))),
        Xml.val("c:majorTickMark", "none"),
        Xml.val("c:minorTickMark", "none"),
        Xml.val("c:tickLblPos", "nextTo"),
        ChartLook.shape(ChartLook.noLine()),
        look.letters(look.size() - 1, look.muted(), false),
        Xml.val("c:crossAx", other),
        Xml.val("c:crosses", crosses),
        Xml.val("c:crossBetween", between ? "between" : "midCat"),
        Xml.when(scale.step() > 0, Xml.val("c:majorUnit", scale.step())));
  }

  private Xml title(String title, String side) {
    String turned = side.equals("l") || side.equals("r") ? "rot=\"-5400000\" vert=\"horz\"" : "";
    return Xml.element(
        "c:title",
        Xml.element("c:tx", look.rich(title, look.size() - 1, look.muted(), false, turned)),
        Xml.val("c:overlay", false));
  }

  /** How the ticks of an axis read. */
  String code(Axis axis, NiceScale scale) {
    if (axis.scale() == Scale.DATE) {
      return "yyyy\\-mm";
    }
    if (axis.unit() == Unit.SHARE || axis.unit() == Unit.SHARE_PER_YEAR) {
      return NumberCode.percent(scale.step());
    }
    String unit = texts.unit(axis.unit());
    String before = axis.unit().isMoney() ? unit.split("/", 2)[0] : "";
    if (scale.isLogarithmic()) {
      return NumberCode.logarithmic(before, scale.low(), scale.high());
    }
    return NumberCode.axis(
        before, scale.step(), Math.max(Math.abs(scale.low()), Math.abs(scale.high())));
  }
}
