package app.waterline.ui.imports;

import app.waterline.io.runs.Run;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs that one answer fits: of one tool and folder, and alike in all that their files say about the
 * deployment.
 *
 * @param folder where the files are
 * @param tool that wrote them
 * @param model as the files name it
 * @param hardware as the files name it
 * @param suggestion what the names of the files suggest, empty for nothing
 */
record Source(
    String folder,
    String tool,
    @Nullable String model,
    @Nullable String hardware,
    String suggestion) {
  static Source of(Run run) {
    return new Source(
        folderOf(run.origin().file()),
        run.origin().tool(),
        run.setup().model(),
        run.setup().hardware(),
        String.join(" ", run.suggestions()));
  }

  static String folderOf(String file) {
    return Objects.toString(Path.of(file).toAbsolutePath().normalize().getParent(), "");
  }

  /** The name that its answers are remembered by. */
  String key() {
    return String.join(
        " | ",
        folder,
        tool,
        Objects.toString(model, ""),
        Objects.toString(hardware, ""),
        suggestion);
  }
}
