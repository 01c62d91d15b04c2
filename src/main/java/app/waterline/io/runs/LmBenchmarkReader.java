package app.waterline.io.runs;

import java.util.function.Consumer;

/** LMBenchmark's CSV: one row a request, times in s, {@code generation_time} after the first token. */
final class LmBenchmarkReader implements RunReader {
  private final Requests requests = new Requests();

  @Override
  public boolean recognises(Fields record) {
    return record.has("prompt_tokens")
        && record.has("generation_tokens")
        && record.has("launch_time");
  }

  @Override
  public void read(Fields record, Consumer<RunBuilder> runs) {
    Double tokensIn = record.number("prompt_tokens");
    Double tokensOut = record.number("generation_tokens");
    Double begin = record.number("launch_time");
    Double end = record.number("finish_time");
    if (tokensIn == null || tokensOut == null || begin == null || end == null) {
      throw new BadRecord(
          "finish_time",
          "A request needs its tokens, begin and end [empty]. Export the requests again, or drop the row.");
    }
    requests.add(tokensIn, tokensOut, record.number("ttft"), end - begin, begin, end);
  }

  @Override
  public boolean sumsUp() {
    return true;
  }

  @Override
  public void finish(Consumer<RunBuilder> runs) {
    requests.finish("LMBenchmark", runs);
  }
}
