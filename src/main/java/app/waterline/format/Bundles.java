package app.waterline.format;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Where texts come from. A language without a text has the English one, never that of the machine. The
 * language {@code en-XA} is English in brackets and a third longer: it shows what is not translatable and
 * what has no room.
 */
public final class Bundles {
  private static final ResourceBundle.Control CONTROL =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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
