package app.waterline.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinderTest {
  private final List<String> done = new ArrayList<>();

  private Entry entry(String title) {
    return new Entry(title, Entry.Kind.ACTION, title, "", "", true, null, () -> done.add(title));
  }

  private Entry input(String title) {
    return new Entry(
        title,
        Entry.Kind.INPUT,
        title,
        "",
        "",
        true,
        typed -> typed.equals("60") ? Optional.of(entry("Set " + title)) : Optional.empty(),
        () -> done.add(title));
  }

  private Finder finder(List<String> used) {
    return new Finder(
        List.of(
            entry("New workspace"),
            entry("Open…"),
            entry("Save as…"),
            entry("Export tokens"),
            entry("GB300 NVL72, Memory bandwidth"),
            entry("Prévoir l’énergie"),
            input("Utilization"),
            input("Power price")),
        used);
  }

  private static List<String> titles(List<Finder.Found> found) {
    return found.stream().map(each -> each.entry().title()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "util, Utilization",
    "UTIL, Utilization",
    "pp, Power price",
    "price power, Power price",
    "nw, New workspace",
    "gb band, 'GB300 NVL72, Memory bandwidth'",
    "mbw, 'GB300 NVL72, Memory bandwidth'",
    "energie, Prévoir l’énergie",
    "tok, Export tokens"
  })
  void aFewLettersFindIt(String typed, String first) {
    assertThat(titles(finder(List.of()).find(typed))).first().isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz", "zu", "Utilizations"})
  void whatIsNotMeantIsNotFound(String typed) {
    assertThat(finder(List.of()).find(typed)).isEmpty();
  }

  @Test
  void withoutLettersWhatWasUsedLastStandsFirstAndAllIsThere() {
    List<String> found =
        titles(finder(List.of("Power price", "Save as…", "gone")).find(" "));
    assertThat(found).startsWith("Power price", "Save as…", "New workspace").hasSize(8);
  }

  @Test
  void ofEqualsTheUsedOneIsFirst() {
    Finder finder = new Finder(List.of(entry("Open A"), entry("Open B")), List.of("Open B"));
    assertThat(titles(finder.find("open"))).containsExactly("Open B", "Open A");
  }

  @Test
  void whatIsNotPossibleNowStandsLast() {
    Entry no = new Entry("x", Entry.Kind.ACTION, "Flip", "", "", false, null, () -> {});
    Finder finder = new Finder(List.of(no, entry("Re-flip")), List.of());
    assertThat(titles(finder.find("flip"))).containsExactly("Re-flip", "Flip");
  }

  @Test
  void aValueAfterTheNameSetsTheInput() {
    assertThat(titles(finder(List.of()).find("utilization 60"))).containsExactly("Set Utilization");
    assertThat(finder(List.of()).find("utilization 600")).isEmpty();
    assertThat(titles(finder(List.of()).find("gb300"))).hasSize(1);
  }

  @Test
  void theLettersThatWereMeantAreMarked() {
    Finder.Found found = finder(List.of()).find("pp").getFirst();
    assertThat(found.letters().stream().boxed()).containsExactly(0, 6);
    assertThat(finder(List.of()).find("price").getFirst().letters().stream().boxed())
        .containsExactly(6, 7, 8, 9, 10);
  }
}
