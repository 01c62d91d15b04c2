package app.waterline.ui.evidence;

import app.waterline.document.FigureSlot;
import app.waterline.document.FigureSlots;
import app.waterline.document.Inputs;
import app.waterline.engine.Evaluation;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import app.waterline.engine.Term;
import app.waterline.engine.why.Lever;
import app.waterline.format.RangeFormat;
import app.waterline.model.Capability;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Sparsity;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.card.Assumptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of the evidence: a figure in words, and who says so.
 *
 * @param platform whose figure it is
 * @param figure what it is
 * @param value with its unit
 * @param evidence who says so
 */
record Sourced(String platform, String figure, String value, Evidence evidence) {
  /** The mark that the figure earns. */
  Quality quality() {
    return Quality.of(evidence.kind());
  }

  /** Every figure of the workspace that has a source; runs of one source and date are one row. */
  static List<Sourced> of(Workspace workspace, Session session, Texts texts, Editing editing) {
    List<Sourced> rows = new ArrayList<>();
    for (Platform platform : workspace.platforms()) {
      for (FigureSlot slot : FigureSlots.all()) {
        add(rows, platform, slot, label(slot, texts, editing), session);
      }
      addPeaks(rows, platform, session, editing);
      addMultipliers(rows, platform, session, texts);
      addRuns(rows, platform, texts);
    }
    return rows;
  }

  /** What is assumed behind the figures of all platforms, as {@link Assumptions} counts it. */
  static List<Sourced> assumed(
      Evaluation evaluation, Session session, Texts texts, Editing editing) {
    List<Sourced> rows = new ArrayList<>();
    for (PlatformEvaluation each : evaluation.platforms()) {
      for (Term term : Assumptions.behind(each)) {
        String symbol = session.format().phrases().formula(term.name());
        String name = Inputs.behind(
                term, evaluation.workspace(), each.platform().id())
            .map(Lever::input)
            .map(input -> input == Input.MULTIPLIER
                ? texts.get("evidence.multiplier", symbol)
                : editing.label(input))
            .or(() -> part(each.platform(), term, texts))
            .orElse(symbol);
        rows.add(new Sourced(
            each.platform().name(),
            name,
            session.format().format(term.value(), term.unit()),
            Objects.requireNonNull(term.evidence())));
      }
    }
    return rows;
  }

  /** Input or output tokens entered by hand, which have no line on the card. */
  private static Optional<String> part(Platform platform, Term term, Texts texts) {
    return Stream.of(FigureSlots.INPUT_THROUGHPUT, FigureSlots.OUTPUT_THROUGHPUT)
        .filter(slot -> slot.of(platform)
            .filter(figure ->
                figure.value() == term.value() && figure.evidence().equals(term.evidence()))
            .isPresent())
        .map(slot -> texts.get("evidence.tokens." + slot.id()))
        .findFirst();
  }

  private static String label(FigureSlot slot, Texts texts, Editing editing) {
    boolean part =
        slot.equals(FigureSlots.INPUT_THROUGHPUT) || slot.equals(FigureSlots.OUTPUT_THROUGHPUT);
    return part ? texts.get("evidence.tokens." + slot.id()) : editing.label(slot.input());
  }

  private static void add(
      List<Sourced> rows, Platform platform, FigureSlot slot, String label, Session session) {
    slot.of(platform)
        .ifPresent(figure -> rows.add(sourced(platform, label, figure, slot, session)));
  }

  private static Sourced sourced(
      Platform platform, String label, Figure figure, FigureSlot slot, Session session) {
    Unit unit = slot.input().unit();
    String value = session.format().format(figure.value(), unit);
    if (figure.range() != null) {
      value += " (" + new RangeFormat(session.format()).format(figure.range(), unit) + ")";
    }
    return new Sourced(platform.name(), label, value, figure.evidence());
  }

  private static void addPeaks(
      List<Sourced> rows, Platform platform, Session session, Editing editing) {
    for (Precision precision : Precision.values()) {
      for (Sparsity sparsity : Sparsity.values()) {
        FigureSlot slot = FigureSlots.peak(precision, sparsity);
        String label = "%s %s %s"
            .formatted(
                editing.label(slot.input()), precision, sparsity.name().toLowerCase(Locale.ROOT));
        add(rows, platform, slot, label, session);
      }
    }
  }

  private static void addMultipliers(
      List<Sourced> rows, Platform platform, Session session, Texts texts) {
    for (Capability capability : platform.stack().keySet()) {
      add(
          rows,
          platform,
          FigureSlots.multiplier(capability),
          texts.get("evidence.multiplier", texts.get("capability." + capability.name())),
          session);
    }
  }

  private static void addRuns(List<Sourced> rows, Platform platform, Texts texts) {
    Map<Evidence, Integer> runs = new LinkedHashMap<>();
    for (OperatingPoint point : platform.operatingPoints()) {
      runs.merge(point.evidence(), 1, Integer::sum);
    }
    runs.forEach((evidence, count) -> rows.add(new Sourced(
        platform.name(),
        texts.get("evidence.runs"),
        texts.get("evidence.runCount", count),
        evidence)));
  }

  /** The date, or a dash where the source has none. */
  String date() {
    return Objects.requireNonNullElse(evidence.date(), "–");
  }

  /** The source with its note. */
  String source() {
    return evidence.note() == null ? evidence.source() : evidence.source() + ". " + evidence.note();
  }
}
