package app.waterline.io.runs;

import java.util.function.Consumer;

/**
 * Reads the results of one tool. An instance serves one file, so that a reader of single requests
 * can sum them up.
 */
interface RunReader {
  /** Whether the record is of this tool, by what it holds and never by the file's name. */
  boolean recognises(Fields record);

  /**
   * Takes one record.
   *
   * @throws BadRecord if a figure of it is none
   */
  void read(Fields record, Consumer<RunBuilder> runs);

  /** Whether the records are single requests, which only together make a run. */
  default boolean sumsUp() {
    return false;
  }

  /** Gives what could only be known at the end of the file. */
  default void finish(Consumer<RunBuilder> runs) {}
}
