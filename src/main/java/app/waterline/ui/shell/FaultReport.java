package app.waterline.ui.shell;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A fault that nobody expected, and how many more came since. */
final class FaultReport {
  private final String details;
  private final ReadOnlyIntegerWrapper more = new ReadOnlyIntegerWrapper(0);

  /** @param details for a report, without figures, names or paths of the user's */
  FaultReport(String details) {
    this.details = details;
  }

  String details() {
    return details;
  }

  /** Faults that came while this one was shown. */
  ReadOnlyIntegerProperty more() {
    return more.getReadOnlyProperty();
  }

  void addOne() {
    more.set(more.get() + 1);
  }
}
