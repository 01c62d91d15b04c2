package app.waterline.ui.shell;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Currency;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
import app.waterline.model.Unit;
import app.waterline.ui.Texts;
import app.waterline.ui.control.DraftField;
import app.waterline.ui.control.Spoken;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The currency of new workspaces. Another one than the dollar counts once its rate is typed: none is guessed. */
final class CurrencyChoice extends VBox {
  private static final List<String> CODES = List.of(
      "USD", "EUR", "GBP", "CHF", "SEK", "JPY", "CNY", "KRW", "INR", "SGD", "CAD", "AUD", "BRL",
      "AED");
  private static final double RATE_WIDTH = 88;

  private final SettingsStore store;
  private final QuantityFormat format;
  private final Texts texts;
  private final LocalDate today;
  private final Label before = new Label();
  private final Label after = new Label();
  private final Label message = new Label();
  private final DraftField rate;
  private final HBox line;
  private String code;

  /**
   * @param format reads and writes the rate
   * @param texts {@code textsReach}
   * @param today the date of a rate that is typed
   */
  CurrencyChoice(SettingsStore store, QuantityFormat format, Texts texts, LocalDate today) {
    super(4);
    this.store = store;
    this.format = format;
    this.texts = texts;
    this.today = today;
    this.code = chosen().map(Currency::code).orElse(Currency.DOLLAR.code());
    this.rate = new DraftField(texts.get("settings.currency.rate"), this::take);
    rate.setId("currency-rate");
    rate.setPrefWidth(RATE_WIDTH);
    rate.setMinWidth(RATE_WIDTH);
    before.setMinWidth(Region.USE_PREF_SIZE);
    after.setMinWidth(Region.USE_PREF_SIZE);
    message.setId("currency-message");
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    message.getStyleClass().add("settings-help");
    line = new HBox(8, before, rate, after);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(codes(), line, message);
    setMaxWidth(Region.USE_PREF_SIZE);
    show();
  }

  private Optional<Currency> chosen() {
    return store.get().preferences().currency();
  }

  private ComboBox<String> codes() {
    List<String> offered =
        Stream.concat(CODES.stream(), Stream.of(code)).distinct().toList();
    ComboBox<String> box = SettingRows.choice(offered, code, this::nameOf, this::choose);
    box.setId("currency-code");
    Spoken.name(box, texts.get("settings.currency"));
    return box;
  }

  private String nameOf(String currency) {
    java.util.Currency known = java.util.Currency.getInstance(currency);
    return "%s · %s".formatted(currency, known.getDisplayName(texts.locale()));
  }

  private void choose(String next) {
    code = next;
    keep(Optional.empty());
    show();
  }

  private void take(String typed) {
    try {
      double value = Input.UNITS_PER_DOLLAR.require(format.parse(typed, Unit.NONE));
      Evidence evidence = new Evidence(
          Evidence.Kind.ASSUMPTION, texts.get("settings.currency.source"), today.toString(), null);
      keep(Optional.of(new Currency(code, new Figure(value, evidence))));
      show();
    } catch (QuantityFormat.Unreadable | InvalidInput refused) {
      message.setText(format.phrases().say(refused));
    }
  }

  private void keep(Optional<Currency> currency) {
    store.update(now -> now.with(now.preferences().withCurrency(currency)));
  }

  private void show() {
    boolean dollar = code.equals(Currency.DOLLAR.code());
    line.setVisible(!dollar);
    line.setManaged(!dollar);
    before.setText(texts.get("settings.currency.before"));
    after.setText(code);
    Spoken.name(rate, texts.get("settings.currency.rate") + ", " + code);
    rate.show(chosen()
        .map(each -> format.field(each.unitsPerDollar().value(), Unit.NONE))
        .orElse(""));
    message.setText(
        dollar
            ? ""
            : chosen()
                .map(this::dated)
                .orElseGet(() -> texts.get("settings.currency.missing", code)));
    message.setVisible(!dollar);
    message.setManaged(!dollar);
  }

  private String dated(Currency currency) {
    String date =
        Objects.requireNonNullElse(currency.unitsPerDollar().evidence().date(), today.toString());
    return texts.get(
        "settings.currency.dated",
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(format.locale())
            .format(LocalDate.parse(date)));
  }
}
