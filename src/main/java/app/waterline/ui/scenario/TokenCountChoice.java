package app.waterline.ui.scenario;

import app.waterline.document.Edits;
import app.waterline.model.TokenCount;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Which tokens the headline price counts. */
final class TokenCountChoice extends ComboBox<TokenCount> {
  private boolean showing;

  private final Texts texts;

  TokenCountChoice(Session session, Texts texts) {
    this.texts = texts;
    setId("tokens-counted");
    getItems().setAll(TokenCount.TOTAL, TokenCount.OUTPUT, TokenCount.INPUT);
    setConverter(new StringConverter<>() {
      @Override
      public String toString(TokenCount count) {
        return count == null ? "" : texts.get("tokens." + count);
      }

      @Override
      public TokenCount fromString(String text) {
        throw new UnsupportedOperationException("the choice is not editable");
      }
    });
    valueProperty().addListener((property, before, now) -> {
      if (!showing && now != null) {
        session.apply(Edits.scenario(
            texts.get("edit.tokensCounted", texts.get("tokens." + now)),
            scenario -> scenario.withTokensCounted(now)));
      }
    });
  }

  void show(TokenCount count) {
    showing = true;
    setValue(count);
    setAccessibleText(texts.get("scenario.tokensCounted") + ", " + texts.get("tokens." + count));
    showing = false;
  }
}
