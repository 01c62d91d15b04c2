package app.waterline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.waterline.engine.Evaluation;
import app.waterline.ui.View;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LateViewTest {
  private final List<Path> files = new ArrayList<>();

  private final class Reading implements View {
    @Override
    public String id() {
      return "reading";
    }

    @Override
    public Node node() {
      return new Pane();
    }

    @Override
    public void show(Evaluation evaluation) {}

    @Override
    public void openFile(Path file) {
      files.add(file);
    }
  }

  @Test
  void aFileReachesTheViewThatIsBuiltForIt() {
    Path claim = Path.of("acme.claim.json");
    new LateView("reading", Reading::new).openFile(claim);
    assertThat(files).containsExactly(claim);
  }

  static Stream<Method> methods() {
    return Stream.of(View.class.getMethods());
  }

  /** A method with a default that is not handed on would do nothing in the window, and no test of a view would tell. */
  @ParameterizedTest
  @MethodSource("methods")
  void handsOnWhateverAViewIsAsked(Method method) throws NoSuchMethodException {
    assertThat(LateView.class
            .getMethod(method.getName(), method.getParameterTypes())
            .getDeclaringClass())
        .isEqualTo(LateView.class);
  }
}
