package app.waterline.document;

import app.waterline.Card;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.Currency;
import app.waterline.model.Distribution;
import app.waterline.model.Domain;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.PriceList;
import app.waterline.model.Sizing;
import app.waterline.model.Snapshot;
import app.waterline.model.Sparsity;
import app.waterline.model.Support;
import app.waterline.model.TokenCount;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Edits as a user might make them in any order, some of them refused. The same seed gives the same ones. */
final class RandomEdits {
  private static final List<FigureSlot> SLOTS = slots();
  private static final int MOST_PLATFORMS = 12;
  private static final int MOST_SNAPSHOTS = 6;
  private static final List<String> NAMES =
      List.of("B200", "=1+1", "GB300 \"NVL72\"", "Ünïcode 🧊", "a\tb", "x".repeat(150));

  private final SplittableRandom random;

  RandomEdits(long seed) {
    random = new SplittableRandom(seed);
  }

  private static List<FigureSlot> slots() {
    List<FigureSlot> slots = new ArrayList<>(FigureSlots.all());
    for (Precision precision : Precision.values()) {
      for (Sparsity sparsity : Sparsity.values()) {
        slots.add(FigureSlots.peak(precision, sparsity));
      }
    }
    for (Capability capability : Capability.values()) {
      slots.add(FigureSlots.multiplier(capability));
    }
    return slots;
  }

  /** The next edit of a workspace. */
  Edit next(Workspace now) {
    return switch (random.nextInt(12)) {
      case 0, 1 -> scenario();
      case 2 -> plan();
      case 3, 4, 5 -> figure(now);
      case 6 -> stack(now);
      case 7, 8 -> platforms(now);
      case 9 -> snapshots(now);
      case 10 -> prices(now);
      default -> rare(now);
    };
  }

  /** Whether to take a pause, so that the next edit is a step of its own. */
  boolean pauses() {
    return random.nextInt(3) > 0;
  }

  private Edit scenario() {
    ScenarioSlot slot = any(ScenarioSlot.values());
    Double value = random.nextInt(6) == 0 ? null : value(slot.input());
    if (value != null && slot.isUncertain() && random.nextBoolean()) {
      return Edits.scenario(slot.name(), slot, value, range(value));
    }
    return Edits.scenario(slot.name(), slot, value);
  }

  private Edit plan() {
    if (random.nextInt(4) == 0) {
      Sizing sizing = random.nextInt(5) == 0
          ? null
          : new Sizing(any(Sizing.Basis.values()), inside(Input.SIZING.domain()));
      return Edits.sizing("sizing", sizing);
    }
    PlanSlot slot = any(PlanSlot.values());
    return Edits.plan(
        slot.name(), slot, random.nextInt(6) == 0 ? null : (Double) value(slot.input()));
  }

  private Edit figure(Workspace now) {
    FigureSlot slot = any(SLOTS);
    Platform platform = platform(now);
    return Edits.figure(slot.id(), id(platform), slot, figureOrNone(slot.input()));
  }

  private @Nullable Figure figureOrNone(Input input) {
    if (random.nextInt(8) == 0) {
      return null;
    }
    double value = value(input);
    return new Figure(value, random.nextInt(3) == 0 ? range(value) : null, Card.PUBLISHED);
  }

  private Edit stack(Workspace now) {
    Capability capability = any(Capability.values());
    String id = id(platform(now));
    return random.nextBoolean()
        ? Edits.capability("switch", id, capability, random.nextBoolean())
        : Edits.support("support", id, capability, any(Support.values()));
  }

  private Edit platforms(Workspace now) {
    String id = id(platform(now));
    int kind = random.nextInt(8);
    if (kind < 3 && now.platforms().size() >= MOST_PLATFORMS) {
      return Edits.delete("delete", id);
    }
    return switch (kind) {
      case 0 -> Edits.add("add", card().rented(magnitude(0.5, 20)).platform());
      case 1 ->
        Edits.add("add", card().bought(any(Amortization.values()), 40_000, 4, 0).platform());
      case 2 -> Edits.duplicate("duplicate", id, any(NAMES));
      case 3 -> Edits.delete("delete", id);
      case 4 -> Edits.move("move", id, random.nextInt(-1, MOST_PLATFORMS));
      case 5 -> Edits.platform("rename", id, each -> each.withName(any(NAMES)));
      case 6 -> Edits.baseline("baseline", id);
      default -> Edits.platform("points", id, each -> each.withOperatingPoints(List.of()));
    };
  }

  private Card card() {
    return Card.named("card " + random.nextInt(5)).power(1.5).delivering(magnitude(10, 1e5));
  }

  private Edit snapshots(Workspace now) {
    if (now.snapshots().isEmpty()) {
      return SnapshotEdits.add("add", any(NAMES), "2026-11-02", null, null);
    }
    String name = any(now.snapshots()).name();
    int kind = random.nextInt(8);
    if (kind < 3 && now.snapshots().size() >= MOST_SNAPSHOTS) {
      return SnapshotEdits.delete("delete", name);
    }
    return switch (kind) {
      case 0, 1 ->
        SnapshotEdits.add(
            "add", SnapshotEdits.freeName(now, any(NAMES)), "2026-11", "compare", "said");
      case 2 ->
        SnapshotEdits.add(
            "scene", new Snapshot(any(NAMES), "2026", null, null, SnapshotEdits.frozen(now)));
      case 3 -> SnapshotEdits.rename("rename", name, any(NAMES));
      case 4 -> SnapshotEdits.caption("caption", name, any(NAMES));
      case 5 -> SnapshotEdits.delete("delete", name);
      case 6 -> SnapshotEdits.move("move", name, random.nextInt(-1, MOST_SNAPSHOTS + 1));
      default -> SnapshotEdits.restore("restore", name);
    };
  }

  private Edit prices(Workspace now) {
    int kind = random.nextInt(3);
    if (now.priceLists().isEmpty() || kind == 0) {
      return Edits.addPriceLists("add", List.of(priceList(), priceList()));
    }
    PriceList list = any(now.priceLists());
    return kind == 1
        ? Edits.deletePriceList("delete", list.id())
        : Edits.switchPriceList("switch", list);
  }

  private PriceList priceList() {
    String id = "list-" + random.nextInt(4);
    Figure price = new Figure(magnitude(0.5, 20), Card.PUBLISHED);
    return new PriceList(
        id,
        any(NAMES),
        "2026-10-01",
        "on demand",
        List.of(new PriceList.Entry("H200", price), new PriceList.Entry("gpu", price)));
  }

  private Edit rare(Workspace now) {
    return switch (random.nextInt(6)) {
      case 0 -> Edit.of("currency", workspace -> CurrencyConversion.to(currency(), workspace));
      case 1 -> Edit.of("title", workspace -> workspace.withTitle(any(NAMES)));
      case 2 -> Edits.scenario("count", each -> each.withTokensCounted(any(TokenCount.values())));
      case 3 -> Edits.together("together", List.of(scenario(), figure(now), plan()));
      case 4 -> Edits.part("bare", id(platform(now)), List.of("hardware"), null);
      default -> Edits.baseline("none", "nobody");
    };
  }

  private Currency currency() {
    return random.nextInt(3) == 0
        ? Currency.DOLLAR
        : new Currency("EUR", new Figure(random.nextDouble(0.8, 1.1), Card.PUBLISHED));
  }

  /** Mostly inside the domain, now and then outside. */
  private double value(Input input) {
    Domain domain = input.domain();
    return switch (random.nextInt(12)) {
      case 0 -> domain.high() * 2 + 1;
      case 1 -> domain.low() - 1;
      case 2 -> domain.low();
      case 3 -> domain.high();
      case 4 -> Double.NaN;
      default -> inside(domain);
    };
  }

  private double inside(Domain domain) {
    double low = Math.max(domain.low(), domain.high() * 1e-6);
    return low > 0 ? magnitude(low, domain.high()) : random.nextDouble(low, domain.high());
  }

  private double magnitude(double low, double high) {
    double value = low * Math.pow(high / low, random.nextDouble());
    // As a hand types it: three digits.
    double digit = Math.pow(10, Math.floor(Math.log10(value)) - 2);
    return Math.clamp(Math.round(value / digit) * digit, low, high);
  }

  private Distribution range(double value) {
    double width = Math.abs(value) * 0.2 + 1e-9;
    return switch (random.nextInt(4)) {
      case 0 -> new Distribution.Uniform(value - width, value + width);
      case 1 -> new Distribution.Triangular(value - width, value, value + width);
      case 2 -> new Distribution.Pert(value - width, value, value + width / 2);
      default -> new Distribution.ThreePoints(value - width, value, value + width);
    };
  }

  /** One of the workspace's, or null where it has none. */
  private @Nullable Platform platform(Workspace now) {
    return now.platforms().isEmpty() ? null : any(now.platforms());
  }

  private static String id(@Nullable Platform platform) {
    return platform == null ? "nobody" : platform.id();
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
