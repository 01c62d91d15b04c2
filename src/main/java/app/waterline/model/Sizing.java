package app.waterline.model;

/** What a plan starts from: so many GPUs, so many MW, so many tokens a day, or so much capital. */
public record Sizing(Basis basis, double amount) {
  /** What the amount counts. */
  public enum Basis {
    GPUS,
    MEGAWATTS,
    TOKENS_PER_DAY,
    CAPITAL
  }

  public Sizing {
    Input.SIZING.require(amount);
  }
}
