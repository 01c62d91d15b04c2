import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the installers of this system from the image that {@code Image.java} laid out: native launcher,
 * ahead-of-time cache trained on a run of the program itself, then {@code .deb}, {@code .rpm} and a
 * portable archive on Linux, {@code .msi} on Windows, {@code .dmg} on macOS. A tool that is missing is
 * named, and the rest is made all the same. Run by {@code mvn -Pinstaller package}:
 *
 * <pre>java Installer.java PROJECT IMAGE VERSION OUT</pre>
 */
public final class Installer {
  private static final String ID = "app.waterline.Waterline";
  private static final String MIME_ICON = "application-vnd.waterline.workspace+json";
  /** Never changes: Windows finds the version to replace by it. */
  private static final String WINDOWS_UPGRADE_ID = "8f0c4b5e-6f5c-4b53-9a43-2f6a0f2d7c11";
  private static final long SPACE_NEEDED = 1L << 30;

  private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final boolean WINDOWS = SYSTEM.startsWith("windows");
  private static final boolean MAC = SYSTEM.startsWith("mac");

  private final Path project;
  private final Path image;
  private final String version;
  private final Path out;
  private final Path work;
  private final List<String> made = new ArrayList<>();

  private Installer(String... arguments) {
    project = Path.of(arguments[0]).toAbsolutePath();
    image = Path.of(arguments[1]).toAbsolutePath();
    version = arguments[2];
    out = Path.of(arguments[3]).toAbsolutePath();
    work = out.resolve("work");
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 4) {
      System.err.println("usage: java Installer.java PROJECT IMAGE VERSION OUT");
      System.exit(2);
    }
    try {
      new Installer(arguments).build();
    } catch (Refused refused) {
      System.err.println("Installer: " + refused.getMessage());
      System.exit(1);
    }
  }

  /** What the user must mend before anything can be made. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private void build() throws Exception {
    Files.createDirectories(out);
    checkSpace();
    checkVersions();
    delete(work);
    Files.createDirectories(work);
    Path app = application();
    train(app);
    if (WINDOWS) {
      jpackaged(app, "msi", List.of("wix", "candle"), "WiX 3.14 or newer (https://wixtoolset.org)");
    } else if (MAC) {
      jpackaged(app, "dmg", List.of("hdiutil"), "hdiutil, which is part of macOS");
    } else {
      linux(app);
    }
    delete(work);
    made.forEach(each -> System.out.println("Installer: " + each));
  }

  // ---- What must fit ----

  private void checkSpace() throws IOException {
    long free = Files.getFileStore(out).getUsableSpace();
    if (free < SPACE_NEEDED) {
      throw new Refused("There is not enough space [%d MB free in %s, %d MB needed]. Free some and start again."
          .formatted(free >> 20, out, SPACE_NEEDED >> 20));
    }
  }

  private void checkVersions() throws Exception {
    Path java = image.resolve("runtime").resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
    if (!Files.isExecutable(java)) {
      throw new Refused("There is no image [%s]. Run mvn package first.".formatted(image));
    }
    List<String> modules = output(java.toString(), "--list-modules");
    String jdk = versionOf(modules, "java.base").orElseThrow();
    if (!Runtime.Version.parse(jdk).equals(strip(Runtime.version())) && Runtime.version().feature() != Runtime.Version.parse(jdk).feature()) {
      throw new Refused("The runtime was linked from another JDK [%s] than the one that packs it [%s]. Run mvn clean package with one JDK."
          .formatted(jdk, Runtime.version()));
    }
    List<String> javafx = modules.stream().filter(each -> each.startsWith("javafx.")).map(each -> each.substring(each.indexOf('@') + 1)).distinct().toList();
    if (javafx.size() != 1) {
      throw new Refused("The runtime holds JavaFX modules of several versions or none %s. Pin them to one in pom.xml.".formatted(modules));
    }
    int needed = Runtime.Version.parse(javafx.getFirst()).feature() - 2;
    if (Runtime.version().feature() < needed) {
      throw new Refused("JavaFX %s needs JDK %d or newer [%s]. Install one, or pin an older JavaFX in pom.xml."
          .formatted(javafx.getFirst(), needed, Runtime.version()));
    }
    System.out.printf("Installer: JDK %s, JavaFX %s%n", jdk, javafx.getFirst());
  }

  private static Runtime.Version strip(Runtime.Version full) {
    return Runtime.Version.parse(full.toString().replaceAll("[+-].*", ""));
  }

  private static Optional<String> versionOf(List<String> modules, String name) {
    return modules.stream().filter(each -> each.startsWith(name + "@")).map(each -> each.substring(name.length() + 1)).findFirst();
  }

  // ---- The application with its native launcher ----

  private Path application() throws Exception {
    List<String> arguments = new ArrayList<>(List.of(
        "--type", "app-image",
        "--name", "waterline",
        "--app-version", version,
        "--vendor", "Waterline",
        "--runtime-image", image.resolve("runtime").toString(),
        "--input", image.resolve("lib").toString(),
        "--main-jar", "waterline-" + version + ".jar",
        "--main-class", "app.waterline.Main",
        "--icon", icon().toString(),
        "--dest", work.toString()));
    for (String option : Files.readAllLines(project.resolve("installer").resolve("jvm.options"))) {
      if (!option.isBlank() && !option.startsWith("#")) {
        arguments.addAll(List.of("--java-options", option.strip()));
      }
    }
    jpackage(arguments);
    return work.resolve(MAC ? "waterline.app" : "waterline");
  }

  private Path folderOfJars(Path app) {
    return MAC ? app.resolve("Contents").resolve("app") : WINDOWS ? app.resolve("app") : app.resolve("lib").resolve("app");
  }

  private Path launcher(Path app) {
    return MAC
        ? app.resolve("Contents").resolve("MacOS").resolve("waterline")
        : WINDOWS ? app.resolve("waterline.exe") : app.resolve("bin").resolve("waterline");
  }

  private Path icon() throws IOException {
    Path icons = project.resolve("assets").resolve("icons");
    if (WINDOWS) {
      return Files.write(work.resolve("waterline.ico"), ico(icons));
    }
    return MAC ? Files.write(work.resolve("waterline.icns"), icns(icons)) : icons.resolve("waterline-512.png");
  }

  /** Pictures in the container that Windows reads; each is a PNG, as it allows since Vista. */
  private static byte[] ico(Path icons) throws IOException {
    List<Integer> sizes = List.of(16, 24, 32, 48, 64, 128, 256);
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(6 + 16 * sizes.size()).order(ByteOrder.LITTLE_ENDIAN);
    head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
    for (int size : sizes) {
      byte[] png = Files.readAllBytes(icons.resolve("waterline-" + size + ".png"));
      byte edge = (byte) (size == 256 ? 0 : size);
      head.put(edge).put(edge).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      head.putInt(png.length).putInt(head.capacity() + pictures.size());
      pictures.write(png);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(head.array());
    pictures.writeTo(file);
    return file.toByteArray();
  }

  /** Pictures in the container that macOS reads. */
  private static byte[] icns(Path icons) throws IOException {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    kinds.put("icp4", 16);
    kinds.put("icp5", 32);
    kinds.put("icp6", 64);
    kinds.put("ic07", 128);
    kinds.put("ic08", 256);
    kinds.put("ic09", 512);
    ByteArrayOutputStream pictures = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(pictures);
    for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
      byte[] png = Files.readAllBytes(icons.resolve("waterline-" + kind.getValue() + ".png"));
      data.writeBytes(kind.getKey());
      data.writeInt(8 + png.length);
      data.write(png);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(file);
    head.writeBytes("icns");
    head.writeInt(8 + pictures.size());
    pictures.writeTo(head);
    return file.toByteArray();
  }

  // ---- The ahead-of-time cache ----

  /**
   * Runs the program once as installed, which visits every view and ends by itself. Both files of the
   * cache's key, the runtime and the class path, are then the ones that are shipped.
   */
  private void train(Path app) throws Exception {
    Path jars = folderOfJars(app);
    Path cache = jars.resolve("waterline.aot");
    ProcessBuilder run = new ProcessBuilder(onADisplay(launcher(app).toString(), "--train"));
    Path home = Files.createDirectories(work.resolve("home"));
    String headless = needsHeadless() ? " -Dglass.platform=Headless -Dprism.order=sw" : "";
    run.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=\"" + cache + "\" -Duser.home=\"" + home + "\"" + headless);
    run.environment().put("XDG_CONFIG_HOME", home.toString());
    run.environment().put("XDG_DATA_HOME", home.toString());
    run.environment().put("XDG_STATE_HOME", home.toString());
    run.environment().put("XDG_CACHE_HOME", home.toString());
    Path log = work.resolve("train.log");
    Process process = run.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || !Files.exists(cache)) {
      process.destroyForcibly();
      throw new Refused("The training run left no cache. It said%n%s".formatted(Files.readString(log)));
    }
    dropOtherCaches(app);
    Path options = jars.resolve("waterline.cfg");
    Files.writeString(options, Files.readString(options).stripTrailing()
        + System.lineSeparator() + "java-options=-XX:AOTCache=$APPDIR" + java.io.File.separator + "waterline.aot"
        + System.lineSeparator());
    System.out.printf("Installer: ahead-of-time cache of %d MB%n", Files.size(cache) >> 20);
  }

  /** The runtime's own caches of classes are not read beside the program's: 29 MB for nothing. */
  private static void dropOtherCaches(Path app) throws IOException {
    try (Stream<Path> files = Files.walk(app)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsa")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean hasDisplay() {
    return WINDOWS || MAC || Optional.ofNullable(System.getenv("DISPLAY")).filter(name -> !name.isBlank()).isPresent();
  }

  private static boolean needsHeadless() {
    return !hasDisplay() && onPath("xvfb-run").isEmpty();
  }

  private static List<String> onADisplay(String... command) {
    List<String> all = new ArrayList<>();
    if (!hasDisplay()) {
      onPath("xvfb-run").ifPresentOrElse(
          found -> all.addAll(List.of(found.toString(), "-a", "-s", "-screen 0 1280x800x24")),
          () -> System.out.println("Installer: no display and no xvfb-run; the cache is trained without GTK"));
    }
    all.addAll(List.of(command));
    return all;
  }

  // ---- Linux ----

  private void linux(Path app) throws Exception {
    Path root = tree(app);
    if (wanted("archive")) {
      archive(app);
    }
    if (wanted("deb")) {
      if (onPath("dpkg-deb").isPresent()) {
        deb(root);
      } else {
        missing("dpkg-deb", ".deb");
      }
    }
    if (wanted("rpm")) {
      if (onPath("rpmbuild").isPresent()) {
        rpm(root);
      } else {
        missing("rpmbuild", ".rpm");
      }
    }
  }

  /** {@code INSTALLERS=deb,rpm,archive} names what to make; all of them where it is not set. */
  private static boolean wanted(String kind) {
    String named = System.getenv("INSTALLERS");
    return named == null || named.isBlank() || List.of(named.split(",")).contains(kind);
  }

  /** The files as they lie on the user's system, so that the package manager knows, and removes, each. */
  private Path tree(Path app) throws Exception {
    Path root = work.resolve("root");
    Path usr = root.resolve("usr");
    Path home = usr.resolve("lib").resolve("waterline");
    copyTree(app, home);
    Path bin = Files.createDirectories(usr.resolve("bin"));
    Path texts = project.resolve("installer").resolve("linux");
    copy(texts.resolve("waterline"), bin.resolve("waterline"));
    Files.setPosixFilePermissions(bin.resolve("waterline"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Path share = usr.resolve("share");
    copy(texts.resolve(ID + ".desktop"), share.resolve("applications").resolve(ID + ".desktop"));
    copy(texts.resolve(ID + ".mime.xml"), share.resolve("mime").resolve("packages").resolve(ID + ".xml"));
    copy(texts.resolve(ID + ".metainfo.xml"), share.resolve("metainfo").resolve(ID + ".metainfo.xml"));
    Path doc = share.resolve("doc").resolve("waterline");
    copy(project.resolve("LICENSE"), doc.resolve("copyright"));
    copy(project.resolve("NOTICE"), doc.resolve("NOTICE"));
    copy(project.resolve("CHANGELOG.md"), doc.resolve("CHANGELOG.md"));
    Path sbom = project.resolve("target").resolve("waterline-sbom.json");
    if (Files.exists(sbom)) {
      copy(sbom, doc.resolve("sbom.cdx.json"));
    }
    icons(share.resolve("icons").resolve("hicolor"));
    return root;
  }

  private void icons(Path theme) throws IOException {
    Path icons = project.resolve("assets").resolve("icons");
    for (int size : List.of(16, 24, 32, 48, 64, 128, 256, 512)) {
      Path folder = theme.resolve(size + "x" + size);
      copy(icons.resolve("waterline-" + size + ".png"), folder.resolve("apps").resolve(ID + ".png"));
      copy(icons.resolve("document-" + size + ".png"), folder.resolve("mimetypes").resolve(MIME_ICON + ".png"));
    }
    copy(icons.resolve("waterline.svg"), theme.resolve("scalable").resolve("apps").resolve(ID + ".svg"));
    copy(icons.resolve("document.svg"), theme.resolve("scalable").resolve("mimetypes").resolve(MIME_ICON + ".svg"));
  }

  private void deb(Path root) throws Exception {
    Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
    Files.writeString(control, filled("control", Map.of("ARCH", architecture("amd64", "arm64"), "KB", String.valueOf(bytes(root) >> 10))));
    Path file = out.resolve("waterline_%s_%s.deb".formatted(version, architecture("amd64", "arm64")));
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root.toString(), file.toString());
    delete(root.resolve("DEBIAN"));
    made(file);
  }

  private void rpm(Path root) throws Exception {
    Path spec = work.resolve("waterline.spec");
    Files.writeString(spec, filled("waterline.spec", Map.of("ROOT", root.toString())));
    Path top = work.resolve("rpm");
    run("rpmbuild", "-bb", "--quiet", "--define", "_topdir " + top, "--define", "_build_id_links none", "--define", "_binary_payload w6.xzdio",
        "--target", architecture("x86_64", "aarch64"), spec.toString());
    try (Stream<Path> files = Files.walk(top.resolve("RPMS"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".rpm")).toList()) {
        made(Files.move(file, out.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING));
      }
    }
  }

  private void archive(Path app) throws Exception {
    Path file = out.resolve("waterline-%s-linux-%s.tar.xz".formatted(version, architecture("x86_64", "aarch64")));
    run("tar", "--owner=0", "--group=0", "-C", app.getParent().toString(), "-cJf", file.toString(), app.getFileName().toString());
    made(file);
  }

  private String filled(String template, Map<String, String> values) throws IOException {
    String text = Files.readString(project.resolve("installer").resolve("linux").resolve(template)).replace("@VERSION@", version);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }

  private static String architecture(String intel, String arm) {
    return System.getProperty("os.arch").equals("aarch64") ? arm : intel;
  }

  // ---- Windows and macOS ----

  private void jpackaged(Path app, String type, List<String> anyOf, String remedy) throws Exception {
    if (anyOf.stream().noneMatch(tool -> onPath(tool).isPresent())) {
      missing(remedy, "." + type);
      return;
    }
    Path association = work.resolve("association.properties");
    Path icon = icon();
    Files.writeString(association, "extension=waterline\nmime-type=application/vnd.waterline.workspace+json\ndescription=Waterline workspace\n"
        + "icon=" + icon.toString().replace('\\', '/') + "\n");
    List<String> arguments = new ArrayList<>(List.of(
        "--type", type, "--name", "Waterline", "--app-version", version, "--vendor", "Waterline",
        "--description", "The desktop workbench for the economics of AI inference",
        "--license-file", project.resolve("LICENSE").toString(),
        "--app-image", app.toString(), "--file-associations", association.toString(), "--dest", out.toString()));
    if (WINDOWS) {
      arguments.addAll(List.of("--win-per-user-install", "--win-menu", "--win-shortcut-prompt", "--win-upgrade-uuid", WINDOWS_UPGRADE_ID));
    }
    jpackage(arguments);
    made(out.resolve("Waterline-" + version + "." + type));
  }

  // ---- Tools ----

  private void made(Path file) throws IOException {
    made.add("%s, %.1f MB".formatted(file, Files.size(file) / 1e6));
  }

  private void missing(String tool, String kind) {
    made.add("no %s: needs %s. The rest was made.".formatted(kind, tool));
  }

  private static void jpackage(List<String> arguments) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "jpackage.exe" : "jpackage");
    if (!Files.isExecutable(tool)) {
      throw new Refused("This JDK has no jpackage [%s]. Install a full JDK.".formatted(System.getProperty("java.home")));
    }
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(arguments);
    run(command.toArray(String[]::new));
  }

  private static void run(String... command) throws Exception {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new Refused("%s failed [%d]. Its message is above.".formatted(command[0], exit));
    }
  }

  private static List<String> output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    if (process.waitFor() != 0) {
      throw new Refused("%s does not run on this system.".formatted(command[0]));
    }
    return lines;
  }

  private static Optional<Path> onPath(String tool) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(java.io.File.pathSeparator))
        .flatMap(folder -> Stream.of(Path.of(folder, tool), Path.of(folder, tool + ".exe")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    if (!WINDOWS) {
      Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, java.nio.file.LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : files.filter(each -> Files.isRegularFile(each, java.nio.file.LinkOption.NOFOLLOW_LINKS)).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        file.toFile().setWritable(true);
        Files.deleteIfExists(file);
      }
    }
  }
}
