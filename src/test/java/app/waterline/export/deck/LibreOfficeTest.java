package app.waterline.export.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.Comparisons;
import app.waterline.export.file.Progress;
import app.waterline.format.QuantityFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another office program opens the decks, and shows what is in them. */
@Tag("libreoffice")
class LibreOfficeTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void everySlideOpensElsewhere() throws Exception {
    String text = shown(DeckOptions.USUAL);
    assertThat(text)
        .contains("GB300 NVL72 delivers a million tokens for 34.0× less")
        .contains("$4.20")
        .contains("Makes tokens cheaper");
  }

  @Test
  void aCustomersTemplateOpensElsewhere() throws Exception {
    Path template = CustomerTemplate.write(folder, "brand.potx", CustomerTemplate.potx());
    assertThat(shown(DeckOptions.USUAL.withTemplate(template))).contains("34.0× less");
  }

  private String shown(DeckOptions options) throws IOException, InterruptedException {
    assumeTrue(isThere(), "LibreOffice (soffice) is not installed");
    Path deck = folder.resolve("deck.pptx");
    MadeDeck made = new Decks(new ChartTexts(new QuantityFormat(Locale.US)), ChartFonts.bundled())
        .of(Comparisons.published2(), options, Progress.UNWATCHED);
    Files.write(deck, made.bytes());
    convert(deck);
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("deck.pdf").toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(6);
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static boolean isThere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(each -> Files.isExecutable(Path.of(each, "soffice")));
  }

  private void convert(Path deck) throws IOException, InterruptedException {
    Process office = new ProcessBuilder(
            "soffice",
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder.toString(),
            deck.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("office.log").toFile())
        .start();
    assertThat(office.waitFor(5, TimeUnit.MINUTES)).isTrue();
  }
}
