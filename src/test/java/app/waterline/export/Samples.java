package app.waterline.export;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Distribution;
import app.waterline.model.Input;
import app.waterline.model.Sizing;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
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

  /** The published pair at ten megawatts, with tokens to sell. */
  public static Evaluation planned() {
    Workspace published = published().workspace();
    return new Evaluator()
        .evaluate(published.withScenario(published
            .scenario()
            .withUtilization(0.6)
            .withWorkload(new Workload("DeepSeek-R1", 37e9, null, 1000, 1000, 0.2))
            .withTokenPrices(new TokenPrices(0.5, 0.1, 2.0, null))
            .withSizing(new Sizing(Sizing.Basis.MEGAWATTS, 10))));
  }

  /** The same with a power price that is not known exactly. */
  public static Evaluation uncertain() {
    Workspace planned = planned().workspace();
    return new Evaluator()
        .evaluate(planned.withScenario(
            planned.scenario().withRange(Input.POWER_PRICE, new Distribution.Uniform(0.05, 0.2))));
  }

  /** The sample of that name. */
  public static Evaluation of(String name) {
    try {
      return new Evaluator()
          .evaluate(WorkspaceFile.read(Path.of("sample-data", name + ".waterline")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
