package app.waterline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.waterline.Card;
import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import app.waterline.model.Support;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workspace;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EditsTest {
  private static final Platform RENTED = Card.named("a").rented(2).platform();
  private static final Platform OWNED =
      Card.named("b").bought(Amortization.ANNUITY, 40_000, 4, 0).platform();
  private static final Platform HOSTED = new Platform(
      "c",
      "c",
      "",
      "",
      "",
      2,
      false,
      null,
      new Pricing.HostedApi(Card.published(1), null, Card.published(4)),
      null,
      List.of(),
      RENTED.stack(),
      RENTED.lifecycle());

  private final Document document =
      new Document(Card.workspace(Scenario.DEFAULT, RENTED, OWNED), () -> 0);

  private List<String> order() {
    return document.current().platforms().stream().map(Platform::id).toList();
  }

  static Stream<FigureSlot> slots() throws IllegalAccessException {
    Stream.Builder<FigureSlot> slots = Stream.builder();
    for (Field field : FigureSlots.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers()) && field.getType() == FigureSlot.class) {
        slots.add((FigureSlot) Objects.requireNonNull(field.get(null)));
      }
    }
    Arrays.stream(Precision.values())
        .flatMap(precision ->
            Arrays.stream(Sparsity.values()).map(each -> FigureSlots.peak(precision, each)))
        .forEach(slots);
    Arrays.stream(Capability.values()).map(FigureSlots::multiplier).forEach(slots);
    return slots.build();
  }

  /** A platform of each kind with power and throughput, so that every slot finds its place on one. */
  private static List<Platform> kinds() {
    return Stream.of(RENTED, OWNED, HOSTED).map(EditsTest::equipped).toList();
  }

  private static Platform equipped(Platform platform) {
    if (platform.hardware() == null) {
      return platform;
    }
    Platform owned = platform.pricing() instanceof Pricing.Owned
        ? FigureSlots.FACILITY_LIFE.in(platform, Card.published(15))
        : platform;
    Platform powered = FigureSlots.KW_PER_GPU.in(owned, Card.published(2));
    return FigureSlots.THROUGHPUT.in(powered, Card.published(900));
  }

  @ParameterizedTest
  @MethodSource("slots")
  void whatIsPutIntoASlotStandsThereAndNowhereElse(FigureSlot slot) throws IllegalAccessException {
    List<Platform> homes = kinds().stream().filter(each -> takes(slot, each)).toList();
    assertThat(homes).isNotEmpty();
    for (Platform platform : homes) {
      Platform changed = slot.in(platform, valid(slot));
      assertThat(slot.of(changed)).contains(valid(slot));
      slots()
          .filter(other -> !other.equals(slot) && other.of(platform).isPresent())
          .forEach(other -> assertThat(other.of(changed)).isEqualTo(other.of(platform)));
    }
  }

  @ParameterizedTest
  @MethodSource("slots")
  void aValueOutsideItsDomainIsRefused(FigureSlot slot) {
    Platform home =
        kinds().stream().filter(each -> takes(slot, each)).findFirst().orElseThrow();
    assertThatThrownBy(() -> slot.in(home, Card.assumed(-1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("[-1")
        .hasMessageContaining(slot.input().label());
  }

  private static boolean takes(FigureSlot slot, Platform platform) {
    try {
      return slot.of(slot.in(platform, valid(slot))).isPresent();
    } catch (IllegalArgumentException noSuchPlace) {
      return false;
    }
  }

  private static Figure valid(FigureSlot slot) {
    return Card.assumed(slot.input().domain().contains(1.5) ? 1.5 : 0.5);
  }

  @Test
  void powerComesAndGoesWithItsKilowatts() {
    Platform powered = FigureSlots.KW_PER_GPU.in(RENTED, Card.published(1.73));
    Hardware hardware = Objects.requireNonNull(powered.hardware());
    assertThat(Objects.requireNonNull(hardware.power()).kwPerGpu().value()).isEqualTo(1.73);
    assertThat(FigureSlots.KW_PER_GPU.in(powered, null)).isEqualTo(RENTED);
  }

  @Test
  void aRequiredFigureCanNotBeTakenAway() {
    assertThatThrownBy(() -> FigureSlots.RATE.in(RENTED, null))
        .hasMessageContaining("can't be left out");
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void aMultiplierCanNotBeTakenAwayAlone(Capability capability) {
    FigureSlot slot = FigureSlots.multiplier(capability);
    Platform with = slot.in(RENTED, Card.assumed(1.5));
    assertThat(slot.isOptional()).isFalse();
    assertThatThrownBy(() -> slot.in(with, null)).hasMessageContaining("can't be left out [none]");
  }

  @Test
  void aPartThatEveryPlatformHasCanNotBeTakenAway() {
    Edit edit = Edits.part("name", "a", List.of("name"), null);
    assertThatThrownBy(() -> document.apply(edit))
        .hasMessage("name can't be left out [none]. Enter a value.");
  }

  @ParameterizedTest
  @EnumSource(ScenarioSlot.class)
  void aScenarioSlotKeepsWhatItGets(ScenarioSlot slot) {
    double value = slot.input().domain().contains(1) ? 1 : 0.5;
    Scenario changed = slot.in(Scenario.DEFAULT, value);
    assertThat(slot.of(changed)).contains(value);
    if (slot.isOptional()) {
      assertThat(slot.of(slot.in(changed, null))).isEmpty();
    } else {
      assertThatThrownBy(() -> slot.in(changed, null)).hasMessageContaining("can't be left out");
    }
  }

  @Test
  void onePriceMakesTokensSellAndTheOtherIsZeroUntilSet() {
    Scenario selling = ScenarioSlot.OUTPUT_TOKEN_PRICE.in(Scenario.DEFAULT, 2.5);
    assertThat(selling.tokenPrices()).isEqualTo(new TokenPrices(0, null, 2.5));
  }

  @Test
  void aCopyStandsBehindItsOriginalUnderAnIdAndColourOfItsOwn() {
    document.apply(Edits.duplicate("Duplicate a", "a", "a copy"));
    assertThat(order()).containsExactly("a", "a-2", "b");
    Platform copy = document.current().platform("a-2").orElseThrow();
    assertThat(copy.name()).isEqualTo("a copy");
    assertThat(document.current().platforms())
        .filteredOn(other -> !other.id().equals("a-2"))
        .noneMatch(other -> other.color() == copy.color());
    assertThat(copy.pricing()).isEqualTo(RENTED.pricing());
  }

  @Test
  void eachFurtherCopyGetsTheNextIdAndAtLastTheColourThatTheFewestHave() {
    for (int i = 0; i < Platform.COLORS; i++) {
      document.apply(Edits.duplicate("Duplicate a", "a", "copy " + i));
    }
    assertThat(order()).contains("a-2", "a-3", "a-" + (Platform.COLORS + 1));
    assertThat(document.current().platform("a-2").map(Platform::color)).contains(1);
    assertThat(document.current().platform("a-3").map(Platform::color)).contains(2);
    int[] uses = new int[Platform.COLORS];
    document.current().platforms().forEach(each -> uses[each.color()]++);
    assertThat(uses).containsOnly(1, 2);
    assertThat(Arrays.stream(uses).sum()).isEqualTo(Platform.COLORS + 2);
    document.apply(Edits.add("Add", RENTED));
    assertThat(order()).last().isEqualTo("a-" + (Platform.COLORS + 2));
  }

  @Test
  void anEditOfAPlatformThatIsNotThereSaysSo() {
    assertThatThrownBy(() -> document.apply(Edits.move("Move x", "x", 0)))
        .hasMessage("No such platform [x].");
  }

  @Test
  void theOtherCapabilitiesOfAPlatformStayAsTheyAre() {
    document.apply(Edits.support("FP4", "a", Capability.FP4, Support.YES));
    document.apply(Edits.capability("FP4 off", "a", Capability.FP4, false));
    document.apply(Edits.support("MTP", "a", Capability.MULTI_TOKEN_PREDICTION, Support.YES));
    Platform platform = document.current().platform("a").orElseThrow();
    assertThat(platform.stack())
        .containsOnlyKeys(Capability.FP4, Capability.MULTI_TOKEN_PREDICTION);
    assertThat(platform.uses(Capability.FP4)).isFalse();
    assertThat(platform.uses(Capability.MULTI_TOKEN_PREDICTION)).isTrue();
  }

  @Test
  void aMoveBeyondAnEndStopsThere() {
    document.apply(Edits.move("Move a", "a", 9));
    assertThat(order()).containsExactly("b", "a");
    document.apply(Edits.move("Move a", "a", -9));
    assertThat(order()).containsExactly("a", "b");
  }

  @Test
  void aBaselineThatIsDeletedFallsToTheFirstAndUndoBringsItBack() {
    document.apply(Edits.baseline("Baseline b", "b"));
    Workspace before = document.current();
    document.apply(Edits.delete("Delete b", "b"));
    assertThat(document.current().baseline()).isEqualTo("a");
    document.undo();
    assertThat(document.current()).isEqualTo(before);
  }

  @Test
  void aPriceListIsOneStepAndLeavesAloneWhatItDoesNotKnow() {
    String gpu = Objects.requireNonNull(RENTED.hardware()).gpu();
    PriceList list = new PriceList(
        "x",
        "Winter",
        "2026-01",
        "for a test",
        List.of(new PriceList.Entry(gpu, Card.published(3))));
    document.apply(Edits.scenario("Lists", scenario -> scenario));
    document.apply(Edit.of("Lists", workspace -> workspace.withPriceLists(List.of(list))));
    assertThat(Repricing.inForce(document.current())).isEmpty();
    document.apply(Edits.switchPriceList("Price list Winter", list));
    assertThat(FigureSlots.RATE.of(document.current().platforms().getFirst()))
        .contains(Card.published(3));
    assertThat(document.current().platforms().getLast()).isEqualTo(OWNED);
    assertThat(Repricing.inForce(document.current())).contains(list);
    document.undo();
    assertThat(document.current().platforms()).containsExactly(RENTED, OWNED);
  }

  @Test
  void aCapabilityThatAPlatformLacksIsSwitchedOffAndStaysOff() {
    document.apply(Edits.support("FP4", "a", Capability.FP4, Support.NO));
    Platform platform = document.current().platform("a").orElseThrow();
    assertThat(platform.uses(Capability.FP4)).isFalse();
    assertThatThrownBy(() -> document.apply(Edits.capability("on", "a", Capability.FP4, true)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void aLabelCountsFromWhereTheStepBegan() {
    document.beginGesture(ScenarioSlot.UTILIZATION);
    document.apply(Edits.scenario("to 80", ScenarioSlot.UTILIZATION, 0.8));
    document.apply(Edits.scenario("to 60", ScenarioSlot.UTILIZATION, 0.6));
    assertThat(document.origin(ScenarioSlot.UTILIZATION).scenario().utilization())
        .isEqualTo(1);
    document.endGesture();
    assertThat(document.origin(ScenarioSlot.UTILIZATION).scenario().utilization())
        .isEqualTo(0.6);
  }
}
