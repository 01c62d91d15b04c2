package app.waterline.ui.snapshot;

import app.waterline.chart.ChartTexts;
import app.waterline.document.Difference;
import app.waterline.document.Effect;
import app.waterline.document.Effects;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.model.Snapshot;
import app.waterline.model.Unit;
import app.waterline.ui.DifferenceWords;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Scrolling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What differs from A to B: the inputs by what each does alone, and the results, the largest first. */
public final class DifferencesSheet extends VBox {
  private final Session session;
  private final Texts texts;
  private final ChartTexts names;
  private final DifferenceWords words;
  private final Evaluator evaluator = new Evaluator();
  private final Runnable close;
  private final Label title = new Label();
  private final VBox content = new VBox();
  private final Subscription subscription;

  /** A figure of a platform in both states. */
  private record Moved(String platform, Metric metric, Result from, Result to) {
    private double then() {
      return from.figure().map(Explained::value).orElse(Double.NaN);
    }

    private double now() {
      return to.figure().map(Explained::value).orElse(Double.NaN);
    }

    /** Whether both states have the figure. */
    boolean inBoth() {
      return from.figure().isPresent() && to.figure().isPresent();
    }

    /** to ÷ from; NaN where there is no such thing: one is missing, or a margin is not above 0. */
    double ratio() {
      return then() > 0 && now() > 0 ? now() / then() : Double.NaN;
    }

    double size() {
      if (!inBoth()) {
        return Double.POSITIVE_INFINITY;
      }
      return Double.isNaN(ratio()) ? Math.abs(now() - then()) : Math.abs(Math.log(ratio()));
    }

    /** Better, worse, or neither where one is missing. */
    String style() {
      boolean lower = metric.better() == Metric.Better.LOWER;
      return !inBoth()
          ? "standing-unknown"
          : (now() < then()) == lower ? "standing-better" : "standing-worse";
    }
  }

  /**
   * @param session the two states
   * @param texts {@code textsSnapshot}
   * @param close puts the sheet away
   */
  public DifferencesSheet(Session session, Texts texts, Runnable close) {
    this.session = session;
    this.texts = texts;
    this.close = close;
    this.names = new ChartTexts(session.format(), texts.locale());
    this.words = new DifferenceWords(session.format(), texts.locale());
    getStyleClass().addAll("editor-sheet", "differences-sheet");
    setId("differences");
    content.getStyleClass().add("editor-content");
    ScrollPane scroll = Scrolling.round(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("side-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    subscription = session
        .evaluation()
        .subscribe(evaluation -> show())
        .and(session.compared().subscribe(compared -> show()));
  }

  /** Stops following the session. */
  public void release() {
    subscription.unsubscribe();
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
      event.consume();
    }
  }

  private HBox head() {
    title.getStyleClass().add("editor-title");
    title.setMinWidth(0);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Button done = new Button(texts.get("sheet.close"));
    done.setId("close-differences");
    done.setMinWidth(Region.USE_PREF_SIZE);
    done.setOnAction(event -> close.run());
    HBox head = new HBox(title, spring, done);
    head.getStyleClass().add("editor-head");
    return head;
  }

  private void show() {
    content.getChildren().clear();
    Optional<Snapshot> compared = session.compared().get();
    title.setText(
        compared.map(each -> texts.get("differences.title", each.name())).orElse(""));
    session.counterpart().ifPresent(other -> {
      boolean back = session.looksBack().get();
      Evaluation shown = session.evaluation().get();
      show(back ? shown : other, back ? other : shown);
    });
  }

  private void show(Evaluation from, Evaluation to) {
    List<Effect> effects = Effects.between(from.workspace(), to.workspace(), evaluator);
    List<Moved> moved = moved(from, to);
    if (effects.isEmpty()) {
      content.getChildren().add(muted(texts.get("differences.none")));
      return;
    }
    section("differences.inputs", effects.stream().map(this::row).toList());
    content.getChildren().add(muted(texts.get("differences.alone")));
    section("differences.results", moved.stream().map(this::row).toList());
    if (moved.isEmpty()) {
      content.getChildren().add(muted(texts.get("differences.noResults")));
    }
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("snapshot-hint");
    return label;
  }

  private void section(String key, List<Region> rows) {
    if (!rows.isEmpty()) {
      Label head = new Label(texts.get(key));
      head.getStyleClass().add("panel-title");
      VBox section = new VBox(head);
      section.getStyleClass().add("differences-section");
      section.getChildren().addAll(rows);
      content.getChildren().add(section);
    }
  }

  private Region row(Effect effect) {
    String subject =
        String.join("\n", effect.differences().stream().map(words::subject).toList());
    String change =
        String.join("\n", effect.differences().stream().map(words::change).toList());
    String reach = effect
        .reach()
        .map(each -> texts.get("differences.on", each.platform()))
        .orElseGet(() -> texts.get(
            effect.differences().stream().allMatch(Difference::isRange)
                ? "differences.rangeOnly"
                : "differences.noEffect"));
    double ratio = effect.reach().map(Effect.Reach::ratio).orElse(1.0);
    String move = effect.reach().isEmpty() ? "" : move(ratio);
    return row(subject, change, move, style(ratio), reach);
  }

  private Region row(Moved moved) {
    return row(
        moved.platform() + " · " + names.name(moved.metric()),
        shown(moved.from(), moved.metric()) + " → " + shown(moved.to(), moved.metric()),
        moved.inBoth() && Double.isNaN(moved.ratio())
            ? moved.now() > moved.then() ? "▲" : "▼"
            : move(moved.ratio()),
        moved.style(),
        "");
  }

  private String shown(Result result, Metric metric) {
    return switch (result) {
      case Explained known -> names.format().format(known.value(), metric.unit());
      case NotAvailable missing -> names.missing(missing.reason());
    };
  }

  private String move(double ratio) {
    if (Double.isNaN(ratio)) {
      return texts.get("differences.lost");
    }
    String sign = ratio > 1 ? "▲ " : "▼ ";
    return ratio >= 0.5 && ratio <= 2
        ? sign + names.format().number(Math.abs(ratio - 1), Unit.SHARE)
        : sign + names.format().comparison(ratio);
  }

  /** Of a cost. */
  private static String style(double ratio) {
    return Double.isNaN(ratio) || ratio == 1
        ? "standing-unknown"
        : ratio < 1 ? "standing-better" : "standing-worse";
  }

  private static Region row(String subject, String change, String move, String style, String on) {
    Label what = new Label(subject);
    what.getStyleClass().add("differences-subject");
    Label how = new Label(change);
    how.getStyleClass().add("differences-change");
    Stream.of(what, how).forEach(each -> {
      each.setWrapText(true);
      each.setMinHeight(Region.USE_PREF_SIZE);
    });
    VBox left = new VBox(what, how);
    HBox.setHgrow(left, Priority.ALWAYS);
    Label much = new Label(move);
    much.getStyleClass().addAll("differences-move", style);
    Label where = new Label(on);
    where.getStyleClass().add("snapshot-hint");
    VBox right = new VBox(much, where);
    right.getStyleClass().add("differences-effect");
    right.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(left, right);
    row.getStyleClass().add("differences-row");
    row.setFocusTraversable(true);
    row.setAccessibleText(String.join(", ", subject, change, move, on));
    return row;
  }

  private List<Moved> moved(Evaluation from, Evaluation to) {
    List<Moved> moved = new ArrayList<>();
    for (PlatformEvaluation now : to.platforms()) {
      from.platforms().stream()
          .filter(each -> each.platform().id().equals(now.platform().id()))
          .findFirst()
          .ifPresent(then -> Stream.of(Metric.values())
              .map(metric ->
                  new Moved(now.platform().name(), metric, then.of(metric), now.of(metric)))
              .filter(each ->
                  !shown(each.from(), each.metric()).equals(shown(each.to(), each.metric())))
              .forEach(moved::add));
    }
    moved.sort(Comparator.comparingDouble(Moved::size).reversed());
    return moved;
  }
}
