package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.engine.FacilityPower;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;

/** What has to be paid before the first token. */
final class Capital {
  private Capital() {}

  /** Server, network, storage and the facility around them, $ per GPU: {@code C + F · k_s}. */
  static Result perGpu(Platform platform, Scenario scenario) {
    return switch (platform.pricing()) {
      case Pricing.Rental rental -> new NotAvailable("rented: no capital of one's own");
      case Pricing.HostedApi api -> new NotAvailable("hosted API");
      case Pricing.Owned owned -> perGpu(owned, platform, scenario);
    };
  }

  private static Result perGpu(Pricing.Owned owned, Platform platform, Scenario scenario) {
    Figure facility = owned.facilityPerKw();
    Figure capital = owned.capitalPerGpu();
    if (facility == null || facility.value() == 0) {
      return Explained.of(Unit.DOLLARS_PER_GPU, capital.value(), "capital per GPU", "C")
          .from("C", capital, Unit.DOLLARS_PER_GPU);
    }
    return FacilityPower.provisioned(platform.hardware(), scenario)
        .then(power -> Explained.of(
                Unit.DOLLARS_PER_GPU,
                capital.value() + facility.value() * power.value(),
                "capital per GPU",
                "C + F · k_s")
            .from("C", capital, Unit.DOLLARS_PER_GPU)
            .from("F", facility, Unit.DOLLARS_PER_KW)
            .from("k_s", power));
  }
}
