package app.waterline.ui.shell;

import app.waterline.ui.Theme;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ObservableList;

/** The stylesheets of a theme: AtlantaFX beneath, our tokens and our sheet above. */
final class Look {
  private static final String FOLDER = "/app/waterline/assets/theme/";

  private Look() {}

  /** The base of every window. */
  static void setBase(Theme theme) {
    Application.setUserAgentStylesheet(
        theme == Theme.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Ours, for a scene or the pane of a dialog. */
  static void dress(ObservableList<String> stylesheets, Theme theme) {
    String tokens = theme == Theme.DARK ? "tokens-dark.css" : "tokens-light.css";
    stylesheets.setAll(
        List.of(sheet(tokens), sheet("waterline.css"), sheet("scenes.css"), sheet("safe.css")));
  }

  /** What a presentation has on top. */
  static void dressPresentation(ObservableList<String> stylesheets) {
    stylesheets.add(sheet("present.css"));
  }

  /** What the export dialog has on top. */
  static void dressExport(ObservableList<String> stylesheets) {
    stylesheets.add(sheet("export.css"));
  }

  private static String sheet(String file) {
    URL url = Look.class.getResource(FOLDER + file);
    return Objects.requireNonNull(url, file).toExternalForm();
  }
}
