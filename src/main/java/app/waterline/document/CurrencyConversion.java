package app.waterline.document;

import app.waterline.model.Currency;
import app.waterline.model.Distribution;
import app.waterline.model.Figure;
import app.waterline.model.Input;
import app.waterline.model.Platform;
import app.waterline.model.Pricing;
import app.waterline.model.Scenario;
import app.waterline.model.Sizing;
import app.waterline.model.TokenPrices;
import app.waterline.model.Workspace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns every amount of a workspace into another currency at the rates that both currencies state, so
 * that what anything costs in dollars stays the same. Price lists are in dollars and stay.
 */
public final class CurrencyConversion {
  private final double factor;

  private CurrencyConversion(double factor) {
    this.factor = factor;
  }

  /**
   * The workspace in another currency.
   *
   * @throws app.waterline.model.InvalidInput if an amount would leave its domain in that currency
   */
  public static Workspace to(Currency currency, Workspace workspace) {
    double rate = currency.unitsPerDollar().value();
    CurrencyConversion conversion =
        new CurrencyConversion(rate / workspace.currency().unitsPerDollar().value());
    return workspace
        .withCurrency(currency)
        .withScenario(conversion.of(workspace.scenario()))
        .withPlatforms(workspace.platforms().stream().map(conversion::of).toList());
  }

  /** The scenario that nobody has touched, its power price worth as much as in dollars. */
  public static Scenario defaults(Currency currency) {
    return new CurrencyConversion(currency.unitsPerDollar().value()).of(Scenario.DEFAULT);
  }

  private Scenario of(Scenario scenario) {
    TokenPrices prices = scenario.tokenPrices();
    Sizing sizing = scenario.sizing();
    Scenario converted = scenario
        .withPowerPrice(scenario.powerPrice() * factor)
        .withTokenPrices(prices == null ? null : prices.times(factor))
        .withSizing(sizing == null ? null : of(sizing));
    for (Map.Entry<Input, Distribution> range : scenario.ranges().entrySet()) {
      if (range.getKey().unit().isMoney()) {
        converted = converted.withRange(range.getKey(), range.getValue().times(factor));
      }
    }
    return converted;
  }

  private Sizing of(Sizing sizing) {
    return sizing.basis() == Sizing.Basis.CAPITAL
        ? new Sizing(Sizing.Basis.CAPITAL, sizing.amount() * factor)
        : sizing;
  }

  private Platform of(Platform platform) {
    return platform.withPricing(
        switch (platform.pricing()) {
          case Pricing.Rental rental ->
            new Pricing.Rental(
                of(rental.ratePerGpuHour()), ofOptional(rental.includedPowerPrice()));
          case Pricing.Owned owned -> of(owned);
          case Pricing.HostedApi api ->
            new Pricing.HostedApi(of(api.input()), ofOptional(api.cachedInput()), of(api.output()));
        });
  }

  private Pricing.Owned of(Pricing.Owned owned) {
    return new Pricing.Owned(
        owned.amortization(),
        of(owned.capitalPerGpu()),
        owned.lifeYears(),
        owned.residualShare(),
        ofOptional(owned.facilityPerKw()),
        owned.facilityLifeYears(),
        ofOptional(owned.colocationPerKwMonth()),
        owned.maintenanceShare(),
        of(owned.staffAndSoftwarePerGpuYear()));
  }

  private Figure of(Figure amount) {
    return amount.times(factor);
  }

  private @Nullable Figure ofOptional(@Nullable Figure amount) {
    return amount == null ? null : of(amount);
  }
}
