package app.waterline.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a document holds; the single state that edits replace and the engine evaluates.
 *
 * @param title the name of the comparison
 * @param notes free text, for example what the comparison is for
 * @param currency the money that every amount is in
 * @param baseline id of the platform that the others are compared with; null while there is none
 * @param scenario what holds for every platform
 * @param platforms the cards, in their order
 * @param priceLists the lists to choose from
 * @param snapshots earlier states under a name, in the order of the presentation
 */
public record Workspace(
    String title,
    @Nullable String notes,
    Currency currency,
    @Nullable String baseline,
    Scenario scenario,
    List<Platform> platforms,
    List<PriceList> priceLists,
    List<Snapshot> snapshots) {
  public Workspace {
    platforms = List.copyOf(platforms);
    priceLists = List.copyOf(priceLists);
    snapshots = List.copyOf(snapshots);
    requireNames(snapshots);
    Set<String> ids = new LinkedHashSet<>();
    for (Platform platform : platforms) {
      if (!ids.add(platform.id())) {
        throw new InvalidInput(
            "Two platforms share an id [%s]. Give each its own.".formatted(platform.id()));
      }
    }
    if (baseline != null && !ids.contains(baseline)) {
      throw new InvalidInput(
          "The baseline is not a platform of this workspace [%s]. Name one of %s."
              .formatted(baseline, ids));
    }
  }

  /** A workspace without snapshots. */
  public Workspace(
      String title,
      @Nullable String notes,
      Currency currency,
      @Nullable String baseline,
      Scenario scenario,
      List<Platform> platforms,
      List<PriceList> priceLists) {
    this(title, notes, currency, baseline, scenario, platforms, priceLists, List.of());
  }

  private static void requireNames(List<Snapshot> snapshots) {
    if (snapshots.size() > Snapshot.MAX) {
      throw new InvalidInput("A workspace holds at most %d snapshots [%d]. Delete some first."
          .formatted(Snapshot.MAX, snapshots.size()));
    }
    Set<String> names = new LinkedHashSet<>();
    for (Snapshot snapshot : snapshots) {
      if (!names.add(snapshot.name())) {
        throw new InvalidInput(
            "Two snapshots share a name [%s]. Give each its own.".formatted(snapshot.name()));
      }
    }
  }

  /** The snapshot of the given name. */
  public Optional<Snapshot> snapshot(String name) {
    return snapshots.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The same workspace with other snapshots. */
  public Workspace withSnapshots(List<Snapshot> newSnapshots) {
    return new Workspace(
        title, notes, currency, baseline, scenario, platforms, priceLists, newSnapshots);
  }

  /** The platform with the given id. */
  public Optional<Platform> platform(String id) {
    return platforms.stream().filter(platform -> platform.id().equals(id)).findFirst();
  }

  public Workspace withScenario(Scenario newScenario) {
    return new Workspace(
        title, notes, currency, baseline, newScenario, platforms, priceLists, snapshots);
  }

  public Workspace withBaseline(@Nullable String newBaseline) {
    return new Workspace(
        title, notes, currency, newBaseline, scenario, platforms, priceLists, snapshots);
  }

  public Workspace withTitle(String newTitle) {
    return new Workspace(
        newTitle, notes, currency, baseline, scenario, platforms, priceLists, snapshots);
  }

  /** The same workspace with other platforms; a baseline that is gone falls to the first of them. */
  public Workspace withPlatforms(List<Platform> newPlatforms) {
    boolean kept = newPlatforms.stream().anyMatch(platform -> platform.id().equals(baseline));
    String first = newPlatforms.isEmpty() ? null : newPlatforms.getFirst().id();
    return new Workspace(
        title,
        notes,
        currency,
        kept ? baseline : first,
        scenario,
        newPlatforms,
        priceLists,
        snapshots);
  }

  /** The same workspace with the platform of the same id replaced. */
  public Workspace withPlatform(Platform changed) {
    List<Platform> next = new ArrayList<>(platforms);
    next.replaceAll(platform -> platform.id().equals(changed.id()) ? changed : platform);
    return withPlatforms(next);
  }

  /** The same amounts in another currency; they are not converted. */
  public Workspace withCurrency(Currency newCurrency) {
    return new Workspace(
        title, notes, newCurrency, baseline, scenario, platforms, priceLists, snapshots);
  }

  public Workspace withPriceLists(List<PriceList> newLists) {
    return new Workspace(
        title, notes, currency, baseline, scenario, platforms, newLists, snapshots);
  }
}
