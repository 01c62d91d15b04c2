package app.waterline.ui.palette;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds entries by a few letters: what fits best first, and of equals what was used last. */
public final class Finder {
  /** More than fit on any screen help nobody. */
  static final int MOST = 60;

  private static final int USED_LAST = 24;
  private static final int UNAVAILABLE = -60;
  private static final Pattern WITH_VALUE = Pattern.compile("(.*\\S)\\s+(\\S*\\d.*)");

  private final List<Candidate> candidates;
  private final List<String> used;

  private record Candidate(Entry entry, String folded) {}

  /**
   * An entry with the letters of its title that were meant.
   *
   * @param entry what was found
   * @param letters places in its title
   * @param score higher is better
   */
  public record Found(Entry entry, BitSet letters, int score) {}

  /**
   * @param entries everything there is, in the order for an empty query
   * @param used ids of what was used, the last one first
   */
  public Finder(List<Entry> entries, List<String> used) {
    this.candidates = entries.stream()
        .map(each -> new Candidate(each, Fuzzy.folded(each.title())))
        .toList();
    this.used = List.copyOf(used);
  }

  /** What the text means, the best first; everything, the used ones first, where there is none. */
  public List<Found> find(String text) {
    String query = Fuzzy.folded(text.strip());
    return query.isEmpty() ? all() : best(query, text.strip());
  }

  private List<Found> all() {
    return candidates.stream()
        .map(each -> new Found(each.entry(), new BitSet(), 0))
        .sorted(Comparator.comparingInt(each -> order(each.entry())))
        .limit(MOST)
        .toList();
  }

  private int order(Entry entry) {
    int place = used.indexOf(entry.id());
    return place < 0 ? used.size() : place;
  }

  private List<Found> best(String query, String text) {
    List<Found> found = new ArrayList<>(settings(text));
    List<Found> rest = new ArrayList<>();
    for (Candidate each : candidates) {
      Fuzzy.match(query, each.folded())
          .map(match -> new Found(each.entry(), match.letters(), score(each.entry(), match)))
          .ifPresent(rest::add);
    }
    rest.sort(Comparator.comparingInt(Found::score).reversed());
    found.addAll(rest);
    return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
  }

  private int score(Entry entry, Fuzzy.Match match) {
    int place = used.indexOf(entry.id());
    int habit = place < 0 ? 0 : Math.max(1, USED_LAST - place);
    return match.score() + habit + (entry.enabled() ? 0 : UNAVAILABLE);
  }

  /** "utilization 60" sets the inputs that its words mean. */
  private List<Found> settings(String text) {
    Matcher parts = WITH_VALUE.matcher(text);
    if (!parts.matches()) {
      return List.of();
    }
    String name = Fuzzy.folded(parts.group(1));
    return candidates.stream()
        .filter(each -> each.entry().setter() != null)
        .flatMap(each -> Fuzzy.match(name, each.folded())
            .flatMap(match -> setting(each.entry(), parts.group(2))
                .map(entry -> new Found(entry, new BitSet(), match.score())))
            .stream())
        .sorted(Comparator.comparingInt(Found::score).reversed())
        .limit(3)
        .toList();
  }

  private static Optional<Entry> setting(Entry input, String value) {
    Entry.Setter setter = input.setter();
    return setter == null ? Optional.empty() : setter.to(value);
  }
}
