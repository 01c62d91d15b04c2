package app.waterline.io.runs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip and refuses a bomb: benchmark files shrink 5 to 30 times, a bomb a thousand times. The
 * bound is on the ratio, so that a large honest file still goes through.
 */
final class BoundedGunzip extends FilterInputStream {
  /** The file was refused. */
  static final class Bomb extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bomb(String message) {
      super(message);
    }
  }

  private static final long HARMLESS = 64L << 20;
  private static final long HIGHEST_RATIO = 200;

  private final LongSupplier packedBytes;
  private long unpacked;

  BoundedGunzip(InputStream packed, LongSupplier packedBytes) throws IOException {
    super(new GZIPInputStream(packed, 1 << 16));
    this.packedBytes = packedBytes;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    check(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    int got = super.read(bytes, from, most);
    check(Math.max(0, got));
    return got;
  }

  private void check(int bytes) {
    unpacked += bytes;
    if (unpacked > HARMLESS && unpacked / HIGHEST_RATIO > packedBytes.getAsLong()) {
      throw new Bomb(
          "The compressed file unpacks to far more than a benchmark writes [over %d times its size]. If it is sound, unpack it and import the result."
              .formatted(HIGHEST_RATIO));
    }
  }
}
