package app.waterline.export;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.io.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Path;

/** The workspaces that the program comes with, evaluated. */
public final class Samples {
  private Samples() {}

  /** The published pair. */
  public static Evaluation published() {
    return of("hopper-vs-blackwell");
  }

  /** The nine measured platforms. */
  public static Evaluation measured() {
    return of("deepseek-r1-measured");
  }

  private static Evaluation of(String name) {
    try {
      return new Evaluator()
          .evaluate(WorkspaceFile.read(Path.of("sample-data", name + ".waterline")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
