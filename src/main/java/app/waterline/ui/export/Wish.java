package app.waterline.ui.export;

import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.deck.Aspect;
import app.waterline.export.deck.Deck;
import app.waterline.export.deck.DeckOptions;
import app.waterline.export.deck.SceneDeck;
import app.waterline.export.deck.Slide;
import app.waterline.export.deck.Storyboard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is to be written.
 *
 * @param kind of file
 * @param options what every kind takes from
 * @param scenes whether a deck shows the scenes instead of the usual slides
 * @param aspect shape of a deck's slides
 * @param titles of a deck's slides that somebody wrote anew, by the id of the slide
 * @param without ids of the slides that are left out
 * @param order ids of the slides in the order that somebody put them; empty for the usual order
 */
record Wish(
    ExportKind kind,
    ExportOptions options,
    boolean scenes,
    Aspect aspect,
    Map<String, String> titles,
    List<String> without,
    List<String> order) {
  Wish {
    titles = Map.copyOf(titles);
    without = List.copyOf(without);
    order = List.copyOf(order);
  }

  DeckOptions deckOptions() {
    return new DeckOptions(List.of(), options.template(), options.dark(), aspect, titles);
  }

  /** Every slide that there could be, in the chosen order. */
  Deck wholeDeck(Evaluation evaluation) {
    ChartTexts texts = texts(evaluation);
    Deck deck = scenes
        ? SceneDeck.of(evaluation, texts, titles)
        : new Storyboard(evaluation, texts).deck(deckOptions());
    return new Deck(deck.title(), deck.date(), inOrder(deck.slides()));
  }

  private List<Slide> inOrder(List<Slide> slides) {
    List<Slide> sorted = new ArrayList<>(slides);
    sorted.sort(Comparator.comparingInt(each -> {
      int place = order.indexOf(each.id());
      return place < 0 ? Integer.MAX_VALUE : place;
    }));
    return sorted;
  }

  /** The slides that are wanted. */
  Deck deck(Evaluation evaluation) {
    Deck whole = wholeDeck(evaluation);
    return new Deck(
        whole.title(),
        whole.date(),
        whole.slides().stream().filter(each -> !without.contains(each.id())).toList());
  }

  ChartTexts texts(Evaluation evaluation) {
    return options.texts(evaluation.workspace().currency().code());
  }
}
