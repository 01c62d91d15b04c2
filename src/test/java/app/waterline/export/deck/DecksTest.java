package app.waterline.export.deck;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.Comparisons;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.export.Samples;
import app.waterline.export.file.Progress;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Platform;
import app.waterline.model.Sizing;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workspace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrVal;

class DecksTest {
  private static final ChartTexts TEXTS = new ChartTexts(new QuantityFormat(Locale.US));
  private static final Decks DECKS = new Decks(TEXTS, ChartFonts.bundled());
  private static final DeckOptions EVERY =
      DeckOptions.USUAL.withSlides(Arrays.asList(SlideKind.values()));
  private static final List<String> HOSTILE = List.of(
      "=cmd|' /C calc'!A0",
      "+1 & <b>\"bold\"</b> ' ]]>",
      "-2 🚀🔥",
      "@SUM(A1:A9)",
      "שרת הבינה המלאכותית",
      "a\u0000b\ud800c\u0007",
      "x".repeat(300),
      "word ".repeat(60).strip());

  private static Evaluation planned(Evaluation evaluation) {
    Workspace workspace = evaluation.workspace();
    return new Evaluator()
        .evaluate(workspace.withScenario(workspace
            .scenario()
            .withSizing(new Sizing(Sizing.Basis.MEGAWATTS, 10))
            .withTokenPrices(new TokenPrices(0.5, null, 2))));
  }

  private static Evaluation hostile() {
    Workspace workspace = Comparisons.ofSize(8).workspace();
    List<Platform> renamed = new ArrayList<>();
    for (Platform each : workspace.platforms()) {
      renamed.add(each.withName(HOSTILE.get(renamed.size())));
    }
    return new Evaluator().evaluate(workspace.withPlatforms(renamed));
  }

  private static byte[] deck(Evaluation evaluation, DeckOptions options) {
    return DECKS.of(evaluation, options, Progress.UNWATCHED).bytes();
  }

  private static XMLSlideShow open(byte[] deck) throws IOException {
    return new XMLSlideShow(new ByteArrayInputStream(deck));
  }

  private static List<String> titles(XMLSlideShow show) {
    return show.getSlides().stream().map(XSLFSlide::getTitle).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 12})
  void everyPartKeepsToTheSchema(int size) throws IOException {
    try (XMLSlideShow show = open(deck(planned(Comparisons.ofSize(size)), EVERY))) {
      assertThat(problems(show)).isEmpty();
    }
  }

  @Test
  void hostileNamesKeepToTheSchemaToo() throws IOException {
    try (XMLSlideShow show = open(deck(planned(hostile()), EVERY))) {
      assertThat(problems(show)).isEmpty();
    }
  }

  private static List<XmlError> problems(XMLSlideShow show) {
    List<XmlError> problems = new ArrayList<>();
    XmlOptions options = new XmlOptions().setErrorListener(problems);
    show.getCharts().forEach(chart -> chart.getCTChartSpace().validate(options));
    show.getSlides().forEach(slide -> slide.getXmlObject().validate(options));
    show.getSlideMasters().forEach(master -> master.getXmlObject().validate(options));
    return problems;
  }

  @Test
  void theUsualSlidesAreThoseThatTheFiguresCanFill() throws IOException {
    try (XMLSlideShow show = open(deck(Comparisons.published2(), DeckOptions.USUAL))) {
      assertThat(show.getSlides()).hasSize(6); // no measured runs, and no size to plan from
      assertThat(titles(show)).contains("GB300 NVL72 delivers a million tokens for 34.0× less");
    }
  }

  @Test
  void aChosenSlideThatNothingFillsSaysWhy() throws IOException {
    DeckOptions chosen = DeckOptions.USUAL.withSlides(List.of(SlideKind.FRONTIER));
    try (XMLSlideShow show = open(deck(Comparisons.published2(), chosen))) {
      assertThat(allText(show)).contains("There are no measured runs");
    }
  }

  @Test
  void everyAnswerOfAWhatIfQuestionIsASlide() throws IOException {
    DeckOptions chosen = DeckOptions.USUAL.withSlides(List.of(
        SlideKind.COST_STACK,
        SlideKind.DISTRIBUTION,
        SlideKind.CUMULATIVE,
        SlideKind.WINNER_MAP,
        SlideKind.BREAK_EVEN));
    try (XMLSlideShow show = open(deck(Samples.uncertain(), chosen))) {
      assertThat(show.getCharts()).hasSize(3); // stack, histogram and curve are native
      assertThat(titles(show).getLast()).contains("costs 34.0× less than", "$90.27/GPU-hour");
      assertThat(allText(show)).doesNotContain("Not available");
    }
    try (XMLSlideShow show = open(deck(Comparisons.ofSize(1), chosen))) {
      assertThat(allText(show)).contains("Add a second platform", "No input has a range");
    }
  }

  @Test
  void aTitleThatSomebodyWroteStands() throws IOException {
    DeckOptions options = DeckOptions.USUAL.withTitle("table", "Our own words");
    try (XMLSlideShow show = open(deck(Comparisons.published2(), options))) {
      assertThat(titles(show)).contains("Our own words");
    }
  }

  @Test
  void theSpeakerFindsFormulaInputsAndSources() throws IOException {
    DeckOptions table = DeckOptions.USUAL.withSlides(List.of(SlideKind.TABLE));
    try (XMLSlideShow show = open(deck(Comparisons.published2(), table))) {
      String notes = Arrays.stream(show.getSlides().getFirst().getNotes().getPlaceholders())
          .map(XSLFTextShape::getText)
          .collect(Collectors.joining());
      assertThat(notes).contains("c ÷ (3600 · T_d) · 10⁶", "T_d = ", "published");
    }
  }

  @ParameterizedTest
  @CsvSource({"WIDE, 960, 540", "STANDARD, 720, 540"})
  void nothingLeavesTheSlide(Aspect aspect, int width, int height) throws IOException {
    for (Evaluation each : List.of(planned(Comparisons.ofSize(12)), planned(hostile()))) {
      try (XMLSlideShow show = open(deck(each, EVERY.withAspect(aspect)))) {
        assertThat(show.getPageSize()).isEqualTo(new java.awt.Dimension(width, height));
        show.getSlides()
            .forEach(slide -> slide.getShapes().forEach(shape -> {
              var anchor = shape.getAnchor();
              assertThat(anchor.getMaxX()).isLessThanOrEqualTo(width + 0.5);
              assertThat(anchor.getMaxY()).isLessThanOrEqualTo(height + 0.5);
            }));
      }
    }
  }

  @Test
  void textFitsIntoItsBox() throws IOException {
    TextFit bold = new TextFit(ChartFonts.bundled().semiBold(), 1);
    try (XMLSlideShow show = open(deck(planned(hostile()), EVERY))) {
      for (XSLFSlide slide : show.getSlides()) {
        for (XSLFTextShape shape : slide.getPlaceholders()) {
          if (CustomerTemplate.isTitle(shape)) {
            double size =
                shape.getTextParagraphs().getFirst().getTextRuns().getFirst().getFontSize();
            assertThat(bold.height(shape.getText(), size, shape.getAnchor().getWidth()))
                .isLessThanOrEqualTo(shape.getAnchor().getHeight());
          }
        }
      }
    }
  }

  @Test
  void theSameFiguresGiveTheSameBytes() {
    Evaluation evaluation = planned(Comparisons.ofSize(3));
    assertThat(deck(evaluation, EVERY)).isEqualTo(deck(evaluation, EVERY));
  }

  @Test
  void nothingInTheFileBearsTheTimeOfWriting() throws IOException {
    byte[] deck = deck(Comparisons.published2(), EVERY);
    try (XMLSlideShow show = open(deck)) {
      assertThat(show.getProperties().getCoreProperties().getCreated().toInstant())
          .isEqualTo(Instant.parse("2026-02-01T00:00:00Z")); // the evidence's date
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  static Map<String, byte[]> parts(byte[] zip) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        parts.put(each.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  /** Between them they fill every kind of slide. */
  static Stream<Evaluation> filled() {
    return Stream.of(
        planned(Comparisons.ofSize(6)), planned(Samples.measured()), Samples.uncertain());
  }

  @ParameterizedTest
  @MethodSource("filled")
  void thePackageIsConsistent(Evaluation evaluation) throws Exception {
    byte[] deck = deck(evaluation, EVERY);
    try (OPCPackage open = OPCPackage.open(new ByteArrayInputStream(deck))) {
      for (PackagePart part : open.getParts()) {
        assertThat(part.getContentType()).as(part.toString()).isNotBlank();
        if (!part.isRelationshipPart()) {
          for (PackageRelationship each : part.getRelationships()) {
            assertThat(each.getTargetMode()).isEqualTo(TargetMode.INTERNAL);
            assertThat(open.containPart(PackagingURIHelper.createPartName(each.getTargetURI())))
                .as("%s of %s", each.getTargetURI(), part)
                .isTrue();
          }
        }
      }
      assertThat(open.getPartsByContentType(
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
          .hasSameSizeAs(open.getPartsByContentType(
              "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"))
          .isNotEmpty();
    }
    try (XMLSlideShow show = open(deck)) {
      assertThat(problems(show)).isEmpty();
    }
  }

  @Test
  void everyKindOfSlideIsFilledBySomeWorkspace() {
    Set<String> filled = filled()
        .flatMap(each -> new Storyboard(each, TEXTS).deck(EVERY).slides().stream())
        .filter(slide -> !(slide.content() instanceof SlideContent.Missing))
        .map(Slide::id)
        .collect(Collectors.toSet());
    assertThat(filled)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SlideKind.values()).map(SlideKind::key).toList());
  }

  @Test
  void chartsRepeatWhatTheirWorkbookSays() throws Exception {
    int compared = 0;
    try (XMLSlideShow show = open(deck(planned(Comparisons.ofSize(6)), EVERY))) {
      for (XSLFChart chart : show.getCharts()) {
        compared += compare(chart, chart.getWorkbook());
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  private static int compare(XSLFChart chart, XSSFWorkbook book) {
    int compared = 0;
    for (XmlObject each : chart
        .getCTChartSpace()
        .selectPath(
            "declare namespace c='http://schemas.openxmlformats.org/drawingml/2006/chart' .//c:numRef")) {
      CTNumRef reference = (CTNumRef) each;
      List<Cell> cells = cells(book, reference.getF());
      for (CTNumVal value : reference.getNumCache().getPtList()) {
        assertThat(Double.parseDouble(value.getV()))
            .isEqualTo(cells.get((int) value.getIdx()).getNumericCellValue());
        compared++;
      }
    }
    for (XmlObject each : chart
        .getCTChartSpace()
        .selectPath(
            "declare namespace c='http://schemas.openxmlformats.org/drawingml/2006/chart' .//c:strRef")) {
      CTStrRef reference = (CTStrRef) each;
      List<Cell> cells = cells(book, reference.getF());
      for (CTStrVal value : reference.getStrCache().getPtList()) {
        assertThat(value.getV()).isEqualTo(cells.get((int) value.getIdx()).getStringCellValue());
        compared++;
      }
    }
    return compared;
  }

  private static List<Cell> cells(XSSFWorkbook book, String reference) {
    List<Cell> cells = new ArrayList<>();
    for (CellReference each :
        new AreaReference(reference, SpreadsheetVersion.EXCEL2007).getAllReferencedCells()) {
      XSSFSheet sheet = book.getSheet(each.getSheetName());
      cells.add(sheet.getRow(each.getRow()).getCell(each.getCol()));
    }
    return cells;
  }

  @ParameterizedTest
  @EnumSource(
      value = SlideKind.class,
      names = {
        "COST",
        "FRONTIER",
        "OVER_TIME",
        "BRIDGE",
        "TORNADO",
        "CASH_FLOW",
        "COST_STACK",
        "DISTRIBUTION",
        "CUMULATIVE"
      })
  void whatSomebodyEditsIsWhatTheChartRefersTo(SlideKind kind) throws Exception {
    boolean ofRuns = kind == SlideKind.FRONTIER || kind == SlideKind.OVER_TIME;
    Evaluation evaluation = ofRuns ? Samples.measured() : Samples.uncertain();
    byte[] deck = deck(evaluation, DeckOptions.USUAL.withSlides(List.of(kind)));
    ByteArrayOutputStream edited = new ByteArrayOutputStream();
    double changed;
    try (XMLSlideShow show = open(deck)) {
      XSLFChart chart = show.getCharts().getFirst();
      Cell cell = entered(chart);
      changed = cell.getNumericCellValue() + 0.25;
      cell.setCellValue(changed);
      chart.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
      show.write(edited);
    }
    try (XMLSlideShow show = open(edited.toByteArray())) {
      XSLFChart chart = show.getCharts().getFirst();
      assertThat(entered(chart).getNumericCellValue()).isEqualTo(changed);
      int stale = refresh(chart);
      assertThat(stale).isPositive();
      assertThat(compare(chart, chart.getWorkbook())).isPositive();
      assertThat(problems(show)).isEmpty();
    }
  }

  private static List<CTNumRef> numbers(XSLFChart chart) {
    return Arrays.stream(
            chart
                .getCTChartSpace()
                .selectPath(
                    "declare namespace c='http://schemas.openxmlformats.org/drawingml/2006/chart' .//c:numRef"))
        .map(CTNumRef.class::cast)
        .toList();
  }

  /** The last figure that a chart draws and that its workbook does not compute. */
  private static Cell entered(XSLFChart chart) throws Exception {
    XSSFWorkbook book = chart.getWorkbook();
    return numbers(chart).stream()
        .flatMap(each -> cells(book, each.getF()).stream())
        .filter(cell -> cell != null && cell.getCellType() == CellType.NUMERIC)
        .reduce((one, other) -> other)
        .orElseGet(() -> book.getSheetAt(0).getRow(3).getCell(1)); // a bridge computes all it draws
  }

  /** Takes the workbook's figures into the chart, as an office program does; says how many were others. */
  private static int refresh(XSLFChart chart) throws Exception {
    int stale = 0;
    for (CTNumRef each : numbers(chart)) {
      List<Cell> cells = cells(chart.getWorkbook(), each.getF());
      for (CTNumVal value : each.getNumCache().getPtList()) {
        double now = cells.get((int) value.getIdx()).getNumericCellValue();
        stale += Double.parseDouble(value.getV()) == now ? 0 : 1;
        value.setV(Double.toString(now));
      }
    }
    return stale;
  }

  @Test
  void theBridgeFollowsWhenSomebodyEditsAStep() throws Exception {
    DeckOptions bridge = DeckOptions.USUAL.withSlides(List.of(SlideKind.BRIDGE));
    try (XMLSlideShow show = open(deck(Comparisons.published2(), bridge))) {
      XSSFWorkbook book = show.getCharts().getFirst().getWorkbook();
      XSSFSheet sheet = book.getSheetAt(0);
      double before = sheet.getRow(3).getCell(2).getNumericCellValue();
      sheet.getRow(3).getCell(1).setCellValue(sheet.getRow(3).getCell(1).getNumericCellValue() + 1);
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertThat(sheet.getRow(3).getCell(2).getNumericCellValue()).isEqualTo(before + 1);
    }
  }

  @Test
  void noTextBecomesAFormula() throws Exception {
    int texts = 0;
    DeckOptions charts = DeckOptions.USUAL.withSlides(
        List.of(SlideKind.COST, SlideKind.TORNADO, SlideKind.CASH_FLOW));
    try (XMLSlideShow show = open(deck(planned(hostile()), charts))) {
      for (XSLFChart chart : show.getCharts()) {
        for (var row : chart.getWorkbook().getSheetAt(0)) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            texts += cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().startsWith("=cmd")
                    && cell.getCellStyle().getQuotePrefixed()
                ? 1
                : 0;
          }
        }
      }
    }
    assertThat(texts).isPositive();
  }

  @Test
  void chartsAndPicturesAreDescribedForWhoCannotSeeThem() throws IOException {
    byte[] deck = deck(planned(Comparisons.ofSize(2)), EVERY);
    long described = parts(deck).entrySet().stream()
        .filter(part -> part.getKey().matches("ppt/slides/slide\\d+.xml"))
        .filter(part -> text(part.getValue()).matches("(?s).*descr=\"[^\"]{40,}.*"))
        .count();
    assertThat(described).isGreaterThanOrEqualTo(6);
  }

  @Test
  void icebergsAreVectorsWithPixelsToFallBackOn() throws IOException {
    DeckOptions iceberg = DeckOptions.USUAL.withSlides(List.of(SlideKind.ICEBERG));
    Map<String, byte[]> parts = parts(deck(Comparisons.published2(), iceberg));
    assertThat(parts.keySet())
        .anyMatch(name -> name.matches("ppt/media/.*\\.png"))
        .anyMatch(name -> name.matches("ppt/media/.*\\.svg"));
    assertThat(text(parts.getOrDefault("ppt/slides/slide1.xml", new byte[0]))).contains("svgBlip");
  }

  @Test
  void aDeckForNoPlatformsIsStillADeck() throws IOException {
    Workspace empty = Comparisons.published2().workspace().withPlatforms(List.of());
    Evaluation evaluation = new Evaluator().evaluate(empty);
    try (XMLSlideShow show = open(deck(evaluation, EVERY))) {
      assertThat(allText(show)).contains("There are no platforms to compare");
    }
  }

  @Test
  void cancellingStopsBetweenSlides() {
    Progress never = share -> {
      throw new CancellationException();
    };
    assertThat(org.assertj.core.api.Assertions.catchThrowable(
            () -> DECKS.of(Comparisons.published2(), EVERY, never)))
        .isInstanceOf(CancellationException.class);
  }

  static String allText(XMLSlideShow show) {
    StringBuilder text = new StringBuilder();
    show.getSlides()
        .forEach(slide -> slide.getShapes().forEach(shape -> {
          if (shape instanceof XSLFTextShape words) {
            text.append(words.getText()).append('\n');
          }
        }));
    return text.toString();
  }

  static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
