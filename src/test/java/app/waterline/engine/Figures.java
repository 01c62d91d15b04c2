package app.waterline.engine;

import app.waterline.Card;
import app.waterline.model.Platform;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;

/** Reads single figures out of an evaluation, for tests. */
final class Figures {
  private Figures() {}

  static PlatformEvaluation evaluate(Platform platform, Scenario scenario) {
    return new Evaluator()
        .evaluate(Card.workspace(scenario, platform))
        .platforms()
        .getFirst();
  }

  static Evaluation evaluate(Workspace workspace) {
    return new Evaluator().evaluate(workspace);
  }

  static Explained figure(PlatformEvaluation evaluation, Metric metric) {
    return figure(evaluation.of(metric));
  }

  static double value(PlatformEvaluation evaluation, Metric metric) {
    return figure(evaluation, metric).value();
  }

  static Explained figure(Result result) {
    return switch (result) {
      case Explained figure -> figure;
      case NotAvailable missing -> throw new AssertionError("not available: " + missing.reason());
    };
  }

  static String reason(PlatformEvaluation evaluation, Metric metric) {
    return reason(evaluation.of(metric));
  }

  static String reason(Result result) {
    return switch (result) {
      case Explained figure -> throw new AssertionError("available: " + figure.value());
      case NotAvailable missing -> missing.reason();
    };
  }

  /** The value of a term of a figure, for example the energy inside a GPU-hour. */
  static double term(Explained figure, String name) {
    return figure.terms().stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no term " + name + " in " + figure.formula()))
        .value();
  }
}
