package app.waterline.export.sheet;

import app.waterline.model.Platform;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the cells of a platform are called in formulas: its name, as far as a spreadsheet allows. */
final class Names {
  private static final int LONGEST = 40;

  private final Map<String, String> prefixes = new HashMap<>();

  Names(List<Platform> platforms) {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < platforms.size(); i++) {
      String wanted = readable(platforms.get(i).name());
      String prefix = wanted.isEmpty() || !taken.add(wanted.toLowerCase(Locale.ROOT))
          ? "platform_" + (i + 1)
          : wanted;
      taken.add(prefix.toLowerCase(Locale.ROOT));
      prefixes.put(platforms.get(i).id(), prefix);
    }
  }

  /** The name of a cell of the platform. */
  String of(Platform platform, String cell) {
    return prefixes.get(platform.id()) + "_" + cell;
  }

  // Letters of other scripts are allowed in names, but not every program reads them back.
  private static String readable(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
    return plain.length() > LONGEST ? "" : plain;
  }
}
