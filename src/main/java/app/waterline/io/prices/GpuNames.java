package app.waterline.io.prices;

import app.waterline.io.Catalogue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Our name of a GPU for the many that price files use. */
final class GpuNames {
  private final Map<String, String> known = Catalogue.gpuNames();
  private final Map<String, String> found = new HashMap<>();

  /** {@code H100_SXM}, {@code h100} and {@code H100 SXM} are one; a name that is not known stays. */
  String of(String raw) {
    return found.computeIfAbsent(raw, this::lookedUp);
  }

  private String lookedUp(String raw) {
    String plain = raw.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    String spaced = raw.strip().replace('_', ' ');
    String byKey = known.getOrDefault(plain.replaceFirst("(sxm5?|nvl72)$", ""), "");
    if (!byKey.isEmpty()) {
      return byKey;
    }
    return known.values().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).replace(" ", "").equals(plain))
        .findFirst()
        .orElse(spaced);
  }
}
