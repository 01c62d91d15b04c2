package app.waterline.model;

/**
 * What a plan starts from: so many GPUs, so many MW, so many tokens a day, so much capital, or so many users at
 * the target interactivity.
 */
public record Sizing(Basis basis, double amount) {
  /** What the amount counts. */
  public enum Basis {
    GPUS,
    MEGAWATTS,
    TOKENS_PER_DAY,
    CAPITAL,
    USERS
  }

  public Sizing {
    Input.SIZING.require(amount);
  }
}
