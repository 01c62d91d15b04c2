package app.waterline.io;

import app.waterline.engine.Explained;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.Result;
import app.waterline.engine.plan.CashYear;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The documented form in which other programs read a plan. Same order, same digits, every time.
 *
 * @see "docs/command-line.md"
 */
public final class PlanJson {
  private static final List<PlanMetric> FIGURES = List.of(
      PlanMetric.SYSTEMS,
      PlanMetric.GPUS,
      PlanMetric.MEGAWATTS,
      PlanMetric.UTILIZATION,
      PlanMetric.TOKENS_PER_SECOND,
      PlanMetric.TOKENS_PER_YEAR,
      PlanMetric.COST_PER_YEAR,
      PlanMetric.REVENUE_PER_YEAR,
      PlanMetric.GROSS_MARGIN,
      PlanMetric.NPV,
      PlanMetric.IRR,
      PlanMetric.PAYBACK_YEARS);

  private PlanJson() {}

  /** The plan as JSON, with a line feed at the end. */
  public static String write(Plan plan) {
    List<Object> platforms = new ArrayList<>();
    plan.platforms().forEach(each -> platforms.add(form(each)));
    return EvaluationJson.WRITER.writeValueAsString(Map.of("platforms", platforms)) + "\n";
  }

  private static Map<String, Object> form(PlatformPlan plan) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("name", plan.platform().name());
    FIGURES.forEach(metric -> form.put(metric.key(), form(plan.of(metric))));
    form.put("cashFlow", cashFlow(plan));
    return form;
  }

  private static Object form(Result result) {
    return switch (result) {
      case NotAvailable missing -> Map.of("notAvailable", missing.reason());
      case Explained figure -> isCount(figure) ? (Object) (long) figure.value() : figure.value();
    };
  }

  private static boolean isCount(Explained figure) {
    return figure.unit() == Unit.SYSTEMS || figure.unit() == Unit.GPUS;
  }

  private static Object cashFlow(PlatformPlan plan) {
    return plan.of(PlanMetric.NPV) instanceof NotAvailable missing
        ? Map.of("notAvailable", missing.reason())
        : plan.cashFlow().stream().map(PlanJson::form).toList();
  }

  private static Map<String, Object> form(CashYear row) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("year", row.end());
    form.put("tokens", row.tokens().value());
    form.put("revenue", row.revenue().value());
    form.put("runningCost", row.runningCost().value());
    form.put("capital", row.capital().value());
    form.put("residual", row.residual().value());
    form.put("tax", row.tax().value());
    form.put("net", row.net().value());
    form.put("cumulative", row.cumulative().value());
    return form;
  }
}
