package app.waterline.format;

import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the engine, the model and the readers of files say, in the language of the reader. They say it in
 * English, which is also what files and the command line hold; here each sentence is found by its English form, with
 * places for names and figures, and said in the other language. What has no form stays as it is.
 *
 * @see "docs/adr/013-the-engine-speaks-english.md"
 */
public final class Phrases {
  /** What the engine and the model say, and what the readers of files say. */
  private static final List<String> BUNDLES =
      List.of("app.waterline.format.wordsEngine", "app.waterline.format.wordsFiles");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Pattern FIGURE = Pattern.compile(
      "([-−+]?\\$?)(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?((?: [KMBT%])?)( .+|×|)");
  /** What stands between the words of a formula. */
  private static final Pattern OPERATOR = Pattern.compile("(?:\\s*[+·÷−=()⌈⌉⌊⌋^]\\s*)+");

  private final Locale language;
  private final Locale numbers;
  private final boolean isEnglish;
  private @Nullable Forms forms;

  /**
   * @param language of the words
   * @param numbers decides their separators
   */
  public Phrases(Locale language, Locale numbers) {
    this.language = language;
    this.numbers = numbers;
    this.isEnglish = isEnglish(language, DecimalFormatSymbols.getInstance(numbers));
  }

  /** Then everything stays as it is, and no form is read. */
  private static boolean isEnglish(Locale language, DecimalFormatSymbols numbers) {
    return !Bundles.isPseudo(language)
        && (language.getLanguage().equals("en") || language.equals(Locale.ROOT))
        && numbers.getDecimalSeparator() == '.'
        && numbers.getGroupingSeparator() == ',';
  }

  /** A sentence or name in the language; one without a form stays as it is. */
  public String say(String english) {
    return isEnglish ? english : known(english).orElse(english);
  }

  /** Why something was refused, in the language. */
  public String say(Exception refused) {
    return say(String.valueOf(refused.getMessage()));
  }

  /** A formula with its words in the language; symbols stay. */
  public String formula(String english) {
    return isEnglish ? english : known(english).orElseGet(() -> atoms(english));
  }

  /** A sentence in the language; empty where there is no form for it. */
  public Optional<String> known(String english) {
    return forms().of(english);
  }

  private String atoms(String formula) {
    StringBuilder said = new StringBuilder();
    Matcher operator = OPERATOR.matcher(formula);
    int begin = 0;
    while (operator.find()) {
      said.append(say(formula.substring(begin, operator.start()))).append(operator.group());
      begin = operator.end();
    }
    return said.append(say(formula.substring(begin))).toString();
  }

  /** Read when first asked: it is not needed for the first picture in English. */
  private Forms forms() {
    Forms read = forms;
    if (read == null) {
      read = new Forms(language, DecimalFormatSymbols.getInstance(numbers));
      forms = read;
    }
    return read;
  }

  /** All sentences in one language. */
  private static final class Forms {
    private final Map<String, String> whole = new HashMap<>();
    private final List<Form> open = new ArrayList<>();
    private final DecimalFormatSymbols symbols;
    private final Locale language;

    Forms(Locale language, DecimalFormatSymbols symbols) {
      this.language = language;
      this.symbols = symbols;
      BUNDLES.forEach(this::addAll);
      open.sort(Comparator.comparingInt(Form::letters).reversed());
    }

    private void addAll(String bundle) {
      ResourceBundle english = Bundles.of(bundle, Locale.ENGLISH);
      ResourceBundle said = Bundles.of(bundle, language);
      english.keySet().forEach(key -> add(english.getString(key), said.getString(key)));
    }

    private void add(String english, String said) {
      if (PLACE.matcher(english).find()) {
        open.add(Form.of(english.replace("''", "'"), said));
      } else {
        whole.put(english, said);
      }
    }

    Optional<String> of(String english) {
      String said = whole.get(english);
      return said != null ? Optional.of(said) : filled(english);
    }

    private Optional<String> filled(String english) {
      for (Form form : open) {
        Matcher found = form.english.matcher(english);
        if (found.matches()) {
          return Optional.of(new MessageFormat(form.said, language).format(places(found)));
        }
      }
      return Optional.empty();
    }

    private Object[] places(Matcher found) {
      Object[] places = new Object[found.groupCount()];
      for (int i = 0; i < places.length; i++) {
        places[i] = place(found.group(i + 1));
      }
      return places;
    }

    private String place(String text) {
      Matcher figure = FIGURE.matcher(text);
      return figure.matches() ? figure(figure) : of(text).orElse(text);
    }

    /** The same digits with the separators of the reader; nothing is read or rounded. */
    private String figure(Matcher figure) {
      String grouping = String.valueOf(symbols.getGroupingSeparator());
      String decimals = figure.group(3);
      String digits = figure.group(2).replace(",", grouping)
          + (decimals == null ? "" : symbols.getDecimalSeparator() + decimals);
      String unit = figure.group(5).strip();
      String said = of(unit).orElse(unit);
      return figure.group(1)
          + digits
          + figure.group(4)
          + (figure.group(5).startsWith(" ") ? " " + said : said);
    }
  }

  /** A sentence with places. */
  private record Form(Pattern english, String said, int letters) {
    /** Places stand in the order of their numbers, which a test holds. */
    static Form of(String english, String said) {
      StringBuilder pattern = new StringBuilder();
      Matcher place = PLACE.matcher(english);
      int begin = 0;
      while (place.find()) {
        pattern.append(Pattern.quote(english.substring(begin, place.start()))).append("(.*?)");
        begin = place.end();
      }
      pattern.append(Pattern.quote(english.substring(begin)));
      int letters = PLACE.matcher(english).replaceAll("").length();
      return new Form(Pattern.compile(pattern.toString(), Pattern.DOTALL), said, letters);
    }
  }
}
