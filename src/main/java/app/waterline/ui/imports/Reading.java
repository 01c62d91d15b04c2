package app.waterline.ui.imports;

import app.waterline.io.runs.RunImport;
import app.waterline.ui.Texts;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javafx.concurrent.Task;

/** Reads files and folders beside the screen, with progress in bytes, until it is done or cancelled. */
final class Reading extends Task<Review> {
  private static final double MEGABYTE = 1e6;

  private final List<Path> paths;
  private final Texts texts;
  private final Function<Found, Review> prepare;
  private final Map<Path, Long> read = new HashMap<>();
  private long done;
  private long all;

  /** What is read is prepared for review here too, because many runs take their time. */
  Reading(List<Path> paths, Texts texts, Function<Found, Review> prepare) {
    this.prepare = prepare;
    this.paths = List.copyOf(paths);
    this.texts = texts;
    updateTitle(texts.get("reading.starting"));
  }

  @Override
  protected Review call() {
    all = sizeOfAll();
    Collecting collecting = new Collecting(Collecting.MOST, words(), watch());
    RunImport.read(paths, collecting);
    return prepare.apply(collecting.found());
  }

  private Collecting.Words words() {
    return new Collecting.Words(
        records -> texts.get("reading.ignored", records),
        (more, most) -> texts.get("reading.tooMany", more, most));
  }

  private Collecting.Watch watch() {
    return new Collecting.Watch() {
      @Override
      public void read(Path file, long bytes, Collecting so) {
        advance(file, bytes, so);
      }

      @Override
      public boolean isCancelled() {
        return Reading.this.isCancelled();
      }
    };
  }

  private void advance(Path file, long bytes, Collecting so) {
    done += bytes - Objects.requireNonNullElse(read.put(file, bytes), 0L);
    updateProgress(Math.min(done, all), Math.max(1, all));
    updateTitle(Objects.toString(file.getFileName(), ""));
    updateMessage(texts.get("reading.progress", size(done), size(all), so.runs(), so.files()));
  }

  private String size(long bytes) {
    return bytes < MEGABYTE
        ? texts.get("size.kb", Math.round(bytes / 1e3))
        : texts.get("size.mb", Math.round(bytes / MEGABYTE));
  }

  private long sizeOfAll() {
    AtomicLong sum = new AtomicLong();
    for (Path path : paths) {
      try {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum.addAndGet(attributes.size());
            return isCancelled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            // The reading itself names it.
            return FileVisitResult.CONTINUE;
          }
        });
      } catch (IOException unreadable) {
        sum.addAndGet(0);
      }
    }
    return sum.get();
  }
}
