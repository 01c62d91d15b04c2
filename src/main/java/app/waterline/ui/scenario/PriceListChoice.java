package app.waterline.ui.scenario;

import app.waterline.document.Edits;
import app.waterline.document.Repricing;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The price list in force; another choice re-prices every rented card in one step. */
final class PriceListChoice extends ComboBox<PriceList> {
  private final Session session;
  private final Texts texts;
  private boolean showing;

  PriceListChoice(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    setId("price-list");
    setPromptText(texts.get("scenario.priceList.mixed"));
    setConverter(names());
    setCellFactory(list -> cell());
    setButtonCell(new Chosen());
    valueProperty().addListener((property, before, now) -> {
      if (!showing && now != null) {
        switchTo(now);
      }
    });
  }

  private static ListCell<PriceList> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable PriceList list, boolean empty) {
        super.updateItem(list, empty);
        setText(list == null || empty ? null : list.name());
        setTooltip(list == null || empty ? null : Hints.tooltip(list.terms()));
      }
    };
  }

  private static StringConverter<PriceList> names() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable PriceList list) {
        return list == null ? "" : list.name();
      }

      @Override
      public PriceList fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    };
  }

  /** What is chosen, in two lines where its name has two parts: beside each other they have no room. */
  private final class Chosen extends ListCell<PriceList> {
    private final Label name = new Label();
    private final Label part = new Label();
    private final VBox lines = new VBox(name, part);

    Chosen() {
      part.getStyleClass().add("choice-part");
    }

    @Override
    protected void updateItem(@Nullable PriceList list, boolean empty) {
      super.updateItem(list, empty);
      if (list == null || empty) {
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        setText(getPromptText());
        setTooltip(null);
        return;
      }
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setText(null);
      setGraphic(lines);
      String all = list.name();
      int comma = all.indexOf(", ");
      name.setText(comma < 0 ? all : all.substring(0, comma));
      part.setText(comma < 0 ? "" : all.substring(comma + 2));
      part.setVisible(comma >= 0);
      part.setManaged(comma >= 0);
      setTooltip(Hints.tooltip(list.name() + "\n" + list.terms()));
    }

    private String getPromptText() {
      return PriceListChoice.this.getPromptText();
    }
  }

  private void switchTo(PriceList list) {
    session.apply(Edits.switchPriceList(texts.get("edit.priceList", list.name()), list));
    List<Platform> left = Repricing.without(list, session.document().current());
    if (!left.isEmpty()) {
      String names = left.stream().map(Platform::name).collect(Collectors.joining(", "));
      session
          .notice()
          .set(Optional.of(texts.get("scenario.priceList.without", list.name(), names)));
    }
    show(session.document().current());
  }

  void show(Workspace workspace) {
    showing = true;
    if (!getItems().equals(workspace.priceLists())) {
      getItems().setAll(workspace.priceLists());
    }
    setDisable(workspace.priceLists().isEmpty());
    PriceList inForce = Repricing.inForce(workspace).orElse(null);
    setValue(inForce);
    String shown = inForce == null ? texts.get("scenario.priceList.mixed") : inForce.name();
    setAccessibleText(texts.get("scenario.priceList") + ", " + shown);
    showing = false;
  }
}
