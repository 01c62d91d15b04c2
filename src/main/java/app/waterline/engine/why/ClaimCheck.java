package app.waterline.engine.why;

import app.waterline.engine.Printed;
import app.waterline.engine.why.ClaimTable.Cell;
import app.waterline.engine.why.ClaimTable.Column;
import app.waterline.model.Claim;
import app.waterline.model.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a published table says about its own inputs, and where it contradicts itself.
 *
 * @param claim the table
 * @param inputs what its cells leave for every input behind them
 * @param findings what a reader should know
 * @see "docs/model.md, section 8"
 */
public record ClaimCheck(Claim claim, List<Implied> inputs, List<Finding> findings) {
  /**
   * What the cells say about an input that a table rests on.
   *
   * @param row what the table calls the platform
   * @param input the input
   * @param printed the cell that prints it; empty where it is hidden
   * @param toTheLetter what it must be for each other cell, with the printed inputs taken to the letter
   * @param together what it can be so that all cells hold, each with its rounding; empty where they
   *     contradict each other
   */
  public record Implied(
      String row,
      Hidden input,
      Optional<String> printed,
      List<Need> toTheLetter,
      Optional<Interval> together) {}

  /** What one cell asks of an input. */
  public record Need(Place cell, Interval range) {}

  public ClaimCheck {
    inputs = List.copyOf(inputs);
    findings = List.copyOf(findings);
  }

  /** Whether the table holds together without any finding. */
  public boolean holds() {
    return findings.isEmpty();
  }

  /**
   * Checks a table.
   *
   * @param reader reads a printed figure; throws {@link app.waterline.model.InvalidInput} where it is
   *     none
   * @param known platforms whose peaks and power are known; a row speaks of the one with its id
   * @throws app.waterline.model.InvalidInput if the claim is empty or a cell can't be read; the message
   *     names the cell
   */
  public static ClaimCheck of(Claim claim, Function<String, Printed> reader, List<Platform> known) {
    ClaimTable table = ClaimTable.of(claim, reader);
    Quotes quotes = Quotes.of(table, known);
    List<Finding> findings = new ArrayList<>();
    for (Column column : table.columns()) {
      findings.addAll(new ColumnCheck(column, quotes).findings());
    }
    findings.addAll(RatioCheck.findings(table));
    Together together = Together.of(table, waysOf(findings, table));
    findings.addAll(together.findings());
    findings.addAll(quotes.findings());
    findings.addAll(TokenBases.findings(table));
    return new ClaimCheck(claim, inputs(table, together), findings);
  }

  /** Cells that were found not to be rounded in the usual way; who rounds one ratio to 5 rounds all. */
  private static Map<Place, Reading.Way> waysOf(List<Finding> findings, ClaimTable table) {
    Map<Place, Reading.Way> ways = new HashMap<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.CutOff cutOff) {
        ways.put(cutOff.cell(), Reading.Way.CUT_OFF);
      }
    }
    ClaimTable.Ratios ratios = table.ratios();
    if (ratios != null && findings.stream().anyMatch(Finding.NearestFive.class::isInstance)) {
      ratios.cells().stream()
          .filter(cell -> cell.reading().ways().contains(Reading.Way.NEAREST_FIVE))
          .forEach(cell -> ways.put(cell.place(), Reading.Way.NEAREST_FIVE));
    }
    return ways;
  }

  private static List<Implied> inputs(ClaimTable table, Together together) {
    List<Implied> inputs = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      for (Hidden input : Hidden.values()) {
        Optional<String> printed =
            column.printing(input).map(cell -> cell.place().text());
        List<Need> needs = needs(column, input);
        if (printed.isPresent() || !needs.isEmpty()) {
          inputs.add(new Implied(column.name(), input, printed, needs, together.reach(i, input)));
        }
      }
    }
    return inputs;
  }

  private static List<Need> needs(Column column, Hidden input) {
    Map<Hidden, Interval> faces = column.faces();
    List<Need> needs = new ArrayList<>();
    for (Cell cell : column.cells()) {
      Hidden.Formula.of(cell.metric())
          .filter(formula -> !formula.isInput() && formula.powers().containsKey(input))
          .filter(formula -> formula.powers().keySet().stream()
              .allMatch(each -> each == input || faces.containsKey(each)))
          .ifPresent(formula -> needs.add(new Need(
              cell.place(),
              formula.solve(input, cell.reading().range(Reading.Way.ROUNDED), faces))));
    }
    return needs;
  }
}
