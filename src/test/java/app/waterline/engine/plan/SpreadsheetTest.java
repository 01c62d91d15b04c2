package app.waterline.engine.plan;

import static app.waterline.Card.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.waterline.Card;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.model.Amortization;
import app.waterline.model.ManualThroughput;
import app.waterline.model.Planning;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A colocated fleet, planned a second time by formulas of LibreOffice Calc that know nothing of ours:
 * {@code PMT}, {@code NPV} and {@code IRR} are Calc's own.
 */
@Tag("libreoffice")
class SpreadsheetTest {
  private static double figure(Map<String, Double> calc, String name) {
    return Objects.requireNonNull(calc.get(name), name);
  }

  private static final int YEARS = 5;
  private static final double EXACT = 1e-7; // per cent: 1e-9 of the value

  @TempDir
  private Path folder;

  /** Cells by name, one below the other in column B; a formula may name any of them. */
  private final Map<String, String> cells = new LinkedHashMap<>();

  private void cell(String name, String formula) {
    cells.put(name, formula);
  }

  private void inputs() {
    cell("megawatts", "10");
    cell("kw", "1.5");
    cell("gpusPerSystem", "8");
    cell("price", "30000");
    cell("life", "5");
    cell("rest", "0.2");
    cell("upkeep", "0.05");
    cell("staff", "1000");
    cell("colo", "120");
    cell("idle", "0.3");
    cell("used", "0.6");
    cell("power", "0.08");
    cell("rate", "0.08");
    cell("speed", "1000");
    cell("priceIn", "0.5");
    cell("priceOut", "2");
    cell("growth", "0.1");
    cell("decline", "0.25");
    cell("inflation", "0.03");
    cell("ramped", "0.75"); // 6 months in a straight line, then 6 months in full
  }

  private void formulas() {
    cell("systems", "INT(megawatts*1000/(kw*gpusPerSystem))");
    cell("gpus", "systems*gpusPerSystem");
    cell(
        "hour",
        "(PMT(rate;life;-price;rest*price)+upkeep*price+staff+12*colo*kw)/8760"
            + "+kw*(idle+(1-idle)*used)*power");
    cell("million", "hour/(3600*speed*used)*1000000");
    cell("earned", "(priceIn+priceOut)/2");
    cell("margin", "1-million/earned");
    cell("net0", "-gpus*price");
    cell("sum0", "net0");
    for (int year = 1; year <= YEARS; year++) {
      year(year);
    }
    cell("npv", "net0+NPV(rate;net1;net2;net3;net4;net5)");
  }

  private void year(int year) {
    String before = String.valueOf(year - 1);
    cell("busy" + year, year == 1 ? "used*ramped" : "used");
    cell("tokens" + year, "gpus*speed*busy%d*(1+growth)^%s*8760*3600".formatted(year, before));
    cell("revenue" + year, "tokens%d*earned*(1-decline)^%s/1000000".formatted(year, before));
    cell(
        "running" + year,
        "gpus*(upkeep*price+staff+12*colo*kw)+gpus*kw*8760*(idle+(1-idle)*busy%d)*power*(1+inflation)^%s"
            .formatted(year, before));
    String back = year == YEARS ? "+rest*gpus*price" : "";
    cell("net" + year, "revenue%d-running%d%s".formatted(year, year, back));
    cell("sum" + year, "sum%s+net%d".formatted(before, year));
  }

  private static Platform platform() {
    return Card.named("Own")
        .gpusPerSystem(8)
        .power(new Power(published(1.5), PowerBasis.UTILITY, null, published(0.3)))
        .priced(new Pricing.Owned(
            Amortization.ANNUITY,
            published(30_000),
            published(5),
            published(0.2),
            null,
            null,
            published(120),
            published(0.05),
            published(1_000)))
        .delivering(new ManualThroughput(
            published(1000), published(500), published(500), null, Precision.FP8))
        .platform();
  }

  private static PlatformPlan plan() {
    Scenario scenario = Scenario.DEFAULT
        .withUtilization(0.6)
        .withPowerPrice(0.08)
        .withCostOfCapital(0.08)
        .withWorkload(new Workload(null, null, null, 1000, 1000, 0))
        .withTokenPrices(new TokenPrices(0.5, null, 2))
        .withSizing(new Sizing(Sizing.Basis.MEGAWATTS, 10))
        .withHorizonYears(YEARS)
        .withThroughputGrowth(0.1)
        .withTokenPriceDecline(0.25)
        .withPowerInflation(0.03)
        .withPlanning(new Planning(null, List.of(), 0, 6, null));
    return Planner.plan(new Evaluator().evaluate(Card.workspace(scenario, platform())))
        .platforms()
        .getFirst();
  }

  @Test
  void agreesWithCalc() throws Exception {
    assumeTrue(office().isPresent(), "LibreOffice is not installed: the cross-check is left out");
    inputs();
    formulas();
    Map<String, Double> calc = recalculated();

    PlatformPlan plan = plan();
    assertAgrees(plan, PlanMetric.SYSTEMS, figure(calc, "systems"));
    assertAgrees(plan, PlanMetric.GPUS, figure(calc, "gpus"));
    assertAgrees(plan, PlanMetric.COST_PER_MILLION_TOKENS, figure(calc, "million"));
    assertAgrees(plan, PlanMetric.REVENUE_PER_MILLION_TOKENS, figure(calc, "earned"));
    assertAgrees(plan, PlanMetric.GROSS_MARGIN, figure(calc, "margin"));
    assertAgrees(plan, PlanMetric.NPV, figure(calc, "npv"));
    assertAgrees(plan, PlanMetric.IRR, figure(calc, "irr"));
    for (int year = 0; year <= YEARS; year++) {
      CashYear row = plan.cashFlow().get(year);
      assertThat(row.net().value()).isCloseTo(calc.get("net" + year), withinPercentage(EXACT));
      assertThat(row.cumulative().value())
          .isCloseTo(calc.get("sum" + year), withinPercentage(EXACT));
      if (year > 0) {
        assertThat(row.tokens().value())
            .isCloseTo(calc.get("tokens" + year), withinPercentage(EXACT));
        assertThat(row.revenue().value())
            .isCloseTo(calc.get("revenue" + year), withinPercentage(EXACT));
        assertThat(row.runningCost().value())
            .isCloseTo(-figure(calc, "running" + year), withinPercentage(EXACT));
      }
    }
  }

  private static void assertAgrees(PlatformPlan plan, PlanMetric metric, Double calc) {
    assertThat(((Explained) plan.of(metric)).value())
        .as(metric.key())
        .isCloseTo(calc, withinPercentage(EXACT));
  }

  private static java.util.Optional<Path> office() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(each -> Path.of(each, "soffice"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Lets Calc compute the cells and reads what it made of them. */
  private Map<String, Double> recalculated() throws IOException, InterruptedException {
    Path sheet = folder.resolve("plan.fods");
    Files.writeString(sheet, flat());
    Process run = new ProcessBuilder(
            office().orElseThrow().toString(),
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false",
            "--outdir",
            folder.toString(),
            sheet.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log.txt").toFile())
        .start();
    assertThat(run.waitFor(3, TimeUnit.MINUTES)).isTrue();
    Map<String, Double> values = new LinkedHashMap<>();
    for (String line : Files.readAllLines(folder.resolve("plan.csv"))) {
      List<String> parts = List.of(line.split(",", -1));
      values.put(parts.get(0), Double.valueOf(parts.get(1)));
    }
    return values;
  }

  /** The cells as a flat OpenDocument sheet, without any computed value in it. */
  private String flat() {
    List<String> names = new ArrayList<>(cells.keySet());
    StringBuilder rows = new StringBuilder();
    cells.forEach((name, formula) -> rows.append(row(name, placed(formula, names))));
    // IRR wants a range: the nets once more, below one another.
    for (int year = 0; year <= YEARS; year++) {
      rows.append(row("copy" + year, placed("net" + year, names)));
    }
    int first = names.size() + 1;
    rows.append(row("irr", "IRR([.B%d:.B%d])".formatted(first, first + YEARS)));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
         xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
         xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
         xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
         xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
         xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"
         office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
        <office:automatic-styles>
        <number:number-style style:name="plain"><number:number number:decimal-places="16"
         number:min-decimal-places="16" number:min-integer-digits="1"/></number:number-style>
        <style:style style:name="plainCell" style:family="table-cell" style:data-style-name="plain"/>
        </office:automatic-styles>
        <office:body><office:spreadsheet><table:table table:name="plan">
        %s</table:table></office:spreadsheet></office:body></office:document>
        """.formatted(rows);
  }

  private static String row(String name, String formula) {
    return "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>%s</text:p></table:table-cell><table:table-cell table:style-name=\"plainCell\" table:formula=\"of:=%s\"/></table:table-row>%n"
        .formatted(name, formula);
  }

  /** Names become places; the longest first, so that none is read inside of another. */
  private static String placed(String formula, List<String> names) {
    StringBuilder placed = new StringBuilder();
    java.util.regex.Matcher words =
        java.util.regex.Pattern.compile("[A-Za-z][A-Za-z0-9]*").matcher(formula);
    while (words.find()) {
      int place = names.indexOf(words.group());
      words.appendReplacement(placed, place < 0 ? words.group() : "[.B%d]".formatted(place + 1));
    }
    return words.appendTail(placed).toString();
  }
}
