package app.waterline.engine.why;

import app.waterline.engine.Metric;
import app.waterline.engine.why.ClaimTable.Cell;
import app.waterline.engine.why.ClaimTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether platforms of a table are compared by the cost of different tokens. */
final class TokenBases {
  private static final List<Metric> COSTS = List.of(
      Metric.COST_PER_MILLION_TOKENS,
      Metric.COST_PER_MILLION_INPUT_TOKENS,
      Metric.COST_PER_MILLION_OUTPUT_TOKENS);

  private TokenBases() {}

  static List<Finding> findings(ClaimTable table) {
    List<Place> places = new ArrayList<>();
    List<String> counted = new ArrayList<>();
    for (Column column : table.columns()) {
      only(column).ifPresent(cell -> {
        places.add(cell.place());
        counted.add("%s for %s".formatted(words(cell.metric()), column.name()));
      });
    }
    boolean mixed = places.stream().map(Place::metric).distinct().count() > 1;
    return mixed
        ? List.of(new Finding.MixedBasis(Finding.MixedBasis.Basis.TOKENS, places, counted, ""))
        : List.of();
  }

  /** The cost of tokens that a platform is shown with, where it is shown with one only. */
  private static Optional<Cell> only(Column column) {
    List<Cell> costs =
        column.cells().stream().filter(cell -> COSTS.contains(cell.metric())).toList();
    return costs.size() == 1 ? Optional.of(costs.getFirst()) : Optional.empty();
  }

  private static String words(Metric metric) {
    return switch (metric) {
      case COST_PER_MILLION_INPUT_TOKENS -> "input tokens";
      case COST_PER_MILLION_OUTPUT_TOKENS -> "output tokens";
      default -> "input and output tokens";
    };
  }
}
