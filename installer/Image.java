import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays out the self-contained image: a runtime linked from this JDK and the JavaFX modules, the
 * program's jars, and the launchers. Run by {@code mvn package} with the JDK that the build chose:
 *
 * <pre>java Image.java LAUNCHERS JAVAFX LIBRARIES PROGRAM.jar IMAGE</pre>
 */
public final class Image {
  /** What the program and its libraries use of the JDK; {@code docs/architecture.md} says how the list is checked. */
  private static final List<String> MODULES = List.of(
      "java.desktop",
      "java.logging",
      "java.management",
      "java.sql",
      "java.xml",
      "jdk.accessibility",
      "jdk.localedata",
      "jdk.unsupported",
      "javafx.base",
      "javafx.graphics",
      "javafx.controls");

  /** Uncompressed, the installed program would take a sixth more room. */
  private static final String COMPRESSION = "zip-1";

  /**
   * Jars that lie uncompressed in the image: thousands of classes that resemble each other take a
   * quarter of the room in a package when it compresses them together. On the disk they take three
   * times as much, so not all jars are here.
   */
  private static final List<String> UNPACKED = List.of("poi-ooxml-full-", "poi-5", "xmlbeans-", "tilesfx-");

  /** What Waterline neither writes, reads nor shows: Word, Visio, signatures, formulas in texts; flags. */
  private static final List<String> UNUSED = List.of(
      "org/openxmlformats/schemas/wordprocessingml/",
      "org/openxmlformats/schemas/officeDocument/x2006/math/",
      "org/openxmlformats/schemas/officeDocument/x2006/bibliography/",
      "com/microsoft/schemas/office/word/",
      "com/microsoft/schemas/office/visio/",
      "eu/hansolo/tilesfx/icons/",
      "org/etsi/uri/",
      "org/apache/poi/schemas/ooxml/src/");

  private static final String LOCALES = "en,de,ja";

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private final Path launchers;
  private final Path javafx;
  private final Path libraries;
  private final Path program;
  private final Path image;

  private Image(List<Path> paths) {
    launchers = paths.get(0);
    javafx = paths.get(1);
    libraries = paths.get(2);
    program = paths.get(3);
    image = paths.get(4);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 5) {
      System.err.println("usage: java Image.java LAUNCHERS JAVAFX LIBRARIES PROGRAM.jar IMAGE");
      System.exit(2);
    }
    new Image(Stream.of(arguments).map(Path::of).toList()).build();
  }

  private void build() throws IOException {
    linkRuntime();
    copyJars();
    copyLaunchers();
    System.out.println("Image: " + image);
  }

  /** Links only when what goes in has changed: it is the slow part. */
  private void linkRuntime() throws IOException {
    Path runtime = image.resolve("runtime");
    Path stamp = image.resolve("runtime-inputs.txt");
    String inputs = inputs();
    if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
      return;
    }
    Files.deleteIfExists(stamp);
    delete(runtime);
    Files.createDirectories(image);
    jlink(runtime);
    copyNatives(runtime);
    Files.writeString(stamp, inputs);
  }

  private String inputs() throws IOException {
    StringBuilder inputs = new StringBuilder();
    inputs.append(Runtime.version()).append('\n').append(MODULES).append('\n').append(LOCALES).append(COMPRESSION);
    for (Path jar : modularJars()) {
      inputs.append('\n').append(jar.getFileName()).append(' ').append(Files.size(jar));
    }
    return inputs.append('\n').toString();
  }

  private void jlink(Path runtime) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(
        "--module-path", joined(modularJars()),
        "--add-modules", String.join(",", MODULES),
        "--include-locales", LOCALES,
        "--exclude-resources", "glob:**.so,glob:**.dll,glob:**.dylib",
        "--strip-java-debug-attributes",
        "--no-header-files",
        "--no-man-pages",
        "--generate-cds-archive",
        "--compress", COMPRESSION,
        "--output", runtime.toString()));
    ToolProvider jlink = ToolProvider.findFirst("jlink")
        .orElseThrow(() -> new IllegalStateException(
            "This JDK has no jlink [%s]. Install a full JDK."
                .formatted(System.getProperty("java.home"))));
    int exit = jlink.run(System.out, System.err, arguments.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException("jlink failed [%d]. Its message is above.".formatted(exit));
    }
  }

  /** The jars of JavaFX with modules in them; each has an empty twin that only carries its name. */
  private List<Path> modularJars() throws IOException {
    List<Path> modular = new ArrayList<>();
    for (Path jar : jarsIn(javafx)) {
      for (ModuleReference found : ModuleFinder.of(jar).findAll()) {
        if (!found.descriptor().isAutomatic()) {
          modular.add(jar);
        }
      }
    }
    if (modular.isEmpty()) {
      throw new IllegalStateException(
          "There are no JavaFX modules for this system [%s]. Run the build with a network once."
              .formatted(javafx));
    }
    return modular;
  }

  /** JavaFX looks for its native libraries beside the runtime first; from a jar it would unpack them into the user's home. */
  private void copyNatives(Path runtime) throws IOException {
    Path folder = runtime.resolve(WINDOWS ? "bin" : "lib");
    for (Path jar : modularJars()) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : zip.stream().filter(Image::isNative).toList()) {
          Path target = folder.resolve(Path.of(entry.getName()).getFileName().toString());
          Files.copy(zip.getInputStream(entry), target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static boolean isNative(ZipEntry entry) {
    String name = entry.getName();
    return name.endsWith(".so") || name.endsWith(".dll") || name.endsWith(".dylib");
  }

  private void copyJars() throws IOException {
    Path lib = image.resolve("lib");
    delete(lib);
    Files.createDirectories(lib);
    for (Path jar : jarsIn(libraries)) {
      Path target = lib.resolve(jar.getFileName());
      if (UNPACKED.stream().anyMatch(name -> jar.getFileName().toString().startsWith(name))) {
        copyUnpacked(jar, target);
      } else {
        Files.copy(jar, target);
      }
    }
    Files.copy(program, lib.resolve(program.getFileName()));
    copyFonts(Files.createDirectories(lib.resolve("fonts")));
  }

  /** The same entries without compression, at the times they had. */
  private static void copyUnpacked(Path jar, Path target) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(target))) {
      for (ZipEntry entry : from.stream().filter(Image::isUsed).toList()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(entry.getSize());
        copy.setCrc(entry.getCrc());
        copy.setTime(entry.getTime());
        to.putNextEntry(copy);
        from.getInputStream(entry).transferTo(to);
      }
    }
  }

  /** An element whose class is missing is kept as it is by XmlBeans; only typed access would fail. */
  private static boolean isUsed(ZipEntry entry) {
    return !entry.isDirectory() && UNUSED.stream().noneMatch(entry.getName()::startsWith);
  }

  /** As files: JavaFX unpacks a font in a jar to the folder for temporary files at every start. */
  private void copyFonts(Path fonts) throws IOException {
    try (ZipFile zip = new ZipFile(program.toFile())) {
      for (ZipEntry entry : zip.stream().filter(each -> each.getName().endsWith(".otf")).toList()) {
        Path target = fonts.resolve(Path.of(entry.getName()).getFileName().toString());
        Files.copy(zip.getInputStream(entry), target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void copyLaunchers() throws IOException {
    Path bin = image.resolve("bin");
    Files.createDirectories(bin);
    for (String name : List.of("waterline", "waterline.bat")) {
      Path launcher = bin.resolve(name);
      Files.copy(launchers.resolve(name), launcher, StandardCopyOption.REPLACE_EXISTING);
      launcher.toFile().setExecutable(true, false);
    }
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static String joined(List<Path> paths) {
    return String.join(
        System.getProperty("path.separator"), paths.stream().map(Path::toString).toList());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(folder, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        // Windows refuses to delete what jlink left read-only.
        if (WINDOWS && !file.toFile().setWritable(true)) {
          throw new UncheckedIOException(new IOException("can't make writable: " + file));
        }
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path left, IOException failure) throws IOException {
        Files.delete(left);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
