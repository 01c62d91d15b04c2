package app.waterline;

import app.waterline.ui.shell.WaterlineApp;
import java.nio.file.Path;

/** Starts the workbench or a command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // AWT draws charts beside JavaFX; with a display of its own it would hang on macOS.
    System.setProperty("java.awt.headless", "true");
    WaterlineApp.launch(arguments.length == 0 ? null : Path.of(arguments[0]));
  }
}
