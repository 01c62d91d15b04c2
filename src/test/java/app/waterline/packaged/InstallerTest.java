package app.waterline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code installer/Installer.java} refuses before it makes anything, and how it says so. */
class InstallerTest {
  private static final Path SOURCE = Path.of("installer", "Installer.java");

  @TempDir
  private static Path compiled;

  @TempDir
  private Path folder;

  /** What a run of it left: its exit code and all that it printed. */
  private record Ended(int exit, String said) {}

  @BeforeAll
  static void compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, "-d", compiled.toString(), SOURCE.toString()))
        .isZero();
  }

  /** The image's own virtual machine is a script here. */
  @BeforeEach
  void onlyWhereScriptsRun() {
    assumeFalse(System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows"));
  }

  @Test
  void itNamesItsArguments() throws Exception {
    Ended ended = run(List.of());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.said()).contains("usage: java Installer.java PROJECT IMAGE VERSION OUT");
  }

  @Test
  void anImageThatIsNotThere() throws Exception {
    assertThat(refusal()).contains("There is no image [" + image() + "]. Run mvn package first.");
  }

  @Test
  void aRuntimeOfAnotherJdk() throws Exception {
    runtimeOf("java.base@24.0.1", "javafx.base@26.0.2", "javafx.graphics@26.0.2");
    assertThat(refusal())
        .contains("The runtime was linked from another JDK [24.0.1]")
        .contains("Run mvn clean package with one JDK.");
  }

  @Test
  void twoVersionsOfJavafx() throws Exception {
    runtimeOf(thisJdk(), "javafx.base@26.0.2", "javafx.graphics@26.0.1");
    assertThat(refusal())
        .contains("The runtime holds JavaFX modules of several versions")
        .contains("javafx.graphics@26.0.1");
  }

  @Test
  void noJavafxAtAll() throws Exception {
    runtimeOf(thisJdk());
    assertThat(refusal()).contains("several versions or none").contains("Pin them to one");
  }

  @Test
  void aJdkTooOldForJavafx() throws Exception {
    int feature = Runtime.version().feature();
    runtimeOf(thisJdk(), "javafx.base@" + (feature + 3), "javafx.graphics@" + (feature + 3));
    assertThat(refusal())
        .contains("JavaFX %d needs JDK %d or newer".formatted(feature + 3, feature + 1));
  }

  /** Only an administrator can make a full disk; for others this test is skipped. */
  @Test
  void aDiskWithoutRoom() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(ends("mount", "-t", "tmpfs", "-o", "size=1m", "none", small.toString()));
    try {
      Ended ended =
          run(List.of(".", image().toString(), "1.0", small.resolve("out").toString()));
      assertThat(ended.exit()).isEqualTo(1);
      assertThat(ended.said()).contains("There is not enough space [1 MB free in " + small);
    } finally {
      assertThat(ends("umount", small.toString())).isTrue();
    }
  }

  private static boolean ends(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static String thisJdk() {
    return "java.base@" + Runtime.version().feature();
  }

  private Path image() {
    return folder.resolve("image").toAbsolutePath();
  }

  private void runtimeOf(String... modules) throws IOException {
    Path java = image().resolve("runtime").resolve("bin").resolve("java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\necho '" + String.join("\n", modules) + "'\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What it says when it refuses, having left nothing that looks like an installer. */
  private String refusal() throws Exception {
    Path out = folder.resolve("out");
    Ended ended = run(List.of(".", image().toString(), "1.0", out.toString()));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(out).isEmptyDirectory();
    return ended.said();
  }

  private Ended run(List<String> arguments) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder run =
        new ProcessBuilder(java.toString(), "-cp", compiled.toString(), "Installer");
    run.command().addAll(arguments);
    Process process = run.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
