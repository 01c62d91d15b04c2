package app.waterline.chart;

import app.waterline.engine.Crossover;
import app.waterline.engine.Curve;
import app.waterline.engine.Curves;
import app.waterline.engine.Envelope;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Frontier;
import app.waterline.engine.Metric;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Proportion;
import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Scenario;
import app.waterline.model.TokenCount;
import app.waterline.model.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The points and lines of a frontier chart.
 *
 * @param series points first, then the thin lines of the configurations, the bold best of them last
 * @param marks where the best platform changes
 * @param notes what a reader must know beside them
 */
record FrontierLines(
    List<LineChart.Series> series, List<LineChart.Mark> marks, List<String> notes) {
  FrontierLines {
    series = List.copyOf(series);
  }

  /** Places between two knots at which the envelope is drawn; it is smooth between them. */
  private static final int STEPS = 8;

  /** Runs of a platform that are all drawn. */
  private static final int MOST_POINTS = 2_000;

  /** Places of the grid for each factor of e, when there are more: about 4 pixels on a wide screen. */
  private static final double PLACES = 30;

  static FrontierLines of(
      Evaluation evaluation, Metric metric, Speed speed, ChartTexts texts, RunTexts runs) {
    return new Maker(evaluation.workspace().scenario(), metric, speed, texts, runs)
        .make(evaluation);
  }

  /** Collects the parts for one metric and speed. */
  private static final class Maker {
    private final Scenario scenario;
    private final Metric metric;
    private final Speed speed;
    private final ChartTexts texts;
    private final RunTexts runs;
    private final List<LineChart.Series> points = new ArrayList<>();
    private final List<LineChart.Series> configurations = new ArrayList<>();
    private final List<LineChart.Series> envelopes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<PlatformEvaluation> compared = new ArrayList<>();
    private final List<Crossover.Side> sides = new ArrayList<>();

    Maker(Scenario scenario, Metric metric, Speed speed, ChartTexts texts, RunTexts runs) {
      this.scenario = scenario;
      this.metric = metric;
      this.speed = speed;
      this.texts = texts;
      this.runs = runs;
    }

    FrontierLines make(Evaluation evaluation) {
      evaluation.platforms().forEach(this::add);
      List<LineChart.Mark> marks = speed == Speed.INTERACTIVITY ? crossovers() : List.of();
      List<LineChart.Series> series = new ArrayList<>(points);
      series.addAll(configurations);
      series.addAll(envelopes);
      return new FrontierLines(series, marks, List.copyOf(notes));
    }

    private void add(PlatformEvaluation each) {
      if (each.platform().operatingPoints().isEmpty()) {
        return;
      }
      Optional<Proportion> proportion = Proportion.of(each.platform(), scenario, metric);
      if (proportion.isEmpty()) {
        notes.add(texts.get("frontier.left", each.platform().name(), texts.name(metric)));
      } else {
        add(each, proportion.get());
      }
    }

    private void add(PlatformEvaluation each, Proportion proportion) {
      List<OperatingPoint> usable = each.platform().operatingPoints().stream()
          .filter(point -> Curves.isAllowed(point, each.platform(), scenario.workload()))
          .filter(point -> speed.of(point).isPresent())
          .toList();
      addUncounted(each, usable, proportion.counted());
      List<OperatingPoint> allowed =
          usable.stream().filter(point -> tokens(point, proportion) != null).toList();
      addPoints(each, allowed, proportion);
      each.envelope().curves().forEach(curve -> addConfiguration(each, curve, proportion));
      if (speed != Speed.INTERACTIVITY) {
        addEdge(each, Frontier.of(allowed, speed::fastness), proportion);
      } else {
        addEnvelope(each, proportion);
      }
    }

    /** Runs that are not drawn, or decide nothing, because of the tokens that they count. */
    private void addUncounted(
        PlatformEvaluation each, List<OperatingPoint> allowed, TokenCount wanted) {
      TokenCount deciding = each.envelope().curves().isEmpty()
          ? wanted
          : each.envelope().curves().getFirst().counted();
      if (deciding != TokenCount.TOTAL && deciding != wanted) {
        notes.add(texts.get("frontier.uncounted." + deciding, each.platform().name()));
        return;
      }
      long aside = allowed.stream()
          .filter(point -> point.tokensPerSecondPerGpu().counted() != deciding)
          .count();
      if (aside > 0) {
        notes.add(texts.get(
            "frontier.aside",
            each.platform().name(),
            texts.format().number((double) aside, Unit.NONE)));
      }
    }

    private void addPoints(
        PlatformEvaluation each, List<OperatingPoint> allowed, Proportion proportion) {
      Map<LineChart.Marker, List<LineChart.Point>> families = new EnumMap<>(LineChart.Marker.class);
      for (OperatingPoint point : thinned(each, allowed, proportion)) {
        families
            .computeIfAbsent(marker(point.configuration()), key -> new ArrayList<>())
            .add(place(each, point, proportion));
      }
      families.forEach((marker, family) -> points.add(series(
          each, texts.get("family." + marker.name()), LineChart.Role.POINTS, marker, family)));
    }

    /** One run for each place of a fine grid, where there are more than an eye could tell apart. */
    private List<OperatingPoint> thinned(
        PlatformEvaluation each, List<OperatingPoint> allowed, Proportion proportion) {
      if (allowed.size() <= MOST_POINTS) {
        return allowed;
      }
      Map<List<Long>, OperatingPoint> places = new LinkedHashMap<>();
      for (OperatingPoint point : allowed) {
        Double tokens = tokens(point, proportion);
        places.putIfAbsent(
            List.of(
                Math.round(Math.log(speed.of(point).orElseThrow()) * PLACES),
                Math.round(Math.log(tokens == null ? 1 : tokens) * PLACES)),
            point);
      }
      notes.add(texts.get(
          "frontier.thinned",
          each.platform().name(),
          texts.format().number((double) places.size(), Unit.NONE),
          texts.format().number((double) allowed.size(), Unit.NONE)));
      return List.copyOf(places.values());
    }

    private static LineChart.Marker marker(Configuration run) {
      if (run.disaggregated()) {
        return run.multiTokenPrediction() ? LineChart.Marker.DIAMOND : LineChart.Marker.SQUARE;
      }
      return run.multiTokenPrediction() ? LineChart.Marker.TRIANGLE : LineChart.Marker.CIRCLE;
    }

    private void addConfiguration(PlatformEvaluation each, Curve curve, Proportion proportion) {
      List<OperatingPoint> knots = curve.frontier().points().stream()
          .filter(point -> speed.of(point).isPresent() && tokens(point, proportion) != null)
          .toList();
      List<LineChart.Point> line =
          knots.stream().map(point -> place(each, point, proportion)).toList();
      configurations.add(series(
          each,
          runs.name(curve.configuration()),
          LineChart.Role.CANDIDATE,
          LineChart.Marker.CIRCLE,
          line));
    }

    /** The edge of all points; a line for the eye, nothing is read between the points. */
    private void addEdge(PlatformEvaluation each, Frontier edge, Proportion proportion) {
      List<LineChart.Point> line =
          edge.points().stream().map(point -> place(each, point, proportion)).toList();
      envelopes.add(series(
          each,
          texts.get("frontier.envelope"),
          LineChart.Role.ENVELOPE,
          LineChart.Marker.CIRCLE,
          line));
    }

    private void addEnvelope(PlatformEvaluation each, Proportion proportion) {
      Envelope envelope = each.envelope();
      double[] knots = envelope.knots();
      List<LineChart.Point> line = new ArrayList<>();
      for (int i = 0; i < knots.length; i++) {
        addAt(envelope, knots[i], knots[i], proportion, line);
        for (int step = 0; i + 1 < knots.length && step < STEPS; step++) {
          addAt(
              envelope,
              knots[i] + (knots[i + 1] - knots[i]) * step / STEPS,
              knots[i + 1],
              proportion,
              line);
        }
      }
      envelopes.add(series(
          each,
          texts.get("frontier.envelope"),
          LineChart.Role.ENVELOPE,
          LineChart.Marker.CIRCLE,
          line));
      compared.add(each);
      sides.add(new Crossover.Side(
          envelope,
          proportion.counted(),
          tokens -> proportion.inverse() ? -proportion.at(tokens) : proportion.at(tokens)));
    }

    private void addAt(
        Envelope envelope,
        double place,
        double reaching,
        Proportion proportion,
        List<LineChart.Point> line) {
      envelope.bestAt(place, reaching).ifPresent(curve -> {
        Double tokens = curve.rateAt(place, proportion.counted());
        if (tokens != null) {
          line.add(
              new LineChart.Point(place, proportion.at(tokens), runs.name(curve.configuration())));
        }
      });
    }

    private List<LineChart.Mark> crossovers() {
      List<LineChart.Mark> marks = new ArrayList<>();
      for (Crossover crossover : Crossover.among(sides)) {
        PlatformEvaluation below = compared.get(crossover.below());
        PlatformEvaluation above = compared.get(crossover.above());
        double at = crossover.interactivity();
        String place = texts.format().format(at, Unit.TOKENS_PER_SECOND_PER_USER);
        notes.add(texts.get(
            "frontier.crossover." + better(),
            below.platform().name(),
            above.platform().name(),
            place));
        height(below, at)
            .ifPresent(y -> marks.add(new LineChart.Mark(
                at, y, texts.format().number(at, Unit.TOKENS_PER_SECOND_PER_USER))));
      }
      return List.copyOf(marks);
    }

    /** In what the better one is better: who takes less energy need not be cheaper. */
    private String better() {
      return switch (metric.unit()) {
        case JOULES_PER_TOKEN -> "ENERGY";
        case TOKENS_PER_SECOND_PER_MW -> "POWER";
        case TOKENS_PER_SECOND_PER_GPU -> "TOKENS";
        default -> "MONEY";
      };
    }

    private OptionalDouble height(PlatformEvaluation each, double at) {
      Optional<Proportion> proportion = Proportion.of(each.platform(), scenario, metric);
      Optional<Double> tokens = proportion.flatMap(known -> each.envelope()
          .bestAt(at)
          .flatMap(curve -> Optional.ofNullable(curve.rateAt(at, known.counted()))));
      return tokens.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(proportion.get().at(tokens.get()));
    }

    private LineChart.Point place(
        PlatformEvaluation each, OperatingPoint point, Proportion proportion) {
      Double tokens = tokens(point, proportion);
      return new LineChart.Point(
          speed.of(point).orElseThrow(),
          proportion.at(tokens == null ? 0 : tokens),
          runs.describe(each.platform(), point));
    }

    private static @Nullable Double tokens(OperatingPoint point, Proportion proportion) {
      return point.tokensPerSecondPerGpu().of(proportion.counted());
    }

    private static LineChart.Series series(
        PlatformEvaluation each,
        String name,
        LineChart.Role role,
        LineChart.Marker marker,
        List<LineChart.Point> line) {
      return new LineChart.Series(
          each.platform().name(), name, each.platform().color(), role, marker, line);
    }
  }
}
