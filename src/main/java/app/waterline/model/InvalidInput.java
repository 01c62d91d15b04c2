package app.waterline.model;

import org.jspecify.annotations.Nullable;

/**
 * A value outside its domain, or a record whose parts contradict each other. The message says what
 * happened, the value in brackets, and what to do; nothing was changed.
 */
public final class InvalidInput extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Input input;
  private final double value;

  /** A record whose parts contradict each other. */
  public InvalidInput(String message) {
    super(message);
    this.input = null;
    this.value = 0;
  }

  /** A value outside the domain of its input. */
  public InvalidInput(Input input, double value) {
    super(input.refusal(value));
    this.input = input;
    this.value = value;
  }

  /** What is known of an input reaches outside its domain; the value is one that stands in it. */
  InvalidInput(Input input, double value, String message) {
    super(message);
    this.input = input;
    this.value = value;
  }

  /** The input whose domain was left, or null where no single input is at fault. */
  public @Nullable Input input() {
    return input;
  }

  /** The refused value, in the unit of {@link #input()}. */
  public double value() {
    return value;
  }
}
