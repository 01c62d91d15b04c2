package app.waterline.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MeltingIcebergTest {
  @Test
  void threeStatesWithPicturesBetweenThem() throws IOException {
    byte[] bytes = new MeltingIceberg(480, 320, 3).bytes();
    var first = ImageIO.read(new ByteArrayInputStream(bytes));
    assertThat(first.getWidth()).isEqualTo(480);
    assertThat(first.getHeight()).isEqualTo(320);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text.split("fcTL", -1)).hasSize(3 * 3 + 1);
    assertThat(bytes).hasSizeLessThan(2_000_000);
  }
}
