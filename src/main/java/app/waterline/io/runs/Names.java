package app.waterline.io.runs;

import app.waterline.model.Precision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One spelling for what the tools spell in many ways. */
final class Names {
  private static final Pattern CACHE = Pattern.compile(".*models--[^/]*?--([^/]+)/snapshots/.*");
  private static final Pattern FORMAT_SUFFIX =
      Pattern.compile("(?i)[-_](nvfp4|mxfp4|fp4|fp8|int4|int8|bf16)(-kv)?(-v\\d+)?(-preview)?$");
  private static final Map<String, String> MODELS = Map.ofEntries(
      Map.entry("dsr1", "DeepSeek-R1"),
      Map.entry("deepseek-r1-0528", "DeepSeek-R1"),
      Map.entry("deepseek-r1", "DeepSeek-R1"),
      Map.entry("dsv4", "DeepSeek-V4-Pro"),
      Map.entry("gptoss", "gpt-oss-120b"),
      Map.entry("70b", "Llama-3.3-70B-Instruct"),
      Map.entry("kimik2.5", "Kimi-K2.5"),
      Map.entry("kimik2.7", "Kimi-K2.7-Code"));
  private static final Map<String, String> STACKS = Map.of(
      "vllm", "vLLM",
      "sglang", "SGLang",
      "trt", "TensorRT-LLM",
      "trtllm", "TensorRT-LLM",
      "dynamo-trt", "Dynamo TensorRT-LLM",
      "dynamo-trtllm", "Dynamo TensorRT-LLM",
      "dynamo-sglang", "Dynamo SGLang",
      "dynamo-vllm", "Dynamo vLLM",
      "mori-sglang", "MoRI SGLang",
      "atom", "ATOM");
  private static final List<Map.Entry<Pattern, Precision>> PRECISIONS = List.of(
      Map.entry(Pattern.compile("(nv|mx)?fp4(_.*)?|w4a\\d+_fp4"), Precision.FP4),
      Map.entry(Pattern.compile("(mx)?fp6(_.*)?"), Precision.FP6),
      Map.entry(Pattern.compile("(mx)?fp8(_.*)?"), Precision.FP8),
      Map.entry(Pattern.compile("bf16|fp16|bfloat16|float16|half"), Precision.BF16),
      Map.entry(Pattern.compile("u?int4|w4a16|awq|gptq"), Precision.INT4),
      Map.entry(Pattern.compile("u?int8|w8a8"), Precision.INT8));
  private static final Pattern IN_NAME =
      Pattern.compile("(?i)(nvfp4|mxfp4|fp4|fp8|int4|int8|bf16)");

  private Names() {}

  /** The name of a model without its publisher, path, format and cache folders. */
  static String model(String raw) {
    Matcher cached = CACHE.matcher(raw);
    String name = cached.matches() ? cached.group(1) : raw.replaceAll("/+$", "");
    name = name.substring(name.lastIndexOf('/') + 1);
    name = name.substring(name.lastIndexOf("--") < 0 ? 0 : name.lastIndexOf("--") + 2);
    String plain = FORMAT_SUFFIX.matcher(name).replaceFirst("");
    String kept = plain.isBlank() ? raw : plain;
    return MODELS.getOrDefault(kept.toLowerCase(Locale.ROOT), kept);
  }

  /** The serving software by its usual name. */
  static @Nullable String stack(@Nullable String raw) {
    return raw == null ? null : STACKS.getOrDefault(raw.toLowerCase(Locale.ROOT), raw);
  }

  /** {@code b200} for {@code cluster:b200-dgxc}. */
  static @Nullable String hardware(@Nullable String raw) {
    if (raw == null) {
      return null;
    }
    String name = raw.substring(raw.indexOf(':') + 1);
    int suffix = name.indexOf('-');
    return suffix > 0 ? name.substring(0, suffix) : name;
  }

  /** The precision that a word such as {@code nvfp4} or {@code bfloat16} stands for. */
  static Optional<Precision> precision(String raw) {
    String word = raw.strip().toLowerCase(Locale.ROOT);
    return PRECISIONS.stream()
        .filter(entry -> entry.getKey().matcher(word).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The precision that the name of a model ends in, as {@code …-NVFP4} does. */
  static Optional<String> precisionInName(@Nullable String model) {
    Matcher found = IN_NAME.matcher(model == null ? "" : model);
    return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }
}
