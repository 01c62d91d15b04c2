package app.waterline.engine.why;

import java.util.Optional;
import java.util.function.Function;

/**
 * An answer, or the reason why there is none.
 *
 * @param <T> what is answered
 */
public sealed interface Outcome<T> {
  /**
   * An answer.
   *
   * @param <T> what is answered
   */
  record Found<T>(T value) implements Outcome<T> {}

  /**
   * No answer.
   *
   * @param <T> what would have been answered
   * @param reason why, in words for the screen, for example {@code none in range}
   */
  record None<T>(String reason) implements Outcome<T> {}

  /** Goes on with the answer; a missing one stays missing for the same reason. */
  default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
    return switch (this) {
      case Found<T> found -> next.apply(found.value());
      case None<T> none -> new None<>(none.reason());
    };
  }

  /** The answer, if there is one. */
  default Optional<T> found() {
    return this instanceof Found<T> found ? Optional.of(found.value()) : Optional.empty();
  }
}
