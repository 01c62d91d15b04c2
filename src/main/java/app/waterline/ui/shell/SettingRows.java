package app.waterline.ui.shell;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Unit;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Spoken;
import app.waterline.ui.settings.Setting;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** The rows of the page of settings; what is chosen is stored, and in force, at once. */
final class SettingRows {
  private static final List<String> LANGUAGES = List.of("en", "de", "ja");
  private static final List<String> NUMBERS = List.of(
      "en-US", "en-GB", "en-IN", "de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "nl-NL", "sv-SE",
      "pt-BR", "ja-JP", "zh-CN", "ko-KR");
  private static final List<Integer> AGES = List.of(30, 90, 180, 365);
  private static final double EXAMPLE = 1234.5;
  private static final double WIDTH = 240;

  private final SettingsStore store;
  private final QuantityFormat format;
  private final Texts texts;
  private final LocalDate today;
  private final Runnable later;

  /**
   * @param texts {@code textsReach}
   * @param format reads and writes numbers
   * @param today for an example of a date
   * @param later says that a choice counts from the next start
   */
  SettingRows(
      SettingsStore store, QuantityFormat format, Texts texts, LocalDate today, Runnable later) {
    this.store = store;
    this.format = format;
    this.texts = texts;
    this.today = today;
    this.later = later;
  }

  List<Setting> all() {
    return List.of(
        row("look", "theme", looks()),
        row("look", "textSize", sizes()),
        row("look", "still", still()),
        row("words", "language", languages()),
        row("words", "numbers", numbers()),
        row("prices", "currency", new CurrencyChoice(store, format, texts, today)),
        row("prices", "stale", stale()),
        row("safety", "pictures", pictures()),
        row("safety", "recovery", fact("settings.recovery.value")),
        row("safety", "versions", fact("settings.versions.value")),
        row("safety", "network", fact("settings.network.value")));
  }

  private Setting row(String section, String name, Node control) {
    String title = texts.get("settings." + name);
    control.setId("setting-" + name);
    if (control instanceof ComboBox<?> box) {
      Spoken.name(box, title);
    }
    return new Setting(
        texts.get("settings.section." + section),
        title,
        texts.get("settings." + name + ".help"),
        control);
  }

  private Node looks() {
    return choice(
        List.of(Settings.Look.values()),
        store.get().look(),
        look -> texts.get("settings.theme." + look),
        look -> store.update(now -> now.withLook(look)));
  }

  private Node sizes() {
    return choice(
        Preferences.SIZES,
        store.get().preferences().textSize(),
        size -> texts.get("settings.textSize.value", size),
        size -> change(now -> now.withTextSize(size)));
  }

  private Node still() {
    CheckBox box = new CheckBox(texts.get("settings.still.value"));
    box.setSelected(store.get().preferences().still());
    box.setAccessibleText(texts.get("settings.still"));
    box.setOnAction(event -> change(now -> now.withStill(box.isSelected())));
    box.setMinWidth(CheckBox.USE_PREF_SIZE);
    return box;
  }

  private Node pictures() {
    CheckBox box = new CheckBox(texts.get("settings.pictures.value"));
    box.setSelected(store.get().preferences().pictures());
    box.setAccessibleText(texts.get("settings.pictures"));
    box.setOnAction(event -> change(now -> now.withPictures(box.isSelected())));
    box.setMinWidth(CheckBox.USE_PREF_SIZE);
    return box;
  }

  private Node stale() {
    int now = store.get().stalePriceDays();
    List<Integer> days =
        Stream.concat(AGES.stream(), Stream.of(now)).distinct().sorted().toList();
    return choice(
        days,
        now,
        each -> texts.get("settings.stale.value", each),
        each -> store.update(known -> known.withStalePriceDays(each)));
  }

  private Node languages() {
    return choice(
        offered(LANGUAGES, store.get().preferences().language()),
        store.get().preferences().language(),
        each -> each.map(SettingRows::ownName).orElseGet(() -> texts.get("settings.system")),
        each -> {
          change(now -> now.withLanguage(each));
          later.run();
        });
  }

  private Node numbers() {
    return choice(
        offered(NUMBERS, store.get().preferences().numbers()),
        store.get().preferences().numbers(),
        each -> each.map(this::example).orElseGet(() -> texts.get("settings.system")),
        each -> {
          change(now -> now.withNumbers(each));
          later.run();
        });
  }

  private static List<Optional<Locale>> offered(List<String> tags, Optional<Locale> chosen) {
    List<Optional<Locale>> offered = new ArrayList<>(List.of(Optional.empty()));
    tags.forEach(tag -> offered.add(Optional.of(Locale.forLanguageTag(tag))));
    Stream.of(chosen).filter(each -> !offered.contains(each)).forEach(offered::add);
    return offered;
  }

  private static String ownName(Locale language) {
    return language.getDisplayLanguage(language);
  }

  private String example(Locale locale) {
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale).format(today);
    String number = new QuantityFormat(locale).field(EXAMPLE, Unit.NONE);
    return "%s · %s · %s".formatted(locale.getDisplayName(texts.locale()), number, date);
  }

  private Node fact(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("settings-fact");
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  private void change(java.util.function.UnaryOperator<Preferences> step) {
    store.update(now -> now.with(step.apply(now.preferences())));
  }

  static <T> ComboBox<T> choice(
      List<T> values, T now, Function<T, String> words, Consumer<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("Nothing is typed here");
      }
    });
    box.setValue(now);
    box.setPrefWidth(WIDTH);
    box.setMinWidth(WIDTH);
    box.valueProperty().addListener((property, before, value) -> chosen.accept(value));
    return box;
  }
}
