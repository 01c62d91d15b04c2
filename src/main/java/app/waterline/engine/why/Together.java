package app.waterline.engine.why;

import app.waterline.engine.why.ClaimTable.Cell;
import app.waterline.engine.why.ClaimTable.Column;
import app.waterline.engine.why.ClaimTable.Ratios;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All cells of a claim taken together: the fewest of them that must have been cut off, or rounded to
 * the nearest 5, for the rest to hold; or those that contradict each other.
 */
final class Together {
  private static final int INPUTS = Hidden.values().length;

  /** Beyond this many tries the cells are said to contradict each other. */
  private static final int MOST_TRIES = 400;

  private final List<Cell> cells;
  private final List<CellSystem.Row> template;
  private final CellSystem system;
  private final List<Reading.Way> start;
  private final List<Reading.Way> ways;
  private final boolean holds;

  private Together(
      List<Cell> cells,
      List<CellSystem.Row> template,
      CellSystem system,
      Map<Place, Reading.Way> printed) {
    this.cells = cells;
    this.template = template;
    this.system = system;
    this.start = cells.stream()
        .map(cell -> printed.getOrDefault(cell.place(), Reading.Way.ROUNDED))
        .toList();
    Optional<List<Reading.Way>> found = fewestChanges();
    this.ways = found.orElse(start);
    this.holds = found.isPresent();
  }

  /**
   * @param printed the cells that are known not to be rounded in the usual way
   */
  static Together of(ClaimTable table, Map<Place, Reading.Way> printed) {
    List<Cell> cells = new ArrayList<>();
    List<CellSystem.Row> rows = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      for (Cell cell : table.columns().get(i).cells()) {
        add(cell, powers(cell, i, 1, new HashMap<>()), constant(cell), cells, rows);
      }
    }
    Ratios ratios = table.ratios();
    if (ratios != null) {
      addRatios(ratios, table.columns(), cells, rows);
    }
    return new Together(
        List.copyOf(cells),
        List.copyOf(rows),
        new CellSystem(INPUTS * Math.max(1, table.columns().size())),
        printed);
  }

  private static void addRatios(
      Ratios ratios, List<Column> columns, List<Cell> cells, List<CellSystem.Row> rows) {
    for (Cell cell : ratios.cells()) {
      int sign = RatioCheck.isInverse(cell, ratios) ? -1 : 1;
      Map<Integer, Integer> powers = new HashMap<>();
      powers(cell, columns.indexOf(ratios.candidate()), sign, powers);
      powers(cell, columns.indexOf(ratios.baseline()), -sign, powers);
      add(cell, powers, 1, cells, rows);
    }
  }

  private static Map<Integer, Integer> powers(
      Cell cell, int column, int sign, Map<Integer, Integer> into) {
    Hidden.Formula.of(cell.metric())
        .ifPresent(formula -> formula
            .powers()
            .forEach(
                (input, power) -> into.merge(unknown(column, input), sign * power, Integer::sum)));
    return into;
  }

  private static double constant(Cell cell) {
    return Hidden.Formula.of(cell.metric()).map(Hidden.Formula::constant).orElse(1.0);
  }

  private static void add(
      Cell cell,
      Map<Integer, Integer> powers,
      double constant,
      List<Cell> cells,
      List<CellSystem.Row> rows) {
    if (!powers.isEmpty()) {
      cells.add(cell);
      rows.add(new CellSystem.Row(powers, constant, Interval.at(1)));
    }
  }

  private static int unknown(int column, Hidden input) {
    return column * INPUTS + Arrays.asList(Hidden.values()).indexOf(input);
  }

  private List<CellSystem.Row> rows(List<Reading.Way> chosen) {
    List<CellSystem.Row> rows = new ArrayList<>();
    for (int i = 0; i < template.size(); i++) {
      CellSystem.Row row = template.get(i);
      rows.add(new CellSystem.Row(
          row.powers(), row.constant(), cells.get(i).reading().range(chosen.get(i))));
    }
    return rows;
  }

  /** Breadth first: one cell changed, then two; only cells of a conflict are worth changing. */
  private Optional<List<Reading.Way>> fewestChanges() {
    Deque<List<Reading.Way>> open = new ArrayDeque<>(List.of(start));
    Set<List<Reading.Way>> seen = new HashSet<>(open);
    for (int tries = 0; tries < MOST_TRIES && !open.isEmpty(); tries++) {
      List<Reading.Way> chosen = open.removeFirst();
      List<CellSystem.Row> rows = rows(chosen);
      if (system.isSatisfiable(rows)) {
        return Optional.of(chosen);
      }
      for (int cell : system.conflict(rows)) {
        for (Reading.Way way : cells.get(cell).reading().ways()) {
          List<Reading.Way> next = new ArrayList<>(chosen);
          next.set(cell, way);
          if (chosen.get(cell) == start.get(cell) && seen.add(next)) {
            open.addLast(next);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What an input can be so that all cells hold; empty where they contradict each other or say nothing. */
  Optional<Interval> reach(int column, Hidden input) {
    int unknown = unknown(column, input);
    boolean mentioned = template.stream().anyMatch(row -> row.powers().containsKey(unknown));
    return holds && mentioned ? Optional.of(system.reach(rows(ways), unknown)) : Optional.empty();
  }

  List<Finding> findings() {
    if (!holds) {
      return List.of(new Finding.Contradiction(system.conflict(rows(ways)).stream()
          .map(cell -> cells.get(cell).place())
          .toList()));
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      if (ways.get(i) != start.get(i)) {
        findings.add(new Finding.UnusualRounding(cells.get(i).place(), words(ways.get(i))));
      }
    }
    return findings;
  }

  private static String words(Reading.Way way) {
    return switch (way) {
      case ROUNDED -> "rounded in the usual way";
      case CUT_OFF -> "cut off instead of rounded";
      case NEAREST_FIVE -> "rounded to the nearest 5";
    };
  }
}
