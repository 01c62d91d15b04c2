package app.waterline.ui;

import app.waterline.format.Bundles;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts for the screen, from a resource bundle beside this class. */
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /**
   * @param name of the bundle, for example {@code texts}
   * @throws java.util.MissingResourceException if there is none
   */
  public static Texts of(String name, Locale locale) {
    return new Texts(Bundles.of("app.waterline.ui." + name, locale), locale);
  }

  /** The text itself, without filling in. */
  public String get(String key) {
    return bundle.getString(key);
  }

  /** The text with its places filled in; numbers come as finished texts, or as whole counts. */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The language of the words. */
  public Locale locale() {
    return locale;
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}
