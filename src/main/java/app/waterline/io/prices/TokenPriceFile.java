package app.waterline.io.prices;

import app.waterline.io.UnreadableFile;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.Pricing;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads token prices in LiteLLM's form: an object of models, each with US dollars <em>per token</em>.
 *
 * @see "docs/price-lists.md"
 */
public final class TokenPriceFile {
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_DEPTH = 32;
  private static final String EXAMPLE = "sample_spec";
  private static final String INPUT = "input_cost_per_token";
  private static final String CACHED = "cache_read_input_token_cost";
  private static final String OUTPUT = "output_cost_per_token";

  /** What makes tokens of text; other modes have other units. */
  private static final Set<String> TEXT = Set.of("chat", "completion", "responses");

  private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxDocumentLength(MOST_BYTES)
              .maxNestingDepth(MOST_DEPTH)
              .build())
          .build())
      .build();

  private final String name;
  private final String date;
  private final List<TokenQuote> quotes = new ArrayList<>();
  private final List<PriceProblem> problems = new ArrayList<>();
  private long others;

  private TokenPriceFile(String name, String date) {
    this.name = name;
    this.date = date;
  }

  /**
   * The prices of a file.
   *
   * @param date of the prices, which the form does not have: {@code yyyy-MM-dd}
   * @throws UnreadableFile if it is not of that form
   */
  public static TokenImport read(Path file, String date) throws IOException {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, name, date);
    } catch (NoSuchFileException e) {
      throw new UnreadableFile(
          name, "there is no such file [%s]. Check the name and the folder.".formatted(file));
    }
  }

  static TokenImport read(InputStream in, String name, String date) throws UnreadableFile {
    TokenPriceFile file = new TokenPriceFile(name, date);
    try (JsonParser json = MAPPER.createParser(in)) {
      file.readAll(json);
    } catch (JacksonException broken) {
      throw new UnreadableFile(
          name,
          "it is not valid JSON [%s]. Download it again.".formatted(broken.getOriginalMessage()));
    }
    return new TokenImport(file.quotes, file.problems, file.others);
  }

  private void readAll(JsonParser json) throws UnreadableFile {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new UnreadableFile(
          name,
          "it holds no object of models [%s]. Choose LiteLLM's price file."
              .formatted(json.currentToken()));
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String model = json.currentName();
      long line = json.currentTokenLocation().getLineNr();
      json.nextToken();
      JsonNode entry = json.readValueAsTree();
      read(model, line, entry);
    }
  }

  private void read(String model, long line, JsonNode entry) {
    String mode = entry.path("mode").asString("chat");
    if (model.equals(EXAMPLE) || !TEXT.contains(mode)) {
      others++;
      return;
    }
    try {
      quotes.add(quote(model, line, entry));
    } catch (BadRow bad) {
      problems.add(new PriceProblem(
          name, line, model + "." + bad.field(), String.valueOf(bad.getMessage())));
    }
  }

  private TokenQuote quote(String model, long line, JsonNode entry) {
    String host = entry.path("litellm_provider").asString("");
    Figure input = required(entry, INPUT, model, host);
    Figure output = required(entry, OUTPUT, model, host);
    Figure cached = price(entry, CACHED, model, host);
    boolean free = input.value() == 0 && output.value() == 0;
    return new TokenQuote(model, host, new Pricing.HostedApi(input, cached, output), free, line);
  }

  private Figure required(JsonNode entry, String field, String model, String host) {
    Figure price = price(entry, field, model, host);
    if (price == null) {
      throw new BadRow(
          field, "There is no price [missing]. Enter it on the card, from the host's price page.");
    }
    return price;
  }

  private @Nullable Figure price(JsonNode entry, String field, String model, String host) {
    JsonNode value = entry.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
      throw new BadRow(
          field,
          "A price per token must be a number from 0 to 1 dollar [%s]. Give it per token: 2.8e-07 is $0.28 per million."
              .formatted(value));
    }
    // In decimal, because 2.8e-07 times a million is not 0.28 in binary.
    double perMillion =
        BigDecimal.valueOf(value.doubleValue()).movePointRight(6).doubleValue();
    String source =
        "LiteLLM price file, %s%s".formatted(model, host.isEmpty() ? "" : " at " + host);
    return new Figure(perMillion, new Evidence(Evidence.Kind.PUBLISHED, source, date, null));
  }
}
