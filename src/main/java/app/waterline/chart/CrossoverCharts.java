package app.waterline.chart;

import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.plan.Crossing;
import app.waterline.engine.plan.Offer;
import app.waterline.engine.plan.SideBySide;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns the offers for a machine into lines over the utilization, and marks where they cross. */
public final class CrossoverCharts {
  private static final int POINTS = 40;
  private static final double LEAST = 0.02;

  private final SideBySide machine;
  private final ChartTexts texts;

  private CrossoverCharts(SideBySide machine, ChartTexts texts) {
    this.machine = machine;
    this.texts = texts;
  }

  /** A line for each way to come by the tokens; of those that rent, the cheapest. */
  public static LineChart of(SideBySide machine, ChartTexts texts) {
    return new CrossoverCharts(machine, texts).chart();
  }

  private LineChart chart() {
    List<Offer> offers = offers();
    List<Crossing> crossings = crossings(offers);
    List<LineChart.Series> series = new ArrayList<>();
    for (int index = 0; index < offers.size(); index++) {
      series.add(series(offers.get(index), index));
    }
    return new LineChart(
        crossings.isEmpty() ? cheapest(offers) : texts.say(crossings.getFirst().sentence()),
        texts.get("cross.subtitle", machine.machine().platform().name()),
        new Axis(texts.get("cross.x"), Unit.SHARE, Scale.LINEAR),
        new Axis(
            texts.name(Metric.COST_PER_MILLION_TOKENS), Unit.DOLLARS_PER_MILLION_TOKENS, Scale.LOG),
        series,
        crossings.stream().flatMap(crossing -> mark(crossing).stream()).toList(),
        null,
        crossings.stream().skip(1).map(Crossing::sentence).toList());
  }

  /** The machine's own offer, every other card's, and the cheapest list. */
  private List<Offer> offers() {
    List<Offer> offers = new ArrayList<>(machine.offers().stream()
        .filter(offer -> !offer.fromList() && hasCost(offer))
        .limit(5)
        .toList());
    machine.offers().stream()
        .filter(offer -> offer.fromList() && hasCost(offer))
        .min(Comparator.comparingDouble(this::cost))
        .ifPresent(offers::add);
    return offers;
  }

  private static boolean hasCost(Offer offer) {
    return offer.figures().of(Metric.COST_PER_MILLION_TOKENS) instanceof Explained;
  }

  private double cost(Offer offer) {
    return offer
        .figures()
        .of(Metric.COST_PER_MILLION_TOKENS)
        .figure()
        .map(Explained::value)
        .orElse(Double.NaN);
  }

  private List<Crossing> crossings(List<Offer> offers) {
    return machine.crossings().stream()
        .filter(each -> offers.contains(each.first()) && offers.contains(each.second()))
        .filter(each -> each.utilization() instanceof Explained)
        .toList();
  }

  private String cheapest(List<Offer> offers) {
    return offers.stream()
        .min(Comparator.comparingDouble(this::cost))
        .map(offer -> texts.get("cross.title.none", offer.name()))
        .orElse(texts.get("finding.none", texts.name(Metric.COST_PER_MILLION_TOKENS)));
  }

  private LineChart.Series series(Offer offer, int index) {
    String name = texts.get("stack.label", offer.name(), texts.get("way." + offer.way()));
    List<LineChart.Point> points = IntStream.rangeClosed(0, POINTS)
        .mapToDouble(step -> LEAST + (1 - LEAST) * step / POINTS)
        .boxed()
        .flatMap(share -> machine
            .costPerMillionTokens(offer, share)
            .figure()
            .map(cost -> new LineChart.Point(share, cost.value(), name))
            .stream())
        .toList();
    int color = offer.fromList()
        ? (machine.machine().platform().color() + index + 1) % 8
        : offer.figures().platform().color();
    return new LineChart.Series(
        name,
        texts.name(Metric.COST_PER_MILLION_TOKENS),
        color,
        LineChart.Role.ENVELOPE,
        LineChart.Marker.CIRCLE,
        points);
  }

  private Optional<LineChart.Mark> mark(Crossing crossing) {
    return crossing
        .utilization()
        .figure()
        .flatMap(share -> machine
            .costPerMillionTokens(crossing.first(), share.value())
            .figure()
            .map(cost -> new LineChart.Mark(
                share.value(), cost.value(), texts.format().number(share.value(), Unit.SHARE))));
  }
}
