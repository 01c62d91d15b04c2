package app.waterline.io;

import app.waterline.model.Currency;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Scenario;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots as they stand in a file. States mostly share their platforms and lists, each with its
 * measured runs, so each distinct one is written once and the states name it by its place. They share
 * nothing with the present state: editing that by hand never changes what was frozen.
 */
record SnapshotsForm(List<State> states, List<Platform> platforms, List<PriceList> priceLists) {

  /** One snapshot; platforms and price lists by their place, from 0. */
  record State(
      String name,
      String date,
      @Nullable String view,
      @Nullable String caption,
      String title,
      @Nullable String notes,
      Currency currency,
      @Nullable String baseline,
      Scenario scenario,
      List<Integer> platforms,
      List<Integer> priceLists) {}

  /** Null for none: the file then looks as if there were no such thing. */
  static @Nullable SnapshotsForm of(List<Snapshot> snapshots) {
    if (snapshots.isEmpty()) {
      return null;
    }
    Set<Platform> platforms = new LinkedHashSet<>();
    Set<PriceList> lists = new LinkedHashSet<>();
    for (Snapshot snapshot : snapshots) {
      platforms.addAll(snapshot.state().platforms());
      lists.addAll(snapshot.state().priceLists());
    }
    List<Platform> platformPool = List.copyOf(platforms);
    List<PriceList> listPool = List.copyOf(lists);
    return new SnapshotsForm(
        snapshots.stream().map(each -> state(each, platformPool, listPool)).toList(),
        platformPool,
        listPool);
  }

  private static State state(Snapshot snapshot, List<Platform> platforms, List<PriceList> lists) {
    Workspace state = snapshot.state();
    return new State(
        snapshot.name(),
        snapshot.date(),
        snapshot.view(),
        snapshot.caption(),
        state.title(),
        state.notes(),
        state.currency(),
        state.baseline(),
        state.scenario(),
        state.platforms().stream().map(platforms::indexOf).toList(),
        state.priceLists().stream().map(lists::indexOf).toList());
  }

  /**
   * The snapshots.
   *
   * @throws InvalidInput if a state names a place that is not there, or the model refuses it
   */
  List<Snapshot> snapshots() {
    return states.stream().map(this::snapshot).toList();
  }

  private Snapshot snapshot(State state) {
    Workspace frozen = new Workspace(
        state.title,
        state.notes,
        state.currency,
        state.baseline,
        state.scenario,
        pick(platforms, state.platforms, "platforms", state.name),
        pick(priceLists, state.priceLists, "price lists", state.name));
    return new Snapshot(state.name, state.date, state.view, state.caption, frozen);
  }

  private static <T> List<T> pick(List<T> pool, List<Integer> places, String what, String name) {
    List<T> picked = new ArrayList<>();
    for (int place : places) {
      if (place < 0 || place >= pool.size()) {
        throw new InvalidInput(
            "Snapshot %s names one of the %s that is not there [%d]. Name a place from 0 to %d."
                .formatted(name, what, place, pool.size() - 1));
      }
      picked.add(pool.get(place));
    }
    return picked;
  }
}
