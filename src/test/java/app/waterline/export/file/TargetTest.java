package app.waterline.export.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.io.UnwritableFile;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
  private static final byte[] NEW = {1, 2, 3};

  @TempDir
  Path folder;

  @Test
  void writesWhatIsNotThereYet() throws IOException {
    Path file = folder.resolve("new.xlsx");
    new Target(file, false).write(NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(names(folder)).containsExactly("new.xlsx");
  }

  @Test
  void replacesOnlyWhenAsked() throws IOException {
    Path file = old("old.xlsx");
    refused(new Target(file, false), "it exists already");
    new Target(file, true).write(NEW);
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("deck.pptx"));
    refused(new Target(taken, true), "it is a folder");
  }

  @Test
  void aMissingFolderIsNotCreated() {
    refused(new Target(folder.resolve("nowhere/deck.pptx"), true), "the folder does not exist");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aReadOnlyFileStays() throws IOException {
    Path file = old("old.xlsx");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    refused(new Target(file, true), "it is read-only");
    assertThat(file).hasContent("old");
  }

  @Test
  void whatAnotherProgramHasOpenStays() throws IOException {
    Path file = old("old.xlsx");
    for (String lock : List.of(".~lock.old.xlsx#", "~$old.xlsx")) {
      Path beside = Files.writeString(folder.resolve(lock), "");
      refused(new Target(file, true), "another program has it open (" + lock);
      Files.delete(beside);
    }
    assertThat(file).hasContent("old");
  }

  @Test
  void aFullDiskLeavesNothing() throws IOException {
    Configuration small = Configuration.unix().toBuilder().setMaxSize(16_384).build();
    try (FileSystem full = Jimfs.newFileSystem(small)) {
      Path file = Files.writeString(full.getPath("/work/old.xlsx"), "old");
      assertThatThrownBy(() -> new Target(file, true).write(new byte[100_000]))
          .isInstanceOf(UnwritableFile.class)
          .hasMessageContaining("Can't write old.xlsx")
          .hasMessageContaining("space")
          .hasMessageContaining("nothing was overwritten");
      assertThat(Files.readString(file)).isEqualTo("old");
      assertThat(names(full.getPath("/work"))).containsExactly("old.xlsx");
    }
  }

  private Path old(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "old");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> String.valueOf(each.getFileName())).toList();
    }
  }

  private static void refused(Target target, String why) {
    assertThatThrownBy(() -> target.write(NEW))
        .isInstanceOf(UnwritableFile.class)
        .hasMessageContaining(why)
        .hasMessageContaining("[" + target.file() + "]")
        .hasMessageContaining("nothing was written");
  }
}
