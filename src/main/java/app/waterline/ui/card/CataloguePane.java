package app.waterline.ui.card;

import app.waterline.document.FigureSlots;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Platform;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Unit;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Spoken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The platforms that come with the program, to search and to add. */
public final class CataloguePane extends VBox {
  private static final double WIDTH = 520;
  private static final double HEIGHT = 480;
  private static final double MOST = 1.8;

  private final CardTools tools;
  private final TextField search = new TextField();
  private final ListView<Platform> list = new ListView<>();

  /** The given platforms, the first one marked. */
  public CataloguePane(CardTools tools, List<Platform> platforms) {
    this.tools = tools;
    Texts texts = tools.texts();
    getStyleClass().add("catalogue");
    // Larger letters need more width; the height is what a screen has.
    setMinSize(WIDTH * Math.min(MOST, tools.session().enlargement().get()), HEIGHT);
    setPrefHeight(HEIGHT);
    FilteredList<Platform> found = new FilteredList<>(FXCollections.observableArrayList(platforms));
    search.setPromptText(texts.get("catalogue.search"));
    Spoken.name(search, texts.get("catalogue.search"));
    search.setId("catalogue-search");
    search.textProperty().addListener((property, before, text) -> {
      found.setPredicate(platform -> matches(platform, text));
      list.getSelectionModel().selectFirst();
    });
    list.setId("catalogue-list");
    list.setItems(found);
    list.setCellFactory(view -> cell());
    list.setPlaceholder(new Label(texts.get("catalogue.none")));
    list.getSelectionModel().selectFirst();
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
  }

  /** What happens on Enter or a double click. */
  public void onChosen(Runnable chosen) {
    search.setOnAction(event -> chosen.run());
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        chosen.run();
      }
    });
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        chosen.run();
      }
    });
  }

  /** The platform that is marked in the list. */
  public Optional<Platform> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private static boolean matches(Platform platform, String text) {
    String hay = String.join(
            " ", platform.name(), platform.vendor(), platform.architecture(), platform.system())
        .toLowerCase(Locale.ROOT);
    return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(hay::contains);
  }

  private ListCell<Platform> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable Platform platform, boolean empty) {
        super.updateItem(platform, empty);
        setText(null);
        setGraphic(platform == null || empty ? null : entry(platform));
        setAccessibleText(platform == null ? null : platform.name() + ", " + figures(platform));
      }
    };
  }

  private VBox entry(Platform platform) {
    Label name = new Label(platform.name());
    name.getStyleClass().add("catalogue-name");
    Label maker = new Label(maker(platform));
    maker.getStyleClass().add("muted");
    Label figures = new Label(figures(platform));
    figures.getStyleClass().add("catalogue-figures");
    return new VBox(2, name, maker, figures);
  }

  private String maker(Platform platform) {
    String maker = platform.vendor() + " " + platform.architecture();
    return platform.announced() ? maker + " · " + tools.texts().get("card.announced") : maker;
  }

  private String figures(Platform platform) {
    return Stream.of(
            FigureSlots.RATE.of(platform).map(figure -> text(figure, Unit.DOLLARS_PER_GPU_HOUR)),
            quoted(platform),
            FigureSlots.MEMORY_GB.of(platform).map(figure -> text(figure, Unit.GIGABYTES)),
            FigureSlots.KW_PER_GPU.of(platform).map(figure -> text(figure, Unit.KILOWATTS_PER_GPU)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private Optional<String> quoted(Platform platform) {
    Hardware hardware = platform.hardware();
    QuotedPeak quoted = hardware == null ? null : hardware.quotedPeak();
    Figure peak = hardware == null || quoted == null
        ? null
        : hardware.peak(quoted.precision(), quoted.sparsity());
    return Optional.ofNullable(peak)
        .map(figure -> text(figure, Unit.PFLOPS) + " "
            + (quoted == null ? "" : quoted.precision().name()));
  }

  private String text(Figure figure, Unit unit) {
    return tools.session().format().format(figure.value(), unit);
  }
}
