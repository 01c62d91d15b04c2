package app.waterline.ui;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** A part of the window asks for one of its {@link Action actions} by id; the window that has it runs it. */
public final class ActionRequest extends Event {
  public static final EventType<ActionRequest> RUN =
      new EventType<>(Event.ANY, "WATERLINE_ACTION_RUN");

  @Serial
  private static final long serialVersionUID = 1;

  private final String action;

  public ActionRequest(String action) {
    super(RUN);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
