package app.waterline.engine.why;

import app.waterline.engine.Deliveries;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Platform;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which multipliers of a card were used. */
final class Multipliers {
  private Multipliers() {}

  static String words(Platform platform, Collection<Capability> capabilities) {
    return capabilities.stream()
        .map(capability -> words(capability, platform.stack().get(capability)))
        .collect(Collectors.joining(", "));
  }

  private static String words(Capability capability, @Nullable CapabilityState state) {
    return state == null
        ? "%s has none, so ×1".formatted(Deliveries.termOf(capability))
        : "%s ×%s"
            .formatted(
                Deliveries.termOf(capability), Words.figure(state.multiplier().value()));
  }
}
