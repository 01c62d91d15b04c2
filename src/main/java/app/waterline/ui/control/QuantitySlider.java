package app.waterline.ui.control;

import app.waterline.format.QuantityFormat;
import app.waterline.model.Distribution;
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
  private static final double LONGEST_NAME = 150;

  private final Range shown;
  private final QuantityFormat format;
  private final QuantityField field;
  private final Slider slider;
  private final Rectangle mark = new Rectangle(2, 8);
  private final StackPane track = new StackPane();
  private QuantityField.Sink sink = value -> {};
  private QuantityField.@Nullable RangeSink rangeSink;
  private @Nullable Distribution known;
  private @Nullable Double initial;
  private Runnable gestureBegins = () -> {};
  private Runnable gestureEnds = () -> {};
  private final Button reset = new Button("↺");
  private boolean showing;

  /** A slider for the given range. */
  public QuantitySlider(Range range, QuantityFormat format) {
    this.shown = range;
    this.initial = range.initial();
    this.format = format;
    this.field = new QuantityField(shown.input(), shown.label(), format, shown.none());
    this.slider = new Slider(shown.low(), shown.high(), shown.low());
    getStyleClass().add("quantity-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(shown.step());
    slider.setMajorTickUnit(shown.high() - shown.low());
    mark.getStyleClass().add("default-mark");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    mark.setVisible(shown.initial() != null);
    track.getChildren().addAll(slider, mark);
    getChildren().addAll(head(), track, edges());
    listen();
  }

  private HBox head() {
    Label name = new Label(shown.label()) {
      // Where the field grows, its words break no earlier than they must.
      @Override
      protected double computeMinWidth(double height) {
        return Math.min(LONGEST_NAME, computePrefWidth(-1));
      }
    };
    name.setLabelFor(field.editor());
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    field.setMaxWidth(Region.USE_PREF_SIZE);
    reset.setMinWidth(Region.USE_PREF_SIZE);
    if (hasLongUnit()) {
      field.brief();
      field.unitElsewhere();
    }
    reset.getStyleClass().add("reset-button");
    reset.setOnAction(event -> sink.accept(initial));
    HBox head = new HBox(name, spring, reset, field);
    head.getStyleClass().add("quantity-head");
    return head;
  }

  /** A unit too long for the field stands at the right edge instead. */
  private String high() {
    return hasLongUnit() ? format.format(shown.high(), shown.input().unit()) : text(shown.high());
  }

  private boolean hasLongUnit() {
    return shown.input().unit().symbol().length() > LONG_UNIT;
  }

  private HBox edges() {
    boolean openLow = shown.none() != null && shown.initial() == null && shown.low() == 0;
    Label low = new Label(openLow ? shown.none() : text(shown.low()));
    Label high = new Label(high());
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox edges = new HBox(low, spring, high);
    edges.getStyleClass().add("slider-edges");
    return edges;
  }

  private String text(double value) {
    return format.number(value, shown.input().unit());
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

  /** What happens with a range; without it the slider has exact numbers only. */
  public void onRange(QuantityField.RangeSink newSink) {
    this.rangeSink = newSink;
    field.onRange((value, range) -> newSink.accept(value, range));
  }

  /** What happens round a drag, so that it becomes one step. */
  public void onGesture(Runnable begins, Runnable ends) {
    this.gestureBegins = begins;
    this.gestureEnds = ends;
  }

  /** Says what the input means and how its reset is called. */
  public void explain(String help, String resetText) {
    Tooltip.install(this, Hints.tooltip(help));
    slider.setAccessibleHelp(help);
    nameReset(resetText);
  }

  /** The default is another one, as that of a price in another currency; called before a value is shown. */
  public void startsAt(@Nullable Double newInitial, String resetText) {
    initial = newInitial;
    nameReset(resetText);
    placeMark();
  }

  private void nameReset(String text) {
    reset.setAccessibleText(text);
    Hints.show(reset, text);
  }

  public QuantityField field() {
    return field;
  }

  public Slider slider() {
    return slider;
  }

  /** Shows the value in force; null for none. */
  public void show(@Nullable Double value) {
    show(value, null);
  }

  /** Shows the value in force and what is known of it; null for none. */
  public void show(@Nullable Double value, @Nullable Distribution range) {
    known = range;
    field.show(value, range);
    showing = true;
    slider.setValue(value == null ? shown.low() : value);
    showing = false;
    reset.setVisible(known != null || !Objects.equals(value, initial));
    slider.pseudoClassStateChanged(UNSET, value == null);
    String text = value == null
        ? Objects.requireNonNullElse(shown.none(), "")
        : format.format(value, shown.input().unit());
    slider.setAccessibleText(shown.label() + ", " + text);
  }

  private void moved(double position) {
    if (!showing) {
      move(valueAt(position));
    }
  }

  /** The thumb is the centre of a range, which comes along as far as the domain goes. */
  private void move(@Nullable Double to) {
    if (known == null || rangeSink == null || to == null) {
      sink.accept(to);
    } else {
      Distribution moved = shown.input().moved(known, to);
      rangeSink.accept(moved.centre(), moved);
    }
  }

  private @Nullable Double valueAt(double position) {
    double grain = shown.step() / 5;
    double snapped = Math.rint(position / grain) * grain;
    double clean = Math.rint(snapped * 1e6) / 1e6;
    boolean atOpenEdge = shown.none() != null && clean <= shown.low() && shown.low() == 0;
    return atOpenEdge ? null : Scrub.within(shown.input(), clean);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      sink.accept(initial);
      event.consume();
    }
  }

  private void keyPressed(KeyEvent event) {
    int direction = directionOf(event.getCode());
    if (direction != 0) {
      move(valueAt(
          Math.clamp(slider.getValue() + direction * shown.step(), shown.low(), shown.high())));
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
    if (initial != null) {
      double thumb = 16;
      double share = Math.clamp((initial - shown.low()) / (shown.high() - shown.low()), 0, 1);
      mark.setX(thumb / 2 + share * (track.getWidth() - thumb) - 1);
      mark.setY(track.getHeight() / 2 + 6);
    }
  }
}
