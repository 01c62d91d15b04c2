package app.waterline.engine.planted;

import app.waterline.document.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;
import tools.jackson.databind.json.JsonMapper;

/** Breaks every rule that a single class can break. */
@SuppressWarnings("all")
public class OffenderManager {
  static final List<String> SEEN = new ArrayList<>();
  static int count;

  Document document;
  JsonMapper mapper;
  Color color;
  java.net.Socket socket;

  static OffenderManager getInstance() {
    return new OffenderManager();
  }

  long impure(Path path) throws Exception {
    count++;
    return System.currentTimeMillis()
        + Files.size(path)
        + Locale.getDefault().hashCode()
        + (long) Math.random();
  }

  double parses(String text) {
    System.out.println(text);
    return Double.parseDouble(text);
  }

  void leaves() {
    System.exit(1);
  }
}
