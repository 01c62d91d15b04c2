package app.waterline.io.runs;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The small files of our own, one a tool, and how a test reads one. */
final class RunFiles {
  private RunFiles() {}

  static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(RunFiles.class.getResource("/runs/" + name), name)
          .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Path> all() throws IOException {
    Path folder = path("vllm-lines.json").getParent();
    try (Stream<Path> files = Files.list(Objects.requireNonNull(folder))) {
      return files.sorted().toList();
    }
  }

  static ImportReport report(Path... paths) {
    return RunImport.read(List.of(paths));
  }

  static List<RunOutcome> outcomes(String name) {
    return report(path(name)).outcomes();
  }

  /** The only run of a file. */
  static Run run(String name) {
    return only(outcomes(name)).run();
  }

  static Path write(Path folder, String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  static <T> T only(List<T> list) {
    if (list.size() != 1) {
      throw new AssertionError("Expected one, got " + list);
    }
    return list.getFirst();
  }
}
