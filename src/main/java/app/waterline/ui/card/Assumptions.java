package app.waterline.ui.card;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.Term;
import app.waterline.model.Evidence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which entered figures behind a result are assumptions. */
public final class Assumptions {
  private Assumptions() {}

  /** The names of the assumed inputs that a result rests on, each once. */
  public static List<String> behind(Result result) {
    Set<String> names = new LinkedHashSet<>();
    result.figure().ifPresent(figure -> collect(figure, names));
    return List.copyOf(names);
  }

  private static void collect(Explained figure, Set<String> names) {
    for (Term term : figure.terms()) {
      Evidence evidence = term.evidence();
      if (evidence != null && evidence.kind() == Evidence.Kind.ASSUMPTION) {
        names.add(term.name());
      }
      Explained step = term.step();
      if (step != null) {
        collect(step, names);
      }
    }
  }

  /** How many assumed inputs the figures of all platforms rest on. */
  public static int count(Evaluation evaluation) {
    return evaluation.platforms().stream().mapToInt(Assumptions::count).sum();
  }

  private static int count(PlatformEvaluation platform) {
    Set<String> names = new LinkedHashSet<>();
    platform.metrics().values().forEach(result -> names.addAll(behind(result)));
    return names.size();
  }
}
