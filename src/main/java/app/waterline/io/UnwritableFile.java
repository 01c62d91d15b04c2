package app.waterline.io;

import java.io.IOException;

/** A file that could not be saved; the file that was there before is untouched. */
public final class UnwritableFile extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, where, and what to do
   */
  public UnwritableFile(String message) {
    super(message);
  }

  /**
   * @param message what happened, where, and what to do
   * @param cause what the system said
   */
  public UnwritableFile(String message, Throwable cause) {
    super(message, cause);
  }
}
