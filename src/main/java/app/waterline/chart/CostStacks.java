package app.waterline.chart;

import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.engine.plan.Offer;
import app.waterline.engine.plan.SideBySide;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns rent, own, colocate and API side by side into stacked bars. */
public final class CostStacks {
  /** Every term of a cost with its colour, in the order in which they are stacked. */
  private static final List<Map.Entry<String, String>> TERMS = List.of(
      Map.entry("capital", "term-capital"),
      Map.entry("facility", "term-facility"),
      Map.entry("colocation", "term-colocation"),
      Map.entry("maintenance", "term-maintenance"),
      Map.entry("staff and software", "term-staff"),
      Map.entry("energy", "term-energy"),
      Map.entry("rent", "term-rent"),
      Map.entry("API", "term-api"));

  private static final int MOST_LISTS = 3;

  private final List<SideBySide> machines;
  private final Metric metric;
  private final ChartTexts texts;

  private CostStacks(List<SideBySide> machines, Metric metric, ChartTexts texts) {
    this.machines = machines;
    this.metric = metric;
    this.texts = texts;
  }

  /** What a GPU-hour costs. */
  public static StackChart perGpuHour(List<SideBySide> machines, ChartTexts texts) {
    return new CostStacks(machines, Metric.COST_PER_GPU_HOUR, texts).chart();
  }

  /** What a million tokens costs. */
  public static StackChart perMillionTokens(List<SideBySide> machines, ChartTexts texts) {
    return new CostStacks(machines, Metric.COST_PER_MILLION_TOKENS, texts).chart();
  }

  private record Placed(SideBySide machine, Offer offer) {}

  private StackChart chart() {
    List<String> notes = new ArrayList<>();
    List<Placed> offers =
        machines.stream().flatMap(machine -> fewer(machine, notes).stream()).toList();
    List<String> used = used(offers);
    return new StackChart(
        title(offers),
        subtitle(),
        new Axis(texts.name(metric), metric.unit(), Scale.LINEAR),
        TERMS.stream()
            .filter(term -> used.contains(term.getKey()))
            .map(term -> new StackChart.Term(texts.say(term.getKey()), term.getValue()))
            .toList(),
        offers.stream().map(placed -> bar(placed, used)).toList(),
        notes);
  }

  /** Of many price lists the cheapest and the dearest, and a note on how many lie between. */
  private List<Placed> fewer(SideBySide machine, List<String> notes) {
    List<Placed> all =
        machine.offers().stream().map(offer -> new Placed(machine, offer)).toList();
    List<Placed> lists = all.stream()
        .filter(placed -> placed.offer().fromList())
        .sorted(Comparator.comparingDouble(this::cost))
        .toList();
    if (lists.size() <= MOST_LISTS) {
      return all;
    }
    List<Placed> between = lists.subList(1, lists.size() - 1);
    notes.add(texts.get("stack.between", machine.machine().platform().name(), between.size()));
    return all.stream().filter(placed -> !between.contains(placed)).toList();
  }

  private List<String> used(List<Placed> offers) {
    List<String> named = offers.stream()
        .flatMap(placed -> placed.offer().stack().stream())
        .filter(part -> amount(part) instanceof Explained)
        .map(Offer.Part::name)
        .toList();
    return TERMS.stream().map(Map.Entry::getKey).filter(named::contains).toList();
  }

  private Result amount(Offer.Part part) {
    return metric == Metric.COST_PER_GPU_HOUR ? part.perGpuHour() : part.perMillionTokens();
  }

  private StackChart.Bar bar(Placed placed, List<String> used) {
    Platform machine = placed.machine().machine().platform();
    Offer offer = placed.offer();
    Datum total = switch (offer.figures().of(metric)) {
      case Explained figure -> known(figure);
      case NotAvailable missing -> new Datum.Missing(missing.reason());
    };
    return new StackChart.Bar(
        machine.name(),
        machine.color(),
        offer.name(),
        texts.get("way." + offer.way()),
        offer.stack().stream().flatMap(part -> part(part, used)).toList(),
        total);
  }

  private Stream<StackChart.Part> part(Offer.Part part, List<String> used) {
    return amount(part).figure().stream()
        .filter(figure -> figure.value() != 0)
        .map(figure -> new StackChart.Part(used.indexOf(part.name()), known(figure)));
  }

  private Datum.Known known(Explained figure) {
    return new Datum.Known(
        figure.value(), texts.format().number(figure.value(), metric.unit()), figure.quality());
  }

  private String title(List<Placed> offers) {
    List<Placed> ranked = offers.stream()
        .filter(placed -> placed.offer().figures().of(metric) instanceof Explained)
        .sorted(Comparator.comparingDouble(this::cost))
        .toList();
    if (ranked.isEmpty()) {
      return texts.get("finding.none", texts.name(metric));
    }
    Placed best = ranked.getFirst();
    String cost = texts.format().format(cost(best), metric.unit());
    if (ranked.size() == 1) {
      return texts.get("stack.title.one", named(best), cost);
    }
    Placed worst = ranked.getLast();
    return texts.get(
        "stack.title",
        named(best),
        cost,
        texts.format().ratio(cost(worst) / cost(best)),
        named(worst));
  }

  private double cost(Placed placed) {
    return placed.offer().figures().of(metric).figure().map(Explained::value).orElse(Double.NaN);
  }

  private String named(Placed placed) {
    String machine = placed.machine().machine().platform().name();
    String offer = placed.offer().name();
    if (placed.offer().way() == Offer.Way.API) {
      return offer;
    }
    String way = texts.get("way." + placed.offer().way());
    return offer.equals(machine)
        ? texts.get("stack.named", machine, way)
        : texts.get("stack.namedFrom", machine, way, offer);
  }

  private String subtitle() {
    List<String> parts = new ArrayList<>();
    parts.add(texts.get("stack.same." + metric.key()));
    machines.stream()
        .map(each -> texts.format().number(each.scenario().utilization(), Unit.SHARE))
        .distinct()
        .reduce((one, other) -> one + " / " + other)
        .ifPresent(shares -> parts.add(texts.get("subtitle.utilization", shares)));
    return String.join(" · ", parts);
  }
}
