package app.waterline.engine.why;

import app.waterline.engine.Explained;
import app.waterline.engine.FacilityPower;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.engine.SwitchableCurves;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shares out the ratio of two platforms over what they differ in. */
final class Sharing {
  private final Scenario scenario;
  private final TokenCount counted;
  private final Contender baseline;
  private final Contender candidate;

  /** A platform with its curves, and the capabilities that it makes use of. */
  private record Contender(
      PlatformEvaluation evaluation, SwitchableCurves curves, Set<Capability> inUse) {
    static Contender of(PlatformEvaluation evaluation, Scenario scenario) {
      Platform platform = evaluation.platform();
      SwitchableCurves curves = SwitchableCurves.of(platform, scenario.workload());
      Set<Capability> inUse = platform.operatingPoints().isEmpty()
          ? switchedOn(platform)
          : curves.usedWith(Game.on(platform));
      return new Contender(evaluation, curves, inUse);
    }

    private static Set<Capability> switchedOn(Platform platform) {
      Set<Capability> on = EnumSet.noneOf(Capability.class);
      platform.stack().forEach((Capability capability, CapabilityState state) -> {
        if (state.on()) {
          on.add(capability);
        }
      });
      return on;
    }

    Platform platform() {
      return evaluation.platform();
    }

    List<Capability> notUsedBy(Contender other) {
      return inUse.stream().filter(each -> !other.inUse.contains(each)).toList();
    }
  }

  Sharing(
      Scenario scenario,
      TokenCount counted,
      PlatformEvaluation baseline,
      PlatformEvaluation candidate) {
    this.scenario = scenario;
    this.counted = counted;
    this.baseline = Contender.of(baseline, scenario);
    this.candidate = Contender.of(candidate, scenario);
  }

  /** The shares in the order of their drivers; both platforms have the figures that the subject needs. */
  List<Share> shares(Decomposition.Subject subject) {
    Game mine = game(baseline, candidate);
    Game theirs = game(candidate, baseline);
    List<Share> shares = new ArrayList<>();
    shares.add(
        subject == Decomposition.Subject.COST
            ? outlay(Driver.PRICE, price(baseline), price(candidate))
            : outlay(Driver.POWER, power(baseline), power(candidate)));
    shares.addAll(theirs.shares());
    mine.shares().forEach(share -> shares.add(against(share)));
    shares.add(rest(mine.bare(), theirs.bare()));
    shares.sort(Comparator.comparing(Share::driver));
    return shares;
  }

  private Game game(Contender player, Contender other) {
    return new Game(
        player.platform(),
        scenario,
        counted,
        player.curves(),
        player.notUsedBy(other),
        pace(player, other));
  }

  /** How fast the other serves its users, where the player was chosen at a slower point. */
  private @Nullable Double pace(Contender player, Contender other) {
    Double own = player.evaluation().delivery().interactivity();
    Double faster = other.evaluation().delivery().interactivity();
    boolean differs = scenario.targetInteractivity() == null
        && own != null
        && faster != null
        && own < faster
        && !player.platform().operatingPoints().isEmpty();
    return differs ? faster : null;
  }

  private Explained price(Contender contender) {
    return present(contender.evaluation().of(Metric.COST_PER_GPU_HOUR));
  }

  private Explained power(Contender contender) {
    return present(FacilityPower.provisioned(contender.platform().hardware(), scenario));
  }

  private static Explained present(Result result) {
    return switch (result) {
      case Explained figure -> figure;
      case NotAvailable missing -> throw new IllegalStateException(missing.reason());
    };
  }

  private Share outlay(Driver driver, Explained mine, Explained theirs) {
    return new Share(
        driver,
        Math.log(mine.value() / theirs.value()),
        mine.quality().worse(theirs.quality()),
        candidate.platform().id(),
        new Grounds.Figures(mine, theirs),
        List.of());
  }

  private static Share against(Share share) {
    return new Share(
        share.driver(),
        -share.ln(),
        share.quality(),
        share.platform(),
        share.grounds(),
        share.notes());
  }

  private Share rest(Game.Standing mine, Game.Standing theirs) {
    Quality quality = mine.quality().worse(theirs.quality());
    return new Share(
        Driver.HARDWARE_AND_SOFTWARE,
        theirs.ln() - mine.ln(),
        quality,
        candidate.platform().id(),
        new Grounds.Figures(mine.orMultiplied(), theirs.orMultiplied()),
        List.of());
  }
}
