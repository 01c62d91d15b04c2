package app.waterline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.export.Samples;
import app.waterline.export.deck.CustomerTemplate;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest {
  private static final String SAMPLE = "sample-data/hopper-vs-blackwell.waterline";

  @TempDir
  Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(SAMPLE));
    all.addAll(List.of(arguments));
    return export(all.toArray(String[]::new));
  }

  private int export(String... arguments) {
    Terminal terminal = new Terminal(
        new ByteArrayInputStream(new byte[0]),
        new PrintWriter(out),
        new PrintWriter(err),
        Locale.US);
    List<String> all = new ArrayList<>(List.of("export"));
    all.addAll(List.of(arguments));
    return new Commands(terminal).run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"a.png,\u0089PNG", "a.svg,<?xml", "a.csv,platform", "a.md,|", "a.json,{"})
  void theEndingDecidesWhatIsWritten(String name, String start) throws IOException {
    Path file = folder.resolve(name);
    assertThat(run("--to", file.toString())).isZero();
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith(start);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aPdfWithAChartIsThatChart() throws IOException {
    Path file = folder.resolve("a.pdf");
    assertThat(run("--to", file.toString(), "--chart", "costPerMillionTokens")).isZero();
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  @Test
  void textIsPrinted() {
    assertThat(run("--to", "-", "--as", "markdown", "--locale", "de-DE")).isZero();
    assertThat(out.toString()).contains("4,20", "GB300 NVL72");
  }

  @Test
  void aPictureHasTheSizeAskedFor() throws IOException {
    Path file = folder.resolve("a.png");
    assertThat(run("--to", file.toString(), "--size", "640x480", "--scale", "1", "--dark"))
        .isZero();
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(640);
  }

  @Test
  void aValueIsChangedFirst() {
    assertThat(run("--to", "-", "--as", "csv", "--set", "/scenario/utilization=0.5"))
        .isZero();
    assertThat(out.toString()).contains("2985");
  }

  @Test
  void aFileIsReplacedOnlyByForce() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "mine");
    assertThat(run("--to", file.toString())).isEqualTo(1);
    assertThat(file).hasContent("mine");
    assertThat(err.toString()).contains("it exists already", "[" + file + "]").hasLineCount(1);
    assertThat(run("--to", file.toString(), "--force")).isZero();
    assertThat(Files.readString(file)).contains("GB300 NVL72");
  }

  @Test
  void aChartThatIsNotThereIsListed() {
    Path file = folder.resolve("a.svg");
    assertThat(run("--to", file.toString(), "--chart", "pie")).isEqualTo(1);
    assertThat(err.toString()).contains("[pie]", "iceberg", "costPerMillionTokens");
    assertThat(file).doesNotExist();
  }

  @Test
  void aDeckHasTheShapeAndTheTitleAskedFor() throws IOException {
    Path file = folder.resolve("a.pptx");
    String[] wanted = {
      "--to",
      file.toString(),
      "--slides",
      "title,cost",
      "--aspect",
      "4:3",
      "--title",
      "cost=Our = <own> words"
    };
    assertThat(run(wanted)).isZero();
    try (XMLSlideShow show = new XMLSlideShow(Files.newInputStream(file))) {
      assertThat(show.getPageSize()).isEqualTo(new Dimension(720, 540));
      assertThat(show.getSlides().get(1).getTitle()).isEqualTo("Our = <own> words");
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatATemplateLosesIsSaid() {
    Path template = folder.resolve("brand.pptx");
    Path file = folder.resolve("a.pptx");
    assertThat(run("--to", template.toString(), "--slides", "title,cost")).isZero();
    assertThat(run("--to", file.toString(), "--slides", "cost", "--template", template.toString()))
        .isZero();
    assertThat(file).exists();
    assertThat(err.toString()).contains("2 slides").hasLineCount(1);
  }

  @Test
  void macrosOfATemplateAreDroppedAndThatIsSaid() throws IOException {
    Path template = Files.write(folder.resolve("brand.potm"), CustomerTemplate.potm());
    Path file = folder.resolve("a.pptx");
    assertThat(run("--to", file.toString(), "--slides", "cost", "--template", template.toString()))
        .isZero();
    assertThat(err.toString()).contains("macros were left out");
    try (OPCPackage made = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      assertThat(made.getParts()).noneMatch(part -> part.getPartName().getName().endsWith(".bin"));
    } catch (InvalidFormatException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"4:3, 16:9", "16:9, 4:3"})
  void aTemplateThatHasAnotherShapeThanAskedForSaysWhatIsUsed(String asked, String its)
      throws IOException {
    Path template = folder.resolve("brand.pptx");
    Path file = folder.resolve("a.pptx");
    run("--to", template.toString(), "--slides", "cost", "--aspect", its);
    err.getBuffer().setLength(0);
    String[] wanted = {
      "--to",
      file.toString(),
      "--slides",
      "cost",
      "--template",
      template.toString(),
      "--aspect",
      asked
    };
    assertThat(run(wanted)).isZero();
    assertThat(err.toString()).contains("own slides are used [" + its + "]", asked + " was not");
  }

  @Test
  void scenesBecomeSlidesWithTheirCaptions() throws IOException {
    Workspace workspace = Samples.published().workspace();
    Snapshot scene = new Snapshot("Quoted", "2026-03-01", "COMPARE", "What was quoted", workspace);
    Path source = folder.resolve("scenes.waterline");
    WorkspaceFile.write(workspace.withSnapshots(List.of(scene)), source);
    Path file = folder.resolve("a.pptx");
    assertThat(export(source.toString(), "--to", file.toString(), "--scenes")).isZero();
    try (XMLSlideShow show = new XMLSlideShow(Files.newInputStream(file))) {
      assertThat(show.getSlides()).hasSize(2);
      assertThat(show.getSlides().get(1).getTitle()).isEqualTo("What was quoted");
    }
  }

  @Test
  void aTitleForASlideThatIsNotThereWritesNothing() {
    Path file = folder.resolve("a.pptx");
    assertThat(run("--to", file.toString(), "--slides", "title,cost", "--title", "iceberg=Ice"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("[iceberg]", "title, cost");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--to a.txt",
        "--to -",
        "--to - --as png",
        "--to a.png --scale 9",
        "--to a.png --size 10x10",
        "--to a.png --size big",
        "--to a.png --as pie",
        "--to a.txt --as deck --scenes --slides cost",
        "--to a.txt --as deck --aspect 3:2"
      })
  void whatIsCalledWrongWritesNothing(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("[", "Try: waterline export --help");
    assertThat(Path.of("a.png")).doesNotExist();
    assertThat(Path.of("a.txt")).doesNotExist();
  }
}
