package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.why.Bridge;
import app.waterline.engine.why.Decomposition;
import app.waterline.engine.why.Share;
import app.waterline.model.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a decomposition of cost into the bridge from one platform to the other. */
public final class WaterfallCharts {
  /** A step that moves the cost by less than this share of it cannot be seen, and a note names it. */
  private static final double UNSEEN = 5e-4;

  private WaterfallCharts() {}

  /**
   * The bridge of a decomposition.
   *
   * @param why a decomposition of {@link Decomposition.Subject#COST}
   * @param evaluation what was decomposed
   */
  public static WaterfallChart of(Decomposition why, Evaluation evaluation, ChartTexts texts) {
    Metric metric = evaluation.headline();
    Bridge bridge = Bridge.of(why);
    List<WaterfallChart.Step> steps = new ArrayList<>();
    for (Share share : drawn(why)) {
      double amount = bridge.steps().get(why.shares().indexOf(share)).amount();
      steps.add(step(share, amount, metric, texts));
    }
    WaterfallChart.Total from =
        total(evaluation, why.baseline(), why.baselineFigure(), metric, texts);
    WaterfallChart.Total to =
        total(evaluation, why.candidate(), why.candidateFigure(), metric, texts);
    return new WaterfallChart(
        title(from, to, steps, texts),
        subtitle(evaluation, metric, from, to, texts),
        new Axis(texts.name(metric), metric.unit(), Scale.LINEAR),
        from,
        steps,
        to,
        notes(why, texts));
  }

  private static List<String> notes(Decomposition why, ChartTexts texts) {
    String level = why.shares().stream()
        .filter(share -> !drawn(why).contains(share))
        .map(share -> texts.brief(share.driver()))
        .collect(Collectors.joining(", "));
    String method = texts.get("waterfall.method");
    return level.isEmpty() ? List.of(method) : List.of(texts.get("iceberg.level", level), method);
  }

  /** The shares that have a step, in their order. */
  public static List<Share> drawn(Decomposition why) {
    return why.shares().stream().filter(share -> Math.abs(share.ln()) > UNSEEN).toList();
  }

  private static WaterfallChart.Step step(
      Share share, double amount, Metric metric, ChartTexts texts) {
    String number = texts.format().number(amount, metric.unit());
    double factor = share.factor();
    return new WaterfallChart.Step(
        texts.brief(share.driver()),
        factor >= 1
            ? texts.get("waterfall.better", texts.format().ratio(factor))
            : texts.get("waterfall.worse", texts.format().ratio(1 / factor)),
        factor >= 1,
        new Datum.Known(amount, (amount < 0 ? "" : "+") + number, share.quality()));
  }

  private static WaterfallChart.Total total(
      Evaluation evaluation, String id, Explained figure, Metric metric, ChartTexts texts) {
    Platform platform = evaluation.workspace().platform(id).orElseThrow();
    return new WaterfallChart.Total(
        platform.name(),
        platform.color(),
        new Datum.Known(
            figure.value(),
            texts.format().number(figure.value(), metric.unit()),
            figure.quality()));
  }

  private static String title(
      WaterfallChart.Total from,
      WaterfallChart.Total to,
      List<WaterfallChart.Step> steps,
      ChartTexts texts) {
    boolean cheaper = to.figure().value() < from.figure().value();
    Comparator<WaterfallChart.Step> byAmount =
        Comparator.comparingDouble(step -> step.amount().value());
    Optional<WaterfallChart.Step> largest = steps.stream()
        .filter(step -> step.better() == cheaper)
        .max(cheaper ? byAmount.reversed() : byAmount);
    return largest
        .map(step -> texts.get(
            cheaper ? "waterfall.title.less" : "waterfall.title.more",
            from.figure().label(),
            to.figure().label(),
            step.name(),
            step.amount().label().substring(1)))
        .orElseGet(() -> texts.get(
            "waterfall.title.level", to.name(), from.name(), to.figure().label()));
  }

  private static String subtitle(
      Evaluation evaluation,
      Metric metric,
      WaterfallChart.Total from,
      WaterfallChart.Total to,
      ChartTexts texts) {
    String what = texts.get("waterfall.subtitle", texts.name(metric), from.name(), to.name());
    String model =
        Objects.requireNonNullElse(evaluation.workspace().scenario().workload().model(), "");
    return String.join(
        " · ", Stream.of(what, model).filter(part -> !part.isEmpty()).toList());
  }
}
