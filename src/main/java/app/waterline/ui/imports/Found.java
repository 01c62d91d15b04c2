package app.waterline.ui.imports;

import app.waterline.io.runs.RunOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read.
 *
 * @param runs in the order of the files
 * @param unread what could not be read, or is no result
 * @param files that were looked into
 */
record Found(List<RunOutcome> runs, List<Unread> unread, int files) {
  Found {
    runs = List.copyOf(runs);
    unread = List.copyOf(unread);
  }

  /**
   * A file or record that gave no run.
   *
   * @param file the file as it was named
   * @param line from 1; 0 where the whole file is meant
   * @param field the field at fault; null where no single one is
   * @param reason what happened and what to do
   * @param damaged whether it should have given one; other files may lie in a folder
   */
  record Unread(String file, long line, @Nullable String field, String reason, boolean damaged) {}
}
