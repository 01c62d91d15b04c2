package app.waterline.ui.shell;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.IcebergCharts;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Evaluator;
import app.waterline.format.QuantityFormat;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Workspace;
import app.waterline.ui.chart.ChartLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, evaluates and charts what the first window shows while the toolkit starts: reading a
 * workspace takes a hundred times longer the first time.
 */
final class Warmup {
  private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);

  /** A file on a disk that is slower than this is not waited for; it follows the window. */
  private static final long PATIENCE_MILLIS = 1500;

  private final CompletableFuture<Workspace> first = new CompletableFuture<>();
  /**
   * Begins.
   *
   * @param file what is to be opened; null for the sample
   */
  void start(@Nullable Path file) {
    Thread.ofPlatform().daemon().name("warm-up").start(() -> run(file));
  }

  /** What the first window shows: the named file's content; the sample where it can't be read. */
  Workspace workspace() {
    try {
      return first.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException notRead) { // opening the file says why
      LOG.debug("Not read beside the start", notRead);
    }
    return WorkspaceFiles.sample();
  }

  private void run(@Nullable Path file) {
    try {
      Workspace workspace = read(file);
      first.complete(workspace);
      chart(new Evaluator().evaluate(workspace));
    } catch (IOException | RuntimeException failed) { // the window meets the same and says so
      first.completeExceptionally(failed);
      LOG.debug("Not warmed up", failed);
    }
  }

  /** What is no plain file, such as a pipe, can be read once only. */
  private static Workspace read(@Nullable Path file) throws IOException {
    return file == null || !Files.isRegularFile(file)
        ? WorkspaceFiles.sample()
        : WorkspaceFile.read(file);
  }

  private static void chart(Evaluation evaluation) {
    ChartTexts names = new ChartTexts(
        new QuantityFormat(Locale.getDefault(Locale.Category.FORMAT)),
        Locale.getDefault(Locale.Category.DISPLAY));
    ChartLook.of(names).light();
    LOG.debug("Warm with {}", IcebergCharts.of(evaluation, names).title());
  }
}
