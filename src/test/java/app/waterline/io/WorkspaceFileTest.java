package app.waterline.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, what is refused with which words, and that a save is all or nothing. */
class WorkspaceFileTest {
  private static final Path SAMPLE = Path.of("sample-data/hopper-vs-blackwell.waterline");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"utilization\": 1,|\"utilization\": 1.4,|/scenario/utilization|Utilization must be above 0 and at most 100 % [140 %]",
        "\"value\": 1.41,|\"value\": -1.41,|/platforms/0/pricing/ratePerGpuHour/value|Price per GPU-hour must be above 0",
        "\"utilization\": 1,|\"utilization\": \"1\",|/scenario/utilization|wrong form [\"1\"]. Write a number",
        "\"utilization\": 1,|\"utilization\": null,|/scenario/utilization|wrong form [null]. Write a number",
        "\"utilization\": 1,|\"x\": 1,|/scenario|required property is missing [utilization]",
        "\"announced\": false|\"announced\": 0|/platforms/0/announced|wrong form [0]. Write true or false",
        "\"gpusPerSystem\": 8|\"gpusPerSystem\": 8.5|/platforms/0/hardware/gpusPerSystem|wrong form [8.5]. Write a whole number",
        "\"type\": \"rental\",|\"type\": \"rental\", \"tax\": 1,|/platforms/0/pricing/tax|no such property [tax]. Correct its name or remove it; known here are ratePerGpuHour, includedPowerPrice.",
        "\"type\": \"rental\"|\"type\": \"lease\"|/platforms/0/pricing/type|[\"lease\"]. Write an object whose type is one of rental, owned, hostedApi.",
        "\"powerBasis\": \"utility\"|\"powerBasis\": \"meter\"|/platforms/0/hardware/power/powerBasis|[\"meter\"]. Write one of utility, criticalIt.",
        "\"FP8\": {|\"FP7\": {|/platforms/0/hardware/peakPflops|[\"FP7\"]. Write one of BF16, FP8, FP6, FP4, INT8, INT4.",
        "\"date\": \"2026\"|\"date\": \"May 2026\"|/platforms/0/hardware/peakPflops/BF16/dense/date|yyyy-MM-dd [May 2026]",
        "\"baseline\": \"h200\"|\"baseline\": \"h300\"|/baseline|[h300]",
        "\"color\": 0|\"color\": 16|/platforms/0/color|0 to 15 [16]",
        "\"powerPrice\": 0.08|\"powerPrice\": 1e999|/scenario/powerPrice|must be a number [Infinity]",
        "\"powerPrice\": 0.08|\"powerPrice\": NaN|/scenario/powerPrice|not valid JSON",
        "\"powerPrice\": 0.08|\"powerPrice\": 0.08, \"powerPrice\": 0.09|/scenario/powerPrice|Duplicate",
        "\"platforms\": [|\"platforms\": [ null,|/platforms/0|wrong form [null]",
        "\"scenario\": {|\"scenario\": 5, \"notes\": {|/scenario|wrong form [5]",
        "\"schemaVersion\": 1|\"schemaVersion\": 2|/schemaVersion|newer Waterline wrote it [schemaVersion 2",
        "\"schemaVersion\": 1|\"schemaVersion\": 0|/schemaVersion|no schemaVersion [0]",
      })
  void namesThePlaceTheValueAndTheRemedy(String good, String bad, String pointer, String says)
      throws IOException {
    String sample = Files.readString(SAMPLE).replaceAll("(?m)^  \"notes\".*\n", "");
    int at = sample.indexOf(good);
    assertThat(at).isPositive();
    UnreadableFile refused =
        refusal(sample.substring(0, at) + bad + sample.substring(at + good.length()));
    UnreadableFile.Place place = refused.place().orElseThrow();
    assertThat(refused)
        .hasMessageStartingWith("Can't read acme.waterline [line " + place.line() + ", column ")
        .hasMessageContaining(says);
    assertThat(place.pointer()).isEqualTo(pointer);
  }

  /** The line and column are those of the value, counted by hand in this small file. */
  @Test
  void linesAndColumnsAreThoseOfTheValue() {
    String text = "{\n  \"schemaVersion\": 1,\n  \"title\": \"é\", \"currency\": 5\n}";
    assertThat(refusal(text).place()).contains(new UnreadableFile.Place(3, 29, "/currency"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1]", "\"text\"", "null", "hello", "\u0000\u0001PK"})
  void refusesWhatIsNoObject(String text) {
    assertThat(refusal(text).place()).isPresent();
    assertThat(refusal(text)).hasMessageContaining("line 1, column 1");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    String sample = Files.readString(SAMPLE).strip();
    for (int length = 1; length < sample.length(); length += 97) {
      assertThat(refusal(sample.substring(0, length)).place()).isPresent();
    }
    assertThat(refusal(sample.substring(0, 5000))).hasMessageContaining("ends in the middle");
  }

  @Test
  void refusesOtherEncodings() throws IOException {
    byte[] utf16 = Files.readString(SAMPLE).getBytes(StandardCharsets.UTF_16);
    assertThat(refusal(new ByteArrayInputStream(utf16))).hasMessageContaining("not UTF-8 text");
  }

  @Test
  void aByteOrderMarkIsNoFault() throws IOException {
    String text = "\uFEFF" + Files.readString(SAMPLE);
    assertThat(read(text)).isEqualTo(WorkspaceFile.read(SAMPLE));
  }

  @Test
  void refusesWhatIsTooDeep() {
    String text = "{\"schemaVersion\":1,\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";
    assertThat(refusal(text)).hasMessageContaining("depth").hasMessageContaining("line 1");
  }

  @Test
  void refusesNumbersOfEndlessLength() throws IOException {
    String text = Files.readString(SAMPLE).replace("0.08,", "0." + "1".repeat(200) + ",");
    assertThat(refusal(text))
        .hasMessageContaining("/scenario/powerPrice")
        .hasMessageContaining("limit");
  }

  /** The stream never ends; it must be given up after 64 MiB and not kept reading. */
  @Test
  void refusesWhatIsTooLarge() {
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        return ' ';
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        Arrays.fill(bytes, offset, offset + length, (byte) ' ');
        return length;
      }
    };
    assertThat(refusal(endless)).hasMessageContaining("too large [more than 64 MiB]");
  }

  @Test
  void refusesAFolderAndAMissingFile(@TempDir Path folder) {
    assertThatThrownBy(() -> WorkspaceFile.read(folder))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("it is a folder");
    assertThatThrownBy(() -> WorkspaceFile.read(folder.resolve("gone.waterline")))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith("Can't read gone.waterline: there is no such file [");
  }

  @Test
  void saysThatAFileMayNotBeOpened(@TempDir Path folder) throws IOException {
    Path file = Files.copy(SAMPLE, folder.resolve("locked.waterline"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");
    assertThatThrownBy(() -> WorkspaceFile.read(file))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("may not be opened");
  }

  @Test
  void aBareNumberIsAnAssumption() throws IOException {
    String text =
        Files.readString(SAMPLE).replaceFirst("\"memoryGb\": \\{[^}]*}", "\"memoryGb\": 141");
    Figure memory = requireNonNull(
            requireNonNull(read(text).platforms().getFirst().hardware()))
        .memoryGb();
    assertThat(memory).isEqualTo(new Figure(141, Evidence.assumption("entered without a source")));
  }

  @ParameterizedTest
  @CsvSource({
    "1.41, 1.41",
    "37e9, 37000000000",
    "8, 8",
    "0.1, 0.1",
    "1e-7, 1E-7",
    "-0.0, 0",
    "0.30000000000000004, 0.30000000000000004",
    "1.7976931348623157E308, 1.7976931348623157E+308"
  })
  void numbersAreWrittenAsPeopleDo(double value, String text) {
    assertThat(JsonForm.MAPPER.writeValueAsString(value)).isEqualTo(text);
    assertThat(Double.parseDouble(text)).isEqualTo(value + 0.0);
  }

  @Test
  void savesAndReadsTheSame() throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path file = Files.createDirectory(memory.getPath("/desk")).resolve("acme.waterline");
      Workspace workspace = WorkspaceFile.read(SAMPLE);
      WorkspaceFile.write(workspace, file);
      assertThat(WorkspaceFile.read(file)).isEqualTo(workspace);
      WorkspaceFile.write(workspace.withScenario(Scenario.DEFAULT), file);
      assertThat(WorkspaceFile.read(file).scenario()).isEqualTo(Scenario.DEFAULT);
      assertThat(names(requireNonNull(file.getParent()))).containsExactly("acme.waterline");
    }
  }

  /** A folder of the file's name makes the move fail after the copy is written. */
  @Test
  void aFailedSaveLeavesNothingBehind(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectory(folder.resolve("acme.waterline"));
    Files.writeString(file.resolve("kept.txt"), "kept");
    Workspace workspace = WorkspaceFile.read(SAMPLE);
    assertThatThrownBy(() -> WorkspaceFile.write(workspace, file))
        .isInstanceOf(UnwritableFile.class)
        .hasMessageStartingWith("Can't save acme.waterline: a folder has that name [");
    assertThat(Files.readString(file.resolve("kept.txt"))).isEqualTo("kept");
    assertThat(names(folder)).containsExactly("acme.waterline");
  }

  /** The disk is full in the middle of the copy: the old file is whole, the copy is gone. */
  @Test
  void aFullDiskLeavesTheOldFile() throws IOException {
    Configuration small = Configuration.unix().toBuilder()
        .setBlockSize(1024)
        .setMaxSize(20 * 1024)
        .build();
    try (FileSystem memory = Jimfs.newFileSystem(small)) {
      Path folder = Files.createDirectory(memory.getPath("/desk"));
      Path file = Files.writeString(folder.resolve("acme.waterline"), "the old file");
      Workspace workspace = WorkspaceFile.read(SAMPLE);
      assertThatThrownBy(() -> WorkspaceFile.write(workspace, file))
          .isInstanceOf(UnwritableFile.class)
          .hasMessageContaining("nothing was overwritten");
      assertThat(Files.readString(file)).isEqualTo("the old file");
      assertThat(names(folder)).containsExactly("acme.waterline");
    }
  }

  @Test
  void saysThatTheFolderIsGone(@TempDir Path folder) throws IOException {
    Workspace workspace = WorkspaceFile.read(SAMPLE);
    assertThatThrownBy(() -> WorkspaceFile.write(workspace, folder.resolve("a/b.waterline")))
        .isInstanceOf(UnwritableFile.class)
        .hasMessageContaining("the folder does not exist");
  }

  @Test
  void savingKeepsALinkAndThePermissions(@TempDir Path folder) throws IOException {
    Path file = Files.copy(SAMPLE, folder.resolve("shared.waterline"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.waterline"), file);
    WorkspaceFile.write(WorkspaceFile.read(SAMPLE).withTitle("changed"), link);
    assertThat(link).isSymbolicLink();
    assertThat(WorkspaceFile.read(file).title()).isEqualTo("changed");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(each -> String.valueOf(each.getFileName())).toList();
    }
  }

  private static UnreadableFile refusal(String text) {
    return refusal(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static UnreadableFile refusal(InputStream in) {
    UnreadableFile refused =
        catchThrowableOfType(UnreadableFile.class, () -> WorkspaceFile.read(in, "acme.waterline"));
    return requireNonNull(refused, "it was read");
  }

  private static Workspace read(String text) throws IOException {
    return WorkspaceFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "acme.waterline");
  }
}
