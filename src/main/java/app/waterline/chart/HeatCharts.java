package app.waterline.chart;

import app.waterline.engine.Evaluation;
import app.waterline.engine.Metric;
import app.waterline.engine.why.HeatMap;
import app.waterline.engine.why.Lever;
import app.waterline.engine.why.WinnerMap;
import app.waterline.model.Platform;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns figures over two levers into the winner map and the heat map. */
public final class HeatCharts {
  private final HeatMap map;
  private final Workspace workspace;
  private final ChartTexts texts;

  private HeatCharts(HeatMap map, ChartTexts texts) {
    this.map = map;
    this.workspace = map.workspace();
    this.texts = texts;
  }

  /**
   * Which platform's tokens are cheapest where.
   *
   * @param map of the headline cost, see {@link Evaluation#headline}
   */
  public static HeatChart winners(HeatMap map, ChartTexts texts) {
    return new HeatCharts(map, texts).winners();
  }

  /**
   * How many times better one platform is than another, with the line on which both are level.
   *
   * @param map of any metric whose values are above zero
   */
  public static HeatChart advantage(
      HeatMap map, Platform candidate, Platform baseline, ChartTexts texts) {
    return new HeatCharts(map, texts).advantage(candidate, baseline);
  }

  /** One figure of one platform. */
  public static HeatChart figure(HeatMap map, Platform platform, ChartTexts texts) {
    return new HeatCharts(map, texts).figure(platform);
  }

  private HeatChart winners() {
    List<HeatChart.Contender> contenders = workspace.platforms().stream()
        .map(platform -> new HeatChart.Contender(region(platform), grid(platform)))
        .toList();
    HeatChart.Cells.Winners cells = new HeatChart.Cells.Winners(contenders);
    OptionalInt only = onlyWinner(cells);
    if (only.isPresent() && contenders.size() > 1) {
      Grid lead = lead(cells);
      if (lead.known().findAny().isPresent()) {
        return ahead(contenders.get(only.getAsInt()).region(), lead);
      }
    }
    return chart(
        winnersTitle(cells),
        texts.get(
            "heat.winners",
            texts.name(map.metric()),
            input(map.horizontal()),
            input(map.vertical())),
        cells,
        List.of(new HeatChart.Line("", pieces(HeatFields.winners(cells)))),
        turns(workspace));
  }

  private OptionalInt onlyWinner(HeatChart.Cells.Winners cells) {
    int[] winners = IntStream.range(0, map.xs().size() * map.ys().size())
        .map(i -> cells.winner(i % map.xs().size(), i / map.xs().size()))
        .distinct()
        .toArray();
    return winners.length == 1 && winners[0] != HeatFields.NOBODY
        ? OptionalInt.of(winners[0])
        : OptionalInt.empty();
  }

  /** How many times the lowest figure the next lowest is. */
  private Grid lead(HeatChart.Cells.Winners cells) {
    return Grid.of(map.xs().size(), map.ys().size(), (x, y) -> {
      double[] lowest = cells.platforms().stream()
          .map(each -> each.grid().at(x, y))
          .filter(OptionalDouble::isPresent)
          .mapToDouble(OptionalDouble::getAsDouble)
          .sorted()
          .limit(2)
          .toArray();
      return lowest.length == 2 && lowest[0] > 0
          ? OptionalDouble.of(lowest[1] / lowest[0])
          : OptionalDouble.empty();
    });
  }

  /** One platform wins everywhere: a map in one colour would say nothing, so it shows by how much. */
  private HeatChart ahead(HeatChart.Region winner, Grid lead) {
    double least = lead.known().min().orElse(1);
    double most = lead.known().max().orElse(1);
    String from = texts.format().ratio(least);
    String to = texts.format().ratio(most);
    boolean alone = lead.known().count() < (long) map.xs().size() * map.ys().size();
    return chart(
        texts.get(
            (from.equals(to) ? "heat.title.everywhere.by" : "heat.title.everywhere.from")
                + (alone ? ".partly" : ""),
            winner.name(),
            from,
            to),
        texts.get(
            "heat.winners",
            texts.name(map.metric()),
            input(map.horizontal()),
            input(map.vertical())),
        new HeatChart.Cells.Values(
            new Axis(texts.get("heat.lead"), Unit.RATIO, Scale.LOG), lead, winner, winner, 1.0),
        from.equals(to) ? List.of() : contours(lead, least, most),
        List.of(),
        alone ? List.of(texts.get("heat.alone", winner.name())) : List.of());
  }

  private List<HeatChart.Line> contours(Grid lead, double least, double most) {
    return Contours.between(least, most)
        .mapToObj(level -> new HeatChart.Line(
            texts.format().ratio(level),
            pieces(HeatFields.bands(lead, new double[] {level}, Scale.LOG))))
        .toList();
  }

  private HeatChart advantage(Platform candidate, Platform baseline) {
    boolean lower = map.metric().better() == Metric.Better.LOWER;
    Grid grid = ratio(lower ? baseline : candidate, lower ? candidate : baseline);
    double[] level = {1};
    HeatChart.Cells.Values cells = new HeatChart.Cells.Values(
        new Axis(
            texts.get("heat.better." + map.metric().better(), candidate.name()),
            Unit.RATIO,
            grid.known().allMatch(value -> value > 0) ? Scale.LOG : Scale.LINEAR),
        grid,
        region(baseline),
        region(candidate),
        1.0);
    List<HeatChart.Piece> pieces =
        pieces(HeatFields.bands(grid, level, cells.measured().scale()));
    boolean cost = isHeadline();
    Workspace pair = workspace.withPlatforms(List.of(baseline, candidate));
    return chart(
        advantageTitle(grid, candidate, baseline),
        texts.get(
            "heat.advantage",
            ChartTexts.capitalized(texts.name(map.metric())),
            candidate.name(),
            baseline.name(),
            input(map.horizontal()),
            input(map.vertical())),
        cells,
        List.of(new HeatChart.Line(texts.get("heat.level"), pieces)),
        cost ? turns(pair) : List.of());
  }

  private HeatChart figure(Platform platform) {
    Grid grid = grid(platform);
    double least = grid.known().min().orElse(0);
    double most = grid.known().max().orElse(0);
    Scale scale = least > 0 && most / least > 10 ? Scale.LOG : Scale.LINEAR;
    Unit unit = map.metric().unit();
    String name = ChartTexts.capitalized(texts.name(map.metric()));
    String title = grid.known().findAny().isPresent()
        ? texts.get(
            "heat.title.figure",
            name,
            platform.name(),
            texts.format().number(least, unit),
            texts.format().number(most, unit))
        : texts.get("heat.title.none", texts.name(map.metric()), platform.name());
    return chart(
        title,
        texts.get("heat.figure", input(map.horizontal()), input(map.vertical())),
        new HeatChart.Cells.Values(
            new Axis(texts.name(map.metric()), unit, scale), grid, null, null, null),
        List.of(),
        List.of());
  }

  private boolean isHeadline() {
    return map.metric() == Evaluation.headline(workspace.scenario().tokensCounted());
  }

  private HeatChart chart(
      String title,
      String subtitle,
      HeatChart.Cells cells,
      List<HeatChart.Line> lines,
      List<Turn> turns) {
    return chart(title, subtitle, cells, lines, turns, List.of());
  }

  private HeatChart chart(
      String title,
      String subtitle,
      HeatChart.Cells cells,
      List<HeatChart.Line> lines,
      List<Turn> turns,
      List<String> notes) {
    return new HeatChart(
        title,
        subtitle,
        axis(map.horizontal()),
        axis(map.vertical()),
        map.xs(),
        map.ys(),
        cells,
        lines,
        now(),
        turns.stream()
            .filter(Turn::isBetweenTwo)
            .map(turn -> new HeatChart.Flip(place(turn), turn.name()))
            .toList(),
        sentences(turns),
        notes);
  }

  private Axis axis(Lever lever) {
    return new Axis(input(lever), lever.input().unit(), Scale.LINEAR);
  }

  /** The input with whose it is. */
  private String input(Lever lever) {
    return texts.fullName(lever, workspace);
  }

  private static HeatChart.Region region(Platform platform) {
    return new HeatChart.Region(platform.name(), platform.color());
  }

  private Grid grid(Platform platform) {
    return Grid.of(map.xs().size(), map.ys().size(), (x, y) -> map.value(platform, x, y));
  }

  private Grid ratio(Platform above, Platform below) {
    return Grid.of(map.xs().size(), map.ys().size(), (x, y) -> {
      OptionalDouble over = map.value(above, x, y);
      OptionalDouble under = map.value(below, x, y);
      return over.isPresent() && under.isPresent() && under.getAsDouble() != 0
          ? OptionalDouble.of(over.getAsDouble() / under.getAsDouble())
          : OptionalDouble.empty();
    });
  }

  private List<HeatChart.Piece> pieces(Regions.Field field) {
    return new Regions(field, array(map.xs()), array(map.ys()))
        .edges().stream()
            .filter(edge -> Math.min(edge.one(), edge.other()) != HeatFields.NOBODY)
            .map(edge -> new HeatChart.Piece(
                new HeatChart.Place(edge.from().getX(), edge.from().getY()),
                new HeatChart.Place(edge.to().getX(), edge.to().getY())))
            .toList();
  }

  private HeatChart.@Nullable Place now() {
    OptionalDouble x = within(map.horizontal(), map.xs());
    OptionalDouble y = within(map.vertical(), map.ys());
    return x.isPresent() && y.isPresent()
        ? new HeatChart.Place(x.getAsDouble(), y.getAsDouble())
        : null;
  }

  private OptionalDouble within(Lever lever, List<Double> values) {
    return lever
        .get(workspace)
        .filter(value -> value >= values.getFirst() && value <= values.getLast())
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /** Where one input stands while the other moves: as it is, else in the middle of its range. */
  private double standing(Lever lever, List<Double> values) {
    return within(lever, values).orElse((values.getFirst() + values.getLast()) / 2);
  }

  /**
   * Where the cheapest changes while one input moves and the other stands.
   *
   * @param name which input does it at what value
   * @param moved the input that moves
   * @param held the input that stands
   * @param at the value that it stands at
   * @param flip where the cheapest changes
   */
  public record Turn(String name, Lever moved, Lever held, double at, WinnerMap.Flip flip) {
    /** Whether somebody is cheapest on both sides. */
    public boolean isBetweenTwo() {
      return flip.below().isPresent() && flip.above().isPresent();
    }
  }

  /** Every turn among the platforms along each of the two inputs, the other as it is. */
  public static List<Turn> turns(HeatMap map, List<Platform> compared, ChartTexts texts) {
    return new HeatCharts(map, texts).turns(map.workspace().withPlatforms(compared));
  }

  private List<Turn> turns(Workspace compared) {
    double atX = standing(map.horizontal(), map.xs());
    double atY = standing(map.vertical(), map.ys());
    List<Turn> turns = new ArrayList<>();
    flipsAlongX(compared, atY)
        .forEach(flip -> turns.add(turn(flip, map.horizontal(), map.vertical(), atY)));
    WinnerMap.of(compared, map.horizontal(), new double[] {atX}, map.vertical(), array(map.ys()))
        .flipsAlongY(atX)
        .forEach(flip -> turns.add(turn(flip, map.vertical(), map.horizontal(), atX)));
    return turns;
  }

  private Turn turn(WinnerMap.Flip flip, Lever moved, Lever held, double at) {
    return new Turn(
        texts.get("heat.turn", input(moved), shown(flip, moved)), moved, held, at, flip);
  }

  private HeatChart.Place place(Turn turn) {
    return turn.moved().id().equals(map.horizontal().id())
        ? new HeatChart.Place(turn.flip().value(), turn.at())
        : new HeatChart.Place(turn.at(), turn.flip().value());
  }

  /** What flips where along each of the two, in exact figures. */
  private List<String> sentences(List<Turn> turns) {
    return Stream.of(map.horizontal(), map.vertical())
        .flatMap(moved -> sentence(turns, moved).stream())
        .toList();
  }

  /** One flip as a sentence, several as a chain. */
  private Optional<String> sentence(List<Turn> turns, Lever moved) {
    List<Turn> along =
        turns.stream().filter(turn -> turn.moved().id().equals(moved.id())).toList();
    if (along.isEmpty()) {
      return Optional.empty();
    }
    List<WinnerMap.Flip> flips = along.stream().map(Turn::flip).toList();
    String found = flips.size() == 1 ? sentence(flips.getFirst(), moved) : chain(flips, moved);
    Lever held = along.getFirst().held();
    return Optional.of(texts.get(
        "heat.along",
        found,
        input(moved),
        input(held),
        texts.format().format(along.getFirst().at(), held.input().unit())));
  }

  private List<WinnerMap.Flip> flipsAlongX(Workspace compared, double atY) {
    return WinnerMap.of(
            compared, map.horizontal(), array(map.xs()), map.vertical(), new double[] {atY})
        .flipsAlongX(atY);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(each -> each).toArray();
  }

  private String sentence(WinnerMap.Flip flip, Lever moved) {
    String below = flip.below().map(this::name).orElse("");
    String above = flip.above().map(this::name).orElse("");
    String key =
        below.isEmpty() ? "heat.flip.from" : above.isEmpty() ? "heat.flip.to" : "heat.flip";
    return texts.get(key, shown(flip, moved), below, above);
  }

  private String shown(WinnerMap.Flip flip, Lever moved) {
    return texts.format().format(flip.value(), moved.input().unit());
  }

  private String chain(List<WinnerMap.Flip> flips, Lever moved) {
    List<String> links = new ArrayList<>();
    for (WinnerMap.Flip flip : flips) {
      links.add(texts.get("heat.chain.to", nameOrNone(flip.below()), shown(flip, moved)));
    }
    links.add(texts.get("heat.chain.beyond", nameOrNone(flips.getLast().above())));
    return ChartTexts.capitalized(String.join(", ", links));
  }

  private String nameOrNone(Optional<String> id) {
    return id.map(this::name).orElseGet(() -> texts.get("heat.none"));
  }

  private String name(String id) {
    return workspace.platform(id).map(Platform::name).orElse(id);
  }

  private String winnersTitle(HeatChart.Cells.Winners cells) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    int all = map.xs().size() * map.ys().size();
    for (int i = 0; i < all; i++) {
      counts.merge(cells.winner(i % map.xs().size(), i / map.xs().size()), 1, Integer::sum);
    }
    int best = counts.entrySet().stream()
        .filter(each -> each.getKey() != HeatFields.NOBODY)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(HeatFields.NOBODY);
    if (best == HeatFields.NOBODY) {
      return texts.get("heat.title.nobody");
    }
    String name = cells.platforms().get(best).region().name();
    double share = (double) counts.getOrDefault(best, 0) / all;
    return counts.size() == 1
        ? texts.get("heat.title.everywhere", name)
        : nearestFlip().orElseGet(() -> texts.get("heat.title.mostly", name, texts.percent(share)));
  }

  /** The flip that is nearest to what is in force. */
  private Optional<String> nearestFlip() {
    double now = standing(map.horizontal(), map.xs());
    return flipsAlongX(workspace, standing(map.vertical(), map.ys())).stream()
        .filter(flip -> flip.below().isPresent() && flip.above().isPresent())
        .min(Comparator.comparingDouble(flip -> Math.abs(flip.value() - now)))
        .map(flip -> sentence(flip, map.horizontal()));
  }

  private String advantageTitle(Grid grid, Platform candidate, Platform baseline) {
    long all = grid.known().count();
    long better = grid.known().filter(value -> value > 1).count();
    boolean lower = map.metric().better() == Metric.Better.LOWER;
    if (all == 0) {
      return texts.get("heat.title.none", texts.name(map.metric()), candidate.name());
    }
    String key = better == all ? "everywhere" : better == 0 ? "nowhere" : "partly";
    return texts.get(
        "heat.title.advantage." + key + (isHeadline() ? "" : lower ? ".LOWER" : ".HIGHER"),
        candidate.name(),
        baseline.name(),
        texts.name(map.metric()),
        texts.percent((double) better / all));
  }
}
