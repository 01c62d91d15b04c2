package app.waterline.export.sheet;

import app.waterline.chart.ChartTexts;
import app.waterline.format.Bundles;
import app.waterline.model.Evidence;
import app.waterline.model.Unit;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * The words of the workbook.
 *
 * @param charts words that the screen uses too
 * @param bundle the workbook's own
 */
record Words(ChartTexts charts, ResourceBundle bundle) {
  static Words of(ChartTexts charts) {
    return new Words(charts, Bundles.of("app.waterline.export.sheet.texts", charts.language()));
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
