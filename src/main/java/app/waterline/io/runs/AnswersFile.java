package app.waterline.io.runs;

import app.waterline.model.Precision;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What was answered about the runs of each source, for its next import: one line a source in a
 * properties file that a user can read and delete. What is damaged counts as not answered.
 */
public final class AnswersFile {
  private static final String SEPARATOR = "; ";
  private static final String PRICE = " | $/GPU-hour";

  private final Path file;

  /** A file that need not be there yet. */
  public AnswersFile(Path file) {
    this.file = file;
  }

  /** What was answered about a source; {@link SourceAnswers#NONE} where nothing was. */
  public SourceAnswers of(String source) {
    Properties all = load();
    String[] parts = all.getProperty(source, "").split(SEPARATOR, 3);
    SourceAnswers answers = parts.length == 3 ? read(parts) : SourceAnswers.NONE;
    return priced(answers, all.getProperty(source + PRICE, ""));
  }

  private static SourceAnswers priced(SourceAnswers answers, String price) {
    try {
      return price.isEmpty() ? answers : answers.withPrice(MachineNumber.parse("price", price));
    } catch (IllegalArgumentException | BadRecord damaged) {
      return answers;
    }
  }

  private static SourceAnswers read(String[] parts) {
    try {
      return new SourceAnswers(
          parts[0].isEmpty() ? null : Integer.valueOf(parts[0]),
          parts[1].isEmpty() ? null : Precision.valueOf(parts[1]),
          parts[2].isEmpty() ? null : parts[2]);
    } catch (IllegalArgumentException damaged) {
      return SourceAnswers.NONE;
    }
  }

  /**
   * Keeps the answers by source, beside those about other sources.
   *
   * @throws IOException if the file can't be written; the answers in force are not lost by that
   */
  public void remember(Map<String, SourceAnswers> answers) throws IOException {
    if (answers.isEmpty()) {
      return;
    }
    Properties all = load();
    answers.forEach((source, each) -> {
      all.setProperty(source, line(each));
      all.setProperty(source + PRICE, text(each.price()));
    });
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (Writer writer = Files.newBufferedWriter(file)) {
      all.store(writer, null);
    }
  }

  private static String line(SourceAnswers answers) {
    return String.join(
        SEPARATOR, text(answers.gpus()), text(answers.precision()), text(answers.model()));
  }

  private Properties load() {
    Properties all = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        all.load(reader);
      } catch (IOException | IllegalArgumentException damaged) {
        all.clear();
      }
    }
    return all;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
