package app.waterline.document;

import app.waterline.model.Currency;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Hardware;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.model.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies the prices of a list into the cards. A copy, with the list's evidence, so that a card always
 * says what its figure is and where it comes from.
 */
public final class Repricing {
  private Repricing() {}

  /**
   * The workspace with every rented platform at the price of the list. One that the list does not
   * know keeps its price, see {@link #without}; owned hardware and hosted APIs have no rate to replace.
   *
   * @param list rates in US dollars per GPU-hour; converted where the workspace has another currency
   */
  public static Workspace with(PriceList list, Workspace workspace) {
    return workspace.withPlatforms(workspace.platforms().stream()
        .map(platform -> repriced(platform, list, workspace.currency()))
        .toList());
  }

  /** The rented platforms that the list has no price for. */
  public static List<Platform> without(PriceList list, Workspace workspace) {
    return workspace.platforms().stream()
        .filter(platform -> platform.pricing() instanceof Pricing.Rental)
        .filter(platform -> priceOf(platform, list).isEmpty())
        .toList();
  }

  /**
   * The list whose prices all the rented platforms in it have; none where prices are mixed. Of lists
   * with equal prices the one wins that the cards name as their source, then the first.
   */
  public static Optional<PriceList> inForce(Workspace workspace) {
    List<PriceList> equal = workspace.priceLists().stream()
        .filter(list -> hasPricesOf(list, workspace))
        .toList();
    return equal.stream()
        .filter(list -> with(list, workspace).equals(workspace))
        .findFirst()
        .or(() -> equal.stream().findFirst());
  }

  private static boolean hasPricesOf(PriceList list, Workspace workspace) {
    List<Double> now = rates(workspace);
    return without(list, workspace).size() < now.size()
        && rates(with(list, workspace)).equals(now);
  }

  private static List<Double> rates(Workspace workspace) {
    return workspace.platforms().stream()
        .map(FigureSlots.RATE::of)
        .flatMap(Optional::stream)
        .map(Figure::value)
        .toList();
  }

  // A price of power inside the old rate says nothing about the new one, so it goes.
  private static Platform repriced(Platform platform, PriceList list, Currency currency) {
    if (!(platform.pricing() instanceof Pricing.Rental)) {
      return platform;
    }
    return priceOf(platform, list)
        .map(price -> platform.withPricing(new Pricing.Rental(converted(price, currency), null)))
        .orElse(platform);
  }

  private static Optional<Figure> priceOf(Platform platform, PriceList list) {
    @Nullable Hardware hardware = platform.hardware();
    return Optional.ofNullable(hardware).map(Hardware::gpu).map(list::priceOf);
  }

  private static Figure converted(Figure dollars, Currency currency) {
    double rate = currency.unitsPerDollar().value();
    if (rate == 1) {
      return dollars;
    }
    Evidence quoted = dollars.evidence();
    String conversion = "$%s at %s %s per dollar".formatted(dollars.value(), rate, currency.code());
    String note = quoted.note() == null ? conversion : quoted.note() + "; " + conversion;
    return dollars
        .times(rate)
        .withEvidence(new Evidence(quoted.kind(), quoted.source(), quoted.date(), note));
  }
}
