package app.waterline.model;

import java.util.regex.Pattern;

/**
 * The money of a workspace: every amount in it is in this currency.
 *
 * @param code ISO 4217, for example {@code EUR}
 * @param unitsPerDollar how many of it a US dollar buys, with the source and date of that rate
 */
public record Currency(String code, Figure unitsPerDollar) {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  /** The US dollar. */
  public static final Currency DOLLAR = new Currency(
      "USD", new Figure(1, new Evidence(Evidence.Kind.PUBLISHED, "by definition", null, null)));

  public Currency {
    Input.UNITS_PER_DOLLAR.requireOf(unitsPerDollar);
    if (!CODE.matcher(code).matches()) {
      throw new InvalidInput(
          "A currency code has three capital letters [%s]. Write EUR for the euro."
              .formatted(code));
    }
  }
}
