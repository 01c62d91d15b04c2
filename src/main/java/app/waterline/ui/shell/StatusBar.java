package app.waterline.ui.shell;

import app.waterline.engine.Evaluation;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.Assumptions;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line on the state of the document, and what the marks on figures mean. */
final class StatusBar extends HBox {
  private final Label state = new Label();

  StatusBar(Session session, Texts texts) {
    getStyleClass().add("status-bar");
    state.setId("status");
    Label legend = new Label(texts.get("status.legend"));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    getChildren().addAll(state, spring, legend);
    session.evaluation().subscribe(figures -> state.setText(line(figures, session, texts)));
    session
        .notice()
        .subscribe(notice -> state.setText(line(session.evaluation().get(), session, texts)));
  }

  private static String line(Evaluation figures, Session session, Texts texts) {
    String millis = String.format(
        Locale.getDefault(Locale.Category.FORMAT), "%.1f", session.evaluationNanos() / 1e6);
    int assumed = Assumptions.count(figures);
    return Stream.of(
            session.notice().get(),
            Optional.of(texts.get("status.platforms", figures.platforms().size())),
            Optional.of(texts.get("status.recalculated", millis)),
            Optional.of(texts.get("status.assumed", assumed)).filter(text -> assumed > 0))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }
}
