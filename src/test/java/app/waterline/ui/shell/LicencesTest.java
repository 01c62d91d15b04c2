package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class LicencesTest {
  @Test
  @EnabledIf("collected")
  void everyLibraryThatWeNameIsListedWithItsLicence() {
    assertThat(Licences.ofLibraries())
        .contains("JFreeChart", "Lesser General Public")
        .contains("javafx controls", "GPLv2+CE")
        .contains("Apache POI", "picocli", "TilesFX", "ControlsFX", "jackson-databind");
  }

  /** The build's Maven step collects them; a run from an editor has none. */
  static boolean collected() {
    return LicencesTest.class.getResource("/app/waterline/licences/licences.txt") != null;
  }
}
