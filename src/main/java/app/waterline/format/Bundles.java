package app.waterline.format;

import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where texts come from. A language without a text has the English one, never that of the machine. The
 * language {@code en-XA} is English in brackets and a third longer: it shows what is not translatable and
 * what has no room.
 */
public final class Bundles {
  private static final Set<String> TRANSLATIONS = Set.of("de", "ja");

  private static final Control CONTROL = new Control();

  private Bundles() {}

  /**
   * @param name of the bundle with its package
   * @throws java.util.MissingResourceException if there is none
   */
  public static ResourceBundle of(String name, Locale language) {
    return isPseudo(language)
        ? new Pseudo(ResourceBundle.getBundle(name, Locale.ROOT, CONTROL))
        : ResourceBundle.getBundle(name, language, CONTROL);
  }

  /** Looks for nothing that is not there: one missing file has every jar of the program opened. */
  private static final class Control extends ResourceBundle.Control {
    @Override
    public List<String> getFormats(String name) {
      return FORMAT_PROPERTIES;
    }

    @Override
    public List<Locale> getCandidateLocales(String name, Locale language) {
      String code = language.getLanguage();
      return TRANSLATIONS.contains(code)
          ? List.of(Locale.of(code), Locale.ROOT)
          : List.of(Locale.ROOT);
    }

    @Override
    public @Nullable Locale getFallbackLocale(String name, Locale language) {
      return null;
    }
  }

  /** Whether it is the language of brackets. */
  static boolean isPseudo(Locale language) {
    return language.getLanguage().equals("en") && language.getCountry().equals("XA");
  }

  /** Every text in brackets and a third longer. */
  private static final class Pseudo extends ResourceBundle {
    private final ResourceBundle english;

    Pseudo(ResourceBundle english) {
      this.english = english;
    }

    @Override
    protected Object handleGetObject(String key) {
      String text = english.getString(key);
      return text.isBlank() ? text : "⟦" + text + "·".repeat((text.length() + 2) / 3) + "⟧";
    }

    @Override
    public Enumeration<String> getKeys() {
      return english.getKeys();
    }
  }
}
