package app.waterline.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A line of text that is in force after Enter or on leaving; Esc brings the old text back. */
public final class DraftField extends TextField implements Draft {
  private final Consumer<String> sink;
  private String inForce = "";

  /**
   * @param label the name that a screen reader says
   * @param sink takes the new text; it never gets an empty one
   */
  public DraftField(String label, Consumer<String> sink) {
    this.sink = sink;
    Spoken.name(this, label);
    setOnAction(event -> commit());
    focusedProperty().addListener((property, before, focused) -> {
      if (!focused) {
        commit();
      }
    });
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
  }

  /** Shows the text in force, unless somebody is typing. */
  public void show(String text) {
    boolean typing = isUncommitted();
    inForce = text;
    if (!typing && !getText().equals(text)) {
      setText(text);
    }
  }

  @Override
  public boolean isUncommitted() {
    return isFocused() && !getText().equals(inForce);
  }

  private void commit() {
    String text = getText().strip();
    if (text.isEmpty()) {
      setText(inForce);
    } else if (!text.equals(inForce)) {
      inForce = text;
      sink.accept(text);
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && isUncommitted()) {
      setText(inForce);
      event.consume();
    }
  }
}
