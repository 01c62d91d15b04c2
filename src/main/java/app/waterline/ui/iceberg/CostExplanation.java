package app.waterline.ui.iceberg;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.CardTools;
import app.waterline.ui.control.Explanation;
import java.util.Optional;
import javafx.scene.Node;

/** Where the cost under a berg comes from. */
record CostExplanation(Session session, Explanation explanation, Texts texts)
    implements IcebergPlot.Costs {
  @Override
  public String spoken(String platform) {
    Evaluation evaluation = session.evaluation().get();
    String name = evaluation
        .workspace()
        .platform(platform)
        .map(app.waterline.model.Platform::name)
        .orElse(platform);
    return cost(platform)
        .map(cost ->
            texts.get("iceberg.cost", name, session.format().format(cost.value(), cost.unit())))
        .orElse(name);
  }

  @Override
  public void open(Node owner, String platform) {
    cost(platform)
        .ifPresent(cost -> explanation.show(owner, cost, CardTools.links(session, platform)));
  }

  private Optional<Explained> cost(String platform) {
    Evaluation evaluation = session.evaluation().get();
    return evaluation.platforms().stream()
        .filter(each -> each.platform().id().equals(platform))
        .findFirst()
        .flatMap(each -> each.of(evaluation.headline()).figure());
  }
}
