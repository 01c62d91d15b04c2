package app.waterline.ui.palette;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a few letters mean a text, and how well. Every word of the query must be found, in any order:
 * as a beginning of a word, inside of one, or as letters in their order, beginnings of words first.
 * Case and accents do not count.
 */
final class Fuzzy {
  private static final int WHOLE_START = 120;
  private static final int WORD_START = 100;
  private static final int INSIDE = 60;
  private static final int SCATTERED = 40;

  /** How far apart scattered letters may stand before they mean nothing, as a multiple of their count. */
  private static final int LOOSEST = 4;

  private Fuzzy() {}

  /**
   * A text that was meant.
   *
   * @param score higher is better
   * @param letters the places of the letters that were found
   */
  record Match(int score, BitSet letters) {}

  /** The text without case and accents, a letter for each letter. */
  static String folded(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      plain.append(
          letter < 128
              ? Character.toLowerCase(letter)
              : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                  .toLowerCase(Locale.ROOT)
                  .charAt(0));
    }
    return plain.toString();
  }

  /**
   * @param query folded, see {@link #folded}
   * @param text folded
   */
  static Optional<Match> match(String query, String text) {
    int score = 0;
    BitSet letters = new BitSet(text.length());
    for (String word : query.strip().split("\\s+", -1)) {
      int found = place(word, text, letters);
      if (found == 0) {
        return Optional.empty();
      }
      score += found;
    }
    return Optional.of(new Match(score - text.length() / 8, letters));
  }

  /** The score of one word, 0 for not found; marks its letters. */
  private static int place(String word, String text, BitSet letters) {
    int inside = -1;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (startsWord(text, at)) {
        letters.set(at, at + word.length());
        return at == 0 ? WHOLE_START : WORD_START;
      }
      inside = inside < 0 ? at : inside;
    }
    if (inside >= 0 && word.length() > 1) {
      letters.set(inside, inside + word.length());
      return INSIDE;
    }
    return scattered(word, text, letters);
  }

  private static int scattered(String word, String text, BitSet letters) {
    BitSet tried = new BitSet(text.length());
    int first = -1;
    int at = -1;
    int starts = 0;
    for (int i = 0; i < word.length(); i++) {
      at = next(text, word.charAt(i), at + 1, i == 0);
      if (at < 0) {
        return 0;
      }
      first = first < 0 ? at : first;
      starts += startsWord(text, at) ? 1 : 0;
      tried.set(at);
    }
    boolean initials = starts == word.length();
    int spread = at - first + 1 - word.length();
    if (word.length() < 2 || (!initials && spread > LOOSEST * word.length())) {
      return 0;
    }
    letters.or(tried);
    return Math.max(1, SCATTERED + 10 * starts - spread);
  }

  /** The next place of a letter; one that starts a word before the others. */
  private static int next(String text, char letter, int from, boolean first) {
    int plain = text.indexOf(letter, from);
    if (!first && plain == from) {
      return plain;
    }
    for (int at = plain; at >= 0; at = text.indexOf(letter, at + 1)) {
      if (startsWord(text, at)) {
        return at;
      }
    }
    return first ? -1 : plain;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
