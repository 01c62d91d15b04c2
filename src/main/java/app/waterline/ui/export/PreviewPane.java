package app.waterline.ui.export;

import app.waterline.chart.ChartSpec;
import app.waterline.engine.Evaluation;
import app.waterline.export.ExportKind;
import app.waterline.export.file.Progress;
import app.waterline.export.preview.PagePicture;
import app.waterline.export.preview.SheetCells;
import app.waterline.export.preview.SlidePictures;
import app.waterline.format.Phrases;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Scrolling;
import app.waterline.ui.control.Spoken;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Shows what will come out, made the same way as the file itself, as soon as nobody has typed for a moment. */
final class PreviewPane extends VBox {
  private static final int SLIDE_PIXELS = 1100;
  private static final int MOST_TEXT = 40_000;
  private static final double MARGINS = 40;

  private final Texts texts;
  private final Phrases phrases;
  private final Writing writing;
  private final Background background = new Background("export-preview");
  private final PauseTransition settle = new PauseTransition(Duration.millis(200));
  private final VBox pictures = new VBox();
  private final ScrollPane scroll = Scrolling.round(pictures);
  private final TextArea text = new TextArea();
  private final Label note = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final StackPane stage = new StackPane();

  PreviewPane(Texts texts, Phrases phrases, Writing writing) {
    this.texts = texts;
    this.phrases = phrases;
    this.writing = writing;
    getStyleClass().add("export-preview");
    setId("export-preview");
    pictures.getStyleClass().add("export-pictures");
    scroll.getStyleClass().add("side-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToWidth(true);
    text.setEditable(false);
    text.getStyleClass().add("export-text");
    Spoken.name(text, texts.get("preview.text"));
    note.getStyleClass().add("export-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    busy.setMaxSize(40, 40);
    busy.setVisible(false);
    VBox.setVgrow(stage, Priority.ALWAYS);
    getChildren().addAll(stage, note);
  }

  /** What a preview shows. */
  private sealed interface Shown {
    record Pictures(List<Image> images) implements Shown {}

    record Sheets(List<SheetCells> sheets) implements Shown {}

    record Words(String words) implements Shown {}
  }

  void show(Wish wish, Evaluation evaluation) {
    settle.setOnFinished(event -> make(wish, evaluation));
    settle.playFromStart();
  }

  void stop() {
    settle.stop();
    background.stop();
  }

  /** Says that it is still being found out what will come out. */
  void showBusy() {
    busy.setVisible(true);
    if (!stage.getChildren().contains(busy)) {
      stage.getChildren().add(busy);
    }
  }

  private void make(Wish wish, Evaluation evaluation) {
    showBusy();
    note.setText(noteOf(wish.kind()));
    background.run(
        progress -> made(wish, evaluation, progress), share -> {}, this::shown, this::failed);
  }

  private String noteOf(ExportKind kind) {
    String key = "preview.note." + kind.name();
    return texts.has(key) ? texts.get(key) : "";
  }

  private Shown made(Wish wish, Evaluation evaluation, Progress progress) {
    byte[] bytes = writing.make(wish, evaluation, progress.part(0, 0.5)).bytes();
    return switch (wish.kind()) {
      case PNG -> new Shown.Pictures(List.of(new Image(new ByteArrayInputStream(bytes))));
      case SVG ->
        new Shown.Pictures(List.of(new Image(new ByteArrayInputStream(
            writing.make(wish.as(ExportKind.PNG), evaluation, progress).bytes()))));
      case PDF, BRIEF -> new Shown.Pictures(List.of(image(PagePicture.of(bytes, 2))));
      case DECK -> new Shown.Pictures(slides(bytes, wish, evaluation, progress));
      case SHEET -> new Shown.Sheets(SheetCells.of(bytes, wish.options().locale()));
      case REPORT -> new Shown.Pictures(charts(wish, evaluation, progress.part(0.5, 1)));
      case CSV, MARKDOWN, JSON -> new Shown.Words(start(bytes));
    };
  }

  private List<Image> slides(byte[] bytes, Wish wish, Evaluation evaluation, Progress progress) {
    List<Image> images = new ArrayList<>();
    new SlidePictures(writing.texts(evaluation, wish.options()), writing.fonts())
        .draw(
            bytes,
            wish.deck(),
            wish.options().dark(),
            SLIDE_PIXELS,
            picture -> images.add(image(picture)),
            progress.part(0.5, 1));
    return images;
  }

  /** The charts of a page. */
  private List<Image> charts(Wish wish, Evaluation evaluation, Progress progress) {
    List<Image> images = new ArrayList<>();
    List<ChartSpec> charts = writing.chartsOfPage(evaluation, wish.options());
    for (ChartSpec each : charts) {
      progress.at((double) images.size() / charts.size());
      Wish one =
          new Wish(ExportKind.PNG, wish.options().withChart(each).withScale(1.5), wish.deck());
      images.add(new Image(new ByteArrayInputStream(
          writing.make(one, evaluation, Progress.UNWATCHED).bytes())));
    }
    return images;
  }

  private static Image image(BufferedImage drawn) {
    BufferedImage opaque =
        new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    opaque.createGraphics().drawImage(drawn, 0, 0, null);
    int[] pixels = ((DataBufferInt) opaque.getRaster().getDataBuffer()).getData();
    return new WritableImage(new PixelBuffer<>(
        drawn.getWidth(),
        drawn.getHeight(),
        IntBuffer.wrap(pixels),
        PixelFormat.getIntArgbPreInstance()));
  }

  private static String start(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    return all.length() <= MOST_TEXT ? all : all.substring(0, MOST_TEXT) + "\n…";
  }

  private void shown(Shown shown) {
    Node node = switch (shown) {
      case Shown.Pictures many -> pictures(many.images());
      case Shown.Sheets book ->
        scrolled(book.sheets().stream().map(SheetGrid::new).toList());
      case Shown.Words words -> words(words.words());
    };
    stage.getChildren().setAll(node);
  }

  private Node pictures(List<Image> images) {
    return scrolled(images.stream().map(this::view).toList());
  }

  private Node scrolled(List<? extends Node> parts) {
    double position = scroll.getVvalue();
    pictures.getChildren().setAll(parts);
    Platform.runLater(() -> scroll.setVvalue(position));
    return scroll;
  }

  private ImageView view(Image image) {
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.getStyleClass().add("export-picture");
    view.fitWidthProperty().bind(stage.widthProperty().subtract(MARGINS));
    return view;
  }

  private Node words(String words) {
    text.setText(words);
    text.setScrollTop(0);
    return text;
  }

  private void failed(Exception fault) {
    showFault(phrases.say(Objects.requireNonNullElse(fault.getMessage(), fault.toString())));
  }

  /** Says why nothing will come out. */
  void showFault(String fault) {
    stop();
    Label why = new Label(fault);
    why.setId("export-preview-fault");
    why.setWrapText(true);
    why.getStyleClass().add("export-fault");
    stage.getChildren().setAll(why);
    note.setText("");
  }
}
