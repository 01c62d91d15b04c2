package app.waterline.io.runs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Counts the bytes that are read, tells how many, and stops when the import was cancelled. */
final class WatchedStream extends FilterInputStream {
  /** The import was cancelled while a file was being read. */
  static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final long STEP = 1 << 20;

  private final LongConsumer progress;
  private final BooleanSupplier cancelled;
  private long count;
  private long told;

  WatchedStream(InputStream in, LongConsumer progress, BooleanSupplier cancelled) {
    super(in);
    this.progress = progress;
    this.cancelled = cancelled;
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    advance(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    int got = super.read(bytes, from, most);
    advance(Math.max(0, got));
    return got;
  }

  private void advance(int bytes) {
    count += bytes;
    if (count - told >= STEP) {
      told = count;
      progress.accept(count);
      if (cancelled.getAsBoolean()) {
        throw new Cancelled();
      }
    }
  }
}
