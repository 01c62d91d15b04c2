package app.waterline.pictures;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures one after the other in a file that also shows the first one where nothing can move. After the first,
 * only what has changed is written.
 *
 * @see "PNG specification, third edition, section 11.3.6"
 */
final class AnimatedPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int CHANNELS = 3;

  private final List<BufferedImage> pictures = new ArrayList<>();
  private final List<Integer> delays = new ArrayList<>();

  /** Adds a picture that is shown for some milliseconds; it has the size of the first one. */
  void add(BufferedImage picture, int milliseconds) {
    pictures.add(picture);
    delays.add(milliseconds);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(SIGNATURE);
    chunk(out, "IHDR", header());
    chunk(out, "acTL", ints(pictures.size(), 0));
    int sequence = 0;
    @Nullable BufferedImage before = null;
    for (int index = 0; index < pictures.size(); index++) {
      BufferedImage picture = pictures.get(index);
      Rectangle part = before == null ? whole(picture) : changed(before, picture);
      chunk(out, "fcTL", control(sequence++, part, delays.get(index)));
      byte[] data = compressed(picture, part);
      chunk(
          out,
          before == null ? "IDAT" : "fdAT",
          before == null ? data : joined(ints(sequence++), data));
      before = picture;
    }
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private byte[] header() throws IOException {
    BufferedImage first = pictures.getFirst();
    return joined(ints(first.getWidth(), first.getHeight()), new byte[] {8, 2, 0, 0, 0});
  }

  private static byte[] control(int sequence, Rectangle part, int milliseconds) throws IOException {
    byte[] place = ints(sequence, part.width, part.height, part.x, part.y);
    byte[] delay = ints(milliseconds << 16 | 1000);
    return joined(joined(place, delay), new byte[] {0, 0});
  }

  private static Rectangle whole(BufferedImage picture) {
    return new Rectangle(picture.getWidth(), picture.getHeight());
  }

  /** The smallest part that holds every pixel that differs, one pixel where none does. */
  private static Rectangle changed(BufferedImage before, BufferedImage now) {
    int left = now.getWidth();
    int right = -1;
    int top = now.getHeight();
    int bottom = -1;
    for (int y = 0; y < now.getHeight(); y++) {
      for (int x = 0; x < now.getWidth(); x++) {
        if (before.getRGB(x, y) != now.getRGB(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    return right < 0
        ? new Rectangle(1, 1)
        : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  /** Each line as the difference to the one above, which a gradient from top to bottom likes best. */
  private static byte[] compressed(BufferedImage picture, Rectangle part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, best)) {
      byte[] above = new byte[part.width * CHANNELS];
      for (int y = part.y; y < part.y + part.height; y++) {
        byte[] line = line(picture, part, y);
        out.write(2);
        for (int i = 0; i < line.length; i++) {
          out.write(line[i] - above[i]);
        }
        above = line;
      }
    } finally {
      best.end();
    }
    return bytes.toByteArray();
  }

  private static byte[] line(BufferedImage picture, Rectangle part, int y) {
    byte[] line = new byte[part.width * CHANNELS];
    for (int x = 0; x < part.width; x++) {
      int color = picture.getRGB(part.x + x, y);
      line[x * CHANNELS] = (byte) (color >> 16);
      line[x * CHANNELS + 1] = (byte) (color >> 8);
      line[x * CHANNELS + 2] = (byte) color;
    }
    return line;
  }

  private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
    byte[] content = joined(name.getBytes(java.nio.charset.StandardCharsets.US_ASCII), data);
    CRC32 check = new CRC32();
    check.update(content);
    out.writeInt(data.length);
    out.write(content);
    out.writeInt((int) check.getValue());
  }

  private static byte[] ints(int... values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int value : values) {
      out.writeInt(value);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
