package app.waterline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.export.Samples;
import app.waterline.io.UnreadableFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final String REASON = "there is no display (DISPLAY is not set)";

  @TempDir
  private Path folder;

  private final StringWriter out = new StringWriter();

  private void write(@Nullable Path file) throws IOException {
    Terminal terminal = new Terminal(
        InputStream.nullInputStream(),
        new PrintWriter(out, true),
        new PrintWriter(new StringWriter()),
        Locale.US);
    Report.write(terminal, file, folder, REASON);
  }

  @Test
  void writesTablesAndPictureOfTheSampleAndSaysWhereAndWhy() throws IOException {
    write(null);
    assertThat(out.toString()).contains(REASON, folder.toString());
    assertThat(folder.resolve("figures.md")).content().contains("$4.20", "34.0× lower");
    assertThat(folder.resolve("figures.csv")).content().contains("costPerMillionTokens");
    assertThat(folder.resolve("figures.json")).content().contains("\"costPerMillionTokens\"");
    assertThat(ImageIO.read(folder.resolve("cost.png").toFile()).getWidth()).isEqualTo(1800);
  }

  @Test
  void anUncertainWorkspaceHasItsRangesInEveryTable() throws IOException {
    Path file = folder.resolveSibling("uncertain.waterline");
    Workspace planned = Samples.planned().workspace();
    WorkspaceFile.write(
        planned.withScenario(
            planned.scenario().withRange(Input.UTILIZATION, new Distribution.Uniform(0.4, 0.8))),
        file);
    write(file);
    assertThat(folder.resolve("figures.md")).content().contains("P5 to P95");
    assertThat(folder.resolve("figures.json")).content().contains("\"p5\"", "\"p95\"");
    assertThat(Files.readAllLines(folder.resolve("figures.csv")))
        .filteredOn(line -> line.contains("grossMargin"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.split(",", -1)[8]).isNotEmpty());
  }

  @Test
  void writesNothingWhereTheWorkspaceCannotBeRead() {
    assertThatThrownBy(() -> write(folder.resolve("nowhere.waterline")))
        .isInstanceOf(UnreadableFile.class);
    assertThat(folder).isEmptyDirectory();
    assertThat(out.toString()).isEmpty();
  }
}
