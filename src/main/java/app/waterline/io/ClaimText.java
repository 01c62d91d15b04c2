package app.waterline.io;

import app.waterline.engine.Metric;
import app.waterline.model.Claim;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A published table as it is copied: cells of a web page or a spreadsheet, a Markdown table, or the HTML
 * of one. Rows may be metrics and columns platforms, or the other way round.
 */
public final class ClaimText {
  /** Longest text that is looked at, characters. */
  private static final int LONGEST = 1 << 20;

  private static final Pattern ROW = Pattern.compile("(?is)<tr\\b[^>]*>(.*?)</tr\\s*>");
  private static final Pattern CELL = Pattern.compile("(?is)<t[dh]\\b[^>]*>(.*?)</t[dh]\\s*>");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
  private static final Pattern RULE = Pattern.compile("[\\s|:+=_—–-]*");
  private static final Pattern TIMES =
      Pattern.compile("(?i).*\\d\\s*[x×](\\s*(lower|higher|better|less|more))?");
  private static final Pattern COMPARED = Pattern.compile(
      "(?i).*\\b(relative|vs\\.?|versus|advantage|improvement|ratio|gain|against)\\b.*");

  /**
   * What was understood.
   *
   * @param claim the table
   * @param leftOut labels of rows that are no metric that Waterline checks
   */
  public record Taken(Claim claim, List<String> leftOut) {}

  private ClaimText() {}

  /**
   * The table in a text.
   *
   * @param title what to call it
   * @param source who printed it, as far as known
   * @param known platforms whose names the table may use
   * @throws InvalidInput if there is no table in it, or none of its rows is a known metric
   */
  public static Taken read(String text, String title, String source, List<Platform> known) {
    if (text.length() > LONGEST) {
      throw new InvalidInput(
          "The text is too long for a table [%d characters]. Copy the table alone."
              .formatted(text.length()));
    }
    List<List<String>> grid = grid(text);
    if (grid.size() < 2 || grid.getFirst().size() < 2) {
      throw new InvalidInput(
          "There is no table in the text [%s]. Copy a table with a head, one row a line."
              .formatted(shortened(text)));
    }
    List<List<String>> upright = metricsIn(grid) >= metricsIn(turned(grid)) ? grid : turned(grid);
    return taken(upright, title, source, known);
  }

  private static String shortened(String text) {
    String line = text.strip().lines().findFirst().orElse("empty");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }

  private static List<List<String>> grid(String text) {
    List<List<String>> rows = ROW.matcher(text).find()
        ? htmlRows(text)
        : text.lines().map(ClaimText::cells).toList();
    List<List<String>> filled = rows.stream()
        .filter(row -> row.stream().anyMatch(cell -> !RULE.matcher(cell).matches()))
        .toList();
    int width = filled.stream().mapToInt(List::size).max().orElse(0);
    return filled.stream().map(row -> padded(row, width)).toList();
  }

  private static List<String> padded(List<String> row, int width) {
    List<String> cells = new ArrayList<>(row);
    while (cells.size() < width) {
      cells.add("");
    }
    return cells;
  }

  private static List<List<String>> htmlRows(String html) {
    List<List<String>> rows = new ArrayList<>();
    Matcher row = ROW.matcher(html);
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      Matcher cell = CELL.matcher(row.group(1));
      while (cell.find()) {
        cells.add(plain(cell.group(1)));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String plain(String html) {
    return clean(TAG.matcher(html)
        .replaceAll(" ")
        .replace("&nbsp;", " ")
        .replace("&#160;", " ")
        .replace("&times;", "×")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&"));
  }

  private static List<String> cells(String line) {
    if (line.contains("\t")) {
      return cleaned(line.split("\t", -1));
    }
    if (line.contains("|")) {
      String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
      return cleaned(inner.split("\\|", -1));
    }
    return cleaned(line.strip().split("\\s{2,}", -1));
  }

  private static List<String> cleaned(String[] cells) {
    return Arrays.stream(cells).map(ClaimText::clean).toList();
  }

  /** Without the marks of footnotes and of bold text. */
  private static String clean(String cell) {
    return cell.replaceAll("[*†‡\\u00a0\\u202f]", " ").replaceAll("\\s+", " ").strip();
  }

  private static List<List<String>> turned(List<List<String>> grid) {
    List<List<String>> turned = new ArrayList<>();
    for (int column = 0; column < grid.getFirst().size(); column++) {
      int at = column;
      turned.add(grid.stream().map(row -> row.get(at)).toList());
    }
    return turned;
  }

  private static long metricsIn(List<List<String>> grid) {
    return grid.stream().filter(row -> metric(row.getFirst()).isPresent()).count();
  }

  private static Taken taken(
      List<List<String>> grid, String title, String source, List<Platform> known) {
    Map<Metric, List<String>> rows = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    for (List<String> row : grid.subList(1, grid.size())) {
      Optional<Metric> metric = metric(row.getFirst());
      if (metric.isPresent() && !rows.containsKey(metric.get())) {
        rows.put(metric.get(), row);
      } else {
        leftOut.add(row.getFirst());
      }
    }
    if (rows.isEmpty()) {
      throw new InvalidInput(
          "No row of the table is a known metric %s. Name rows as in tokens per second per GPU, cost per million tokens."
              .formatted(leftOut));
    }
    return new Taken(claim(grid.getFirst(), rows, title, source, known), List.copyOf(leftOut));
  }

  private static Claim claim(
      List<String> head,
      Map<Metric, List<String>> rows,
      String title,
      String source,
      List<Platform> known) {
    List<Claim.Row> platforms = new ArrayList<>();
    Integer compared = null;
    for (int column = 1; column < head.size(); column++) {
      if (column > 1 && compares(head.get(column), column, rows)) {
        compared = column;
      } else {
        String name = head.get(column).isEmpty() ? "Column " + column : head.get(column);
        platforms.add(new Claim.Row(name, idOf(name, known, platforms), printed(column, rows)));
      }
    }
    Claim.Relative relative = compared == null || platforms.size() < 2
        ? null
        : new Claim.Relative(
            platforms.getFirst().platform(), platforms.get(1).platform(), printed(compared, rows));
    return new Claim(
        title, source, rows.keySet().stream().map(Metric::key).toList(), platforms, relative);
  }

  private static boolean compares(String head, int column, Map<Metric, List<String>> rows) {
    List<String> cells = rows.values().stream()
        .map(row -> row.get(column))
        .filter(cell -> !cell.isEmpty())
        .toList();
    return COMPARED.matcher(head).matches()
        || (!cells.isEmpty()
            && cells.stream().allMatch(cell -> TIMES.matcher(cell).matches()));
  }

  private static Map<String, String> printed(int column, Map<Metric, List<String>> rows) {
    Map<String, String> printed = new LinkedHashMap<>();
    rows.forEach((metric, row) -> {
      String cell = row.get(column);
      if (!cell.isEmpty() && !RULE.matcher(cell).matches()) {
        printed.put(metric.key(), words(cell));
      }
    });
    return printed;
  }

  private static String words(String cell) {
    return cell.replaceAll("(?i)\\s*\\b(lower|less)$", " lower")
        .replaceAll("(?i)\\s*\\b(higher|more|better)$", " higher");
  }

  /** The platform of that name, or the name itself as an id. */
  private static String idOf(String name, List<Platform> known, List<Claim.Row> taken) {
    String wanted = letters(name);
    List<String> used = taken.stream().map(Claim.Row::platform).toList();
    return known.stream()
        .filter(platform -> wanted.contains(letters(platform.name()))
            || letters(platform.name()).contains(wanted))
        .map(Platform::id)
        .filter(id -> !used.contains(id))
        .findFirst()
        .orElseGet(() -> "column-" + (taken.size() + 1));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The metric that a label means. */
  public static Optional<Metric> metric(String label) {
    String said = label.toLowerCase(Locale.ROOT).replaceAll("[()\\[\\]]", " ");
    boolean tokens = said.contains("tok");
    boolean dollar = said.contains("$") || said.contains("dollar");
    if (Metric.ofKey(label).isPresent()) {
      return Metric.ofKey(label);
    }
    if (tokens && (said.contains("million") || said.matches(".*(/|per )\\s*1?m\\b.*"))) {
      return Optional.of(
          said.contains("output")
              ? Metric.COST_PER_MILLION_OUTPUT_TOKENS
              : said.matches(".*\\binput\\b.*") && !said.contains("+")
                  ? Metric.COST_PER_MILLION_INPUT_TOKENS
                  : Metric.COST_PER_MILLION_TOKENS);
    }
    if (said.contains("flop")) {
      return dollar ? Optional.of(Metric.PFLOPS_PER_DOLLAR) : Optional.empty();
    }
    if (said.contains("joule") || said.contains("j/tok") || said.contains("energy per tok")) {
      return Optional.of(Metric.JOULES_PER_TOKEN);
    }
    if (tokens && (said.contains("mw") || said.contains("megawatt"))) {
      return Optional.of(Metric.TOKENS_PER_SECOND_PER_MW);
    }
    if (tokens && dollar) {
      return Optional.of(Metric.TOKENS_PER_DOLLAR);
    }
    if (said.contains("gpu") && said.matches(".*(hour|\\bhr\\b|/\\s*h\\b).*")) {
      return Optional.of(Metric.COST_PER_GPU_HOUR);
    }
    return tokens && said.contains("gpu")
        ? Optional.of(Metric.TOKENS_PER_SECOND_PER_GPU)
        : Optional.empty();
  }

  /** The labels of rows that were left out, for a message. */
  public static String listed(List<String> labels) {
    return labels.stream().filter(each -> !each.isBlank()).collect(Collectors.joining(", "));
  }
}
