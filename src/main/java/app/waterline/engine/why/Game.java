package app.waterline.engine.why;

import app.waterline.engine.Deliveries;
import app.waterline.engine.Delivery;
import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.engine.SwitchableCurves;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The throughput of one platform under every on/off combination of what it makes use of, and what each
 * is worth: its Shapley value on {@code ln T}. A combination is a bit mask over the players: the
 * capabilities, and last the operating point where that is to be told apart.
 * <p>
 * A capability that no run can do without takes no part: all combinations without it would lean on
 * its multiplier, and its value would come out as just the logarithm of that.
 *
 * @see "docs/model.md, section 7"
 */
final class Game {
  /**
   * How many times faster for its users the slowest run without a capability may be. Beyond that it
   * was measured at a small load only, and its throughput says little about the capability.
   */
  private static final double FARTHEST = 3;

  private final Platform platform;
  private final Scenario scenario;
  private final TokenCount counted;
  private final SwitchableCurves curves;
  private final @Nullable Double pace;
  private final List<Capability> players = new ArrayList<>();
  private final Map<Capability, String> unmeasured = new EnumMap<>(Capability.class);
  private final Standing[] standings;

  /**
   * One combination.
   *
   * @param ln logarithm of tokens/s per GPU
   * @param figure what the platform delivers; null where it has no point for this combination
   * @param delivery the same with its points
   * @param standIns the capabilities whose multipliers stand in for the missing point
   * @param reason why there is none
   */
  private record Standing(
      double ln,
      @Nullable Explained figure,
      Delivery delivery,
      Set<Capability> standIns,
      String reason) {
    Quality quality() {
      return figure == null ? Quality.ASSUMED : figure.quality();
    }
  }

  /**
   * @param inUse the capabilities that the platform makes use of
   * @param pace tok/s/user to run at while the operating point is switched off; null to leave it alone
   */
  Game(
      Platform platform,
      Scenario scenario,
      TokenCount counted,
      SwitchableCurves curves,
      Set<Capability> inUse,
      @Nullable Double pace) {
    this.platform = platform;
    this.scenario = scenario;
    this.counted = counted;
    this.curves = curves;
    Delivery whole = delivery(on(platform), null);
    for (Capability capability : inUse) {
      Optional<String> gap = isMeasured() ? gapWithout(capability, whole) : Optional.empty();
      gap.ifPresentOrElse(
          reason -> unmeasured.put(capability, reason), () -> players.add(capability));
    }
    this.pace =
        pace == null || !(throughput(on(platform), pace) instanceof Explained) ? null : pace;
    this.standings = standings();
  }

  /** Why the runs that do without a capability do not tell what it is worth, if they do not. */
  private Optional<String> gapWithout(Capability capability, Delivery whole) {
    Set<Capability> others = on(platform);
    others.remove(capability);
    Delivery without = delivery(others, null);
    if (!(counted(without, counted) instanceof Explained)) {
      return Optional.of("no operating point without it");
    }
    Double here = whole.interactivity();
    Double there = without.interactivity();
    return here == null || there == null || there <= FARTHEST * here
        ? Optional.empty()
        : Optional.of(
            "without it there are only runs at %s tok/s/user and faster, against %s with it"
                .formatted(Math.round(there), Math.round(here)));
  }

  private boolean isMeasured() {
    return !platform.operatingPoints().isEmpty();
  }

  private Result throughput(Set<Capability> on, @Nullable Double atPace) {
    return counted(delivery(on, atPace), counted);
  }

  private Delivery delivery(Set<Capability> on, @Nullable Double atPace) {
    Scenario asked = atPace == null ? scenario : scenario.withTargetInteractivity(atPace);
    return Deliveries.of(switched(on), curves.with(on), asked);
  }

  /** The capabilities that are switched on; one that the card does not mention is. */
  static Set<Capability> on(Platform platform) {
    Set<Capability> on = EnumSet.noneOf(Capability.class);
    for (Capability capability : Capability.values()) {
      if (platform.uses(capability)) {
        on.add(capability);
      }
    }
    return on;
  }

  static Result counted(Delivery delivery, TokenCount count) {
    Result figure = switch (count) {
      case TOTAL -> delivery.total();
      case INPUT -> delivery.input();
      case OUTPUT -> delivery.output();
    };
    return figure.then(
        each -> each.value() > 0 ? each : new NotAvailable("no such tokens are delivered"));
  }

  private int size() {
    return players.size() + (pace == null ? 0 : 1);
  }

  private int full() {
    return (1 << size()) - 1;
  }

  private Standing[] standings() {
    Standing[] all = new Standing[full() + 1];
    for (int mask = 0; mask <= full(); mask++) {
      all[mask] = evaluate(mask);
    }
    for (int mask = 0; mask <= full(); mask++) {
      if (all[mask].figure() == null) {
        all[mask] = standIn(mask, all);
      }
    }
    return all;
  }

  private Standing evaluate(int mask) {
    Set<Capability> on = on(platform);
    for (int i = 0; i < players.size(); i++) {
      if ((mask & (1 << i)) == 0) {
        on.remove(players.get(i));
      }
    }
    boolean paced = (mask & (1 << players.size())) == 0;
    Delivery delivery = delivery(on, paced ? pace : null);
    return switch (counted(delivery, counted)) {
      case Explained figure ->
        new Standing(Math.log(figure.value()), figure, delivery, Set.of(), "");
      case NotAvailable missing ->
        new Standing(Double.NaN, null, delivery, Set.of(), missing.reason());
    };
  }

  private Platform switched(Set<Capability> on) {
    if (isMeasured()) {
      return platform;
    }
    Map<Capability, CapabilityState> stack = new EnumMap<>(Capability.class);
    platform
        .stack()
        .forEach((capability, state) ->
            stack.put(capability, state.switched(state.on() && on.contains(capability))));
    return platform.withStack(stack);
  }

  /**
   * Where no run was measured, the nearest combinations that have one and hold all of these players,
   * divided by the multipliers of what they have besides; their mean where several are equally near.
   */
  private Standing standIn(int mask, Standing[] all) {
    int nearest = Integer.MAX_VALUE;
    double sum = 0;
    int count = 0;
    Set<Capability> used = EnumSet.noneOf(Capability.class);
    for (int other = mask; other <= full(); other++) {
      int extra = other & ~mask;
      if ((other & mask) != mask || extra >> players.size() != 0 || all[other].figure() == null) {
        continue;
      }
      int distance = Integer.bitCount(extra);
      if (distance < nearest) {
        nearest = distance;
        sum = 0;
        count = 0;
        used.clear();
      }
      if (distance == nearest) {
        sum += all[other].ln() - lnOf(extra, used);
        count++;
      }
    }
    return new Standing(sum / count, null, all[mask].delivery(), used, all[mask].reason());
  }

  private double lnOf(int extra, Set<Capability> used) {
    double ln = 0;
    for (int i = 0; i < players.size(); i++) {
      if ((extra & (1 << i)) != 0) {
        used.add(players.get(i));
        ln += lnOfMultiplier(players.get(i));
      }
    }
    return ln;
  }

  private double lnOfMultiplier(Capability capability) {
    Figure multiplier = multiplier(capability);
    return multiplier == null ? 0 : Math.log(multiplier.value());
  }

  private @Nullable Figure multiplier(Capability capability) {
    CapabilityState state = platform.stack().get(capability);
    return state == null ? null : state.multiplier();
  }

  /**
   * What everything is worth, by driver; the values add up to {@code ln T} of the platform as it is.
   */
  Map<Driver, Worth> worths() {
    Map<Driver, Worth> worths = new EnumMap<>(Driver.class);
    for (int player = 0; player < size(); player++) {
      worths.put(driver(player), worth(player));
    }
    for (Capability capability : unmeasured.keySet()) {
      worths.put(Driver.of(capability), assumed(capability));
    }
    worths.put(Driver.HARDWARE_AND_SOFTWARE, bare());
    return worths;
  }

  private Worth worth(int player) {
    double value = 0;
    Quality quality = Quality.MEASURED;
    int bit = 1 << player;
    for (int mask = 0; mask <= full(); mask++) {
      if ((mask & bit) == 0) {
        Standing without = standings[mask];
        Standing with = standings[mask | bit];
        value += weight(Integer.bitCount(mask)) * (with.ln() - without.ln());
        quality = quality.worse(with.quality()).worse(without.quality());
      }
    }
    return new Worth(value, quality, grounds(player), isMeasured() ? gaps() : List.of());
  }

  private Driver driver(int player) {
    return player < players.size() ? Driver.of(players.get(player)) : Driver.OPERATING_POINT;
  }

  private Grounds grounds(int player) {
    if (!isMeasured()) {
      return new Grounds.Multiplier(multiplier(players.get(player)));
    }
    Standing with = standings[full()];
    Standing without = standings[full() & ~(1 << player)];
    return new Grounds.Pair(
        with.delivery(), without.delivery(), Math.exp(with.ln() - without.ln()));
  }

  private List<String> gaps() {
    int missing = 0;
    Set<Capability> standIns = EnumSet.noneOf(Capability.class);
    String reason = "";
    for (Standing standing : standings) {
      if (standing.figure() == null) {
        missing++;
        standIns.addAll(standing.standIns());
        reason = standing.reason();
      }
    }
    return missing == 0
        ? List.of()
        : List.of(
            "%d of %d combinations have no operating point (%s); the card's multipliers stand in: %s"
                .formatted(
                    missing, standings.length, reason, Multipliers.words(platform, standIns)));
  }

  private Worth assumed(Capability capability) {
    return new Worth(
        lnOfMultiplier(capability),
        Quality.ASSUMED,
        new Grounds.Multiplier(multiplier(capability)),
        List.of("%s; the card's multiplier stands in: %s"
            .formatted(
                unmeasured.get(capability), Multipliers.words(platform, List.of(capability)))));
  }

  private Worth bare() {
    Standing standing = standings[0];
    double ln = standing.ln();
    for (Capability capability : unmeasured.keySet()) {
      ln -= lnOfMultiplier(capability);
    }
    Explained measured = standing.figure();
    if (measured != null && unmeasured.isEmpty()) {
      return new Worth(ln, measured.quality(), new Grounds.Amount(measured), List.of());
    }
    Explained derived = Explained.of(
            Unit.TOKENS_PER_SECOND_PER_GPU,
            Math.exp(ln),
            "tokens/s per GPU with everything off",
            "nearest measured ÷ multipliers")
        .atBest(Quality.ASSUMED);
    return new Worth(ln, Quality.ASSUMED, new Grounds.Amount(derived), gaps());
  }

  /** How often a combination of the given size comes first, among all orders of the players. */
  private double weight(int combination) {
    int n = size();
    double weight = 1.0 / n;
    for (int i = 1; i <= combination; i++) {
      weight *= (double) i / (n - i);
    }
    return weight;
  }
}
