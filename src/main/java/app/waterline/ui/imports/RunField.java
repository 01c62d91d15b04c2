package app.waterline.ui.imports;

import app.waterline.io.runs.Doubt;
import app.waterline.io.runs.Run;
import app.waterline.io.runs.RunBuilder;
import app.waterline.io.runs.Spread;
import app.waterline.model.Precision;
import app.waterline.model.Unit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be mended in a run that was set aside or lacks something. */
enum RunField {
  MODEL,
  DATE,
  PRECISION,
  GPUS,
  PREFILL_GPUS,
  DECODE_GPUS,
  CONCURRENCY,
  TOTAL,
  INPUT,
  OUTPUT,
  TTFT,
  TPOT,
  E2E;

  private static final double MS = 1e3;

  /** The unit that the field is typed in; times are in ms and have none. */
  Unit unit() {
    return switch (this) {
      case GPUS, PREFILL_GPUS, DECODE_GPUS -> Unit.GPUS;
      default -> Unit.NONE;
    };
  }

  boolean isText() {
    return this == MODEL || this == DATE || this == PRECISION;
  }

  /** The number in force, null for none. Rates are per GPU where that is known. */
  @Nullable Double number(Run run) {
    Run.Setup setup = run.setup();
    Run.Rates rates = run.rates();
    boolean perGpu = isPerGpu(run);
    return switch (this) {
      case GPUS -> asDouble(setup.gpus());
      case PREFILL_GPUS -> asDouble(setup.prefillGpus());
      case DECODE_GPUS -> asDouble(setup.decodeGpus());
      case CONCURRENCY ->
        run.load().measuredConcurrency() == null
            ? run.load().concurrency()
            : run.load().measuredConcurrency();
      case TOTAL -> perGpu ? rates.totalPerGpu() : rates.total();
      case INPUT -> perGpu ? rates.inputPerGpu() : rates.input();
      case OUTPUT -> perGpu ? rates.outputPerGpu() : rates.output();
      case TTFT -> ms(run.times().ttft());
      case TPOT -> ms(run.times().tpot());
      case E2E -> ms(run.times().e2e());
      case MODEL, DATE, PRECISION -> null;
    };
  }

  /** Whether the rates of the run are shown per GPU. */
  static boolean isPerGpu(Run run) {
    return run.rates().totalPerGpu() != null
        || (run.rates().total() == null
            && (run.rates().outputPerGpu() != null || run.rates().inputPerGpu() != null));
  }

  /** The text in force, empty for none. */
  String text(Run run) {
    return switch (this) {
      case MODEL -> orEmpty(run.setup().model());
      case DATE -> orEmpty(run.origin().date());
      case PRECISION -> orEmpty(run.setup().precision());
      default -> "";
    };
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /**
   * The run with another text.
   *
   * @throws IllegalArgumentException if it is no date or precision
   */
  Run mended(Run run, String text, String note) {
    RunBuilder builder = run.edit().note(note);
    return switch (this) {
      case MODEL -> builder.model(text).build();
      case DATE -> builder.date(java.time.LocalDate.parse(text).toString()).build();
      case PRECISION ->
        builder.precision(Precision.valueOf(text.toUpperCase(Locale.ROOT))).build();
      default -> throw new IllegalArgumentException("Not a text [%s].".formatted(this));
    };
  }

  /** The run with another number; rates that followed from the old one are computed anew. */
  Run mended(Run run, double value, String note) {
    RunBuilder builder = run.edit().note(note);
    Run.Setup setup = run.setup();
    return switch (this) {
      case GPUS -> regrouped(run, builder.gpus((int) Math.round(value)));
      case PREFILL_GPUS -> split(run, builder, (int) Math.round(value), setup.decodeGpus());
      case DECODE_GPUS -> split(run, builder, setup.prefillGpus(), (int) Math.round(value));
      case CONCURRENCY ->
        builder
            .concurrency(value)
            .measuredConcurrency(run.load().measuredConcurrency() == null ? null : value)
            .build();
      case TOTAL -> rates(run, builder, value, INPUT.number(run), OUTPUT.number(run));
      case INPUT -> rates(run, builder, TOTAL.number(run), value, OUTPUT.number(run));
      case OUTPUT -> rates(run, builder, TOTAL.number(run), INPUT.number(run), value);
      case TTFT -> builder.ttft(spread(run.times().ttft(), value)).build();
      case TPOT -> builder.tpot(spread(run.times().tpot(), value)).build();
      case E2E -> builder.e2e(spread(run.times().e2e(), value)).build();
      case MODEL, DATE, PRECISION ->
        throw new IllegalArgumentException("Not a number [%s].".formatted(this));
    };
  }

  private static Run split(
      Run run, RunBuilder builder, @Nullable Integer prefill, @Nullable Integer decode) {
    builder.split(prefill, decode);
    if (prefill != null && decode != null) {
      builder.gpus(prefill + decode);
    }
    return regrouped(run, builder);
  }

  /** Rates by role spread over the new counts, or else those of the deployment. */
  private static Run regrouped(Run run, RunBuilder builder) {
    Run.Rates rates = run.rates();
    if (rates.inputPerPrefillGpu() != null || rates.outputPerDecodeGpu() != null) {
      return builder
          .rates(null, null, null)
          .perGpu(rates.totalPerGpu(), null, null)
          .build();
    }
    return rates.total() == null && rates.output() == null && rates.input() == null
        ? builder.build()
        : builder.perGpu(null, null, null).build();
  }

  private static Run rates(
      Run run,
      RunBuilder builder,
      @Nullable Double total,
      @Nullable Double input,
      @Nullable Double output) {
    return isPerGpu(run)
        ? builder.rates(null, null, null).perGpu(total, input, output).build()
        : builder.rates(total, input, output).build();
  }

  private static Spread spread(Spread old, double ms) {
    boolean meanOnly = old.median() == null && old.mean() != null;
    return meanOnly
        ? new Spread(null, old.p99(), ms / MS)
        : new Spread(ms / MS, old.p99(), old.mean());
  }

  private static @Nullable Double ms(Spread spread) {
    Double seconds = spread.typical();
    return seconds == null ? null : seconds * MS;
  }

  private static @Nullable Double asDouble(@Nullable Integer count) {
    return count == null ? null : count.doubleValue();
  }

  /** The fields that a doubt points at; empty where it can't be mended. */
  static Set<RunField> of(Doubt doubt, Run run) {
    return switch (doubt.kind()) {
      case NO_REQUESTS, MIXED_STAGES, WARM_UP, NOT_VALID, ENERGY -> EnumSet.noneOf(RunField.class);
      case BAD_FIGURE -> bad(run);
      case TOKEN_SUM ->
        run.setup().disaggregated()
            ? EnumSet.of(PREFILL_GPUS, DECODE_GPUS, TOTAL, INPUT, OUTPUT)
            : EnumSet.of(TOTAL, INPUT, OUTPUT);
      case INTERACTIVITY -> EnumSet.of(TPOT);
      case CONCURRENCY -> EnumSet.of(CONCURRENCY);
      case LATENCY_UNITS -> EnumSet.of(TTFT, TPOT, E2E);
      case DATE -> EnumSet.of(DATE);
    };
  }

  private static Set<RunField> bad(Run run) {
    Set<RunField> bad = EnumSet.noneOf(RunField.class);
    for (RunField field : values()) {
      Double value = field.number(run);
      if (value != null && !(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        bad.add(field);
      }
    }
    return bad;
  }

  /** The fields that answer what is missing. */
  static Set<RunField> of(Set<Run.Missing> missing) {
    Set<RunField> fields = EnumSet.noneOf(RunField.class);
    for (Run.Missing each : missing) {
      fields.add(
          switch (each) {
            case GPUS -> GPUS;
            case PRECISION -> PRECISION;
            case MODEL -> MODEL;
            case INTERACTIVITY -> TPOT;
            case TOKENS -> TOTAL;
          });
    }
    return fields;
  }
}
