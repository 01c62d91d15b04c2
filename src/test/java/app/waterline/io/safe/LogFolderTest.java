package app.waterline.io.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {
  /** What belongs to the customer, in every place that it could reach the log through. */
  private static final List<String> SECRETS =
      List.of("Acme", "Größe", "4711", "1.234", "$2.65", "ann", "/home", "GB300");

  @TempDir
  private Path folder;

  private static String line(String logger, String message, @Nullable Throwable fault) {
    LogRecord entry = new LogRecord(Level.WARNING, message);
    entry.setLoggerName(logger);
    entry.setThrown(fault);
    return new LogFolder.OneLine().format(entry);
  }

  private String shown(String logged) throws IOException {
    Files.writeString(folder.resolve("waterline.0.0.log"), logged);
    return String.join("\n", new LogFolder(folder).lastLines(100));
  }

  @Test
  void noFigureNameOrPathOfTheUsersIsShown() throws IOException {
    Throwable fault = new IllegalStateException(
        "Acme pays $2.65\n\tat Acme.Größe(4711)\n[1.234]",
        new IOException("/home/ann/Acme Größe.waterline"));
    String logged =
        line("app.waterline.ui.shell.Hold", "The lock can't be read [/home/ann/Acme.x]", fault)
            + line("app.waterline.io.X", "Figure GB300 of Acme is $2.65 and 4711\nAcme", null)
            + line("org.apache.poi.Y", "Acme Größe 4711", null)
            + "Acme Größe /home/ann\n\tAcme: 4711\n\t  at Acme pays 4711\n";
    assertThat(logged).contains(SECRETS);
    assertThat(shown(logged)).doesNotContain(SECRETS);
  }

  @Test
  void whatHelpsToFindTheFaultStays() throws IOException {
    String logged = line(
        "app.waterline.ui.shell.Hold",
        "The lock can’t be read [/home/ann]",
        new IllegalStateException("secret"));
    assertThat(shown(logged))
        .contains("WARNING app.waterline.ui.shell.Hold")
        .contains("java.lang.IllegalStateException")
        .contains("app.waterline.io.safe.LogFolderTest.whatHelpsToFindTheFaultStays");
    assertThat(Redaction.of(new IllegalStateException("secret", new IOException("hidden"))))
        .contains("IllegalStateException", "Caused by java.io.IOException", "LogFolderTest")
        .doesNotContain("secret", "hidden");
  }

  @Test
  void aRecordIsOneLineHoweverItIsWritten() {
    assertThat(line("a", "one\ntwo\r\nthree", null).lines()).hasSize(1);
  }

  @Test
  void onlyTheLastLinesAreShown() throws IOException {
    String logged = line("a.B", "x", null).repeat(300);
    Files.writeString(folder.resolve("waterline.0.1.log"), logged);
    assertThat(new LogFolder(folder).lastLines(20)).hasSize(20);
    assertThat(new LogFolder(folder.resolve("none")).lastLines(20)).isEmpty();
  }
}
