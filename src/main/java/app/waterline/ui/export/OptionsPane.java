package app.waterline.ui.export;

import app.waterline.chart.ChartSpec;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.deck.Aspect;
import app.waterline.export.deck.Deck;
import app.waterline.export.image.Gallery;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How the chosen kind is to come out. */
final class OptionsPane extends VBox {
  private static final String SHOWN = "shown";

  private final Texts texts;
  private final Remembered remembered;
  private final Runnable changed;
  private final Evaluation evaluation;
  private final ExportOptions plain;
  private final @Nullable ChartSpec chart;
  private final CheckBox dark = new CheckBox();
  private final ComboBox<String> source = new ComboBox<>();
  private final ComboBox<Aspect> aspect = new ComboBox<>();
  private final ComboBox<String> charts = new ComboBox<>();
  private final ComboBox<Integer> scale = new ComboBox<>();
  private final Label template = new Label();
  private final Button noTemplate = new Button();
  private final Button choose = new Button();
  private final SlideList slides;
  private final Writing writing;
  private final Map<Boolean, Background> looking =
      Map.of(true, new Background("export-scenes"), false, new Background("export-slides"));
  private final Set<Boolean> sought = new HashSet<>();
  private final Map<Boolean, Offer> offers = new HashMap<>();
  private ExportKind kind = ExportKind.DECK;
  private @Nullable Path templateFile;
  private boolean showing;

  /**
   * @param evaluation what is exported
   * @param chart the chart that it was opened for; null for none
   * @param plain how numbers read, and the language of the words
   * @param chooseTemplate asks for a deck
   * @param changed called after every choice
   */
  OptionsPane(
      Texts texts,
      Remembered remembered,
      Evaluation evaluation,
      @Nullable ChartSpec chart,
      ExportOptions plain,
      Writing writing,
      Supplier<Optional<Path>> chooseTemplate,
      Runnable changed) {
    this.texts = texts;
    this.remembered = remembered;
    this.evaluation = evaluation;
    this.chart = chart;
    this.plain = plain;
    this.changed = changed;
    this.writing = writing;
    this.slides = new SlideList(texts, this::change);
    getStyleClass().add("export-options");
    dark.setText(texts.get("option.dark"));
    dark.setId("export-dark");
    dark.setOnAction(event -> change());
    fill(source, List.of("usual", "scenes"), each -> texts.get("source." + each), "export-source");
    fill(aspect, List.of(Aspect.values()), each -> texts.get("aspect." + each), "export-aspect");
    fill(scale, List.of(1, 2, 3, 4), each -> texts.get("scale", each), "export-scale");
    fill(charts, chartNames(), this::chartName, "export-chart");
    template.setMinWidth(0);
    template.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(template, Priority.ALWAYS);
    noTemplate.setText(texts.get("template.none"));
    noTemplate.getStyleClass().add("link-button");
    noTemplate.setOnAction(event -> use(null));
    choose.setText(texts.get("template.choose"));
    choose.setId("export-template");
    choose.getStyleClass().add("link-button");
    choose.setOnAction(event -> chooseTemplate.get().ifPresent(this::use));
  }

  private <T> void fill(
      ComboBox<T> box, List<T> items, java.util.function.Function<T, String> name, String id) {
    box.getItems().setAll(items);
    box.setId(id);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable T each) {
        return each == null ? "" : name.apply(each);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    });
    box.setOnAction(event -> change());
  }

  private List<String> chartNames() {
    List<String> names = new ArrayList<>();
    if (chart != null) {
      names.add(SHOWN);
    }
    if (!evaluation.platforms().isEmpty()) {
      names.addAll(Gallery.of(evaluation, writing.texts(evaluation, plain)).names());
    }
    return names;
  }

  private String chartName(String id) {
    String key = "chart." + id;
    return texts.has(key) ? texts.get(key) : Words.spaced(id);
  }

  /** Shows the choices of a kind as they were the last time. */
  void show(ExportKind next) {
    showing = true;
    kind = next;
    dark.setSelected(remembered.isOn(kind, "dark"));
    boolean hasScenes = !evaluation.workspace().snapshots().isEmpty();
    source.setValue(hasScenes && remembered.isOn(kind, "scenes") ? "scenes" : "usual");
    source.setDisable(!hasScenes);
    aspect.setValue(
        remembered.of(kind, "aspect").filter("STANDARD"::equals).isPresent()
            ? Aspect.STANDARD
            : Aspect.WIDE);
    scale.setValue(remembered.of(kind, "scale").map(Integer::parseInt).orElse(2));
    charts.setValue(charts.getItems().isEmpty() ? null : charts.getItems().getFirst());
    slides.remember(ids("without"), ids("with"), ids("order"));
    showTemplate(remembered.of(kind, "template").map(Path::of).orElse(null));
    getChildren().setAll(rows());
    listSlides();
    showing = false;
  }

  private List<String> ids(String name) {
    return remembered
        .of(kind, name)
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split(",")))
        .orElse(List.of());
  }

  /** Takes the scenes of the presentation for the slides. */
  void useScenes() {
    source.setValue("scenes");
    change();
  }

  private List<Node> rows() {
    if (kind == ExportKind.DECK) {
      HBox templateRow = new HBox(8, template, choose, noTemplate);
      templateRow.getStyleClass().add("slide-row");
      return List.of(
          labelled("option.source", source),
          labelled("option.slides", slides),
          labelled("option.template", templateRow),
          labelled("option.aspect", aspect),
          dark);
    }
    if (kind == ExportKind.PNG) {
      return List.of(labelled("option.chart", charts), labelled("option.scale", scale), dark);
    }
    if (kind.isChart()) {
      return List.of(labelled("option.chart", charts), dark);
    }
    Label about = new Label(texts.get("about." + kind.name()));
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    about.getStyleClass().add("muted");
    return kind == ExportKind.BRIEF || kind == ExportKind.REPORT
        ? List.of(about, dark)
        : List.of(about);
  }

  private Node labelled(String key, Region control) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("panel-title");
    label.setLabelFor(control);
    Spoken.name(control, texts.get(key));
    VBox group = new VBox(label, control);
    group.getStyleClass().add("export-group");
    return group;
  }

  private void use(@Nullable Path file) {
    showTemplate(file);
    change();
  }

  private void showTemplate(@Nullable Path file) {
    templateFile = file;
    template.setText(
        file == null ? texts.get("template.bundled") : String.valueOf(file.getFileName()));
    noTemplate.setVisible(file != null);
    noTemplate.setManaged(file != null);
    aspect.setDisable(file != null);
    dark.setDisable(file != null && kind == ExportKind.DECK);
  }

  private boolean isOfScenes() {
    return "scenes".equals(source.getValue());
  }

  /** Shows what slides there are; what has not been looked for yet is looked for beside the window. */
  private void listSlides() {
    if (kind != ExportKind.DECK) {
      return;
    }
    boolean scenes = isOfScenes();
    Offer known = offers.get(scenes);
    if (known == null) {
      slides.showPending();
      look(scenes, () -> writing.usual(evaluation, plain.withScenes(scenes)));
    } else {
      slides.show(known);
      if (!known.complete()) {
        look(scenes, () -> writing.complete(known, evaluation, plain.withScenes(scenes)));
      }
    }
  }

  private void look(boolean scenes, Supplier<Offer> search) {
    if (sought.add(scenes)) {
      Objects.requireNonNull(looking.get(scenes))
          .run(
              progress -> search.get(),
              share -> {},
              found -> take(scenes, found),
              fault -> take(scenes, Offer.none(fault)));
    }
  }

  private void take(boolean scenes, Offer found) {
    boolean wasReady = isReady();
    offers.put(scenes, found);
    sought.remove(scenes);
    listSlides();
    if (!wasReady) {
      changed.run(); // else nothing that comes out is another
    }
  }

  private void change() {
    if (!showing) {
      showing = true;
      listSlides();
      showing = false;
      changed.run();
    }
  }

  /** Whether it is known what will come out: a slide that was wanted the last time may still be sought. */
  boolean isReady() {
    Offer offer = offers.get(isOfScenes());
    return kind != ExportKind.DECK
        || (offer != null && (offer.complete() || slides.with().isEmpty()));
  }

  /** Why nothing can come out; empty where nothing is wrong. */
  String fault() {
    Offer offer = offers.get(isOfScenes());
    return kind == ExportKind.DECK && offer != null ? offer.fault() : "";
  }

  /** Looks for no more slides. */
  void stop() {
    looking.values().forEach(Background::stop);
  }

  private Deck deck() {
    Offer offer = offers.get(isOfScenes());
    return kind == ExportKind.DECK && offer != null
        ? offer.all().chosen(slides.chosen(), slides.titles())
        : Offer.NONE.usual();
  }

  Wish wish() {
    ExportOptions options = plain
        .withDark(dark.isSelected())
        .withScale(scale.getValue() == null ? 2 : scale.getValue())
        .withTemplate(templateFile)
        .withScenes(isOfScenes())
        .withAspect(templateFile == null ? aspect.getValue() : null);
    String name = charts.getValue();
    ExportOptions ofChart =
        SHOWN.equals(name) ? options.withChart(chart) : options.withChartName(name);
    return new Wish(kind, kind.isChart() ? ofChart : options, deck());
  }

  /** Keeps what was chosen for the next time. */
  void remember() {
    Wish wish = wish();
    remembered.put(kind, "dark", String.valueOf(wish.options().dark()));
    remembered.put(kind, "scenes", String.valueOf(isOfScenes()));
    remembered.put(kind, "aspect", String.valueOf(aspect.getValue()));
    remembered.put(kind, "scale", String.valueOf(scale.getValue()));
    remembered.put(kind, "without", String.join(",", slides.without()));
    remembered.put(kind, "with", String.join(",", slides.with()));
    remembered.put(kind, "order", String.join(",", slides.order()));
    if (templateFile == null) {
      remembered.forget(kind, "template");
    } else {
      remembered.put(kind, "template", templateFile.toString());
    }
    remembered.save(kind);
  }
}
