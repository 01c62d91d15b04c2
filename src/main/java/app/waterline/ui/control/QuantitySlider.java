package app.waterline.ui.control;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Input;
import atlantafx.base.controls.ProgressSliderSkin;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A number of the scenario: its name, a field, a slider below, the slider's edges and a mark at the
 * default. A double click goes back to the default, the arrow keys step.
 */
public final class QuantitySlider extends VBox {
  private static final PseudoClass UNSET = PseudoClass.getPseudoClass("unset");

  /**
   * What a slider shows.
   *
   * @param input unit and domain
   * @param label its name
   * @param low left edge, within the domain
   * @param high right edge; the field takes what lies beyond
   * @param step of an arrow key
   * @param initial the default; null for none
   * @param none what stands in the field where there is no value; null where there must be one
   */
  public record Range(
      Input input,
      String label,
      double low,
      double high,
      double step,
      @Nullable Double initial,
      @Nullable String none) {}

  private static final int LONG_UNIT = 8;

  private final Range range;
  private final QuantityFormat format;
  private final QuantityField field;
  private final Slider slider;
  private final Rectangle mark = new Rectangle(2, 8);
  private final StackPane track = new StackPane();
  private QuantityField.Sink sink = value -> {};
  private Runnable gestureBegins = () -> {};
  private Runnable gestureEnds = () -> {};
  private final Button reset = new Button("↺");
  private boolean showing;

  /** A slider for the given range. */
  public QuantitySlider(Range range, QuantityFormat format) {
    this.range = range;
    this.format = format;
    this.field = new QuantityField(range.input(), range.label(), format, range.none());
    this.slider = new Slider(range.low(), range.high(), range.low());
    getStyleClass().add("quantity-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(range.step());
    slider.setMajorTickUnit(range.high() - range.low());
    mark.getStyleClass().add("default-mark");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    mark.setVisible(range.initial() != null);
    track.getChildren().addAll(slider, mark);
    getChildren().addAll(head(), track, edges());
    listen();
  }

  private HBox head() {
    Label name = new Label(range.label());
    name.setLabelFor(field.editor());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    field.setMaxWidth(Region.USE_PREF_SIZE);
    if (hasLongUnit()) {
      field.brief();
    }
    reset.getStyleClass().add("reset-button");
    reset.setOnAction(event -> sink.accept(range.initial()));
    HBox head = new HBox(name, spring, reset, field);
    head.getStyleClass().add("quantity-head");
    return head;
  }

  /** A unit too long for the field stands at the right edge instead. */
  private String high() {
    return hasLongUnit() ? format.format(range.high(), range.input().unit()) : text(range.high());
  }

  private boolean hasLongUnit() {
    return range.input().unit().symbol().length() > LONG_UNIT;
  }

  private HBox edges() {
    boolean openLow = range.none() != null && range.initial() == null && range.low() == 0;
    Label low = new Label(openLow ? range.none() : text(range.low()));
    Label high = new Label(high());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox edges = new HBox(low, spring, high);
    edges.getStyleClass().add("slider-edges");
    return edges;
  }

  private String text(double value) {
    return format.number(value, range.input().unit());
  }

  private void listen() {
    slider.valueProperty().addListener((property, before, now) -> moved(now.doubleValue()));
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> gestureBegins.run());
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> gestureEnds.run());
    slider.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    track.layoutBoundsProperty().addListener((property, before, now) -> placeMark());
    field.onCommit(value -> sink.accept(value));
    field.onGesture(() -> gestureBegins.run(), () -> gestureEnds.run());
  }

  /** What happens with a new value. */
  public void onCommit(QuantityField.Sink newSink) {
    this.sink = newSink;
  }

  /** What happens round a drag, so that it becomes one step. */
  public void onGesture(Runnable begins, Runnable ends) {
    this.gestureBegins = begins;
    this.gestureEnds = ends;
  }

  /** Says what the input means and how its reset is called. */
  public void explain(String help, String resetText) {
    Tooltip.install(this, new Tooltip(help));
    slider.setAccessibleHelp(help);
    reset.setAccessibleText(resetText);
    reset.setTooltip(new Tooltip(resetText));
  }

  public QuantityField field() {
    return field;
  }

  public Slider slider() {
    return slider;
  }

  /** Shows the value in force; null for none. */
  public void show(@Nullable Double value) {
    field.show(value);
    showing = true;
    slider.setValue(value == null ? range.low() : value);
    showing = false;
    reset.setVisible(!Objects.equals(value, range.initial()));
    slider.pseudoClassStateChanged(UNSET, value == null);
    String shown = value == null
        ? Objects.requireNonNullElse(range.none(), "")
        : format.format(value, range.input().unit());
    slider.setAccessibleText(range.label() + ", " + shown);
  }

  private void moved(double position) {
    if (!showing) {
      sink.accept(valueAt(position));
    }
  }

  private @Nullable Double valueAt(double position) {
    double grain = range.step() / 5;
    double snapped = Math.rint(position / grain) * grain;
    double clean = Math.rint(snapped * 1e6) / 1e6;
    boolean atOpenEdge = range.none() != null && clean <= range.low() && range.low() == 0;
    return atOpenEdge ? null : Scrub.within(range.input(), clean);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      sink.accept(range.initial());
      event.consume();
    }
  }

  private void keyPressed(KeyEvent event) {
    int direction = directionOf(event.getCode());
    if (direction != 0) {
      sink.accept(valueAt(
          Math.clamp(slider.getValue() + direction * range.step(), range.low(), range.high())));
      event.consume();
    }
  }

  private static int directionOf(KeyCode code) {
    return switch (code) {
      case LEFT, DOWN -> -1;
      case RIGHT, UP -> 1;
      default -> 0;
    };
  }

  private void placeMark() {
    if (range.initial() != null) {
      double thumb = 16;
      double share = (range.initial() - range.low()) / (range.high() - range.low());
      mark.setX(thumb / 2 + share * (track.getWidth() - thumb) - 1);
      mark.setY(track.getHeight() / 2 + 6);
    }
  }
}
