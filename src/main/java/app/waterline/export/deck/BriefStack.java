package app.waterline.export.deck;

import app.waterline.chart.Datum;
import app.waterline.chart.StackChart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Stacked costs with no more bars than a slide has room for; what is left out is said beside them. */
record BriefStack(StackChart all, DeckTexts texts) {
  private static final int MOST = 12;

  StackChart chart() {
    List<StackChart.Bar> known =
        all.bars().stream().filter(bar -> bar.total() instanceof Datum.Known).toList();
    List<StackChart.Bar> shown = known.size() <= MOST ? known : cheapest(known);
    List<String> notes = new ArrayList<>();
    if (shown.size() < known.size()) {
      notes.add(texts.get("stack.cheapest", shown.size(), known.size()));
    }
    notes.addAll(missing());
    notes.addAll(all.notes());
    return new StackChart(
        all.title(),
        all.subtitle(),
        all.axis(),
        all.terms(),
        shown.isEmpty() ? all.bars() : shown,
        notes);
  }

  /** The cheapest way to have each machine. */
  private static List<StackChart.Bar> cheapest(List<StackChart.Bar> bars) {
    return bars.stream()
        .filter(bar -> bars.stream()
            .filter(other -> other.machine().equals(bar.machine()))
            .allMatch(other -> total(bar) <= total(other)))
        .toList();
  }

  private static double total(StackChart.Bar bar) {
    return bar.total() instanceof Datum.Known known ? known.value() : Double.POSITIVE_INFINITY;
  }

  /** An offer that stands beside every machine is missing once. */
  private Set<String> missing() {
    Set<String> said = new LinkedHashSet<>();
    for (StackChart.Bar bar : all.bars()) {
      if (bar.total() instanceof Datum.Missing missing) {
        said.add(texts.get("table.note", bar.name(), texts.charts().missing(missing.reason())));
      }
    }
    return said;
  }
}
