package app.waterline.ui.card;

import app.waterline.model.Amortization;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.ui.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a card gets when its kind of pricing changes: figures to start from, each marked as an
 * assumption to replace.
 */
final class StartingPrices {
  /** The kinds of pricing. */
  enum Kind {
    RENT,
    OWN,
    API
  }

  private final Evidence evidence;

  StartingPrices(Texts texts, String today) {
    this.evidence =
        new Evidence(Evidence.Kind.ASSUMPTION, texts.get("evidence.starting"), today, null);
  }

  static Kind kindOf(Pricing pricing) {
    return switch (pricing) {
      case Pricing.Rental rental -> Kind.RENT;
      case Pricing.Owned owned -> Kind.OWN;
      case Pricing.HostedApi api -> Kind.API;
    };
  }

  /**
   * The platform with another kind of pricing.
   *
   * @param before the hardware that it had before it became a hosted API; null for none
   */
  Platform withKind(Platform platform, Kind kind, @Nullable Hardware before) {
    if (kind == Kind.API) {
      return rebuilt(platform, null, new Pricing.HostedApi(figure(1), null, figure(4)));
    }
    Hardware kept = platform.hardware() == null ? before : platform.hardware();
    Hardware hardware = kept == null
        ? new Hardware(platform.name(), 1, Map.of(), null, null, null, null, null, null)
        : kept;
    return rebuilt(platform, hardware, kind == Kind.RENT ? rental() : owned());
  }

  private Pricing rental() {
    return new Pricing.Rental(figure(2), null);
  }

  private Pricing owned() {
    return new Pricing.Owned(
        Amortization.ANNUITY,
        figure(40_000),
        figure(4),
        figure(0),
        null,
        null,
        figure(150),
        figure(0.05),
        figure(0));
  }

  private Figure figure(double value) {
    return new Figure(value, evidence);
  }

  private static Platform rebuilt(Platform old, @Nullable Hardware hardware, Pricing pricing) {
    return new Platform(
        old.id(),
        old.name(),
        old.vendor(),
        old.architecture(),
        old.system(),
        old.color(),
        old.announced(),
        hardware,
        pricing,
        old.throughput(),
        old.operatingPoints(),
        old.stack(),
        old.lifecycle());
  }
}
