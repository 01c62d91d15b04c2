package app.waterline.engine;

import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A computed figure that can say where it comes from. The code that computes it also explains it.
 *
 * @param name what the figure is
 * @param formula how it follows from the terms
 * @param value finite, in {@code unit}
 * @param unit what it is counted in
 * @param quality the worst mark among the terms
 * @param terms the inputs and steps, in the order of the formula
 * @param notes what a reader must know beside it
 */
public record Explained(
    String name,
    String formula,
    double value,
    Unit unit,
    Quality quality,
    List<Term> terms,
    List<String> notes)
    implements Result {

  /** A figure without terms yet, as trusted as can be. */
  public static Explained of(Unit unit, double value, String name, String formula) {
    return new Explained(name, formula, value, unit, Quality.MEASURED, List.of(), List.of());
  }

  /** The same with an entered figure as a term; its evidence bounds the quality. */
  public Explained from(String term, Figure figure, Unit termUnit) {
    return from(term, figure.value(), termUnit, figure.evidence());
  }

  /**
   * The same with an entered figure as a term; its evidence bounds the quality.
   *
   * @param evidence null for a setting of the scenario
   */
  public Explained from(String term, double termValue, Unit termUnit, @Nullable Evidence evidence) {
    Quality bound = evidence == null ? Quality.MEASURED : Quality.of(evidence.kind());
    return with(new Term(term, termValue, termUnit, evidence, null), bound);
  }

  /** The same with a setting of the scenario or a constant as a term. */
  public Explained from(String term, double termValue, Unit termUnit) {
    return with(new Term(term, termValue, termUnit, null, null), Quality.MEASURED);
  }

  /** The same with a computed figure as a term. */
  public Explained from(String term, Explained step) {
    return with(new Term(term, step.value, step.unit, null, step), step.quality);
  }

  /** The same, no better than the given mark. */
  public Explained atBest(Quality bound) {
    return new Explained(name, formula, value, unit, quality.worse(bound), terms, notes);
  }

  /** The same with a note for the reader. */
  public Explained noting(String note) {
    List<String> longer = new ArrayList<>(notes);
    longer.add(note);
    return new Explained(name, formula, value, unit, quality, terms, List.copyOf(longer));
  }

  /** Every source that the figure rests on, each once, in the order of the terms. */
  public Set<Evidence> sources() {
    Set<Evidence> sources = new LinkedHashSet<>();
    collectSources(sources);
    return sources;
  }

  private void collectSources(Set<Evidence> sources) {
    for (Term term : terms) {
      Evidence evidence = term.evidence();
      if (evidence != null) {
        sources.add(evidence);
      }
      Explained step = term.step();
      if (step != null) {
        step.collectSources(sources);
      }
    }
  }

  private Explained with(Term term, Quality bound) {
    List<Term> longer = new ArrayList<>(terms.size() + 1);
    longer.addAll(terms);
    longer.add(term);
    return new Explained(
        name,
        formula,
        value,
        unit,
        quality.worse(bound),
        Collections.unmodifiableList(longer),
        notes);
  }
}
