package app.waterline.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a GPU-hour or a million tokens costs, term on term, a bar for each way to come by it. As a
 * stacked bar chart the terms are its series and the bars its categories.
 *
 * @param title a sentence that states the finding
 * @param subtitle what was compared
 * @param axis what the bars measure; it begins at 0
 * @param terms what the costs are made of, in the order in which they are stacked
 * @param bars from the first to the last; those of one machine follow one another
 * @param notes what a reader must know beside it
 */
public record StackChart(
    String title, String subtitle, Axis axis, List<Term> terms, List<Bar> bars, List<String> notes)
    implements ChartSpec {
  /**
   * A part of the cost.
   *
   * @param name for example {@code energy}
   * @param token the name of its colour in the theme
   */
  public record Term(String name, String token) {}

  /**
   * One way to come by the tokens.
   *
   * @param machine the platform that runs, or that hosts
   * @param color the machine's place in the platform palette
   * @param name the offer
   * @param way rent, own, colocate or API, in words
   * @param parts those of its terms that it has
   * @param total what they add up to, or why there is no cost
   */
  public record Bar(
      String machine, int color, String name, String way, List<Part> parts, Datum total) {
    public Bar {
      parts = List.copyOf(parts);
    }

    /** Its part of a term, if it has one. */
    public Optional<Datum.Known> part(int term) {
      return parts.stream()
          .filter(each -> each.term() == term)
          .map(Part::amount)
          .findFirst();
    }
  }

  /**
   * A part of a bar.
   *
   * @param term its place among the terms
   * @param amount in the unit of the axis
   */
  public record Part(int term, Datum.Known amount) {}

  public StackChart {
    terms = List.copyOf(terms);
    bars = List.copyOf(bars);
    notes = List.copyOf(notes);
  }

  @Override
  public ChartSpec withoutWords() {
    return new StackChart("", "", axis, terms, bars, List.of());
  }

  @Override
  public String describe(ChartTexts texts) {
    String all = bars.stream().map(bar -> describe(bar, texts)).collect(Collectors.joining("; "));
    List<String> sentences = new ArrayList<>();
    sentences.add(title);
    sentences.add(texts.get("describe.bars", axis.name(), texts.unit(axis.unit()), all));
    sentences.addAll(notes);
    return String.join(". ", sentences);
  }

  private String describe(Bar bar, ChartTexts texts) {
    return switch (bar.total()) {
      case Datum.Known known ->
        texts.get(
            "stack.describe",
            bar.name(),
            bar.way(),
            known.label(),
            texts.quality(known.quality()),
            parts(bar));
      case Datum.Missing missing -> "%s %s".formatted(bar.name(), texts.missing(missing.reason()));
    };
  }

  private String parts(Bar bar) {
    return bar.parts().stream()
        .map(part ->
            "%s %s".formatted(terms.get(part.term()).name(), part.amount().label()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public DataTable table(ChartTexts texts) {
    Stream<String> before =
        Stream.of(texts.get("table.platform"), texts.get("stack.offer"), texts.get("stack.way"));
    Stream<String> amounts = terms.stream().map(term -> texts.heading(term.name(), axis.unit()));
    Stream<String> after =
        Stream.of(texts.heading(axis.name(), axis.unit()), texts.get("table.quality"));
    return new DataTable(
        Stream.of(before, amounts, after).flatMap(each -> each).toList(),
        bars.stream().map(bar -> row(bar, texts)).toList());
  }

  private List<String> row(Bar bar, ChartTexts texts) {
    List<String> cells = new ArrayList<>(List.of(bar.machine(), bar.name(), bar.way()));
    for (int term = 0; term < terms.size(); term++) {
      cells.add(bar.part(term)
          .map(each -> texts.format().field(each.value(), axis.unit()))
          .orElse(texts.get("stack.none")));
    }
    switch (bar.total()) {
      case Datum.Known known -> {
        cells.add(texts.format().field(known.value(), axis.unit()));
        cells.add(texts.quality(known.quality()));
      }
      case Datum.Missing missing -> {
        cells.add(texts.missing(missing.reason()));
        cells.add("");
      }
    }
    return cells;
  }
}
