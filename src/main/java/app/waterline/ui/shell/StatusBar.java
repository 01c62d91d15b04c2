package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.Assumptions;
import app.waterline.ui.control.InPlace;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line on the state of the document, and what the marks on figures mean. */
final class StatusBar extends HBox {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Less than this leaves no room for the legend. */
  private static final double NARROW = 800;

  private final Label alarm = new Label();
  private final Label state = new Label();
  private final Hyperlink assumptions = new Hyperlink();
  private final Session session;
  private final WorkspaceFiles files;
  private final Texts safety;
  private final Texts texts;

  /**
   * @param evidence opens what every figure rests on
   */
  StatusBar(
      Session session,
      WorkspaceFiles files,
      RecoveryWatch recovery,
      Texts texts,
      Runnable evidence) {
    this.session = session;
    this.files = files;
    this.safety = Texts.of("textsSafe", texts.locale());
    this.texts = texts;
    getStyleClass().add("status-bar");
    state.setId("status");
    assumptions.setId("status-assumed");
    assumptions.getStyleClass().add("link-button");
    assumptions.setMinWidth(Region.USE_PREF_SIZE);
    assumptions.setOnAction(event -> evidence.run());
    Label legend = new Label(texts.get("status.legend"));
    legend.setMinWidth(Region.USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    alarm.setId("status-recovery");
    alarm.getStyleClass().add("status-alarm");
    alarm.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(alarm, state, assumptions, spring, legend);
    state.setWrapText(true);
    widthProperty().subscribe(width -> {
      legend.setVisible(width.doubleValue() >= NARROW);
      legend.setManaged(legend.isVisible());
    });
    session.settled().subscribe(figures -> show());
    session.notice().subscribe(notice -> show());
    files.state().subscribe(saved -> show());
    recovery.trouble().subscribe(this::alarm);
  }

  /** What must not be overlooked stands first, in the colour of errors. */
  private void alarm(Optional<String> trouble) {
    alarm.setText(trouble
        .map(reason ->
            "⚠ " + safety.get("recovery.failed", session.format().phrases().say(reason)))
        .orElse(""));
    InPlace.show(alarm, trouble.isPresent(), false);
  }

  private void show() {
    int platforms = session.evaluation().get().platforms().size();
    int assumed = Assumptions.count(session.evaluation().get());
    state.setText(Stream.of(
            session.notice().get(),
            Optional.of(texts.get("status.platforms", platforms)),
            Optional.of(texts.get("status.recalculated", millis())),
            files
                .state()
                .get()
                .saved()
                .map(time -> texts.get("status.saved", clock().format(time))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · ", "", assumed > 0 ? " ·" : "")));
    assumptions.setText(texts.get("status.assumed", assumed));
    InPlace.show(assumptions, assumed > 0, false);
  }

  private String millis() {
    return String.format(
        session.format().locale(), "%.1f", session.evaluationNanos() / NANOS_PER_MILLI);
  }

  private DateTimeFormatter clock() {
    Locale locale = session.format().locale();
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
  }
}
