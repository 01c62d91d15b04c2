package app.waterline.ui.card;

import app.waterline.document.FigureSlots;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.Term;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import app.waterline.ui.Editing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which entered figures behind a result are assumptions. */
public final class Assumptions {
  private Assumptions() {}

  /** The assumed inputs that a result rests on, each once. */
  public static Set<Term> behind(Result result) {
    Set<Term> assumed = new LinkedHashSet<>();
    result.figure().ifPresent(figure -> collect(figure, assumed));
    return assumed;
  }

  /** What they are called on the card; one that stands nowhere on it by its symbol. */
  static List<String> names(Result result, Platform platform, Editing editing) {
    return behind(result).stream()
        .map(term -> nameOf(term, platform, editing))
        .distinct()
        .toList();
  }

  private static String nameOf(Term term, Platform platform, Editing editing) {
    Evidence evidence = term.evidence();
    return Optional.ofNullable(evidence)
        .flatMap(known -> FigureSlots.holding(platform, new Figure(term.value(), known)))
        .map(slot -> editing.label(slot.input()))
        .orElse(term.name());
  }

  private static void collect(Explained figure, Set<Term> assumed) {
    for (Term term : figure.terms()) {
      Evidence evidence = term.evidence();
      if (evidence != null && evidence.kind() == Evidence.Kind.ASSUMPTION) {
        assumed.add(term);
      }
      Explained step = term.step();
      if (step != null) {
        collect(step, assumed);
      }
    }
  }

  /** How many assumed inputs the figures of all platforms rest on. */
  public static int count(Evaluation evaluation) {
    return evaluation.platforms().stream().mapToInt(Assumptions::count).sum();
  }

  private static int count(PlatformEvaluation platform) {
    return behind(platform).size();
  }

  /** The assumed inputs that the figures of a platform rest on; one that has two names in formulas once. */
  public static List<Term> behind(PlatformEvaluation platform) {
    Map<Assumed, Term> assumed = new LinkedHashMap<>();
    platform
        .metrics()
        .values()
        .forEach(result -> behind(result)
            .forEach(term -> assumed.putIfAbsent(
                new Assumed(term.value(), term.unit(), term.evidence()), term)));
    return List.copyOf(assumed.values());
  }

  private record Assumed(double value, Unit unit, @Nullable Evidence evidence) {}
}
