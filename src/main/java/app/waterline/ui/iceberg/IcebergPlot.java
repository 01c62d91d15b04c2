package app.waterline.ui.iceberg;

import app.waterline.chart.Drawn;
import app.waterline.chart.IcebergChart;
import app.waterline.ui.chart.ChartCanvas;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/**
 * The picture with what a pointer and the arrow keys do on it: a layer that is pointed at, clicked or
 * reached by the keys is outlined and explained.
 */
final class IcebergPlot extends Pane {
  private static final double MARGIN = 20;
  private static final double WIDEST_CARD = 440;
  private static final double NARROWEST_CARD = 260;

  private final ChartCanvas canvas;
  private final LayerCard card;
  private final Costs costs;
  private final Region anchor = new Region();
  private final Path outline = new Path();
  private @Nullable Spot pointed;
  private @Nullable Spot chosen;

  /** A layer of a platform, by their ids. */
  private record Spot(String platform, String layer) {
    static Spot of(Drawn.Area area) {
      return new Spot(area.platform(), area.part());
    }

    boolean is(Drawn.Area area) {
      return platform.equals(area.platform()) && layer.equals(area.part());
    }
  }

  /** Opens where the cost of a platform comes from. */
  interface Costs {
    /** What is said of it before. */
    String spoken(String platform);

    void open(Node owner, String platform);
  }

  IcebergPlot(ChartCanvas canvas, LayerCard card, Costs costs) {
    this.canvas = canvas;
    this.card = card;
    this.costs = costs;
    anchor.setManaged(false);
    anchor.setMouseTransparent(true);
    canvas.setId("iceberg-chart");
    outline.getStyleClass().add("layer-outline");
    outline.setManaged(false);
    outline.setMouseTransparent(true);
    getChildren().addAll(canvas, outline, anchor, card);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(at(event).orElse(null)));
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(null));
    canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
  }

  ChartCanvas canvas() {
    return canvas;
  }

  /** Shows a picture; a layer that is chosen stays so while it is there. */
  void show(IcebergChart chart) {
    canvas.show(chart);
    setNeedsLayout(true);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    canvas.layout();
    mark();
  }

  private List<Drawn.Area> areas() {
    return canvas.showsTable() ? List.of() : canvas.drawn().map(Drawn::areas).orElse(List.of());
  }

  private Optional<Spot> at(MouseEvent event) {
    return areas().stream()
        .filter(area -> area.shape().contains(event.getX(), event.getY()))
        .findFirst()
        .map(Spot::of);
  }

  private void point(@Nullable Spot spot) {
    if (spot == null ? pointed != null : !spot.equals(pointed)) {
      pointed = spot;
      mark();
    }
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && !canvas.showsTable()) {
      canvas.requestFocus();
      choose(at(event).orElse(null));
      openCost();
    }
  }

  /** A chosen cost opens where it comes from; layers are explained by the card. */
  private void openCost() {
    area(chosen).filter(IcebergPlot::isCost).ifPresent(area -> {
      Rectangle2D bounds = area.shape().getBounds2D();
      anchor.resizeRelocate(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
      costs.open(anchor, area.platform());
    });
  }

  private static boolean isCost(Drawn.Area area) {
    return area.part().equals(IcebergChart.COST);
  }

  private void choose(@Nullable Spot spot) {
    chosen = spot;
    mark();
    Optional<Drawn.Area> area = area(spot);
    String spoken = area.flatMap(each ->
            isCost(each) ? Optional.of(costs.spoken(each.platform())) : layer(each, card::spoken))
        .orElseGet(canvas::description);
    canvas.setAccessibleText(spoken);
  }

  private Optional<Drawn.Area> area(@Nullable Spot spot) {
    return spot == null ? Optional.empty() : areas().stream().filter(spot::is).findFirst();
  }

  private interface Telling<T> {
    T tell(IcebergChart.Berg berg, IcebergChart.Layer layer);
  }

  private <T> Optional<T> layer(Drawn.Area area, Telling<T> telling) {
    return canvas
        .shown()
        .map(IcebergChart.class::cast)
        .flatMap(chart -> chart.berg(area.platform()))
        .flatMap(berg -> berg.layer(area.part()).map(layer -> telling.tell(berg, layer)));
  }

  /** Outlines and explains the layer that is pointed at, or else the chosen one. */
  private void mark() {
    Optional<Drawn.Area> area = area(pointed).or(() -> area(chosen));
    outline.setVisible(area.isPresent());
    area.ifPresent(this::outline);
    canvas.setCursor(
        area(pointed).filter(IcebergPlot::isCost).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    Optional<Drawn.Area> ice = area.filter(each -> !isCost(each));
    card.setVisible(ice.isPresent());
    ice.ifPresent(each -> {
      layer(each, (berg, layer) -> {
        card.explain(berg, layer);
        return layer;
      });
      place(each);
    });
  }

  private void outline(Drawn.Area area) {
    outline.getElements().clear();
    double[] at = new double[6];
    for (PathIterator path = area.shape().getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> outline.getElements().add(new MoveTo(at[0], at[1]));
        case PathIterator.SEG_LINETO -> outline.getElements().add(new LineTo(at[0], at[1]));
        case PathIterator.SEG_CLOSE -> outline.getElements().add(new ClosePath());
        default -> throw new IllegalStateException("Layers have straight edges.");
      }
    }
  }

  /** At the bottom left, or right where it would cover the layer. */
  private void place(Drawn.Area area) {
    Rectangle2D layer = area.shape().getBounds2D();
    boolean atRight = layer.getMinX() < getWidth() - layer.getMaxX();
    double free = atRight ? getWidth() - layer.getMaxX() : layer.getMinX();
    double most = Math.min(WIDEST_CARD, getWidth() - 2 * MARGIN);
    // Whole pixels, because a line may break elsewhere when the layout rounds the width.
    double width = Math.floor(Math.clamp(free - 2 * MARGIN, Math.min(NARROWEST_CARD, most), most));
    card.applyCss();
    double height = Math.min(card.prefHeight(width), getHeight() - 2 * MARGIN);
    double y = getHeight() - MARGIN - height;
    boolean covers = layer.intersects(MARGIN, y, width, height);
    double right = getWidth() - MARGIN - width;
    card.resizeRelocate(covers && atRight ? right : MARGIN, y, width, height);
  }

  private void step(KeyEvent event) {
    Optional<Drawn.Area> next = switch (event.getCode()) {
      case DOWN -> beneath();
      case UP -> above();
      case LEFT -> aside(-1);
      case RIGHT -> aside(1);
      default -> Optional.empty();
    };
    if (next.isPresent()) {
      pointed = null;
      choose(Spot.of(next.get()));
    }
    if (event.getCode().isArrowKey()) {
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      openCost();
    } else if (event.getCode() == KeyCode.ESCAPE && chosen != null) {
      choose(null);
      event.consume();
    }
  }

  private static double middle(Drawn.Area area) {
    return area.shape().getBounds2D().getCenterY();
  }

  private Stream<Drawn.Area> column(String platform) {
    return areas().stream()
        .filter(area -> area.platform().equals(platform))
        .sorted(Comparator.comparingDouble(IcebergPlot::middle));
  }

  private Optional<Drawn.Area> first() {
    return areas().stream().findFirst();
  }

  private Optional<Drawn.Area> beneath() {
    Optional<Drawn.Area> now = area(chosen);
    return now.isEmpty()
        ? first()
        : column(now.get().platform())
            .filter(area -> middle(area) > middle(now.get()))
            .findFirst();
  }

  private Optional<Drawn.Area> above() {
    Optional<Drawn.Area> now = area(chosen);
    return now.isEmpty()
        ? first()
        : column(now.get().platform())
            .filter(area -> middle(area) < middle(now.get()))
            .reduce((one, other) -> other);
  }

  /** The layer at the same height of the platform beside it. */
  private Optional<Drawn.Area> aside(int step) {
    Optional<Drawn.Area> now = area(chosen);
    if (now.isEmpty()) {
      return first();
    }
    List<String> platforms =
        areas().stream().map(Drawn.Area::platform).distinct().toList();
    int next = platforms.indexOf(now.get().platform()) + step;
    return next < 0 || next >= platforms.size()
        ? Optional.empty()
        : column(platforms.get(next))
            .min(Comparator.comparingDouble(area -> Math.abs(middle(area) - middle(now.get()))));
  }
}
