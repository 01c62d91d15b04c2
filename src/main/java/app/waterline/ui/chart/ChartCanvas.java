package app.waterline.ui.chart;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.Drawn;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jfree.fx.FXGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * Shows a chart. It is drawn again in the layout of the next pulse when the chart, the size or the theme
 * has changed, and only then. A screen reader gets the chart in words; the menu shows it as a table and
 * copies its data or its image.
 */
public final class ChartCanvas extends Region {
  private final Canvas canvas = new Canvas();
  private final Words words;
  private final MenuItem swap = new MenuItem();
  private final ContextMenu menu;
  private ChartDrawing drawing;
  private @Nullable ChartSpec spec;
  private @Nullable TableView<?> table;
  private @Nullable Drawn drawn;
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
    this.menu = new ContextMenu(
        swap, item(words.copyData(), this::copyData), item(words.copyImage(), this::copyImage));
    swap.setOnAction(event -> swap());
    swap.setText(words.showAsTable());
    getStyleClass().add("chart-canvas");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    getChildren().add(canvas);
    setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
    setOnMousePressed(event -> menu.hide());
    addEventHandler(KeyEvent.KEY_PRESSED, this::openMenu);
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void openMenu(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      Bounds bounds = getLayoutBounds();
      menu.show(this, Side.TOP, bounds.getCenterX() / 2, 24);
      event.consume();
    }
  }

  /** Shows a chart; the same one again costs nothing. */
  public void show(ChartSpec next) {
    if (!next.equals(spec)) {
      spec = next;
      setAccessibleText(next.describe(drawing.texts()));
      if (table != null) {
        showTable(next);
      }
      redraw();
    }
  }

  /** Draws in another theme from now on. */
  public void use(ChartDrawing next) {
    if (!next.equals(drawing)) {
      drawing = next;
      redraw();
    }
  }

  /** The chart shown. */
  public Optional<ChartSpec> shown() {
    return Optional.ofNullable(spec);
  }

  /** Where the axes of the last drawing are, in this node's coordinates less its padding. */
  public Optional<Drawn> drawn() {
    return Optional.ofNullable(drawn);
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
    if (table != null) {
      table.resizeRelocate(getInsets().getLeft(), getInsets().getTop(), width, height);
    } else if (stale || canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      canvas.relocate(getInsets().getLeft(), getInsets().getTop());
      draw(width, height);
      stale = false;
    }
  }

  private void draw(double width, double height) {
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, width, height);
    if (spec != null && width > 0 && height > 0) {
      context.save();
      drawn = drawing.draw(new FXGraphics2D(context), spec, width, height);
      context.restore();
    }
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
      getChildren().setAll(canvas);
      swap.setText(words.showAsTable());
    }
    redraw();
  }

  private void showTable(ChartSpec shown) {
    TableView<?> made = DataTables.view(shown.table(drawing.texts()));
    made.setContextMenu(menu);
    table = made;
    getChildren().setAll(made);
  }

  private void copyData() {
    shown().ifPresent(each -> ChartClipboard.copyData(each.table(drawing.texts())));
  }

  private void copyImage() {
    shown()
        .ifPresent(
            each -> ChartClipboard.copyImage(drawing, each, (int) getWidth(), (int) getHeight()));
  }
}
