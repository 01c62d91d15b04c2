package app.waterline.ui.whatif;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import java.util.LinkedHashMap;
import java.util.Map;

/** The choice of the figure that is watched; at first the headline cost. */
final class Metrics {
  private final Tools tools;
  private final Choice choice;

  Metrics(String id, Tools tools) {
    this.tools = tools;
    this.choice =
        new Choice(id, tools.texts().get("choice.outcome"), tools.session().choices());
  }

  Choice choice() {
    return choice;
  }

  void offer(Evaluation evaluation) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      String name = tools.names().name(metric);
      names.put(metric.key(), Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
    choice.offer(names, evaluation.headline().key());
  }

  Metric chosen(Evaluation evaluation) {
    return choice.chosen().flatMap(Metric::ofKey).orElse(evaluation.headline());
  }
}
