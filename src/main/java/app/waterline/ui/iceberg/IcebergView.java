package app.waterline.ui.iceberg;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.IcebergChart;
import app.waterline.chart.IcebergCharts;
import app.waterline.chart.Switching;
import app.waterline.engine.Evaluation;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Platform;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.chart.ChartCanvas;
import app.waterline.ui.chart.ChartLook;
import app.waterline.ui.control.EmptyState;
import app.waterline.ui.control.Explanation;
import app.waterline.ui.control.InPlace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The Iceberg view. */
public final class IcebergView implements View {
  private final Session session;
  private final Texts texts;
  private final ChartTexts names;
  private final ChartLook look;
  private final BooleanSupplier still;
  private final IcebergPlot plot;
  private final Node empty;
  private final StackPane root = new StackPane();
  private Subscription themes = Subscription.EMPTY;
  private boolean following;
  private @Nullable Evaluation shown;
  private @Nullable IcebergChart goal;
  private @Nullable Melting melting;

  /**
   * @param session theme and formats
   * @param language of the words
   */
  public IcebergView(Session session, Locale language) {
    this(session, language, session.still()::get);
  }

  /**
   * @param still whether nothing may move
   */
  IcebergView(Session session, Locale language, BooleanSupplier still) {
    this.session = session;
    this.still = still;
    this.texts = Texts.of("textsIceberg", language);
    this.names = new ChartTexts(session.format(), language);
    this.look = ChartLook.of(names);
    Switching switching = new Switching(names);
    this.plot = new IcebergPlot(
        new ChartCanvas(look.light(), words()),
        new LayerCard(
            texts,
            names,
            (platform, layer) -> switching.otherWay(session.evaluation().get(), platform, layer)),
        new CostExplanation(
            session, new Explanation(session.format(), Texts.of("texts", language)), texts));
    plot.canvas().pointsOut(session.pointing());
    this.empty = new EmptyState(texts.get("iceberg.empty"), texts.get("iceberg.emptyRemedy"))
        .offering(Texts.of("texts", language), "edit.addPlatform", "file.openSample");
    root.getStyleClass().add("iceberg-view");
    root.getStylesheets()
        .add(Objects.requireNonNull(
                IcebergView.class.getResource("/app/waterline/assets/theme/iceberg.css"))
            .toExternalForm());
  }

  private ChartCanvas.Words words() {
    return new ChartCanvas.Words(
        texts.get("chart.showAsTable"),
        texts.get("chart.showAsChart"),
        texts.get("chart.copyData"),
        texts.get("chart.copyImage"));
  }

  @Override
  public String id() {
    return "iceberg";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public boolean showsRanges() {
    return true;
  }

  @Override
  public void show(Evaluation evaluation) {
    boolean fresh = !following;
    follow();
    Evaluation before = shown;
    shown = evaluation;
    Node content = evaluation.platforms().isEmpty() ? empty : plot;
    InPlace.set(root.getChildren(), List.of(content));
    if (!evaluation.platforms().isEmpty()) {
      boolean switched = before != null && isSwitched(before, evaluation);
      IcebergChart next =
          inPlace(IcebergCharts.of(evaluation, names, session.bands().get()));
      Melting running = melting;
      if (running != null && running.isRunning() && evaluation.equals(before)) {
        goal = kept(before, next);
        running.endsWith(goal);
      } else {
        lead(switched ? inTheScaleOf(goal, next) : kept(before, next), switched && !fresh);
      }
    }
  }

  /** Ranges that are still to come keep their place, so that nothing moves when they do. */
  private IcebergChart inPlace(IcebergChart next) {
    IcebergChart last = goal;
    return last != null && session.awaitsBands() && session.bands().get().isEmpty()
        ? next.keepingRangesOf(last)
        : next;
  }

  /** Ice that melts leaves the scale as it is, so that the figure under it rises. */
  private static IcebergChart inTheScaleOf(@Nullable IcebergChart last, IcebergChart next) {
    return last == null ? next : next.withRoom(Math.max(last.room(), last.depth()));
  }

  /** The scale outlasts a change of the scenario, but not of the platforms. */
  private IcebergChart kept(@Nullable Evaluation before, IcebergChart next) {
    IcebergChart last = goal;
    boolean same = before != null
        && shown != null
        && switches(before.workspace()).equals(switches(shown.workspace()));
    return last == null || !same ? next : next.withRoom(last.room());
  }

  private void follow() {
    if (!following) {
      following = true;
      themes = session.theme().subscribe(theme -> plot.canvas().use(look.in(theme)));
    }
  }

  /** From what is on the screen now, wherever an earlier movement has got to. */
  private void lead(IcebergChart next, boolean moves) {
    if (next.equals(goal)) {
      return;
    }
    goal = next;
    stop();
    IcebergChart now = plot.canvas().shown().map(IcebergChart.class::cast).orElse(next);
    if (moves && !still.getAsBoolean()) {
      melting = new Melting(now, next, plot::show);
      melting.play();
    } else {
      plot.show(next);
    }
  }

  private void stop() {
    Melting running = melting;
    if (running != null) {
      running.stop();
      melting = null;
    }
  }

  /** Whether the same platforms are shown with other capabilities; a dragged slider moves by itself. */
  private static boolean isSwitched(Evaluation before, Evaluation after) {
    Map<String, List<Capability>> old = switches(before.workspace());
    Map<String, List<Capability>> now = switches(after.workspace());
    return old.keySet().equals(now.keySet()) && !old.equals(now);
  }

  private static Map<String, List<Capability>> switches(Workspace workspace) {
    return workspace.platforms().stream()
        .collect(Collectors.toMap(
            Platform::id, IcebergView::switchedOff, (one, other) -> one, TreeMap::new));
  }

  private static List<Capability> switchedOff(Platform platform) {
    return platform.stack().entrySet().stream()
        .filter(each -> isOff(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isOff(CapabilityState state) {
    return !state.on();
  }

  @Override
  public void hidden() {
    themes.unsubscribe();
    following = false;
    stop();
    IcebergChart last = goal;
    if (last != null) {
      plot.show(last);
    }
  }
}
