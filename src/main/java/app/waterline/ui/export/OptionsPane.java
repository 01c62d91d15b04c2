package app.waterline.ui.export;

import app.waterline.chart.ChartGallery;
import app.waterline.chart.ChartSpec;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.ExportOptions;
import app.waterline.export.deck.Aspect;
import app.waterline.export.deck.Deck;
import app.waterline.model.InvalidInput;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Spoken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
  private final Locale locale;
  private final Locale language;
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
  private ExportKind kind = ExportKind.DECK;
  private @Nullable Path templateFile;
  private boolean showing;

  /**
   * @param evaluation what is exported
   * @param chart the chart that it was opened for; null for none
   * @param locale how numbers read
   * @param language of the words
   * @param chooseTemplate asks for a deck
   * @param changed called after every choice
   */
  OptionsPane(
      Texts texts,
      Remembered remembered,
      Evaluation evaluation,
      @Nullable ChartSpec chart,
      Locale locale,
      Locale language,
      Supplier<Optional<Path>> chooseTemplate,
      Runnable changed) {
    this.texts = texts;
    this.remembered = remembered;
    this.evaluation = evaluation;
    this.chart = chart;
    this.locale = locale;
    this.language = language;
    this.changed = changed;
    this.slides = new SlideList(texts, this::changedSlides);
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
      names.addAll(new ChartGallery(evaluation, wishOf(ExportKind.PNG).texts(evaluation)).names());
    }
    return names;
  }

  private String chartName(String id) {
    String key = "chart." + id;
    return texts.has(key) ? texts.get(key) : Words.spaced(id);
  }

  private Wish wishOf(ExportKind wanted) {
    return new Wish(
        wanted,
        ExportOptions.of(locale).withLanguage(language),
        false,
        Aspect.WIDE,
        java.util.Map.of(),
        List.of(),
        List.of());
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
    slides.leaveOut(remembered
        .of(kind, "without")
        .filter(text -> !text.isEmpty())
        .map(text -> List.of(text.split(",")))
        .orElse(List.of()));
    showTemplate(remembered.of(kind, "template").map(Path::of).orElse(null));
    getChildren().setAll(rows());
    listSlides();
    showing = false;
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

  private void changedSlides() {
    listSlides();
    change();
  }

  private void listSlides() {
    if (kind == ExportKind.DECK) {
      try {
        Deck deck = wish().wholeDeck(evaluation);
        slides.show(deck.slides());
      } catch (InvalidInput nothing) {
        slides.show(List.of()); // the preview says why
      }
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

  Wish wish() {
    ExportOptions options = ExportOptions.of(locale)
        .withLanguage(language)
        .withDark(dark.isSelected())
        .withScale(scale.getValue() == null ? 2 : scale.getValue())
        .withTemplate(templateFile);
    String name = charts.getValue();
    ExportOptions ofChart =
        SHOWN.equals(name) ? options.withChart(chart) : options.withChartName(name);
    return new Wish(
        kind,
        kind.isChart() ? ofChart : options,
        "scenes".equals(source.getValue()),
        aspect.getValue() == null ? Aspect.WIDE : aspect.getValue(),
        slides.titles(),
        slides.without(),
        slides.order());
  }

  /** Keeps what was chosen for the next time. */
  void remember() {
    Wish wish = wish();
    remembered.put(kind, "dark", String.valueOf(wish.options().dark()));
    remembered.put(kind, "scenes", String.valueOf(wish.scenes()));
    remembered.put(kind, "aspect", wish.aspect().name());
    remembered.put(kind, "scale", String.valueOf(scale.getValue()));
    remembered.put(kind, "without", wish.without().stream().collect(Collectors.joining(",")));
    if (templateFile == null) {
      remembered.forget(kind, "template");
    } else {
      remembered.put(kind, "template", templateFile.toString());
    }
    remembered.save(kind);
  }
}
