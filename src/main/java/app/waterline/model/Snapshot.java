package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * A workspace as it was, under a name. With a view and a caption it is a scene of a presentation.
 *
 * @param name unique in the workspace; 1 to 200 characters
 * @param date when it was frozen: {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}
 * @param view id of the view that shows it; null where any will do
 * @param caption what is said to it, at most 2,000 characters; null for nothing
 * @param state the workspace, without snapshots of its own
 */
public record Snapshot(
    String name,
    String date,
    @Nullable String view,
    @Nullable String caption,
    Workspace state) {
  /** Most snapshots in a workspace. */
  public static final int MAX = 200;

  /** Longest name, characters. */
  public static final int MAX_NAME = 200;

  /** Longest caption, characters. */
  public static final int MAX_CAPTION = 2000;

  public Snapshot {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new InvalidInput(
          "A snapshot needs a name of 1 to %d characters [%s]. Give it a short one."
              .formatted(MAX_NAME, shortened(name)));
    }
    if (!Evidence.isDate(date)) {
      throw new InvalidInput(
          "The date of a snapshot must read yyyy, yyyy-MM or yyyy-MM-dd [%s]. Write 2026-07-14 for 14 July 2026."
              .formatted(date));
    }
    if (caption != null && caption.length() > MAX_CAPTION) {
      throw new InvalidInput("A caption has at most %d characters [%d]. Shorten it."
          .formatted(MAX_CAPTION, caption.length()));
    }
    if (!state.snapshots().isEmpty()) {
      throw new InvalidInput("A snapshot holds no snapshots [%d in %s]. Freeze the state alone."
          .formatted(state.snapshots().size(), shortened(name)));
    }
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  public Snapshot withName(String newName) {
    return new Snapshot(newName, date, view, caption, state);
  }

  public Snapshot withCaption(@Nullable String newCaption) {
    return new Snapshot(name, date, view, newCaption, state);
  }

  public Snapshot withView(@Nullable String newView) {
    return new Snapshot(name, date, newView, caption, state);
  }
}
