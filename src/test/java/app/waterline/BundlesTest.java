package app.waterline;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.format.Bundles;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the program is there in every language, with the same places to fill. */
class BundlesTest {
  private static final Path ROOT = Path.of("src/main/resources");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
  private static final List<String> LANGUAGES = List.of("de", "ja");

  static Stream<Path> english() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".properties"))
          .filter(file -> LANGUAGES.stream()
              .noneMatch(each -> file.getFileName().toString().contains("_" + each + ".")))
          .filter(file -> file.toString().contains("texts") || file.toString().contains("words"))
          .toList()
          .stream();
    }
  }

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    }
    return texts;
  }

  private static Path in(String language, Path english) {
    String name = english.getFileName().toString().replace(".properties", "_" + language);
    return english.resolveSibling(name + ".properties");
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().forEach(found -> places.add(found.group(1)));
    return places;
  }

  @ParameterizedTest
  @MethodSource("english")
  void everyLanguageHasTheSameKeysAndPlaces(Path file) throws IOException {
    Properties english = read(file);
    List<String> wrong = new ArrayList<>();
    for (String language : LANGUAGES) {
      Properties other = read(in(language, file));
      assertThat(new TreeSet<>(other.stringPropertyNames()))
          .as("%s in %s", file, language)
          .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
      english.stringPropertyNames().stream()
          .filter(key -> !places(english.getProperty(key)).equals(places(other.getProperty(key))))
          .forEach(key -> wrong.add(language + " " + key));
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("english")
  void everyTextWithPlacesCanBeFilled(Path file) throws IOException {
    for (Path each : Stream.concat(
            Stream.of(file), LANGUAGES.stream().map(language -> in(language, file)))
        .filter(Files::exists)
        .toList()) {
      Properties texts = read(each);
      for (String key : texts.stringPropertyNames()) {
        String text = texts.getProperty(key);
        if (!places(text).isEmpty()) {
          String filled =
              new MessageFormat(text, Locale.ROOT).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
          assertThat(filled).as("%s %s", each, key).doesNotContain("{", "}");
        }
      }
    }
  }

  @Test
  void aLanguageWithoutTextsIsEnglishWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Bundles.of("app.waterline.ui.texts", Locale.US).getString("menu.file"))
          .isEqualTo("File");
      assertThat(Bundles.of("app.waterline.ui.texts", Locale.FRANCE).getString("menu.file"))
          .isEqualTo("File");
      assertThat(Bundles.of("app.waterline.ui.texts", Locale.JAPAN).getString("input.UTILIZATION"))
          .isEqualTo("稼働率");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void thePseudoLanguageMarksEveryText() {
    assertThat(Bundles.of("app.waterline.ui.texts", Locale.of("en", "XA")).getString("menu.file"))
        .isEqualTo("⟦File··⟧");
  }
}
