package app.waterline.cli;

import app.waterline.engine.Evaluator;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.Planner;
import app.waterline.io.PlanCsv;
import app.waterline.io.PlanJson;
import app.waterline.model.InvalidInput;
import app.waterline.model.Sizing;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code waterline plan}: the fleet, the money and the cash flow of every platform at a size. */
@Command(
    name = "plan",
    description = {
      "Plans every platform of a workspace at a size: systems, tokens, cost, revenue, cash flow.",
      "Without a size the workspace's own counts."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin
  private WorkspaceSource source = new WorkspaceSource();

  @ArgGroup
  private @Nullable Size size;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
  private Format format = Format.TABLE;

  /** Exactly one of them. */
  private static final class Size {
    @Option(names = "--megawatts", paramLabel = "MW", description = "So much power.")
    private @Nullable Double megawatts;

    @Option(names = "--gpus", paramLabel = "N", description = "So many GPUs.")
    private @Nullable Double gpus;

    @Option(names = "--capital", paramLabel = "$", description = "So much capital.")
    private @Nullable Double capital;

    @Option(names = "--tokens-per-day", paramLabel = "N", description = "So many tokens a day.")
    private @Nullable Double tokensPerDay;

    @Option(
        names = "--users",
        paramLabel = "N",
        description = "So many users at once, at the interactivity of the operating point.")
    private @Nullable Double users;

    private @Nullable Sizing sizing() {
      Map<Sizing.Basis, @Nullable Double> amounts = new LinkedHashMap<>();
      amounts.put(Sizing.Basis.MEGAWATTS, megawatts);
      amounts.put(Sizing.Basis.GPUS, gpus);
      amounts.put(Sizing.Basis.CAPITAL, capital);
      amounts.put(Sizing.Basis.TOKENS_PER_DAY, tokensPerDay);
      amounts.put(Sizing.Basis.USERS, users);
      for (Map.Entry<Sizing.Basis, @Nullable Double> each : amounts.entrySet()) {
        Double amount = each.getValue();
        if (amount != null) {
          return new Sizing(each.getKey(), amount);
        }
      }
      return null;
    }
  }

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Plan plan = Planner.plan(new Evaluator().evaluate(sized(source.read(terminal))));
    Locale reader = source.locale(terminal);
    terminal.out().print(written(plan, reader));
    terminal.out().flush();
    return 0;
  }

  private String written(Plan plan, Locale reader) {
    return switch (format) {
      case TABLE -> new PlanTable(plan, reader).text();
      case MARKDOWN -> new PlanTable(plan, reader).markdown();
      case JSON -> PlanJson.write(plan);
      case CSV -> PlanCsv.write(plan);
    };
  }

  private Workspace sized(Workspace workspace) {
    Sizing asked = size == null ? null : size.sizing();
    Sizing sizing = asked == null ? workspace.scenario().sizing() : asked;
    if (sizing == null) {
      throw new InvalidInput(
          "The workspace has no size to plan from [none]. Give --megawatts, --gpus, --capital, --tokens-per-day or --users.");
    }
    return workspace.withScenario(workspace.scenario().withSizing(sizing));
  }
}
