package app.waterline.ui.shell;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small picture for each recent file, in the user's own folder for settings: never more pictures than
 * recent files, none larger than a bound, each gone with its entry. Written and deleted beside the screen;
 * read when a menu asks, so that no start waits for one.
 */
final class Thumbnails {
  /** The size on the screen, pixels; kept at twice that, to be sharp when enlarged. */
  static final double WIDTH = 120;

  static final double HEIGHT = 75;

  private static final int SHARP = 2;
  private static final int MOST_BYTES = 1 << 18;
  private static final int NAME_DIGITS = 24;
  private static final String ENDING = ".png";
  private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

  private final Path folder;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("thumbnails").factory());

  /**
   * @param folder that holds nothing else; made when the first picture is written
   */
  Thumbnails(Path folder) {
    this.folder = folder;
  }

  /** The picture of a file, loading; empty where there is none. */
  Optional<Image> of(Path file) {
    Path picture = place(file);
    return Files.isRegularFile(picture)
        ? Optional.of(
            new Image(picture.toUri().toString(), WIDTH * SHARP, HEIGHT * SHARP, true, true, true))
        : Optional.empty();
  }

  /** Takes the picture of what is shown for a file, at the next moment that the screen is drawn. */
  void take(Path file, Node shown) {
    double width = shown.getLayoutBounds().getWidth();
    double height = shown.getLayoutBounds().getHeight();
    if (width < 1 || height < 1) {
      return;
    }
    double scale = Math.min(WIDTH * SHARP / width, HEIGHT * SHARP / height);
    SnapshotParameters how = new SnapshotParameters();
    how.setTransform(Transform.scale(scale, scale));
    how.setFill(Color.TRANSPARENT);
    shown.snapshot(
        taken -> {
          WritableImage image = taken.getImage();
          worker.execute(() -> write(file, image));
          return null;
        },
        how,
        null);
  }

  private void write(Path file, Image image) {
    try {
      byte[] bytes = png(image);
      if (bytes.length <= MOST_BYTES) {
        Files.createDirectories(folder);
        app.waterline.io.AtomicWrite.write(place(file), bytes);
      }
    } catch (IOException unwritable) {
      LOG.debug("A picture of a recent file was not kept", unwritable);
    }
  }

  private static byte[] png(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(copy, "png", out);
    return out.toByteArray();
  }

  /** Deletes every picture but those of these files. */
  void keepOnly(Collection<Path> recent) {
    Set<Path> kept = recent.stream().map(this::place).collect(Collectors.toSet());
    worker.execute(() -> deleteAllBut(kept));
  }

  private void deleteAllBut(Set<Path> kept) {
    try (DirectoryStream<Path> pictures = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path picture : pictures) {
        if (!kept.contains(picture)) {
          Files.deleteIfExists(picture);
        }
      }
    } catch (IOException none) {
      LOG.debug("There are no pictures of recent files", none);
    }
  }

  /** Named after the whole path, so that two files of one name have a picture each and neither name is told. */
  private Path place(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest(file.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS) + ENDING);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has it [SHA-256]", missing);
    }
  }

  /** Waits until everything asked for is written. For tests. */
  void finish() throws Exception {
    worker.submit(() -> {}).get();
  }
}
