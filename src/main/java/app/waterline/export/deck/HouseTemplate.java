package app.waterline.export.deck;

import app.waterline.chart.ChartTheme;
import app.waterline.export.pack.FixedZip;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipOutputStream;

/** The bundled look: masters and layouts from the program's resources, in the colours of a theme. */
final class HouseTemplate {
  private static final String FOLDER = "/app/waterline/assets/deck/";
  private static final Pattern TOKEN = Pattern.compile("\\{\\{([A-Za-z0-9-]+)}}");
  private static final int EMU = 12_700;
  private static final int MARGIN = 40;
  private static final int BERG = 226;
  private static final int COVER_MARGIN = 48;
  private static final int NUMBER_WIDTH = 80;
  private static final Map<String, String> PARTS = parts();

  private HouseTemplate() {}

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "content-types.xml");
    parts.put("_rels/.rels", "package-rels.xml");
    parts.put("ppt/presentation.xml", "presentation.xml");
    parts.put("ppt/_rels/presentation.xml.rels", "presentation-rels.xml");
    parts.put("ppt/theme/theme1.xml", "theme.xml");
    parts.put("ppt/slideMasters/slideMaster1.xml", "slideMaster.xml");
    parts.put("ppt/slideMasters/_rels/slideMaster1.xml.rels", "slideMaster-rels.xml");
    for (int i = 1; i <= 3; i++) {
      parts.put(
          "ppt/slideLayouts/slideLayout%d.xml".formatted(i), "slideLayout%d.xml".formatted(i));
      parts.put(
          "ppt/slideLayouts/_rels/slideLayout%d.xml.rels".formatted(i), "slideLayout-rels.xml");
    }
    return Collections.unmodifiableMap(parts);
  }

  /** A presentation without slides. */
  static byte[] of(boolean dark, Aspect aspect) {
    Map<String, String> values = values(dark, aspect);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : PARTS.entrySet()) {
        String filled = filled(resource(part.getValue()), values);
        FixedZip.put(out, part.getKey(), filled.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> values(boolean dark, Aspect aspect) {
    ChartTheme theme = dark ? ChartTheme.dark() : ChartTheme.light();
    Map<String, String> values = new LinkedHashMap<>();
    theme.tokens().forEach((name, color) -> values.put(name, hex(color)));
    String ground = hex(theme.background());
    String letters = hex(theme.token("text"));
    values.put("dk1", dark ? ground : letters);
    values.put("lt1", dark ? letters : ground);
    values.put("dk2", hex(theme.token(dark ? "canvas" : "text-muted")));
    values.put("lt2", hex(theme.token(dark ? "text-muted" : "canvas")));
    values.put(
        "clrMap",
        dark
            ? "bg1=\"dk1\" tx1=\"lt1\" bg2=\"dk2\" tx2=\"lt2\""
            : "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\"");
    values.put("width", emu(aspect.width()));
    values.put("height", emu(aspect.height()));
    values.put("inner", emu(aspect.width() - 2 * MARGIN));
    values.put("numberX", emu(aspect.width() - MARGIN - NUMBER_WIDTH));
    values.put("bergX", emu(aspect.width() - BERG - MARGIN));
    values.put("coverWidth", emu(aspect.width() - BERG - 2 * COVER_MARGIN - MARGIN));
    return values;
  }

  private static String emu(int points) {
    return String.valueOf(points * EMU);
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "%06X", color.getRGB() & 0xffffff);
  }

  private static String filled(String text, Map<String, String> values) {
    Matcher matcher = TOKEN.matcher(text);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)));
  }

  private static String value(String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "The slide template asks for what nobody gives [%s]. Build the program again."
              .formatted(name));
    }
    return value;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HouseTemplate.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new FileNotFoundException("not in this build: " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
  }
}
