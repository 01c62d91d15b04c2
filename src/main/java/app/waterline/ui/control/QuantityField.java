package app.waterline.ui.control;

import app.waterline.format.QuantityFormat;
import app.waterline.format.RangeFormat;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit that can be typed or dragged sideways, or a range of it, where somebody takes
 * ranges. What the input refuses is explained below the field, and the last valid value stays in force.
 */
public final class QuantityField extends VBox implements Draft {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final PseudoClass RANGED = PseudoClass.getPseudoClass("ranged");
  private static final PseudoClass EDITING = PseudoClass.getPseudoClass("editing");
  private static final double DRAG_STARTS_AT = 3;
  private static final int COLUMNS = 6;
  private static final int COLUMNS_OF_A_RANGE = 8;
  private static final double LEAST_EDITOR = 40;

  /** Takes a committed value; null where the field was emptied. Throws what it refuses. */
  public interface Sink {
    void accept(@Nullable Double value);
  }

  /** Takes a committed range with the value that it stands round. Throws what it refuses. */
  public interface RangeSink {
    void accept(double value, Distribution range);
  }

  private final Input input;
  private final Unit counted;
  private final String label;
  private final QuantityFormat format;
  private final RangeFormat ranges;
  private final @Nullable String none;
  private final TextField editor = new TextField();
  private final Label unit = new Label();
  private final Label message = new Label();
  private final MenuButton shapes = new MenuButton();
  private final HBox box = new HBox(editor, unit, shapes);
  private Sink sink = value -> {};
  private Runnable gestureBegins = () -> {};
  private Runnable gestureEnds = () -> {};
  private @Nullable RangeSink rangeSink;
  private @Nullable Double value;
  private @Nullable Distribution range;
  private double pressedAt;
  private double valueAtPress;
  private boolean pressed;
  private boolean scrubbing;
  private boolean brief;

  /**
   * @param input unit and domain
   * @param label the name that a screen reader says
   * @param format reads and writes the number
   * @param none what stands in the field where there is no value; null where there must be one
   */
  public QuantityField(Input input, String label, QuantityFormat format, @Nullable String none) {
    this(input, input.unit(), label, format, none);
  }

  /**
   * @param input the domain
   * @param counted the unit, where the input itself has none
   * @param label the name that a screen reader says
   * @param format reads and writes the number
   * @param none what stands in the field where there is no value; null where there must be one
   */
  public QuantityField(
      Input input, Unit counted, String label, QuantityFormat format, @Nullable String none) {
    this.input = input;
    this.counted = counted;
    this.label = label;
    this.format = format;
    this.ranges = new RangeFormat(format);
    this.none = none;
    getStyleClass().add("quantity-field");
    box.getStyleClass().add("quantity-box");
    box.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(editor, Priority.ALWAYS);
    editor.setMinWidth(LEAST_EDITOR);
    unit.getStyleClass().add("quantity-unit");
    unit.setText(format.fieldUnit(counted));
    unit.setMinWidth(USE_PREF_SIZE);
    shapes.getStyleClass().add("shape-button");
    shapes.setFocusTraversable(false);
    shapes.setAccessibleText(label + ", " + ranges.menuName());
    message.getStyleClass().add("field-message");
    message.setWrapText(true);
    editor.setAlignment(Pos.CENTER_RIGHT);
    editor.setPromptText(none == null ? "" : none);
    getChildren().addAll(box, message);
    showMessage(null);
    listen();
    render();
  }

  private void listen() {
    editor.setOnAction(event -> commit());
    editor.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    editor.focusedProperty().addListener((property, before, focused) -> focusMoved(focused));
    editor.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    editor.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    editor.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    box.addEventHandler(MouseEvent.MOUSE_PRESSED, this::besideTheNumber);
  }

  /** A scroll pane round the field would take the focus, and what is typed next would go nowhere. */
  private void besideTheNumber(MouseEvent event) {
    if (!isDisabled()) {
      editor.requestFocus();
      event.consume();
    }
  }

  /** What happens with a new value. */
  public void onCommit(Sink newSink) {
    this.sink = newSink;
  }

  /** What happens with a range; without it the field takes exact numbers only. */
  public void onRange(RangeSink newSink) {
    this.rangeSink = newSink;
    shapes.getItems().setAll(shapeItems());
    render();
  }

  private List<MenuItem> shapeItems() {
    List<MenuItem> items = new ArrayList<>();
    items.add(shapeItem(ranges.exactName(), () -> sink.accept(value)));
    for (RangeFormat.Shape shape : RangeFormat.Shape.values()) {
      items.add(shapeItem(ranges.name(shape), () -> reshape(shape)));
    }
    return items;
  }

  private MenuItem shapeItem(String name, Runnable choice) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(event -> attempt(choice));
    return item;
  }

  private void attempt(Runnable choice) {
    try {
      choice.run();
      showMessage(null);
      render();
    } catch (IllegalArgumentException refused) {
      showMessage(format.phrases().say(refused));
    }
  }

  /** Another shape with about the same ends; round an exact number, a tenth of it to both sides. */
  private void reshape(RangeFormat.Shape shape) {
    if (value != null && rangeSink != null) {
      Distribution known = range == null ? RangeFormat.tenth(value, input) : range;
      Distribution next = RangeFormat.reshaped(known, shape);
      rangeSink.accept(next.centre(), within(next));
    }
  }

  private Distribution within(Distribution entered) {
    input.requireRange(entered);
    return entered;
  }

  /** What happens round a drag, so that it becomes one step. */
  public void onGesture(Runnable begins, Runnable ends) {
    this.gestureBegins = begins;
    this.gestureEnds = ends;
  }

  /** Leaves the unit away while nobody types, where the name beside the field says it. */
  public void brief() {
    brief = true;
    render();
  }

  /** Shows no unit even while somebody types, where it stands near the field. */
  public void unitElsewhere() {
    unit.setText("");
  }

  /** Says on hover where the value comes from; null for nothing to say. */
  public void setEvidence(@Nullable String source) {
    Hints.show(editor, source);
  }

  /** The text field inside. */
  public TextField editor() {
    return editor;
  }

  /** What the field complains about, empty where all is well. */
  public Optional<String> complaint() {
    return Optional.of(message.getText()).filter(text -> !text.isEmpty());
  }

  /** Shows the value in force, unless somebody is typing. */
  public void show(@Nullable Double newValue) {
    show(newValue, null);
  }

  /** Shows the value in force and what is known of it, unless somebody is typing. */
  public void show(@Nullable Double newValue, @Nullable Distribution newRange) {
    boolean changed = !Objects.equals(value, newValue) || !Objects.equals(range, newRange);
    boolean typing = isUncommitted();
    value = newValue;
    range = newRange;
    if (changed && (!editor.isFocused() || scrubbing || !typing)) {
      showMessage(null);
      render();
    }
  }

  @Override
  public boolean isUncommitted() {
    return editor.isFocused() && !editor.getText().equals(editText());
  }

  private String editText() {
    return value == null
        ? ""
        : range == null ? format.field(value, counted) : ranges.field(range, counted);
  }

  private String displayText() {
    if (value == null) {
      return "";
    }
    if (range != null) {
      return ranges.compact(range, counted);
    }
    return brief ? format.number(value, counted) : format.format(value, counted);
  }

  private void render() {
    boolean editing = editor.isFocused() && !scrubbing;
    editor.setPrefColumnCount(range == null ? columns() : COLUMNS_OF_A_RANGE);
    InPlace.text(editor, editing ? editText() : displayText());
    unit.setVisible(editing);
    unit.setManaged(editing);
    editor.setCursor(editing ? Cursor.TEXT : Cursor.H_RESIZE);
    box.pseudoClassStateChanged(EDITING, editing);
    box.pseudoClassStateChanged(RANGED, range != null && !editing);
    shapes.setVisible(editing && rangeSink != null);
    shapes.setManaged(shapes.isVisible());
    editor.setAccessibleText(label + ", " + spoken());
  }

  /** Enough for the value, or for the word that stands where there is none; columns are as wide as a capital W. */
  private int columns() {
    int letters = Math.max(displayText().length(), none == null ? 0 : none.length());
    return Math.max(COLUMNS, (int) Math.ceil(letters * 0.62));
  }

  private String spoken() {
    if (value == null) {
      return Objects.requireNonNullElse(none, "");
    }
    return range == null ? format.format(value, counted) : ranges.format(range, counted);
  }

  private void focusMoved(boolean focused) {
    if (focused) {
      if (complaint().isEmpty()) {
        render();
      }
      editor.selectAll();
    } else {
      commitOnLeave();
    }
  }

  private void commitOnLeave() {
    if (!editor.getText().equals(editText())) {
      commit();
    }
    if (complaint().isEmpty()) {
      render();
    }
  }

  private void commit() {
    try {
      enter(editor.getText());
      showMessage(null);
      render();
      editor.selectAll();
    } catch (QuantityFormat.Unreadable | IllegalArgumentException refused) {
      showMessage(format.phrases().say(refused));
    }
  }

  private void enter(String text) throws QuantityFormat.Unreadable {
    if (text.isBlank() && none != null) {
      sink.accept(null);
    } else if (text.equals(editText())) {
      accept(value, range);
    } else if (rangeSink == null) {
      accept(format.parse(text, counted), null);
    } else {
      RangeFormat.Entry entry = ranges.parse(text, counted);
      accept(entry.value(), entry.range());
    }
  }

  private void accept(@Nullable Double entered, @Nullable Distribution known) {
    Double valid = entered == null ? null : (Double) input.require(entered);
    if (known == null || rangeSink == null || valid == null) {
      sink.accept(valid);
    } else {
      rangeSink.accept(valid, within(known));
    }
  }

  /** The centre moves and takes its range along, as far as the domain goes. */
  private void move(double to) {
    if (range == null || rangeSink == null) {
      sink.accept(to);
    } else {
      Distribution moved = input.moved(range, to);
      rangeSink.accept(moved.centre(), moved);
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && event.isAltDown() && shapes.isVisible()) {
      shapes.show();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE
        && (isUncommitted() || complaint().isPresent())) {
      showMessage(null);
      render();
      editor.selectAll();
      event.consume();
    } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      step(event.getCode() == KeyCode.UP ? 1 : -1);
      event.consume();
    }
  }

  private void step(int direction) {
    if (value != null && !isUncommitted()) {
      move(Scrub.stepped(input, value, direction));
    }
  }

  private void pressed(MouseEvent event) {
    pressed = event.getButton() == MouseButton.PRIMARY && !editor.isFocused() && !isDisabled();
    if (pressed) {
      pressedAt = event.getScreenX();
      valueAtPress = value == null ? Double.NaN : value;
      event.consume();
    }
  }

  private void dragged(MouseEvent event) {
    if (!pressed) {
      return;
    }
    event.consume();
    double pixels = event.getScreenX() - pressedAt;
    if (!scrubbing && Math.abs(pixels) > DRAG_STARTS_AT && !Double.isNaN(valueAtPress)) {
      scrubbing = true;
      gestureBegins.run();
    }
    if (scrubbing) {
      move(Scrub.dragged(input, valueAtPress, pixels, event.isShiftDown()));
    }
  }

  private void released(MouseEvent event) {
    if (!pressed) {
      return;
    }
    event.consume();
    pressed = false;
    if (scrubbing) {
      scrubbing = false;
      gestureEnds.run();
    } else {
      editor.requestFocus();
    }
  }

  private void showMessage(@Nullable String text) {
    message.setText(text == null ? "" : text);
    message.setVisible(text != null);
    message.setManaged(text != null);
    box.pseudoClassStateChanged(INVALID, text != null);
    editor.setAccessibleHelp(text);
    editor.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
  }
}
