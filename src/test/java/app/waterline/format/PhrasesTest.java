package app.waterline.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the engine and the model say can be read in every language. */
class PhrasesTest {
  private static final Path MAIN = Path.of("src/main/java/app/waterline");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  /** Two words, one of them in small letters: a symbol, key or name of a class has no such thing. */
  private static final Pattern WORDS = Pattern.compile(".*[a-z]{2,}.*\\s.*|.*\\s.*[a-z]{3,}.*");

  private final Phrases german = new Phrases(Locale.GERMAN, Locale.GERMANY);

  @Test
  void aNameIsSaid() {
    assertThat(german.say("cost per GPU-hour")).isEqualTo("Kosten je GPU-Stunde");
    assertThat(new Phrases(Locale.JAPANESE, Locale.JAPAN).say("gross margin")).isEqualTo("粗利益率");
  }

  @Test
  void figuresInASentenceHaveTheSeparatorsOfTheReader() {
    assertThat(german.say("cannot meet 60 tok/s/user: the fastest measured point reaches 1,048.5"))
        .isEqualTo(
            "erreicht 60 tok/s/Nutzer nicht: der schnellste gemessene Punkt liegt bei 1.048,5");
  }

  @Test
  void whatStandsInAPlaceIsSaidToo() {
    assertThat(german.say(
            "Target interactivity must be above 0 and at most 100000 tok/s/user [-1 tok/s/user]."
                + " Check the figure: leave it empty for no target."))
        .isEqualTo(
            "Ziel-Interaktivität muss über 0 und höchstens 100000 tok/s/Nutzer sein [-1 tok/s/Nutzer]."
                + " Prüfen Sie den Wert: lassen Sie es leer, wenn es kein Ziel gibt.");
  }

  @Test
  void aFormulaKeepsItsSymbols() {
    assertThat(german.formula("(revenue − c) ÷ revenue")).isEqualTo("(Erlös − c) ÷ Erlös");
    assertThat(german.formula("capital + facility + energy"))
        .isEqualTo("Kapital + Gebäude + Energie");
  }

  @Test
  void whatHasNoFormStays() {
    assertThat(german.say("HGX H200")).isEqualTo("HGX H200");
    assertThat(new Phrases(Locale.ENGLISH, Locale.US).say("no revenue")).isEqualTo("no revenue");
  }

  @Test
  void thePlacesOfTheEnglishFormStandInOrder() {
    for (String bundle : List.of("wordsEngine", "wordsFiles")) {
      assertPlacesInOrder(Bundles.of("app.waterline.format." + bundle, Locale.ENGLISH));
    }
  }

  private static void assertPlacesInOrder(ResourceBundle english) {
    for (String key : english.keySet()) {
      List<String> places = Pattern.compile("\\{(\\d)}")
          .matcher(english.getString(key))
          .results()
          .map(found -> found.group(1))
          .toList();
      assertThat(places)
          .as(key)
          .isEqualTo(Stream.iterate(0, i -> i + 1)
              .limit(places.size())
              .map(String::valueOf)
              .toList());
    }
  }

  /** Each sentence that stands in the engine or the model; a new one fails here until it has its words. */
  @Test
  void everySentenceOfTheEngineHasItsForm() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String part : List.of("engine", "model")) {
      for (Path file : java(part)) {
        literals(Files.readString(file)).stream()
            .filter(text -> WORDS.matcher(withoutSymbols(text)).matches())
            .filter(text -> !UNSAID.contains(text))
            .filter(text -> german.known(filled(text)).isEmpty())
            .filter(text -> german.formula(text).equals(text))
            .forEach(text -> missing.add(file.getFileName() + ": " + text));
      }
    }
    assertThat(missing).isEmpty();
  }

  /**
   * Each message that stands where files are read or written: it has what was found in brackets, or
   * follows a colon, and ends with what to do.
   */
  @Test
  void everyMessageAboutAFileHasItsForm() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String part : List.of("io", "export")) {
      for (Path file : java(part)) {
        literals(Files.readString(file)).stream()
            .filter(text -> MESSAGE.matcher(text).matches())
            .filter(text -> !PARTS.contains(text) && !LOGGED.matcher(text).matches())
            .filter(text -> german.known(filled(text)).isEmpty())
            .forEach(text -> missing.add(file.getFileName() + ": " + text));
      }
    }
    assertThat(missing).isEmpty();
  }

  private static final Pattern MESSAGE = Pattern.compile(
      "(?:[A-Z][a-z]*[ '].*|(?:it|there|its|the|one of its) [a-z].*)(?:\\].*|\\.)|it .*");

  /** Beginnings and ends of sentences, and what only the log says of notes that nobody opens. */
  private static final Set<String> PARTS = Set.of(
      "Add it, or correct its name; docs/workspace-format.md says what it means.",
      "Correct its name or remove it; known here are %s.",
      "it is too large for a note",
      "it does not say which program wrote it",
      "it ends before the workspace begins",
      "it is too large for a recovery copy");

  /** What only the log says, where a place is a pair of braces. */
  private static final Pattern LOGGED = Pattern.compile(".*\\{}.*");

  @Test
  void aRefusedFileIsToldInTheLanguageOfTheReader() {
    assertThat(german.say(
            "Can't read a.waterline [line 3, column 9, /scenario/utilization]: The value has"
                + " the wrong form [\"x\"]. Write a number such as 1.5."))
        .isEqualTo(
            "a.waterline kann nicht gelesen werden [Zeile 3, Spalte 9, /scenario/utilization]:"
                + " Der Wert hat die falsche Form [\"x\"]. Schreiben Sie eine Zahl wie 1.5.");
    assertThat(german.say(
            "Can't save a.waterline: No space left on device [/data/a.waterline]. Choose another folder with"
                + " Save as; nothing was overwritten."))
        .startsWith(
            "a.waterline kann nicht gespeichert werden: auf dem Datenträger ist kein Platz mehr");
  }

  /** Parts of sentences whose whole has a form, and messages about mistakes in the program. */
  private static final Set<String> UNSAID = Set.of(
      " (given %s)",
      " and ",
      "from ",
      "Above %s utilization%s, %s is cheaper; below, %s.",
      "%s has no cash flow",
      "%s pays back after %s years and has a net present value of %s",
      "%s puts in no capital and has a net present value of %s",
      "; it ",
      "loses below ",
      "would earn its cost of capital at ",
      "compares unequal peaks",
      "counts different megawatts",
      "counts different tokens",
      "no rounding of them explains it",
      "their rounding leaves room for it",
      "no value for ",
      "The range of %s leaves what it may be, %s %s to %s [%s to %s]. Narrow it, or choose a shape with"
          + " fixed ends.",
      "at least",
      "An interval needs its low end first [%s to %s].",
      "%s; %s comes to the highest net present value, %s%s.",
      "No capital is paid back within the horizon",
      "No capital is put in, so there is none to pay back",
      "per million tokens",
      "per year",
      "The %s of a platform must not be empty [%s]. Enter one.",
      "%s of %s",
      "%s for %s",
      "more than",
      "up to",
      " or ",
      "input tokens",
      "output tokens",
      "input and output tokens");

  private static String withoutSymbols(String text) {
    return text.replaceAll("\\w+_\\w+", "T").replace("OSL", "T").replace("ISL", "T");
  }

  private static List<Path> java(String part) throws IOException {
    try (Stream<Path> files = Files.walk(MAIN.resolve(part))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<String> literals(String source) {
    String code = source
        .lines()
        .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/"))
        .collect(Collectors.joining("\n"));
    return LITERAL.matcher(code).results().map(found -> found.group(1)).toList();
  }

  /** A format with something in its places. */
  private static String filled(String format) {
    Matcher places = Pattern.compile("%(?:\\d\\$)?[,.\\d]*[sdfg]").matcher(format);
    return places.replaceAll("7").replace("%%", "%");
  }
}
