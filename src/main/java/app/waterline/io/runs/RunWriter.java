package app.waterline.io.runs;

/** Writes runs in the documented form as they come, so that a million of them need no memory. */
public interface RunWriter extends AutoCloseable {
  /** Writes one run. */
  void write(RunOutcome outcome);

  /** Ends the list; leaves the underlying writer open. */
  @Override
  void close();
}
