package app.waterline.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published table, cell by cell as it was printed.
 *
 * @param title what the table is called
 * @param source who published it, precise enough to look it up
 * @param metrics keys of the metrics, in the table's order
 * @param platforms the table's platforms
 * @param relative the table's comparison of two of them; null where it has none
 */
public record Claim(
    String title,
    String source,
    List<String> metrics,
    List<Row> platforms,
    @Nullable Relative relative) {
  public Claim {
    metrics = List.copyOf(metrics);
    platforms = List.copyOf(platforms);
  }

  /**
   * The figures of one platform.
   *
   * @param name what the table calls it
   * @param platform id of the platform of the workspace that it speaks of
   * @param printed by metric key, as printed, for example {@code 54K}
   */
  public record Row(String name, String platform, Map<String, String> printed) {
    public Row {
      printed = ordered(printed);
    }
  }

  /**
   * The figures of one platform against another.
   *
   * @param baseline id of the platform that is compared with
   * @param candidate id of the platform that is compared
   * @param printed by metric key, as printed, for example {@code 35x lower}
   */
  public record Relative(String baseline, String candidate, Map<String, String> printed) {
    public Relative {
      printed = ordered(printed);
    }
  }

  private static Map<String, String> ordered(Map<String, String> printed) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(printed));
  }
}
