package app.waterline.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the program writes for others. */
public enum ExportKind {
  /** A PowerPoint deck with native charts. */
  DECK("pptx"),
  /** An Excel workbook with live formulas. */
  SHEET("xlsx"),
  /** One page with the finding, the figures and their sources. */
  BRIEF("pdf"),
  /** A page for any browser, complete in one file. */
  REPORT("html"),
  /** A chart as pixels. */
  PNG("png"),
  /** A chart as vectors. */
  SVG("svg"),
  /** A chart as a page of vectors. */
  PDF("pdf"),
  /** Every figure, for other programs. */
  CSV("csv"),
  /** Every figure as a table in running text. */
  MARKDOWN("md"),
  /** Every figure with its steps, for other programs. */
  JSON("json");

  private final String extension;

  ExportKind(String extension) {
    this.extension = extension;
  }

  /** The ending of its files, without the dot. */
  public String extension() {
    return extension;
  }

  /** Whether it shows one chart, and nothing else. */
  public boolean isChart() {
    return this == PNG || this == SVG || this == PDF;
  }

  /** Whether it is text, which can also be printed or piped. */
  public boolean isText() {
    return this == CSV || this == MARKDOWN || this == JSON || this == REPORT || this == SVG;
  }

  /** The kinds of files of that name, the usual one first; a PDF is a brief or a chart. */
  public static List<ExportKind> ofFile(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> name.endsWith("." + kind.extension))
        .toList();
  }

  /** The kind of that name, in any case. */
  public static Optional<ExportKind> ofName(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.toString().equalsIgnoreCase(name))
        .findAny();
  }

  /** As it is typed on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
