package app.waterline.io.prices;

import java.util.List;

/**
 * What a file of token prices holds.
 *
 * @param quotes every model whose tokens have prices
 * @param problems the entries that were left out
 * @param others entries that are no text models, for example images and speech
 */
public record TokenImport(List<TokenQuote> quotes, List<PriceProblem> problems, long others) {
  public TokenImport {
    quotes = List.copyOf(quotes);
    problems = List.copyOf(problems);
  }
}
