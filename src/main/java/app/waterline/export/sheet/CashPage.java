package app.waterline.export.sheet;

import static app.waterline.export.sheet.Formula.or;

import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.plan.Plan;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.export.sheet.Formula.Missing;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The fleet and its money year by year, in formulas: docs/model.md, section 8. Platforms stand one
 * below the other, each with the figures that its years follow from.
 */
final class CashPage {
  private static final int COLUMNS = 21;
  private static final String MONEY = "#,##0;-#,##0;0";
  private static final int NEWTON_STEPS = 8;

  private final Page page;
  private final Words words;
  private final Names names;
  private final Scenario scenario;
  private final List<Series> series = new ArrayList<>();
  private String hours = "";

  /**
   * Where the cash flow of a platform stands, for the chart.
   *
   * @param platform whose it is
   * @param first row of year 0
   * @param last row of the last year
   */
  record Series(Platform platform, int first, int last) {
    /** The column with the end of each year. */
    static final int END = 1;

    /** The column with the net of each year. */
    static final int NET = 14;

    /** The column with the net of all years so far. */
    static final int CUMULATIVE = 15;
  }

  CashPage(Page page, Words words, Names names, Scenario scenario) {
    this.page = page;
    this.words = words;
    this.names = names;
    this.scenario = scenario;
  }

  List<Series> series() {
    return series;
  }

  Page page() {
    return page;
  }

  void write(Plan plan) {
    page.widths(36, 15, 10, 10, 10, 10, 10, 10, 18, 17, 17, 17, 17, 15, 17, 17, 17, 10, 12, 10, 15);
    page.text(0, words.get("cash.title"), Look.Kind.TITLE);
    page.next();
    page.text(0, words.get("cash.subtitle"), Look.Kind.SUBTITLE);
    page.skip(2);
    hours();
    for (PlatformPlan each : plan.platforms()) {
      page.section(each.platform().name(), COLUMNS);
      if (each.of(PlanMetric.NPV) instanceof NotAvailable none
          && each.cashFlow().isEmpty()) {
        page.text(0, words.missing(new Missing(none.reason())), Look.Kind.LABEL);
        page.next();
      } else {
        new Flow(each.platform()).write();
      }
      page.next();
    }
  }

  /** The load hour by hour stands far to the right, where it is in nobody's way. */
  private void hours() {
    Planning planning = Objects.requireNonNullElse(scenario.planning(), Planning.DEFAULT);
    List<Double> load = planning.hourlyLoad();
    if (load.isEmpty()) {
      return;
    }
    int top = page.row();
    double mean = load.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    page.text(COLUMNS + 1, words.get("cash.hours"), Look.Kind.HEADING);
    page.next();
    for (double hour : load) {
      page.number(COLUMNS + 1, hour / mean, Unit.NONE, Look.Kind.INPUT);
      page.next();
    }
    hours = page.range(COLUMNS + 1, top + 1, page.row() - 1);
    page.backTo(top);
  }

  /** One platform. */
  private final class Flow {
    private final Platform platform;
    private final boolean hosted;
    private int first;
    private int last;

    private Flow(Platform platform) {
      this.platform = platform;
      this.hosted = platform.hardware() == null;
    }

    private String cell(String key) {
      return names.of(platform, key);
    }

    private String cell(Metric metric) {
      return names.of(platform, PlatformFormulas.key(metric));
    }

    private String cell(Step step) {
      return names.of(platform, step.key());
    }

    private void write() {
      if (hosted) {
        hostedFleet();
      } else {
        fleet();
        bill();
      }
      assets();
      years();
      worth();
      page.next();
    }

    private void hostedFleet() {
      line("demand", demand(), Unit.TOKENS_PER_SECOND, "#,##0");
      line(
          "token_price",
          "(input_length*((1-cached_share)*price_input+cached_share*%s)+output_length*price_output)/(input_length+output_length)"
              .formatted(or("price_cached_input", "price_input")),
          Unit.DOLLARS_PER_MILLION_TOKENS,
          "0.0000");
      line("capacity", "0", Unit.TOKENS_PER_SECOND, "#,##0");
      line("offered_tokens", cell("demand"), Unit.TOKENS_PER_SECOND, "#,##0");
      line("working_share", "0", Unit.SHARE, "0.0%");
      line("fixed_cost", "0", Unit.DOLLARS_PER_YEAR, MONEY);
      line("idle_energy", "0", Unit.NONE, "#,##0");
      line("full_energy", "0", Unit.NONE, "#,##0");
      line("power_included", "0", Unit.DOLLARS_PER_KWH, "0.000");
      line(
          "cost_per_token",
          cell(Metric.COST_PER_MILLION_TOKENS) + "/1000000",
          Unit.NONE,
          "0.000E+00");
    }

    private String demand() {
      Sizing sizing = Objects.requireNonNull(scenario.sizing());
      if (sizing.basis() == Sizing.Basis.TOKENS_PER_DAY) {
        return "size/86400";
      }
      String speed =
          hosted ? "target_interactivity" : or(cell(Step.INTERACTIVITY), "target_interactivity");
      String share = hosted
          ? "(output_length/(input_length+output_length))"
          : "(%s/%s)".formatted(cell(Step.OUTPUT_THROUGHPUT), cell(Step.THROUGHPUT));
      return "size*%s/%s".formatted(speed, share);
    }

    private boolean isSizedByDemand() {
      Sizing sizing = Objects.requireNonNull(scenario.sizing());
      return sizing.basis() == Sizing.Basis.TOKENS_PER_DAY || sizing.basis() == Sizing.Basis.USERS;
    }

    private void fleet() {
      if (isSizedByDemand()) {
        line("demand", demand(), Unit.TOKENS_PER_SECOND, "#,##0");
        line("fleet_systems", forDemand(), Unit.SYSTEMS, "#,##0");
      } else {
        line("system_takes", systemTakes(), Unit.NONE, "General");
        line("fleet_systems", forBudget(), Unit.SYSTEMS, "#,##0");
      }
      String systems = cell("fleet_systems");
      line("fleet_gpus", systems + "*" + cell("gpus_per_system"), Unit.GPUS, "#,##0");
      line(
          "working_gpus",
          "(%s-spare_systems)*%s".formatted(systems, cell("gpus_per_system")),
          Unit.GPUS,
          "#,##0");
      line(
          "capacity",
          "%s*%s".formatted(cell(Step.THROUGHPUT), cell("working_gpus")),
          Unit.TOKENS_PER_SECOND,
          "#,##0");
      line(
          "offered_tokens",
          isSizedByDemand() ? cell("demand") : "utilization*" + cell("capacity"),
          Unit.TOKENS_PER_SECOND,
          "#,##0");
      line(
          "working_share",
          "%s/%s".formatted(cell("working_gpus"), cell("fleet_gpus")),
          Unit.SHARE,
          "0.0%");
      line(
          "token_price",
          "%s/(3600*%s)*1000000"
              .formatted(cell(Metric.REVENUE_PER_GPU_HOUR), cell(Metric.TOKENS_PER_SECOND_PER_GPU)),
          Unit.DOLLARS_PER_MILLION_TOKENS,
          "0.0000");
    }

    private String systemTakes() {
      Sizing sizing = Objects.requireNonNull(scenario.sizing());
      return switch (sizing.basis()) {
        case MEGAWATTS ->
          "%s*%s/1000".formatted(cell(Step.PROVISIONED_POWER), cell("gpus_per_system"));
        case CAPITAL -> "(%s)*%s".formatted(capitalPerGpu(), cell("gpus_per_system"));
        default -> cell("gpus_per_system");
      };
    }

    private String capitalPerGpu() {
      return cell("capital_per_gpu") + "+" + facilityPerGpu();
    }

    private String facilityPerGpu() {
      return "IF(ISNUMBER(%1$s),%1$s*%2$s,0)"
          .formatted(cell("facility_per_kw"), cell(Step.PROVISIONED_POWER));
    }

    private String forBudget() {
      return "IF(INT(size/%1$s*(1+10^-12))<=spare_systems,%2$s,INT(size/%1$s*(1+10^-12)))"
          .formatted(
              cell("system_takes"), new Missing("the size leaves no system to work").quoted());
    }

    private String forDemand() {
      String peak = hours.isEmpty() ? or("peak_to_average", "1") : "MAX(%s)".formatted(hours);
      return "MAX(1,ROUNDUP(%s*%s/(%s*%s)*(1-10^-12),0))+spare_systems"
          .formatted(cell("demand"), peak, cell(Step.THROUGHPUT), cell("gpus_per_system"));
    }

    private void bill() {
      String gpus = cell("fleet_gpus");
      line("fixed_cost", "(%s)*%s".formatted(fixedPerGpu(), gpus), Unit.DOLLARS_PER_YEAR, MONEY);
      line(
          "full_energy",
          paysForPower() ? "%s*%s*8760".formatted(cell(Step.PROVISIONED_POWER), gpus) : "0",
          Unit.NONE,
          "#,##0");
      boolean idles =
          paysForPower() && Objects.requireNonNull(platform.hardware()).power() != null;
      line(
          "idle_energy",
          idles ? "%s*%s".formatted(cell("full_energy"), cell("idle_power_fraction")) : "0",
          Unit.NONE,
          "#,##0");
      boolean follows = paysForPower() && platform.pricing() instanceof Pricing.Rental;
      line(
          "power_included",
          follows ? cell("included_power_price") : "0",
          Unit.DOLLARS_PER_KWH,
          "0.000");
      line("cost_per_token", "0", Unit.NONE, "0");
    }

    private boolean paysForPower() {
      return platform.pricing() instanceof Pricing.Owned
          || (platform.pricing() instanceof Pricing.Rental rental
              && rental.includedPowerPrice() != null);
    }

    private String fixedPerGpu() {
      if (platform.pricing() instanceof Pricing.Rental) {
        return cell("rate") + "*8760";
      }
      return "%s*%s+%s+IF(ISNUMBER(%4$s),12*%4$s*%5$s,0)"
          .formatted(
              cell("maintenance_share"),
              cell("capital_per_gpu"),
              cell("staff_and_software"),
              cell("colocation"),
              cell(Step.PROVISIONED_POWER));
    }

    private boolean isOwned() {
      return platform.pricing() instanceof Pricing.Owned;
    }

    private void assets() {
      if (!isOwned()) {
        return;
      }
      String gpus = cell("fleet_gpus");
      line(
          "hardware_bought", "%s*%s".formatted(cell("capital_per_gpu"), gpus), Unit.DOLLARS, MONEY);
      line("facility_bought", "%s*%s".formatted(facilityPerGpu(), gpus), Unit.DOLLARS, MONEY);
      line(
          "back_at_the_end",
          "%s*%s+%s*(1-(%s))"
              .formatted(
                  cell("residual_share"),
                  cell("hardware_bought"),
                  cell("facility_bought"),
                  facilityAge()),
          Unit.DOLLARS,
          MONEY);
      line(
          "written_off",
          "%s*(1-%s)*%s/horizon_years+%s/%s"
              .formatted(
                  cell("hardware_bought"),
                  cell("residual_share"),
                  ceiling("horizon_years/" + cell("life_years")),
                  cell("facility_bought"),
                  or(cell("facility_life_years"), "1")),
          Unit.DOLLARS_PER_YEAR,
          MONEY);
    }

    private String facilityAge() {
      String lives = "horizon_years/" + or(cell("facility_life_years"), "1");
      return "%s-(%s-1)".formatted(lives, ceiling(lives));
    }

    private static String ceiling(String formula) {
      return "-INT(-(%s))".formatted(formula);
    }

    private void line(String key, String formula, Unit unit, String format) {
      page.text(0, words.get("cash." + key), Look.Kind.LABEL);
      page.formula(1, formula, Look.Kind.FIGURE, format);
      page.text(2, words.unit(unit), Look.Kind.FAINT);
      page.name(1, cell(key));
      page.next();
    }

    private void years() {
      int column = 0;
      for (String each : List.of(
          "year",
          "end",
          "length",
          "ramp",
          "priceLevel",
          "powerLevel",
          "growth",
          "served",
          "tokens",
          "revenue",
          "running",
          "capital",
          "residual",
          "tax",
          "net",
          "cumulative",
          "present",
          "sign",
          "payback",
          "change",
          "losses")) {
        page.text(
            column,
            words.get("year." + each),
            column == 0 ? Look.Kind.HEADING : Look.Kind.NAME_HEADING);
        column++;
      }
      page.next();
      first = page.row();
      int count = (int) Math.ceil(scenario.horizonYears());
      for (int year = 0; year <= count; year++) {
        year(year);
        page.next();
      }
      last = page.row() - 1;
      series.add(new Series(platform, first, last));
    }

    private void year(int year) {
      page.number(0, year, Unit.NONE, Look.Kind.FIGURE);
      at(1, "MIN(%s,horizon_years)".formatted(c(0)), "0.##");
      at(2, year == 0 ? "0" : "MAX(0,%s-%s)".formatted(c(1), start()), "0.##");
      at(3, year == 0 ? "0" : ramp(), "0.0%");
      at(4, level("(1-token_price_decline)", year), "0.0%");
      at(5, level("(1+power_inflation)", year), "0.0%");
      at(6, level("(1+throughput_growth)", year), "0.0%");
      at(7, year == 0 ? "0" : served(), "0.0%");
      at(8, year == 0 ? "0" : tokens(), "#,##0");
      at(9, "%s*%s/1000000*%s".formatted(c(8), cell("token_price"), c(4)), MONEY);
      at(10, year == 0 ? "0" : running(), MONEY);
      at(11, isOwned() ? (year == 0 ? bought() : renewed()) : "0", MONEY);
      at(12, isOwned() ? residual() : "0", MONEY);
      at(13, year == 0 ? "0" : tax(), MONEY);
      at(14, "%s+%s+%s+%s+%s".formatted(c(9), c(10), c(11), c(12), c(13)), MONEY);
      at(15, year == 0 ? c(14) : above(15) + "+" + c(14), MONEY);
      at(16, "%s/(1+cost_of_capital)^%s".formatted(c(14), c(1)), MONEY);
      at(17, sign(year), "0");
      at(18, payback(year), "0.00");
      at(19, year == 0 ? "0" : change(), "0");
      at(20, year == 0 ? "0" : losses(), MONEY);
    }

    private void at(int column, String formula, String format) {
      page.formula(column, formula, Look.Kind.FIGURE, format);
    }

    private String c(int column) {
      return Page.at(column, page.row());
    }

    private String above(int column) {
      return Page.at(column, page.row() - 1);
    }

    private String start() {
      return "(%s-1)".formatted(c(0));
    }

    private String level(String factor, int year) {
      return year == 0 ? "1" : factor + "^" + start();
    }

    private String ramp() {
      String up = "(ramp_up_months/12)";
      return "IF(OR(%1$s>=%2$s,%3$s=0),1,((MIN(%4$s,%2$s)^2-%1$s^2)/(2*%2$s)+(%4$s-MIN(%4$s,%2$s)))/%3$s)"
          .formatted(start(), up, c(2), c(1));
    }

    private String wanted() {
      return "%s*%s".formatted(cell("offered_tokens"), c(3));
    }

    private String served() {
      if (hosted) {
        return "0";
      }
      String room =
          isSizedByDemand() ? "(%s*%s)".formatted(cell("capacity"), c(6)) : cell("capacity");
      String offered = "(%s/%s)".formatted(wanted(), room);
      return hours.isEmpty()
          ? "MIN(1,%s)".formatted(offered)
          : "IF(%1$s=0,0,(%1$s*SUMIF(%2$s,\"<=\"&1/%1$s)+COUNTIF(%2$s,\">\"&1/%1$s))/COUNT(%2$s))"
              .formatted(offered, hours);
    }

    private String tokens() {
      String perSecond = hosted ? wanted() : "%s*%s*%s".formatted(c(7), cell("capacity"), c(6));
      return "%s*%s*8760*3600".formatted(c(2), perSecond);
    }

    private String running() {
      String idle = cell("idle_energy");
      String full = cell("full_energy");
      return "-(%s*(%s+(%s+(%s-%s)*%s*%s)*(power_price*%s-%s))+%s*%s*%s)"
          .formatted(
              c(2),
              cell("fixed_cost"),
              idle,
              full,
              idle,
              c(7),
              cell("working_share"),
              c(5),
              cell("power_included"),
              c(8),
              cell("cost_per_token"),
              c(4));
    }

    private String bought() {
      return "-(%s+%s)".formatted(cell("hardware_bought"), cell("facility_bought"));
    }

    private String renewed() {
      return "-(%s*(1-%s)*%s+%s*%s)"
          .formatted(
              cell("hardware_bought"),
              cell("residual_share"),
              renewals(cell("life_years")),
              cell("facility_bought"),
              renewals(or(cell("facility_life_years"), "1")));
    }

    private String renewals(String life) {
      return "MAX(0,MIN(INT(%1$s/%2$s),%3$s-1)-INT(%4$s/%2$s))"
          .formatted(c(1), life, ceiling("horizon_years/" + life), start());
    }

    private String residual() {
      return "IF(AND(%s=horizon_years,%s>0),%s,0)".formatted(c(1), c(2), cell("back_at_the_end"));
    }

    private String profit() {
      String writtenOff = isOwned() ? cell("written_off") : "0";
      return "(%s+%s-%s*%s)".formatted(c(9), c(10), writtenOff, c(2));
    }

    private String tax() {
      return "IF(ISNUMBER(tax_rate),-MAX(0,%s-%s)*tax_rate,0)".formatted(profit(), above(20));
    }

    private String losses() {
      return "MAX(0,%s-%s)".formatted(above(20), profit());
    }

    private String sign(int year) {
      return year == 0
          ? "SIGN(%s)".formatted(c(14))
          : "IF(%1$s=0,%2$s,SIGN(%1$s))".formatted(c(14), above(17));
    }

    private String change() {
      return "IF(AND(%1$s<>%2$s,%2$s<>0),1,0)".formatted(c(17), above(17));
    }

    /** Inside a year the money comes evenly; what comes back at the end does not. */
    private String payback(int year) {
      if (year == 0) {
        return "\"\"";
      }
      String open = above(15);
      String before = "(%s+%s-%s)".formatted(open, c(14), c(12));
      String paid =
          "IF(%1$s>=0,%2$s-%3$s*%1$s/(%1$s-%4$s),%2$s)".formatted(before, c(1), c(2), open);
      return "IF(%1$s<0,\"\",IF(AND(%2$s<0,%1$s>=0),%3$s,%4$s))"
          .formatted(c(15), open, paid, above(18));
    }

    private void worth() {
      String net = here(14);
      String missing = new Missing("a figure of the years above is not available").quoted();
      result(PlanMetric.NPV, "IFERROR(SUM(%s),%s)".formatted(here(16), missing), MONEY);
      irr(net, missing);
      String never = new Missing("never within the horizon").quoted();
      String nothing = new Missing("nothing to pay back: no money is put in").quoted();
      result(
          PlanMetric.PAYBACK_YEARS,
          "IFERROR(IF(MIN(%s)>=0,%s,IF(ISNUMBER(%s),%s,%s)),%s)"
              .formatted(here(15), nothing, Page.at(18, last), Page.at(18, last), never, missing),
          "0.00");
      page.text(0, words.get("cash.check"), Look.Kind.LABEL);
      page.formula(
          1,
          "IF(horizon_years>%d,\"%s\",\"ok\")"
              .formatted(last - first, words.get("cash.tooShort").replace("\"", "\"\"")),
          Look.Kind.FIGURE,
          "General");
      page.next();
    }

    /** A first estimate for whole years, made exact by Newton's method, also for a part of a year. */
    private void irr(String net, String missing) {
      int top = page.row();
      line("sign_changes", "SUM(%s)".formatted(here(19)), Unit.NONE, "0");
      String estimate = "IF(%s=1,IFERROR(IRR(%s),0.1),0.1)".formatted(cell("sign_changes"), net);
      for (int step = 0; step < NEWTON_STEPS; step++) {
        String key = "rate_" + step;
        page.text(0, words.get("cash.rate", step + 1), Look.Kind.FAINT);
        page.formula(
            1, step == 0 ? estimate : better("rate_" + (step - 1)), Look.Kind.FIGURE, "0.0%");
        page.name(1, cell(key));
        page.next();
      }
      page.sheet().groupRow(top, page.row() - 1);
      page.sheet().setRowGroupCollapsed(top, true);
      String none = new Missing("none: the cash flow has no change of sign, or several").quoted();
      result(
          PlanMetric.IRR,
          "IFERROR(IF(%s=1,%s,%s),%s)"
              .formatted(cell("sign_changes"), cell("rate_" + (NEWTON_STEPS - 1)), none, missing),
          "0.0%");
    }

    private String better(String rate) {
      StringBuilder value = new StringBuilder();
      StringBuilder slope = new StringBuilder();
      for (int year = first; year <= last; year++) {
        String net = Page.at(14, year);
        String end = Page.at(1, year);
        value.append("+%s/(1+%s)^%s".formatted(net, cell(rate), end));
        slope.append("+%s*%s/(1+%s)^(%s+1)".formatted(net, end, cell(rate), end));
      }
      return "%s+(%s)/(%s)".formatted(cell(rate), value.substring(1), slope.substring(1));
    }

    private void result(PlanMetric metric, String formula, String format) {
      page.text(0, words.get("plan." + metric.key()), Look.Kind.HEADLINE_LABEL);
      page.formula(1, formula, Look.Kind.HEADLINE, format);
      page.text(2, words.unit(metric.unit()), Look.Kind.FAINT);
      page.name(1, cell("plan_" + metric.name().toLowerCase(Locale.ROOT)));
      page.next();
    }

    private String here(int column) {
      return here(column, first, last);
    }

    private String here(int column, int from, int to) {
      return Page.at(column, from) + ":" + Page.at(column, to);
    }
  }
}
