package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Theme;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.stage.Screen;

/** The stylesheets of a theme: AtlantaFX beneath, our tokens and our sheet above. */
final class Look {
  private static final String FOLDER = "/app/waterline/assets/theme/";

  /** The sizes of letters, the largest first: what was enlarged to another of them stays. */
  private static final List<Integer> SIZES = List.of(34, 21, 16, 13, 11);

  private static final double DIALOG_MARGIN = 120;

  private Look() {}

  /** What is chosen, or else what the system has. */
  static Theme of(Settings.Look chosen) {
    boolean systemIsDark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    boolean dark = chosen == Settings.Look.DARK || (chosen == Settings.Look.SYSTEM && systemIsDark);
    return dark ? Theme.DARK : Theme.LIGHT;
  }

  /** The base of every window. Before the first control, or the toolkit reads a sheet of its own first. */
  static void setBase(Theme theme) {
    Application.setUserAgentStylesheet(
        theme == Theme.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Ours, for a scene or the pane of a dialog. */
  static void dress(ObservableList<String> stylesheets, Theme theme) {
    String tokens = theme == Theme.DARK ? "tokens-dark.css" : "tokens-light.css";
    stylesheets.setAll(List.of(
        sheet(tokens),
        sheet("waterline.css"),
        sheet("scenes.css"),
        sheet("safe.css"),
        sheet("reach.css")));
  }

  /** All sheets of a window beside the workbench, with what opens over it enlarged as it is. */
  static List<String> sheets(Theme theme, double factor, List<String> more) {
    ObservableList<String> sheets = FXCollections.observableArrayList();
    dress(sheets, theme);
    more.forEach(each -> sheets.add(sheet(each)));
    enlargePopups(sheets, factor);
    return List.copyOf(sheets);
  }

  /** Ours, with letters of another size, for what is not enlarged as a whole: dialogs. */
  static void dress(ObservableList<String> stylesheets, Session session) {
    dress(stylesheets, session.theme().get());
    double factor = session.enlargement().get();
    if (factor != 1) {
      stylesheets.setAll(
          stylesheets.stream().map(each -> enlarged(each, factor)).toList());
    }
  }

  /** A width that holds as many enlarged letters as usual ones, as far as the screen goes. */
  static double width(double usual, Session session) {
    double most = Screen.getPrimary().getVisualBounds().getWidth() - DIALOG_MARGIN;
    return Math.min(usual * session.enlargement().get(), most);
  }

  /** What opens over an enlarged window and is not enlarged with it: menus, hints and lists. */
  static void enlargePopups(ObservableList<String> stylesheets, double factor) {
    if (factor != 1) {
      stylesheets.add(enlarged(sheet("popups.css"), factor));
    }
  }

  private static String enlarged(String sheet, double factor) {
    try (InputStream in = URI.create(sheet).toURL().openStream()) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String larger = css;
      for (int size : SIZES) {
        larger = larger.replace(letters(size), letters(Math.round(size * factor)));
      }
      return "data:text/css;base64,"
          + Base64.getEncoder().encodeToString(larger.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String letters(long size) {
    return "-fx-font-size: " + size + "px;";
  }

  /** What a presentation has on top. */
  static void dressPresentation(ObservableList<String> stylesheets) {
    stylesheets.add(sheet("present.css"));
  }

  private static String sheet(String file) {
    URL url = Look.class.getResource(FOLDER + file);
    return Objects.requireNonNull(url, file).toExternalForm();
  }
}
