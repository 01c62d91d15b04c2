package app.waterline.export.sheet;

import app.waterline.chart.ChartTexts;
import app.waterline.format.Bundles;
import app.waterline.model.Evidence;
import app.waterline.model.Unit;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the workbook.
 *
 * @param charts words that the screen uses too
 * @param bundle the workbook's own
 */
record Words(ChartTexts charts, ResourceBundle bundle) {
  private static final Pattern SAID = Pattern.compile(
      "\"(?:%s((?:[^\"]|\"\")*)|(%s))\"".formatted(Formula.MISSING, Formula.BY_HAND));

  static Words of(ChartTexts charts) {
    return new Words(charts, Bundles.of("app.waterline.export.sheet.texts", charts.language()));
  }

  /** What a cell without a figure says. */
  String missing(Formula.Missing missing) {
    return get("missing", charts.say(missing.reason()));
  }

  /** A formula with what it says instead of a figure in the language of the workbook. */
  String said(String formula) {
    return SAID.matcher(formula).replaceAll(found -> Matcher.quoteReplacement(said(found)));
  }

  private String said(MatchResult found) {
    String reason = found.group(1);
    return reason == null
        ? Formula.quoted(charts.say(found.group(2)))
        : Formula.quoted(missing(new Formula.Missing(reason.replace("\"\"", "\""))));
  }

  String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), charts.format().locale()).format(arguments);
  }

  String unit(Unit unit) {
    return NumberForms.isShare(unit)
        ? (unit == Unit.SHARE ? "" : bundle.getString("unit.perYear"))
        : charts.unit(unit);
  }

  String kind(Evidence.Kind kind) {
    return bundle.getString("kind." + kind.name());
  }
}
