package app.waterline.export.nativechart;

import app.waterline.chart.ChartTexts;
import app.waterline.format.Bundles;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The words of native charts that their descriptions do not bring along. */
record Words(ChartTexts texts) {
  String get(String key, Object... arguments) {
    ResourceBundle bundle = Bundles.of("app.waterline.export.nativechart.texts", texts.language());
    return new MessageFormat(bundle.getString(key), texts.format().locale()).format(arguments);
  }
}
