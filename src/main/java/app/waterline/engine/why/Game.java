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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The throughput of one platform under every on/off combination of some switches, and what each
 * switch is worth: its Shapley value on {@code ln T}. A combination is a bit mask over the switches.
 *
 * @see "docs/model.md, section 7"
 */
final class Game {
  private final Platform platform;
  private final Scenario scenario;
  private final TokenCount counted;
  private final SwitchableCurves curves;
  private final List<Capability> switches;
  private final @Nullable Double pace;
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
  record Standing(
      double ln,
      @Nullable Explained figure,
      Delivery delivery,
      Set<Capability> standIns,
      String reason) {
    Quality quality() {
      return figure == null ? Quality.ASSUMED : figure.quality();
    }

    /** The figure, or the one that multipliers stand in for. */
    Explained orMultiplied() {
      return figure == null
          ? Explained.of(
                  Unit.TOKENS_PER_SECOND_PER_GPU,
                  Math.exp(ln),
                  "tokens/s per GPU",
                  "nearest measured ÷ multipliers")
              .atBest(Quality.ASSUMED)
              .noting(reason)
          : figure;
    }
  }

  /**
   * @param switches the capabilities to switch; they must be in use on the platform
   * @param pace tok/s/user to run at while the operating point is switched off; null to leave it alone
   */
  Game(
      Platform platform,
      Scenario scenario,
      TokenCount counted,
      SwitchableCurves curves,
      List<Capability> switches,
      @Nullable Double pace) {
    this.platform = platform;
    this.scenario = scenario;
    this.counted = counted;
    this.curves = curves;
    this.switches = List.copyOf(switches);
    this.pace = pace == null || !reaches(pace) ? null : pace;
    this.standings = standings();
  }

  private boolean reaches(double wanted) {
    Scenario paced = scenario.withTargetInteractivity(wanted);
    Delivery delivery = Deliveries.of(platform, curves.with(on(platform)), paced);
    return counted(delivery, counted) instanceof Explained;
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

  private int players() {
    return switches.size() + (pace == null ? 0 : 1);
  }

  private int full() {
    return (1 << players()) - 1;
  }

  private Standing[] standings() {
    Standing[] all = new Standing[full() + 1];
    for (int mask = full(); mask >= 0; mask--) {
      all[mask] = evaluate(mask);
    }
    for (int mask = full(); mask >= 0; mask--) {
      if (all[mask].figure() == null) {
        all[mask] = standIn(mask, all);
      }
    }
    return all;
  }

  private Standing evaluate(int mask) {
    Set<Capability> on = on(platform);
    for (int i = 0; i < switches.size(); i++) {
      if ((mask & (1 << i)) == 0) {
        on.remove(switches.get(i));
      }
    }
    boolean paced = pace != null && (mask & (1 << switches.size())) == 0;
    Scenario asked = paced ? scenario.withTargetInteractivity(pace) : scenario;
    Delivery delivery = Deliveries.of(switched(on), curves.with(on), asked);
    return switch (counted(delivery, counted)) {
      case Explained figure ->
        new Standing(Math.log(figure.value()), figure, delivery, Set.of(), "");
      case NotAvailable missing ->
        new Standing(Double.NaN, null, delivery, Set.of(), missing.reason());
    };
  }

  private Platform switched(Set<Capability> on) {
    if (!platform.operatingPoints().isEmpty()) {
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
   * Where no run was measured, the nearest combinations that have one and hold all of these
   * capabilities, divided by the multipliers of what they have besides; their mean where several are
   * equally near.
   */
  private Standing standIn(int mask, Standing[] all) {
    int nearest = Integer.MAX_VALUE;
    double sum = 0;
    int count = 0;
    Set<Capability> used = EnumSet.noneOf(Capability.class);
    for (int other = mask; other <= full(); other++) {
      int extra = other & ~mask;
      if ((other & mask) != mask || changesPace(extra) || all[other].figure() == null) {
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

  private boolean changesPace(int extra) {
    return pace != null && (extra & (1 << switches.size())) != 0;
  }

  private double lnOf(int extra, Set<Capability> used) {
    double ln = 0;
    for (int i = 0; i < switches.size(); i++) {
      if ((extra & (1 << i)) != 0) {
        used.add(switches.get(i));
        Figure multiplier = multiplier(switches.get(i));
        ln += multiplier == null ? 0 : Math.log(multiplier.value());
      }
    }
    return ln;
  }

  private @Nullable Figure multiplier(Capability capability) {
    CapabilityState state = platform.stack().get(capability);
    return state == null ? null : state.multiplier();
  }

  /** The platform as it is. */
  Standing complete() {
    return standings[full()];
  }

  /** The platform with everything switched off. */
  Standing bare() {
    return standings[0];
  }

  /** What each switch is worth; the values add up to {@code ln T} of the platform as it is less that of the bare one. */
  List<Share> shares() {
    List<Share> shares = new ArrayList<>();
    for (int player = 0; player < players(); player++) {
      shares.add(share(player));
    }
    return shares;
  }

  private Share share(int player) {
    double value = 0;
    Quality quality = Quality.MEASURED;
    int bit = 1 << player;
    int missing = 0;
    Set<Capability> standIns = EnumSet.noneOf(Capability.class);
    String reason = "";
    for (int mask = 0; mask <= full(); mask++) {
      if ((mask & bit) == 0) {
        Standing without = standings[mask];
        Standing with = standings[mask | bit];
        value += weight(Integer.bitCount(mask)) * (with.ln() - without.ln());
        quality = quality.worse(with.quality()).worse(without.quality());
      }
      if (standings[mask].figure() == null) {
        missing++;
        standIns.addAll(standings[mask].standIns());
        reason = standings[mask].reason();
      }
    }
    return new Share(
        driver(player),
        value,
        quality,
        platform.id(),
        grounds(player),
        missing == 0 ? List.of() : List.of(words(missing, standIns, reason)));
  }

  private Driver driver(int player) {
    return player < switches.size() ? Driver.of(switches.get(player)) : Driver.OPERATING_POINT;
  }

  private Grounds grounds(int player) {
    Standing without = standings[full() & ~(1 << player)];
    boolean measured = !platform.operatingPoints().isEmpty() && without.figure() != null;
    if (measured) {
      return new Grounds.Pair(
          complete().delivery(), without.delivery(), Math.exp(complete().ln() - without.ln()));
    }
    return new Grounds.Multiplier(multiplier(switches.get(player)));
  }

  private String words(int missing, Set<Capability> standIns, String reason) {
    return "%d of %d combinations have no operating point (%s); the card's multipliers stand in: %s"
        .formatted(missing, full() + 1, reason, Multipliers.words(platform, standIns));
  }

  /** How often a combination of the given size comes first, among all orders of the switches. */
  private double weight(int size) {
    int n = players();
    double weight = 1.0 / n;
    for (int i = 1; i <= size; i++) {
      weight *= (double) i / (n - i);
    }
    return weight;
  }
}
