package app.waterline.io;

import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.TokenPrices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The platforms and price lists that come with the program, each figure with its source. */
public final class Catalogue {
  private static final String FOLDER = "/app/waterline/sample-data/";

  private Catalogue() {}

  /** {@code catalogue.json}: platforms to start a card from. */
  record Platforms(int schemaVersion, String about, List<Platform> platforms) {
    Platforms {
      platforms = List.copyOf(platforms);
    }
  }

  /** {@code price-lists.json}: prices to switch between. */
  record Prices(int schemaVersion, String about, List<PriceList> priceLists) {
    Prices {
      priceLists = List.copyOf(priceLists);
    }
  }

  /** {@code token-prices.json}: what tokens sell for. */
  record SoldTokens(int schemaVersion, String about, List<Sold> tokenPrices) {
    SoldTokens {
      tokenPrices = List.copyOf(tokenPrices);
    }
  }

  /**
   * What tokens of a model sell for.
   *
   * @param name model and, where there are several, the date
   * @param prices US dollars per million tokens, with their evidence
   */
  public record Sold(String name, TokenPrices prices) {}

  /** {@code gpu-names.json}: what benchmark tools call a GPU, and our name of it. */
  record GpuNames(int schemaVersion, String about, Map<String, String> gpus) {
    GpuNames {
      gpus = Collections.unmodifiableMap(new LinkedHashMap<>(gpus));
    }
  }

  /**
   * Every platform of the catalogue, in its order.
   *
   * @throws UncheckedIOException if the installation is damaged
   */
  public static List<Platform> platforms() {
    return read("catalogue.json", Platforms.class, Platforms::platforms);
  }

  /**
   * Every price list, newest last. A list without entries asks for a quote.
   *
   * @throws UncheckedIOException if the installation is damaged
   */
  public static List<PriceList> priceLists() {
    return read("price-lists.json", Prices.class, Prices::priceLists);
  }

  /**
   * Every published set of token prices.
   *
   * @throws UncheckedIOException if the installation is damaged
   */
  public static List<Sold> tokenPrices() {
    return read("token-prices.json", SoldTokens.class, SoldTokens::tokenPrices);
  }

  /**
   * Our name of a GPU ({@link app.waterline.model.Hardware#gpu()}) by the short one that benchmark runs
   * use, for example {@code h200} → {@code H200 SXM}.
   *
   * @throws UncheckedIOException if the installation is damaged
   */
  public static Map<String, String> gpuNames() {
    return read("gpu-names.json", GpuNames.class, GpuNames::gpus);
  }

  private static <F, T> T read(String name, Class<F> form, Function<F, T> content) {
    try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new UnreadableFile(name, "it is not in the program. Install the program again.");
      }
      return JsonReading.read(in, name, form, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
