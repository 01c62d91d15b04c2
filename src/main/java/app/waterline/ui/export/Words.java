package app.waterline.ui.export;

import java.util.Locale;

/** Names of the machine's own made readable. */
final class Words {
  private Words() {}

  /** {@code costPerMillionTokens} as {@code Cost per million tokens}. */
  static String spaced(String id) {
    String words =
        id.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('-', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
