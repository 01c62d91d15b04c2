package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * What tokens sell for.
 *
 * @param input $ per million input tokens
 * @param cachedInput $ per million cached input tokens; null for the price of input tokens
 * @param output $ per million output tokens
 * @param evidence where the three come from; null for prices that the user set
 */
public record TokenPrices(
    double input,
    @Nullable Double cachedInput,
    double output,
    @Nullable Evidence evidence) {
  /** Prices that the user set. */
  public TokenPrices(double input, @Nullable Double cachedInput, double output) {
    this(input, cachedInput, output, null);
  }

  public TokenPrices {
    Input.INPUT_TOKEN_PRICE.require(input);
    Input.CACHED_INPUT_TOKEN_PRICE.requireIfPresent(cachedInput);
    Input.OUTPUT_TOKEN_PRICE.require(output);
  }

  /**
   * The same prices in another money.
   *
   * @param factor how many of it one of the old is, above 0
   */
  public TokenPrices times(double factor) {
    return new TokenPrices(
        input * factor,
        cachedInput == null ? null : cachedInput * factor,
        output * factor,
        evidence);
  }
}
