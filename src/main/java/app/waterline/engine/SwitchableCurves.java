package app.waterline.engine;

import app.waterline.model.Capability;
import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The curves of a platform under every combination of capabilities, each sorted once: for a set of
 * capabilities the answer is that of {@link Curves#allowed} on a card with just these switched on.
 */
public final class SwitchableCurves {
  private final List<Option> options;

  private SwitchableCurves(List<Option> options) {
    this.options = options;
  }

  /**
   * The points of one configuration; those that stayed inside a board are a curve of their own while
   * scale-up is off.
   */
  private record Option(
      Set<Capability> needed,
      @Nullable Ranked board,
      @Nullable Ranked all) {
    @Nullable Ranked with(Set<Capability> on) {
      if (!on.containsAll(needed)) {
        return null;
      }
      return on.contains(Capability.SCALE_UP) ? all : board;
    }
  }

  private record Ranked(int firstPoint, Curve curve) {}

  private static final class Group {
    private final List<OperatingPoint> all = new ArrayList<>();
    private final List<OperatingPoint> board = new ArrayList<>();
    private int firstOfAll = Integer.MAX_VALUE;
    private int firstOfBoard = Integer.MAX_VALUE;

    void add(OperatingPoint point, int place, boolean scaleUp) {
      all.add(point);
      firstOfAll = Math.min(firstOfAll, place);
      if (!scaleUp) {
        board.add(point);
        firstOfBoard = Math.min(firstOfBoard, place);
      }
    }
  }

  /** The curves of the points that serve the workload, whatever is switched on at present. */
  public static SwitchableCurves of(Platform platform, Workload workload) {
    Map<Curves.Lane, Group> groups = new LinkedHashMap<>();
    Map<Curves.Lane, Set<Capability>> needs = new LinkedHashMap<>();
    List<OperatingPoint> points = platform.operatingPoints();
    for (int i = 0; i < points.size(); i++) {
      OperatingPoint point = points.get(i);
      if (Curves.serves(point.configuration(), workload)) {
        Set<Capability> needed = Curves.neededBy(point, platform.hardware());
        boolean scaleUp = needed.remove(Capability.SCALE_UP);
        Curves.Lane lane = Curves.laneOf(point);
        needs.putIfAbsent(lane, needed);
        groups.computeIfAbsent(lane, key -> new Group()).add(point, i, scaleUp);
      }
    }
    List<Option> options = new ArrayList<>(groups.size());
    groups.forEach((lane, group) -> options.add(option(lane.run(), group, needs.get(lane))));
    return new SwitchableCurves(options);
  }

  private static Option option(Configuration run, Group group, @Nullable Set<Capability> needed) {
    Ranked all = ranked(run, group.firstOfAll, group.all);
    Ranked board =
        group.board.size() == group.all.size() ? all : ranked(run, group.firstOfBoard, group.board);
    return new Option(needed == null ? Set.of() : needed, board, all);
  }

  private static @Nullable Ranked ranked(
      Configuration run, int first, List<OperatingPoint> points) {
    return points.isEmpty() ? null : new Ranked(first, new Curve(run, Frontier.of(points)));
  }

  /** The curves that may be used with just these capabilities on, in the order of their points. */
  public List<Curve> with(Set<Capability> on) {
    List<Ranked> allowed = new ArrayList<>(options.size());
    for (Option option : options) {
      Ranked ranked = option.with(on);
      if (ranked != null) {
        allowed.add(ranked);
      }
    }
    allowed.sort(Comparator.comparingInt(Ranked::firstPoint));
    return Curves.alike(allowed.stream().map(Ranked::curve).toList());
  }

  /** The capabilities among those switched on that some usable run makes use of. */
  public Set<Capability> usedWith(Set<Capability> on) {
    Set<Capability> used = EnumSet.noneOf(Capability.class);
    List<Curve> curves = with(on);
    for (Option option : options) {
      Ranked usable = option.with(on);
      if (usable != null && curves.contains(usable.curve())) {
        used.addAll(option.needed);
        if (on.contains(Capability.SCALE_UP) && !Objects.equals(option.all, option.board)) {
          used.add(Capability.SCALE_UP);
        }
      }
    }
    return used;
  }
}
