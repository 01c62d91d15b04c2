package app.waterline.io.prices;

import app.waterline.model.PriceList;
import java.util.List;

/**
 * What a file of rental prices holds.
 *
 * @param quotes every usable row, marked where it looks odd
 * @param problems the rows that were left out
 * @param findings what holds for the file as a whole: days without prices, how many duplicates
 */
public record PriceImport(
    List<RentalQuote> quotes, List<PriceProblem> problems, List<String> findings) {
  public PriceImport {
    quotes = List.copyOf(quotes);
    problems = List.copyOf(problems);
    findings = List.copyOf(findings);
  }

  /** A price list for every provider and terms, with the newest price of each GPU. */
  public List<PriceList> lists() {
    return PriceLists.of(quotes);
  }
}
