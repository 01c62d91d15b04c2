package app.waterline.export.deck;

import app.waterline.model.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The slides that a workspace can fill. */
public enum SlideKind {
  TITLE("title"),
  /** Why a token is cheaper, drawn to scale. */
  ICEBERG("iceberg"),
  /** The five metrics of every platform, with their relation to the baseline. */
  TABLE("table"),
  /** Measured points and the frontier through them. */
  FRONTIER("frontier"),
  /** From the baseline's cost to the best platform's, a step for each driver. */
  BRIDGE("bridge"),
  /** How far each input moves the cost. */
  TORNADO("tornado"),
  /** From power to tokens and money at the scenario's size. */
  FACTORY("factory"),
  /** The money year by year. */
  CASH_FLOW("cash-flow"),
  /** Every figure that the others rest on, with its source. */
  ASSUMPTIONS("assumptions"),
  /** The headline cost as bars. */
  COST("cost"),
  /** The best measured figure over the dates. */
  OVER_TIME("over-time"),
  /** What a million tokens cost term by term, for each way to have a machine. */
  COST_STACK("cost-stack"),
  /** How sure the costs are, as histograms. */
  DISTRIBUTION("distribution"),
  /** The chance that a cost stays below a value. */
  CUMULATIVE("cumulative"),
  /** Who is cheapest over two inputs. */
  WINNER_MAP("winner-map"),
  /** At which value of each input the cheapest platform costs what the baseline does. */
  BREAK_EVEN("break-even");

  /** The slides of a deck for which nobody chose any. */
  public static final List<SlideKind> USUAL =
      List.of(TITLE, ICEBERG, TABLE, FRONTIER, BRIDGE, TORNADO, FACTORY, CASH_FLOW, ASSUMPTIONS);

  private final String key;

  SlideKind(String key) {
    this.key = key;
  }

  /** The name in commands and settings, for example {@code iceberg}. */
  public String key() {
    return key;
  }

  /**
   * The slide with the given name.
   *
   * @throws InvalidInput if there is none
   */
  public static SlideKind ofKey(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("There is no such slide [%s]. Choose from %s."
            .formatted(
                key,
                Arrays.stream(values()).map(SlideKind::key).collect(Collectors.joining(", ")))));
  }
}
