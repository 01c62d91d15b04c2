package app.waterline.ui.imports;

import app.waterline.io.runs.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs that go to the same platform, because they were measured on the same GPU as far as their files
 * say.
 *
 * @param name our name of the GPU, or else the file's, or else the folder of the file
 * @param naming how far the files name it
 */
record GpuKind(String name, Naming naming) {
  /** How far a GPU is named. */
  enum Naming {
    /** Our catalogue knows it. */
    KNOWN,
    /** The file names something else. */
    UNKNOWN,
    /** Only the file's own name tells a GPU of our catalogue, which must be confirmed. */
    SUGGESTED,
    /** The file names nothing. */
    NONE
  }

  /** Whether the files themselves say which GPU it was. */
  boolean isNamed() {
    return naming == Naming.KNOWN || naming == Naming.UNKNOWN;
  }

  /** Knows GPUs by the names that tools use. */
  record Names(Map<String, String> gpus) {
    Names {
      gpus = Map.copyOf(gpus);
    }

    GpuKind of(Run run) {
      String hardware = run.setup().hardware();
      if (hardware == null || hardware.isBlank()) {
        return unnamed(run.origin().file());
      }
      return known(hardware)
          .map(gpu -> new GpuKind(gpu, Naming.KNOWN))
          .orElseGet(() -> new GpuKind(hardware, Naming.UNKNOWN));
    }

    private GpuKind unnamed(String file) {
      return known(Words.fileName(file))
          .map(gpu -> new GpuKind(gpu, Naming.SUGGESTED))
          .orElseGet(() -> new GpuKind(Source.folderOf(file), Naming.NONE));
    }

    /** {@code H100 SXM} for {@code NVIDIA H100 80GB HBM3}. */
    private Optional<String> known(String hardware) {
      String lower = hardware.toLowerCase(Locale.ROOT);
      List<String> words = Arrays.asList(lower.split("[^a-z0-9]+", -1));
      Stream<String> byWord = gpus.entrySet().stream()
          .filter(entry -> words.contains(entry.getKey()))
          .map(Map.Entry::getValue);
      Stream<String> byName =
          gpus.values().stream().filter(gpu -> plain(lower).contains(plain(gpu)));
      return Stream.concat(byWord, byName).findFirst();
    }

    private static String plain(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
  }
}
