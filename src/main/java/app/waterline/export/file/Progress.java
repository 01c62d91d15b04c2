package app.waterline.export.file;

import java.util.concurrent.CancellationException;

/** Follows an export, and can stop it. */
@FunctionalInterface
public interface Progress {
  /** Nobody waits for it. */
  Progress UNWATCHED = share -> {};

  /**
   * Called on the thread that exports, between any two parts of the work.
   *
   * @param share of the work that is done, 0 to 1
   * @throws CancellationException to stop; nothing has been written then
   */
  void at(double share);

  /** A part of the work that reports its own progress from 0 to 1. */
  default Progress part(double from, double to) {
    return share -> at(from + share * (to - from));
  }
}
