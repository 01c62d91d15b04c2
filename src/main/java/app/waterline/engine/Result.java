package app.waterline.engine;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** A figure with its explanation, or the reason why there is none. */
public sealed interface Result permits Explained, NotAvailable {
  /** Goes on with the figure; a missing one stays missing for the same reason. */
  default Result then(Function<Explained, Result> next) {
    return switch (this) {
      case Explained figure -> next.apply(figure);
      case NotAvailable missing -> missing;
    };
  }

  /** Combines two figures; where one is missing, so is the result, for the same reason. */
  default Result and(Result other, BinaryOperator<Explained> combine) {
    return then(mine -> other.then(theirs -> combine.apply(mine, theirs)));
  }

  /** The figure, if there is one. */
  default Optional<Explained> figure() {
    return this instanceof Explained figure ? Optional.of(figure) : Optional.empty();
  }
}
