package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.io.WorkspaceFile;
import app.waterline.model.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first window shows before the file it was started with has been opened. */
class WarmupTest {
  @TempDir
  private Path folder;

  private static Workspace shownWith(@Nullable Path file) {
    Warmup warmup = new Warmup();
    warmup.start(file);
    return warmup.workspace();
  }

  @Test
  void theContentOfTheFile() throws IOException {
    Workspace saved = WorkspaceFiles.sample().withTitle("A customer's");
    Path file = folder.resolve("customer.waterline");
    WorkspaceFile.write(saved, file);
    assertThat(shownWith(file)).isEqualTo(saved);
  }

  @Test
  void theSampleWhereNothingIsNamed() {
    assertThat(shownWith(null)).isEqualTo(WorkspaceFiles.sample());
  }

  @Test
  void theSampleWhereTheFileCannotBeRead() throws IOException {
    Path damaged = Files.writeString(folder.resolve("damaged.waterline"), "{\"schema\":");
    assertThat(shownWith(damaged)).isEqualTo(WorkspaceFiles.sample());
    assertThat(shownWith(folder)).isEqualTo(WorkspaceFiles.sample());
    assertThat(shownWith(folder.resolve("nowhere.waterline"))).isEqualTo(WorkspaceFiles.sample());
  }
}
