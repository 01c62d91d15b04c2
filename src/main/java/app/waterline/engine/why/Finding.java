package app.waterline.engine.why;

import java.util.List;
import java.util.stream.Collectors;

/** Something that a reader of a published table should know. */
public sealed interface Finding {
  /** The cells that it is about. */
  List<Place> places();

  /** What was found, in a sentence. */
  String words();

  /**
   * A cell that does not follow from another one as printed, but from the figure behind it.
   *
   * @param cell the cell
   * @param input what must be finer than it was printed
   * @param printed the cell of that input
   * @param needed what the input must be, the other inputs as printed
   * @param given the other inputs, in words
   * @param asPrinted what the cell would be from the printed inputs
   */
  record NeedsFinerInput(
      Place cell, Hidden input, Place printed, Interval needed, String given, double asPrinted)
      implements Finding {
    @Override
    public List<Place> places() {
      return List.of(cell, printed);
    }

    @Override
    public String words() {
      return "%s: %s needs %s %s%s; the printed %s would give %s."
          .formatted(
              cell.row(),
              cell.text(),
              Words.range(needed),
              input.unit().symbol(),
              given,
              printed.text(),
              Words.figure(asPrinted));
    }
  }

  /**
   * Digits that were cut off instead of rounded.
   *
   * @param cell the cell
   * @param computed what follows from the other cells
   * @param sum how, in words
   */
  record CutOff(Place cell, double computed, String sum) implements Finding {
    @Override
    public List<Place> places() {
      return List.of(cell);
    }

    @Override
    public String words() {
      return "%s: %s is cut off, not rounded: %s is %s."
          .formatted(cell.row(), cell.text(), sum, Words.figure(computed));
    }
  }

  /**
   * A ratio that follows only when rounded to the nearest 5.
   *
   * @param cell the ratio
   * @param computed the ratio of the printed cells
   */
  record NearestFive(Place cell, double computed) implements Finding {
    @Override
    public List<Place> places() {
      return List.of(cell);
    }

    @Override
    public String words() {
      return "%s: %s follows only when rounded to the nearest 5: the printed cells give %s."
          .formatted(cell.row(), cell.text(), Words.figure(computed));
    }
  }

  /**
   * A ratio that does not follow from the printed cells.
   *
   * @param cell the ratio
   * @param computed the ratio of the printed cells
   * @param possible all ratios of figures that print like these cells
   * @param inRange whether the rounding of the cells explains it
   */
  record RatioDoesNotFollow(Place cell, double computed, Interval possible, boolean inRange)
      implements Finding {
    @Override
    public List<Place> places() {
      return List.of(cell);
    }

    @Override
    public String words() {
      return "%s: %s does not follow from the printed cells, which give %s; %s (%s)."
          .formatted(
              cell.row(),
              cell.text(),
              Words.figure(computed),
              inRange ? "their rounding leaves room for it" : "no rounding of them explains it",
              Words.range(possible));
    }
  }

  /**
   * Cells that no inputs satisfy together; without any one of them the others agree.
   *
   * @param places the cells
   */
  record Contradiction(List<Place> places) implements Finding {
    @Override
    public String words() {
      return "No inputs give these cells together: %s."
          .formatted(places.stream()
              .map(place -> "%s %s %s".formatted(place.row(), place.metric().key(), place.text()))
              .collect(Collectors.joining(", ")));
    }
  }

  /**
   * Cells that agree with the rest only if they were not rounded in the usual way.
   *
   * @param cell the cell
   * @param way how it must have been printed, in words
   */
  record UnusualRounding(Place cell, String way) implements Finding {
    @Override
    public List<Place> places() {
      return List.of(cell);
    }

    @Override
    public String words() {
      return "%s: %s agrees with the other cells only if it was %s."
          .formatted(cell.row(), cell.text(), way);
    }
  }

  /**
   * A row of the table that counts different things for different platforms.
   *
   * @param basis what is mixed
   * @param places the cells
   * @param counted what each of them counts, in words
   * @param likeForLike the same on equal terms, in words; empty where that is not known
   */
  record MixedBasis(Basis basis, List<Place> places, List<String> counted, String likeForLike)
      implements Finding {
    /** What can be mixed. */
    public enum Basis {
      /** Peak compute of different precision, or with and without sparsity. */
      PEAK,
      /** Power at the utility and at the GPUs. */
      POWER,
      /** All tokens, input tokens, output tokens. */
      TOKENS
    }

    @Override
    public String words() {
      String what = switch (basis) {
        case PEAK -> "compares unequal peaks";
        case POWER -> "counts different megawatts";
        case TOKENS -> "counts different tokens";
      };
      return "The %s row %s: %s.%s"
          .formatted(
              places.getFirst().metric().key(),
              what,
              String.join(", ", counted),
              likeForLike.isEmpty() ? "" : " " + likeForLike);
    }
  }

  /**
   * A cell that can't be checked, because it needs more than price, throughput, power and peak.
   *
   * @param cell the cell
   */
  record NotChecked(Place cell) implements Finding {
    @Override
    public List<Place> places() {
      return List.of(cell);
    }

    @Override
    public String words() {
      return "%s: %s (%s) was not checked; it needs more than price, throughput, power and peak."
          .formatted(cell.row(), cell.text(), cell.metric().key());
    }
  }
}
