package app.waterline.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Locale.Category;

/**
 * What a command reads from and writes to.
 *
 * @param in read when a file is named {@code -}
 * @param out results, and nothing else
 * @param err messages
 * @param locale decides the form of numbers where a person reads them
 */
public record Terminal(InputStream in, PrintWriter out, PrintWriter err, Locale locale) {
  /** The terminal that the program was started from. */
  public static Terminal system() {
    Charset charset = charset();
    return new Terminal(
        System.in,
        writer(FileDescriptor.out, charset),
        writer(FileDescriptor.err, charset),
        Locale.getDefault(Category.FORMAT));
  }

  private static PrintWriter writer(FileDescriptor stream, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), charset), true);
  }

  // Files and pipes are UTF-8 everywhere. A Windows console has a code page of its own, and would
  // show anything else as rubbish.
  private static Charset charset() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    Console console = windows ? System.console() : null;
    return console != null && console.isTerminal() ? console.charset() : StandardCharsets.UTF_8;
  }
}
