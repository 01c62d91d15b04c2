package app.waterline.ui.chart;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.Drawn;
import app.waterline.chart.LineChart;
import app.waterline.ui.Pointing;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows a chart. It is drawn again in the layout of the next pulse when the chart, the size or the theme
 * has changed, and only then. A screen reader gets the chart in words; the menu shows it as a table and
 * copies its data or its image.
 */
public final class ChartCanvas extends Region {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final double HANDLE = 28;

  private final Texts texts = Texts.of("textsChart", Locale.getDefault(Locale.Category.DISPLAY));
  private final Label handle;
  private final Canvas canvas = new Canvas();
  private final Canvas over = new Canvas();
  private final Words words;
  private final MenuItem swap = new MenuItem();
  private @Nullable ContextMenu menu;
  private ChartDrawing drawing;
  private @Nullable ChartSpec spec;
  private @Nullable TableView<?> table;
  private @Nullable Drawn drawn;
  private @Nullable LineChart standing;
  private final Rectangle marker = new Rectangle();
  private Optional<String> marked = Optional.empty();
  private final Scale shrink = new Scale();
  private double enlarged = 1;
  private boolean wordless;
  private boolean stale = true;

  /**
   * The words of the menu.
   *
   * @param showAsTable for a chart
   * @param showAsChart for a table
   * @param copyData copies the figures
   * @param copyImage copies the picture
   */
  public record Words(String showAsTable, String showAsChart, String copyData, String copyImage) {}

  /**
   * @param drawing how to draw, until {@link #use} says otherwise
   * @param words the words of the menu
   */
  public ChartCanvas(ChartDrawing drawing, Words words) {
    this.drawing = drawing;
    this.words = words;
    swap.setOnAction(event -> swap());
    swap.setText(words.showAsTable());
    getStyleClass().add("chart-canvas");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    localToSceneTransformProperty().subscribe(moved -> comeBack());
    List.of(canvas, over).forEach(each -> each.getTransforms().setAll(shrink));
    over.setMouseTransparent(true);
    handle = handle();
    marker.getStyleClass().add("chart-marker");
    marker.setManaged(false);
    marker.setMouseTransparent(true);
    marker.setVisible(false);
    getChildren().addAll(canvas, over, marker, handle);
    setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
    setOnMousePressed(event -> hideMenu());
    addEventHandler(KeyEvent.KEY_PRESSED, this::openMenu);
  }

  /**
   * Puts the figures of the chart into the menu.
   *
   * @param label what opening one does
   * @param figures what opens each, by its name; asked for whenever the menu opens
   */
  public void explains(String label, Supplier<Map<String, Runnable>> figures) {
    Menu explain = new Menu(label);
    explain.setId("chart-explain");
    menu().getItems().addAll(0, List.of(explain, new SeparatorMenuItem()));
    menu().setOnShowing(event -> {
      explain
          .getItems()
          .setAll(figures.get().entrySet().stream()
              .map(each -> item(each.getKey(), each.getValue(), null))
              .toList());
      explain.setDisable(explain.getItems().isEmpty());
    });
  }

  /** Tells whose part of the chart the pointer is over. */
  public void pointsOut(Pointing pointing) {
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointing.point(platformAt(event)));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointing.point(Optional.empty()));
  }

  /** The same, and a click pins it, where a click does nothing else. */
  public void pins(Pointing pointing) {
    pointsOut(pointing);
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        platformAt(event).ifPresent(pointing::pin);
      }
    });
  }

  private Optional<String> platformAt(MouseEvent event) {
    double x = event.getX() - getInsets().getLeft();
    double y = event.getY() - getInsets().getTop();
    return areas()
        .filter(area -> area.shape().contains(x, y))
        .map(Drawn.Area::platform)
        .findFirst();
  }

  private Stream<Drawn.Area> areas() {
    return drawn == null || table != null ? Stream.empty() : drawn.areas().stream();
  }

  /** Marks where a platform is. */
  public void mark(Optional<String> platform) {
    marked = platform;
    mark();
  }

  private void mark() {
    Optional<Rectangle2D> place = areas()
        .filter(area -> Optional.of(area.platform()).equals(marked))
        .map(area -> area.shape().getBounds2D())
        .reduce(Rectangle2D::createUnion);
    marker.setVisible(place.isPresent());
    place.ifPresent(at -> {
      marker.setX(Math.max(1, at.getX() + getInsets().getLeft()));
      marker.setY(at.getY() + getInsets().getTop());
      marker.setWidth(Math.min(at.getWidth(), getWidth() - marker.getX() - 1));
      marker.setHeight(at.getHeight());
    });
  }

  /** Made when it is first asked for: a menu is a window of its own, and the start has no use for one. */
  private ContextMenu menu() {
    ContextMenu known = menu;
    if (known == null) {
      known = new ContextMenu(
          item(words.copyImage(), this::copyImage, COPY),
          item(words.copyData(), this::copyData, null),
          item(texts.get("chart.saveAs"), this::saveAs, null),
          new SeparatorMenuItem(),
          swap);
      menu = known;
    }
    return known;
  }

  private void hideMenu() {
    if (menu != null) {
      menu.hide();
    }
  }

  private static MenuItem item(String text, Runnable action, @Nullable KeyCombination accelerator) {
    MenuItem item = new MenuItem(text);
    item.setAccelerator(accelerator);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** At the corner while the pointer is over the chart: the rest of it belongs to what is drawn there. */
  private Label handle() {
    Label grip = new Label();
    grip.setGraphic(new FontIcon(Feather.SHARE));
    grip.getStyleClass().add("chart-handle");
    Hints.show(grip, texts.get("chart.dragOut"));
    grip.setManaged(false);
    grip.visibleProperty().bind(hoverProperty());
    grip.setOnDragDetected(this::dragOut);
    grip.setOnMouseClicked(event -> copyImage());
    return grip;
  }

  private void dragOut(MouseEvent event) {
    shown().ifPresent(each -> {
      Dragboard board = startDragAndDrop(TransferMode.COPY);
      board.setContent(
          ChartClipboard.contentOf(drawing, each, (int) getWidth(), (int) getHeight()));
      event.consume();
    });
  }

  private void saveAs() {
    shown().ifPresent(each -> fireEvent(new ChartRequest(ChartRequest.SAVE, each)));
  }

  private void openMenu(KeyEvent event) {
    if (COPY.match(event)) {
      copyImage();
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      Bounds bounds = getLayoutBounds();
      menu().show(this, Side.TOP, bounds.getCenterX() / 2, 24);
      event.consume();
    }
  }

  /** Shows a chart; the same one again costs nothing. */
  public void show(ChartSpec next) {
    if (!next.equals(spec)) {
      boolean sameRoom =
          spec != null && ChartDrawing.preferredHeight(spec) == ChartDrawing.preferredHeight(next);
      spec = next;
      setAccessibleText(next.describe(drawing.texts()));
      if (table != null) {
        showTable(next);
      }
      if (sameRoom) {
        stale = true;
        setNeedsLayout(true);
      } else {
        redraw();
      }
    }
  }

  /** Leaves title, subtitle and notes of the drawing out, where the screen sets them itself. */
  public void leaveWordsOut() {
    wordless = true;
  }

  /** Draws in another theme from now on. */
  public void use(ChartDrawing next) {
    if (!next.equals(drawing)) {
      drawing = next;
      standing = null;
      redraw();
    }
  }

  /** The chart shown. */
  public Optional<ChartSpec> shown() {
    return Optional.ofNullable(spec);
  }

  /** The chart in words; empty while there is none. */
  public String description() {
    return spec == null ? "" : spec.describe(drawing.texts());
  }

  /** Whether its figures stand there as a table now. */
  public boolean showsTable() {
    return table != null;
  }

  /** Where the axes of the last drawing are, in this node's coordinates less its padding. */
  public Optional<Drawn> drawn() {
    return Optional.ofNullable(drawn);
  }

  /** An enlarged window, as while presenting, is drawn with as many more pixels, and stays sharp. */
  private double enlargement() {
    return Math.clamp(Math.round(getLocalToSceneTransform().getMxx() * 8) / 8.0, 1, 4);
  }

  private void comeBack() {
    if (stale || enlarged != enlargement()) {
      requestLayout();
    }
  }

  private void redraw() {
    stale = true;
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    double inside = spec == null ? 0 : ChartDrawing.preferredHeight(spec);
    return inside + getInsets().getTop() + getInsets().getBottom();
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480 + getInsets().getLeft() + getInsets().getRight();
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth() - getInsets().getLeft() - getInsets().getRight());
    double height = Math.floor(getHeight() - getInsets().getTop() - getInsets().getBottom());
    handle.resizeRelocate(getWidth() - HANDLE - 4, 4, HANDLE, HANDLE);
    if (table != null) {
      table.resizeRelocate(getInsets().getLeft(), getInsets().getTop(), width, height);
    } else if (isInSight() && (stale || !fits(width, height))) {
      fit(width, height);
      draw(width, height);
      stale = false;
    }
    mark();
  }

  /** A chart that is scrolled away is drawn when it comes back; until then a slider need not pay for it. */
  private boolean isInSight() {
    for (Parent each = getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane scroll) {
        Bounds window = scroll.localToScene(scroll.getLayoutBounds());
        return window.isEmpty() || window.intersects(localToScene(getLayoutBounds()));
      }
    }
    return true;
  }

  private boolean fits(double width, double height) {
    double scale = enlargement();
    return enlarged == scale
        && canvas.getWidth() == width * scale
        && canvas.getHeight() == height * scale;
  }

  private void fit(double width, double height) {
    if (!fits(width, height)) {
      standing = null;
    }
    enlarged = enlargement();
    shrink.setX(1 / enlarged);
    shrink.setY(1 / enlarged);
    for (Canvas each : List.of(canvas, over)) {
      each.setWidth(width * enlarged);
      each.setHeight(height * enlarged);
      each.relocate(getInsets().getLeft(), getInsets().getTop());
    }
  }

  private void draw(double width, double height) {
    if (width <= 0 || height <= 0) {
      return;
    }
    if (wordless && spec instanceof LineChart lines) {
      drawInLayers(lines, width, height);
    } else {
      standing = null;
      on(over, width, height, graphics -> {});
      on(canvas, width, height, this::drawWhole);
    }
  }

  private void drawWhole(FXGraphics2D graphics) {
    if (spec != null) {
      ChartSpec whole = wordless ? spec.withoutWords() : spec;
      drawn = drawing.draw(
          graphics, whole, canvas.getWidth() / enlarged, canvas.getHeight() / enlarged);
    }
  }

  /** A dragged target leaves thousands of points where they are; only what lies over them is drawn again. */
  private void drawInLayers(LineChart lines, double width, double height) {
    LineChart still = lines.bare(beyond(lines) ? lines.target() : null);
    if (!still.equals(standing)) {
      on(
          canvas,
          width,
          height,
          graphics -> drawn = drawing.drawLines(graphics, still, width, height));
      standing = still;
    }
    Drawn below = drawn;
    if (below != null) {
      on(over, width, height, graphics -> drawn = drawing.drawOver(graphics, lines, below));
    }
  }

  /** Whether the target lies outside the points, so that the axis has to grow. */
  private static boolean beyond(LineChart lines) {
    LineChart.Target target = lines.target();
    return target != null
        && lines.series().stream()
            .flatMap(each -> each.points().stream())
            .noneMatch(point -> point.x() >= target.at());
  }

  private void on(Canvas canvas, double width, double height, Consumer<FXGraphics2D> draws) {
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, width * enlarged, height * enlarged);
    context.save();
    FXGraphics2D graphics = new FXGraphics2D(context);
    graphics.scale(enlarged, enlarged);
    draws.accept(graphics);
    context.restore();
  }

  private void swap() {
    if (spec == null) {
      return;
    }
    if (table == null) {
      showTable(spec);
      swap.setText(words.showAsChart());
    } else {
      table = null;
      getChildren().setAll(canvas, over, marker, handle);
      swap.setText(words.showAsTable());
    }
    redraw();
  }

  private void showTable(ChartSpec shown) {
    TableView<?> shownAsTable = DataTables.view(shown.table(drawing.texts()));
    shownAsTable.setContextMenu(menu());
    table = shownAsTable;
    getChildren().setAll(shownAsTable);
  }

  private void copyData() {
    shown().ifPresent(each -> ChartClipboard.copyData(each.table(drawing.texts())));
  }

  private void copyImage() {
    shown()
        .ifPresent(
            each -> ChartClipboard.copyAll(drawing, each, (int) getWidth(), (int) getHeight()));
  }
}
