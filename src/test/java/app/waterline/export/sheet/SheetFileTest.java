package app.waterline.export.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.plan.PlanMetric;
import app.waterline.engine.plan.Planner;
import app.waterline.engine.plan.PlatformPlan;
import app.waterline.export.Samples;
import app.waterline.export.file.Progress;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;

class SheetFileTest {
  private static final double ACCURACY = 1e-9;
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US, "USD"));

  @TempDir
  Path folder;

  static Stream<Arguments> workspaces() {
    return Workspaces.all().entrySet().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  /** Other values for inputs, in the sheet and in the workspace alike. */
  private static final Map<String, Double> CHANGES = Map.of(
      "utilization", 0.55,
      "power_price", 0.131,
      "pue", 1.31,
      "target_interactivity", 41.5,
      "cost_of_capital", 0.113,
      "cached_share", 0.35);

  private static Workspace changed(Workspace workspace) {
    Scenario scenario = workspace.scenario();
    return workspace.withScenario(scenario
        .withUtilization(0.55)
        .withPowerPrice(0.131)
        .withPue(1.31)
        .withTargetInteractivity(41.5)
        .withCostOfCapital(0.113)
        .withWorkload(Workspaces.cached(scenario.workload(), 0.35)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workspaces")
  void theValuesInTheFileAreThoseOfTheEngine(String name, Workspace workspace) throws IOException {
    try (XSSFWorkbook sheet = open(sheet(workspace))) {
      agrees(sheet, workspace);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workspaces")
  void theFormulasFollowTheInputs(String name, Workspace workspace) throws IOException {
    try (XSSFWorkbook sheet = open(sheet(workspace))) {
      change(sheet);
      sheet.getCreationHelper().createFormulaEvaluator().evaluateAll();
      agrees(sheet, changed(workspace));
    }
  }

  @Tag("libreoffice")
  @ParameterizedTest(name = "{0}")
  @MethodSource("workspaces")
  void anotherProgramComputesTheSame(String name, Workspace workspace) throws Exception {
    assumeTrue(LibreOffice.program().isPresent(), "LibreOffice is not installed");
    try (XSSFWorkbook sheet = open(sheet(workspace))) {
      forget(sheet);
      agrees(recalculated(sheet), workspace);
      change(sheet);
      agrees(recalculated(sheet), changed(workspace));
    }
  }

  private XSSFWorkbook recalculated(XSSFWorkbook sheet) throws Exception {
    Path file = folder.resolve("sheet.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      sheet.write(out);
    }
    return open(Files.readAllBytes(LibreOffice.convert(file, "xlsx", folder)));
  }

  private static void change(XSSFWorkbook sheet) {
    CHANGES.forEach((name, value) -> named(sheet, name).setCellValue(value));
  }

  /** Takes the stored values away, so that whoever opens it must compute. */
  private static void forget(XSSFWorkbook workbook) {
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            ((XSSFCell) cell).getCTCell().unsetV();
          }
        }
      }
    }
  }

  private static void agrees(XSSFWorkbook sheet, Workspace workspace) {
    Evaluation evaluation = new Evaluator().evaluate(workspace);
    Names names = new Names(workspace.platforms());
    for (PlatformEvaluation each : evaluation.platforms()) {
      for (Metric metric : Metric.values()) {
        agrees(
            each.of(metric),
            named(sheet, names.of(each.platform(), PlatformFormulas.key(metric))),
            each.platform().name() + " " + metric);
      }
    }
    for (PlatformPlan each : Planner.plan(evaluation).platforms()) {
      if (!each.cashFlow().isEmpty()) {
        for (PlanMetric metric :
            List.of(PlanMetric.NPV, PlanMetric.IRR, PlanMetric.PAYBACK_YEARS)) {
          agrees(
              each.of(metric),
              named(
                  sheet,
                  names.of(each.platform(), "plan_" + metric.name().toLowerCase(Locale.ROOT))),
              each.platform().name() + " " + metric);
        }
      }
    }
  }

  private static void agrees(Result expected, Cell cell, String what) {
    switch (expected) {
      case Explained figure -> {
        assertThat(cell.getCachedFormulaResultType())
            .as("%s: %s", what, cell.getCellFormula())
            .isEqualTo(CellType.NUMERIC);
        assertThat(cell.getNumericCellValue())
            .as("%s: %s", what, cell.getCellFormula())
            .isCloseTo(figure.value(), within(ACCURACY * Math.abs(figure.value())));
      }
      case NotAvailable missing -> {
        assertThat(cell.getCachedFormulaResultType()).as(what).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).as(what).startsWith("not available: ");
      }
    }
  }

  private static Cell named(XSSFWorkbook sheet, String name) {
    Name defined = sheet.getName(name);
    assertThat(defined).as(name).isNotNull();
    CellReference at = new CellReference(defined.getRefersToFormula());
    return sheet.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
  }

  private static byte[] sheet(Workspace workspace) {
    return SheetFile.of(
        new Evaluator().evaluate(workspace), TEXTS, ChartFonts.bundled(), Progress.UNWATCHED);
  }

  private static XSSFWorkbook open(byte[] bytes) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  @Test
  void theSameWorkspaceGivesTheSameBytes() {
    Workspace workspace = Samples.planned().workspace();
    assertThat(sheet(workspace)).isEqualTo(sheet(workspace));
  }

  @Test
  void everyFigureLeadsBackToItsInput() throws IOException {
    try (XSSFWorkbook sheet = open(sheet(Samples.published().workspace()))) {
      Cell rate = named(sheet, "HGX_H200_rate");
      assertThat(rate.getNumericCellValue()).isEqualTo(1.41);
      assertThat(rate.getRow().getCell(4).getStringCellValue()).isNotBlank();
      assertThat(named(sheet, "HGX_H200_cost_per_million_tokens").getCellFormula())
          .contains("HGX_H200_cost_per_gpu_hour", "HGX_H200_tokens_per_second_per_gpu");
    }
  }

  @Test
  void chartsAreNativeAndValid() throws IOException {
    try (XSSFWorkbook book = open(sheet(Samples.uncertain().workspace()))) {
      Map<String, Integer> charts = new LinkedHashMap<>();
      for (Sheet each : book) {
        XSSFDrawing drawing = ((XSSFSheet) each).getDrawingPatriarch();
        if (drawing != null) {
          charts.put(each.getSheetName(), drawing.getCharts().size());
          for (XSSFChart chart : drawing.getCharts()) {
            List<XmlError> problems = new ArrayList<>();
            chart.getCTChartSpace().validate(new XmlOptions().setErrorListener(problems));
            assertThat(problems).as(each.getSheetName()).isEmpty();
          }
        }
      }
      assertThat(charts)
          .containsEntry("Results", 2)
          .containsEntry("Cash flow", 1)
          .containsEntry("Iceberg", 0) // a picture
          .containsEntry("Tornado", 1)
          .containsEntry("Bridge", 1)
          .containsEntry("Cost stack", 1)
          .containsEntry("Distribution", 1)
          .containsEntry("Cumulative", 1);
    }
  }

  @Test
  void chartsOfAnswersRepeatTheCellsBelowThem() throws IOException {
    try (XSSFWorkbook book = open(sheet(Samples.uncertain().workspace()))) {
      for (String name : List.of("Tornado", "Bridge", "Cost stack", "Distribution")) {
        int compared = 0;
        XSSFChart chart = book.getSheet(name).getDrawingPatriarch().getCharts().getFirst();
        for (XmlObject each : chart
            .getCTChartSpace()
            .selectPath(
                "declare namespace c='http://schemas.openxmlformats.org/drawingml/2006/chart' .//c:numRef")) {
          CTNumRef reference = (CTNumRef) each;
          CellReference[] cells = new AreaReference(reference.getF(), SpreadsheetVersion.EXCEL2007)
              .getAllReferencedCells();
          for (CTNumVal value : reference.getNumCache().getPtList()) {
            CellReference at = cells[(int) value.getIdx()];
            assertThat(at.getSheetName()).isEqualTo(name);
            assertThat(book.getSheet(name)
                    .getRow(at.getRow())
                    .getCell(at.getCol())
                    .getNumericCellValue())
                .isEqualTo(Double.parseDouble(value.getV()));
            compared++;
          }
        }
        assertThat(compared).as(name).isGreaterThan(5);
      }
    }
  }

  @Test
  void theBridgeOfASheetFollowsAStep() throws IOException {
    try (XSSFWorkbook book = open(sheet(Samples.published().workspace()))) {
      Sheet bridge = book.getSheet("Bridge");
      int first = 0;
      while (bridge.getRow(first) == null
          || bridge.getRow(first).getCell(2) == null
          || bridge.getRow(first).getCell(2).getCellType() != CellType.FORMULA) {
        first++;
      }
      Cell step = bridge.getRow(first + 1).getCell(1);
      double before = bridge.getRow(first + 1).getCell(2).getNumericCellValue();
      step.setCellValue(step.getNumericCellValue() + 1);
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertThat(bridge.getRow(first + 1).getCell(2).getNumericCellValue())
          .isCloseTo(before + 1, within(1e-12));
    }
  }

  @Test
  void aMapIsColouredCells() throws IOException {
    try (XSSFWorkbook book = open(sheet(Samples.published().workspace()))) {
      XSSFSheet map = book.getSheet("Winner map");
      assertThat(map.getSheetConditionalFormatting().getNumConditionalFormattings())
          .isOne();
      assertThat(map.getRow(0).getCell(0).getStringCellValue()).contains("cheapest everywhere");
    }
    try (XSSFWorkbook book = open(sheet(Samples.measured().workspace()))) {
      XSSFSheet map = book.getSheet("Winner map");
      assertThat(map.getRow(5).getCell(3).getCellStyle().getFillPattern())
          .isEqualTo(FillPatternType.SOLID_FOREGROUND);
    }
  }

  @Test
  void aChangedSheetIsWrittenBack() throws IOException {
    try (XSSFWorkbook sheet = open(sheet(Samples.published().workspace()))) {
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      sheet.write(again);
      assertThat(again.size()).isPositive();
    }
  }
}
