package app.waterline.export.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.chart.Comparisons;
import app.waterline.export.file.Progress;
import app.waterline.format.QuantityFormat;
import app.waterline.model.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  private static final Decks DECKS =
      new Decks(new ChartTexts(new QuantityFormat(Locale.US)), ChartFonts.bundled());

  @TempDir
  private Path folder = Path.of("");

  private MadeDeck made(Path template) {
    return DECKS.of(
        Comparisons.published2(), DeckOptions.USUAL.withTemplate(template), Progress.UNWATCHED);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return CustomerTemplate.write(folder, name, bytes);
  }

  private void refuses(Path template, String why) {
    assertThatThrownBy(() -> made(template))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(why)
        .hasMessageContaining("[" + template.getFileName() + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pptx", "potx"})
  void aCustomersTemplateLendsItsMastersAndNothingElse(String kind) throws IOException {
    byte[] template = kind.equals("pptx") ? CustomerTemplate.pptx() : CustomerTemplate.potx();
    MadeDeck made = made(file("brand." + kind, template));
    for (Map.Entry<String, byte[]> part : DecksTest.parts(made.bytes()).entrySet()) {
      assertThat(new String(part.getValue(), StandardCharsets.UTF_8))
          .as(part.getKey())
          .doesNotContain("Falcon");
    }
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(made.bytes()))) {
      assertThat(show.getSlides()).hasSize(6);
      assertThat(show.getSlideMasters().getFirst().getTheme().getMajorFont())
          .isEqualTo(CustomerTemplate.FONT);
      assertThat(show.getSlides().getFirst().getSlideLayout().getName()).isEqualTo("Title Slide");
      assertThat(show.getSlides().get(2).getSlideLayout().getName()).isEqualTo("Title and Content");
      assertThat(DecksTest.allText(show)).doesNotContain("Click to");
    }
    assertThat(made.remarks()).anyMatch(remark -> remark.contains("2 slides"));
  }

  @Test
  void macrosAreLeftOutAndThatIsSaid() throws IOException {
    MadeDeck made = made(file("brand.potm", CustomerTemplate.potm()));
    assertThat(DecksTest.parts(made.bytes()).keySet()).noneMatch(name -> name.contains("vba"));
    assertThat(made.remarks()).anyMatch(remark -> remark.contains("macros"));
  }

  @Test
  void theSameTemplateGivesTheSameBytes() throws IOException {
    Path template = file("brand.pptx", CustomerTemplate.pptx());
    assertThat(made(template).bytes()).isEqualTo(made(template).bytes());
  }

  @Test
  void withoutLayoutsItIsRefused() throws IOException {
    refuses(file("bare.pptx", withoutLayouts()), "no slide layouts");
  }

  /** The bundled look with every mention of layouts taken out. */
  private static byte[] withoutLayouts() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part :
          DecksTest.parts(HouseTemplate.of(false, Aspect.WIDE)).entrySet()) {
        if (!part.getKey().contains("slideLayout")) {
          String text = new String(part.getValue(), StandardCharsets.UTF_8)
              .replaceAll("<Relationship [^>]*slideLayout[^>]*/>", "")
              .replaceAll("<Override [^>]*slideLayout[^>]*/>", "")
              .replaceAll("<p:sldLayoutIdLst>.*</p:sldLayoutIdLst>", "");
          out.putNextEntry(new ZipEntry(part.getKey()));
          out.write(text.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void behindAPasswordItIsRefused() throws Exception {
    POIFSFileSystem container = new POIFSFileSystem();
    Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
    encryptor.confirmPassword("secret");
    try (OutputStream out = encryptor.getDataStream(container)) {
      out.write(CustomerTemplate.pptx());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    container.writeFilesystem(bytes);
    refuses(file("locked.pptx", bytes.toByteArray()), "protected by a password");
  }

  @Test
  void damagedItIsRefused() throws IOException {
    byte[] whole = CustomerTemplate.pptx();
    refuses(file("half.pptx", Arrays.copyOf(whole, whole.length / 2)), "damaged");
  }

  @Test
  void aPartThatTheLibraryCannotParseIsRefused() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(DecksTest.parts(CustomerTemplate.pptx()));
    parts.put("ppt/theme/theme1.xml", new byte[] {(byte) 0xc3, '<'});
    refuses(file("theme.pptx", zip(parts)), "damaged");
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    refuses(file("empty.pptx", new byte[0]), "it is empty");
    refuses(file("words.pptx", "not a deck".getBytes(StandardCharsets.UTF_8)), "no presentation");
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet();
      book.write(sheet);
    }
    refuses(file("sheet.pptx", sheet.toByteArray()), "no presentation");
    refuses(folder, "folder");
  }

  @Test
  void whatIsNotThereIsRefused() {
    refuses(folder.resolve("gone.potx"), "no such file");
  }

  /** A film on an old slide is never read, so it costs neither time nor memory. */
  @Test
  void theSizeOfOldSlidesDoesNotMatter() throws IOException {
    Path large = folder.resolve("large.pptx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(large))) {
      for (Map.Entry<String, byte[]> part :
          DecksTest.parts(CustomerTemplate.pptx()).entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
      out.setLevel(0);
      out.putNextEntry(new ZipEntry("ppt/media/film.mp4"));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        out.write(megabyte);
      }
    }
    assertThat(Files.size(large)).isGreaterThan(200L << 20);
    assertThat(made(large).bytes()).hasSizeLessThan(2 << 20);
  }

  @Test
  void aChainOfPartsWithoutAnEndIsRefused() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(DecksTest.parts(CustomerTemplate.pptx()));
    String master = "ppt/slideMasters/_rels/slideMaster1.xml.rels";
    parts.computeIfPresent(master, (name, rels) -> leadingTo("../chain0.xml", rels));
    byte[] part = "<a/>".getBytes(StandardCharsets.UTF_8);
    byte[] none = "<Relationships xmlns='%s'></Relationships>"
        .formatted(PACKAGE)
        .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20_000; i++) {
      parts.put("ppt/chain%d.xml".formatted(i), part);
      parts.put(
          "ppt/_rels/chain%d.xml.rels".formatted(i),
          leadingTo("chain%d.xml".formatted(i + 1), none));
    }
    refuses(file("chain.pptx", zip(parts)), "without an end");
  }

  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private static byte[] leadingTo(String target, byte[] relations) {
    return new String(relations, StandardCharsets.UTF_8)
        .replace(
            "</Relationships>",
            "<Relationship Id='far' Type='x/tags' Target='%s'/></Relationships>".formatted(target))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aPartThatUnpacksToFarMoreIsRefused() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(DecksTest.parts(CustomerTemplate.pptx()));
    byte[] blanks = new byte[300 << 20];
    Arrays.fill(blanks, (byte) ' ');
    parts.put("ppt/slideMasters/slideMaster1.xml", blanks);
    refuses(file("bomb.pptx", zip(parts)), "larger than 16 MB");
  }

  @Test
  void elementsInElementsWithoutAnEndAreRefused() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(DecksTest.parts(CustomerTemplate.pptx()));
    String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
    parts.put("ppt/presentation.xml", deep.getBytes(StandardCharsets.UTF_8));
    refuses(file("deep.pptx", zip(parts)), "of no use");
  }

  @Test
  void aRelationshipToNoPartIsRefused() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>(DecksTest.parts(CustomerTemplate.pptx()));
    parts.computeIfPresent(
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        (name, rels) -> leadingTo("mailto:a", rels));
    refuses(file("mail.pptx", zip(parts)), "leads nowhere");
  }

  @Test
  void aDocumentTypeThatReachesOutIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("[Content_Types].xml"));
      out.write("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"
          .getBytes(StandardCharsets.UTF_8));
    }
    refuses(file("entity.pptx", bytes.toByteArray()), "can't be read");
  }
}
