package app.waterline.ui.factory;

import app.waterline.document.Edits;
import app.waterline.format.QuantityFormat;
import app.waterline.io.Catalogue;
import app.waterline.model.TokenPrices;
import app.waterline.model.Unit;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Token prices to choose from, each with its source. */
final class TokenPricePick extends MenuButton {
  TokenPricePick(Session session, Texts texts) {
    super(texts.get("factory.unsoldPick"));
    setId("pick-token-prices");
    getStyleClass().add("accent");
    setMinWidth(USE_PREF_SIZE);
    // Filled when it opens, in the currency of the document that is open then.
    setOnShowing(event -> getItems()
        .setAll(Catalogue.tokenPrices().stream()
            .map(each -> item(each, session, texts))
            .toList()));
    getItems().add(new MenuItem());
  }

  private static MenuItem item(Catalogue.Sold each, Session session, Texts texts) {
    double rate = session.document().current().currency().unitsPerDollar().value();
    TokenPrices prices = each.prices().times(rate);
    MenuItem item = new MenuItem(shown(each.name(), prices, session.format(), texts));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> session.apply(Edits.scenario(
        texts.get("edit.tokenPrices", each.name()), old -> old.withTokenPrices(prices))));
    return item;
  }

  private static String shown(String name, TokenPrices prices, QuantityFormat format, Texts texts) {
    String input = format.number(prices.input(), Unit.DOLLARS_PER_MILLION_INPUT_TOKENS);
    String output = format.format(prices.output(), Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS);
    Double cached = prices.cachedInput();
    return cached == null
        ? texts.get("factory.tokenPrices", name, input, output)
        : texts.get(
            "factory.cachedPrices",
            name,
            input,
            format.number(cached, Unit.DOLLARS_PER_MILLION_INPUT_TOKENS),
            output);
  }
}
