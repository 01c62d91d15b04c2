package app.waterline.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers between starts.
 *
 * @param look which theme
 * @param bounds where the window was; empty before the first close
 * @param recent files, the last one first
 * @param stalePriceDays how old a price may be before it is marked, days
 * @param preferences what was chosen on the page of settings, and what was used
 */
record Settings(
    Look look,
    Optional<Bounds> bounds,
    List<Path> recent,
    int stalePriceDays,
    Preferences preferences) {
  /** A price older than half a year is marked. */
  static final int STALE_PRICE_DAYS = 180;

  /** Recent files to keep. */
  static final int RECENT = 8;

  static final Settings DEFAULT =
      new Settings(Look.SYSTEM, Optional.empty(), List.of(), STALE_PRICE_DAYS, Preferences.DEFAULT);

  /** Which theme: the system's or a forced one. */
  enum Look {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** A window's place on the screens, in pixels. */
  record Bounds(double x, double y, double width, double height, boolean maximized) {}

  Settings {
    recent = List.copyOf(recent);
  }

  /** With the usual preferences. */
  Settings(Look look, Optional<Bounds> bounds, List<Path> recent, int stalePriceDays) {
    this(look, bounds, recent, stalePriceDays, Preferences.DEFAULT);
  }

  /** The same with other preferences. */
  Settings with(Preferences newPreferences) {
    return new Settings(look, bounds, recent, stalePriceDays, newPreferences);
  }

  Settings withStalePriceDays(int days) {
    return new Settings(look, bounds, recent, days, preferences);
  }

  Settings withLook(Look newLook) {
    return new Settings(newLook, bounds, recent, stalePriceDays, preferences);
  }

  Settings withBounds(Bounds newBounds) {
    return new Settings(look, Optional.of(newBounds), recent, stalePriceDays, preferences);
  }

  /** The same with a file at the head of the recent ones. */
  Settings withRecent(Path file) {
    List<Path> next = new ArrayList<>(recent);
    next.remove(file);
    next.addFirst(file);
    return new Settings(
        look, bounds, next.subList(0, Math.min(RECENT, next.size())), stalePriceDays, preferences);
  }

  Settings withoutRecent() {
    return new Settings(look, bounds, List.of(), stalePriceDays, preferences);
  }
}
