package app.waterline;

import app.waterline.model.Amortization;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Configuration;
import app.waterline.model.Currency;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.ManualThroughput;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Peak;
import app.waterline.model.Platform;
import app.waterline.model.Power;
import app.waterline.model.PowerBasis;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.QuotedPeak;
import app.waterline.model.Scenario;
import app.waterline.model.Sparsity;
import app.waterline.model.Support;
import app.waterline.model.Throughput;
import app.waterline.model.WorkloadKind;
import app.waterline.model.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A platform for a test, filled in step by step; what a test does not mention is absent. */
public final class Card {
  public static final Evidence PUBLISHED =
      new Evidence(Evidence.Kind.PUBLISHED, "published table", "2026-02", null);
  public static final Evidence MEASURED =
      new Evidence(Evidence.Kind.MEASURED, "benchmark run", "2026-03-01", null);

  private final String id;
  private final Map<Precision, Peak> peaks = new EnumMap<>(Precision.class);
  private final List<OperatingPoint> points = new ArrayList<>();
  private final Map<Capability, CapabilityState> stack = new EnumMap<>(Capability.class);
  private Pricing pricing = new Pricing.Rental(published(1), null);
  private int gpusPerSystem = 8;
  private @Nullable QuotedPeak quotedPeak;
  private @Nullable Figure scaleUpGpus;
  private @Nullable Power power;
  private @Nullable ManualThroughput throughput;

  private Card(String id) {
    this.id = id;
  }

  public static Card named(String id) {
    return new Card(id);
  }

  public static Figure published(double value) {
    return new Figure(value, PUBLISHED);
  }

  public static Figure assumed(double value) {
    return new Figure(value, Evidence.assumption("assumed in a test"));
  }

  public Card gpusPerSystem(int gpus) {
    gpusPerSystem = gpus;
    return this;
  }

  public Card rented(double rate) {
    return priced(new Pricing.Rental(published(rate), null));
  }

  public Card rentedWithPowerAt(double rate, double includedPowerPrice) {
    return priced(new Pricing.Rental(published(rate), published(includedPowerPrice)));
  }

  /** Bought, with nothing to pay but the capital and the energy. */
  public Card bought(Amortization amortization, double capital, double years, double residual) {
    return priced(new Pricing.Owned(
        amortization,
        published(capital),
        published(years),
        published(residual),
        null,
        null,
        null,
        published(0),
        published(0)));
  }

  public Card priced(Pricing newPricing) {
    pricing = newPricing;
    return this;
  }

  /** Power on the utility basis that does not say its PUE. */
  public Card power(double kw) {
    return power(new Power(published(kw), PowerBasis.UTILITY, null, published(0)));
  }

  public Card power(Power newPower) {
    power = newPower;
    return this;
  }

  public Card peak(Precision precision, Sparsity sparsity, double pflops) {
    Peak known = peaks.get(precision);
    Figure dense = known == null ? null : known.dense();
    Figure sparse = known == null ? null : known.sparse();
    peaks.put(
        precision,
        sparsity == Sparsity.DENSE
            ? new Peak(published(pflops), sparse)
            : new Peak(dense, published(pflops)));
    return this;
  }

  public Card quotedPeak(Precision precision, Sparsity sparsity, double pflops) {
    quotedPeak = new QuotedPeak(precision, sparsity);
    return peak(precision, sparsity, pflops);
  }

  public Card scaleUp(int gpus) {
    scaleUpGpus = published(gpus);
    return this;
  }

  public Card delivering(double tokensPerSecond) {
    return delivering(
        new ManualThroughput(published(tokensPerSecond), null, null, null, Precision.FP8));
  }

  public Card delivering(ManualThroughput byHand) {
    throughput = byHand;
    return this;
  }

  public Card measured(OperatingPoint point) {
    points.add(point);
    return this;
  }

  public Card switchedOff(Capability capability, double multiplier) {
    stack.put(capability, new CapabilityState(Support.YES, false, assumed(multiplier)));
    return this;
  }

  public Platform platform() {
    Hardware hardware = pricing instanceof Pricing.HostedApi
        ? null
        : new Hardware(
            id + " GPU", gpusPerSystem, peaks, quotedPeak, null, null, scaleUpGpus, null, power);
    return new Platform(
        id,
        id,
        "Vendor",
        "Architecture",
        "System",
        0,
        false,
        hardware,
        pricing,
        throughput,
        points,
        stack,
        Map.of());
  }

  /** The platforms under a scenario; the first is the baseline. */
  public static Workspace workspace(Scenario scenario, Platform... platforms) {
    return new Workspace(
        "Test",
        null,
        Currency.DOLLAR,
        platforms.length == 0 ? null : platforms[0].id(),
        scenario,
        List.of(platforms),
        List.of());
  }

  /** An aggregated FP8 run without any extra, with 1,024 tokens in and out. */
  public static Configuration plainRun() {
    return new Configuration(
        "DeepSeek-R1",
        WorkloadKind.SINGLE_TURN,
        1024,
        1024,
        Precision.FP8,
        "SGLang",
        false,
        false,
        false,
        false);
  }

  /** A measured point of the plain run. */
  public static OperatingPoint point(double interactivity, double total) {
    return point(plainRun(), interactivity, new Throughput(total, null, null));
  }

  public static OperatingPoint point(
      Configuration run, double interactivity, Throughput throughput) {
    return new OperatingPoint(
        run, throughput, interactivity, null, null, null, null, 8, null, null, MEASURED);
  }
}
