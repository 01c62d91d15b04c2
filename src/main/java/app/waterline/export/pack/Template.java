package app.waterline.export.pack;

import app.waterline.model.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.w3c.dom.Element;

/**
 * A customer's presentation without its slides: masters, layouts, themes and what belongs to them, and
 * nothing else. Slides, notes, comments, macros and properties are never read into memory, however large
 * they are, so that nothing of them can end up in a deck for somebody else.
 */
public final class Template {
  private static final long MOST_BYTES = 256L << 20;

  /** Largest part that is parsed, bytes; a slide master of many layouts needs a tenth of it. */
  private static final int MOST_XML = 16 << 20;

  /** Longest chain of parts of which one leads to the next; PowerPoint makes chains of 6. */
  private static final int MOST_DEPTH = 64;

  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final Set<String> KEPT_OF_PRESENTATION =
      Set.of("slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles", "font");
  private static final Set<String> LEFT_OUT =
      Set.of("extLst", "custShowLst", "custDataLst", "modifyVerifier", "sldIdLst", "photoAlbum");

  private final byte[] bytes;
  private final int slides;
  private final boolean macros;

  private Template(byte[] bytes, int slides, boolean macros) {
    this.bytes = bytes;
    this.slides = slides;
    this.macros = macros;
  }

  /** A presentation without slides. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many slides it had. */
  public int slides() {
    return slides;
  }

  /** Whether it had macros. */
  public boolean hadMacros() {
    return macros;
  }

  /**
   * Reads a {@code .pptx}, {@code .potx} or one with macros.
   *
   * @throws InvalidInput if it can't serve as a template; the message says why
   */
  public static Template read(Path file) {
    try {
      refuseOthers(file);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return new Reading(file, zip).template();
      }
    } catch (NoSuchFileException e) {
      throw refused(file, "there is no such file", "Choose another", e);
    } catch (ZipException e) {
      throw refused(
          file, "it is damaged", "Open it in PowerPoint, save it again, and choose that", e);
    } catch (IOException e) {
      throw refused(
          file,
          "it can't be read: " + e.getMessage(),
          "Open it in PowerPoint, save it again, and choose that",
          e);
    }
  }

  /** The refusal of a template whose parts turn out to be of no use only when they are parsed. */
  public static InvalidInput damaged(Path file, Exception cause) {
    return refused(
        file,
        "one of its masters or layouts is damaged",
        "Open it in PowerPoint, save it again, and choose that",
        cause);
  }

  private static InvalidInput refused(Path file, String what, String todo, Exception cause) {
    InvalidInput refused = refused(file, what, todo);
    refused.initCause(cause);
    return refused;
  }

  private static InvalidInput refused(Path file, String what, String todo) {
    return new InvalidInput("The template is of no use, because %s [%s]. %s; nothing was written."
        .formatted(what, file.getFileName(), todo));
  }

  private static void refuseOthers(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw refused(file, "it is a folder", "Choose a .pptx or .potx file");
    }
    if (Files.size(file) == 0) {
      throw refused(file, "it is empty", "Choose a .pptx or .potx file");
    }
    try (InputStream in = FileMagic.prepareToCheckMagic(Files.newInputStream(file))) {
      switch (FileMagic.valueOf(in)) {
        case OOXML -> {}
        case OLE2 -> throw old(file, in);
        default -> throw refused(file, "it is no presentation", "Choose a .pptx or .potx file");
      }
    }
  }

  /** Office files of before 2007 and encrypted ones share their form. */
  private static InvalidInput old(Path file, InputStream in) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(in)) {
      return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")
          ? refused(file, "it is protected by a password", "Save it without one, and choose that")
          : refused(
              file,
              "it has the form of PowerPoint 2003 or older",
              "Save it as .pptx or .potx, and choose that");
    } catch (IOException | RuntimeException e) {
      throw new IOException("it is damaged", e);
    }
  }

  /** One pass over the package. */
  private static final class Reading {
    private final Path file;
    private final ZipFile zip;
    private final Map<String, byte[]> kept = new LinkedHashMap<>();
    private final Set<String> layouts = new HashSet<>();
    private long size;
    private int slides;
    private int depth;
    private boolean macros;

    private Reading(Path file, ZipFile zip) {
      this.file = file;
      this.zip = zip;
    }

    private Template template() throws IOException {
      if (zip.getEntry(CONTENT_TYPES) == null) {
        throw refused(file, "it is no presentation", "Choose a .pptx or .potx file");
      }
      XmlPart types = XmlPart.read(content(CONTENT_TYPES));
      String main = main(types);
      take(main);
      if (layouts.isEmpty()) {
        throw refused(
            file, "it has no slide layouts", "Choose one with a slide master and layouts");
      }
      typed(types, main);
      return new Template(zipped(main), slides, macros);
    }

    private String main(XmlPart types) throws IOException {
      Relations.Relation main = relations("").all().stream()
          .filter(each -> each.type().equals("officeDocument"))
          .findFirst()
          .orElseThrow(
              () -> refused(file, "it is no presentation", "Choose a .pptx or .potx file"));
      if (main.strict()) {
        throw refused(
            file,
            "it has the strict form of Open XML",
            "Save it as an ordinary .pptx or .potx, and choose that");
      }
      boolean presentation = types.elements("Override").stream()
          .filter(each -> each.getAttribute("PartName").equals("/" + main.part()))
          .map(each -> each.getAttribute("ContentType"))
          .anyMatch(type -> type.contains("presentationml") || type.contains("ms-powerpoint"));
      if (!presentation) {
        throw refused(file, "it is no presentation", "Choose a .pptx or .potx file");
      }
      return main.part();
    }

    /** Takes a part and everything that it needs. */
    private void take(String part) throws IOException {
      if (kept.containsKey(part)) {
        return;
      }
      boolean isMain = kept.isEmpty();
      byte[] content = content(part);
      kept.put(part, content);
      Relations relations = relations(part);
      Set<String> dropped = new HashSet<>();
      for (Relations.Relation each : relations.all()) {
        if (isNeeded(each, isMain)) {
          follow(each);
        } else {
          dropped.add(each.id());
        }
      }
      if (isMain || !dropped.isEmpty()) {
        clean(part, content, isMain, dropped);
      }
    }

    private boolean isNeeded(Relations.Relation each, boolean ofMain) {
      slides += ofMain && each.type().equals("slide") ? 1 : 0;
      macros |= each.type().equals("vbaProject");
      return ofMain
          ? KEPT_OF_PRESENTATION.contains(each.type())
          : !each.type().equals("slide") && !each.type().equals("vbaProject");
    }

    private void follow(Relations.Relation each) throws IOException {
      if (!each.part().isEmpty()) {
        if (each.type().equals("slideLayout")) {
          layouts.add(each.part());
        }
        deeper();
        take(each.part());
        depth--;
      }
    }

    private void deeper() {
      depth++;
      if (depth > MOST_DEPTH) {
        throw refused(
            file,
            "its parts lead from one to the next without an end",
            "Open it in PowerPoint, save it again, and choose that");
      }
    }

    private void clean(String part, byte[] content, boolean isMain, Set<String> dropped)
        throws IOException {
      Predicate<Element> leavesOut = each -> isMain && LEFT_OUT.contains(each.getLocalName());
      if (part.endsWith(".xml")) {
        XmlPart xml = XmlPart.read(content);
        xml.remove(each -> leavesOut.test(each) || XmlPart.refers(each, dropped::contains));
        kept.put(part, xml.bytes());
      }
      String name = Relations.nameFor(part);
      byte[] relations = kept.get(name);
      if (relations != null) {
        XmlPart xml = XmlPart.read(relations);
        xml.remove(each -> dropped.contains(each.getAttribute("Id")));
        kept.put(name, xml.bytes());
      }
    }

    private Relations relations(String part) throws IOException {
      String name = Relations.nameFor(part);
      if (zip.getEntry(name) == null) {
        return Relations.NONE;
      }
      byte[] xml = content(name);
      if (!part.isEmpty()) {
        kept.put(name, xml);
      }
      return Relations.read(part, xml);
    }

    private byte[] content(String name) throws IOException {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new IOException("a part of it is missing: " + name);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] content = in.readNBytes((int) Math.min(MOST_BYTES + 1 - size, most(name)));
        size += content.length;
        if (isXml(name) && content.length > MOST_XML) {
          throw refused(
              file,
              "one of its masters, layouts or lists is larger than 16 MB",
              "Open it in PowerPoint, save it again, and choose that");
        }
        if (size > MOST_BYTES) {
          throw refused(
              file,
              "its masters and layouts alone come to more than 256 MB",
              "Make the pictures on them smaller, and choose that");
        }
        return content;
      }
    }

    private static long most(String name) {
      return isXml(name) ? MOST_XML + 1L : MOST_BYTES + 1;
    }

    private static boolean isXml(String name) {
      return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private void typed(XmlPart types, String main) throws IOException {
      types.remove(each -> each.getLocalName().equals("Override")
          && !kept.containsKey(each.getAttribute("PartName").replaceFirst("^/", "")));
      types.elements("Override").stream()
          .filter(each -> each.getAttribute("PartName").equals("/" + main))
          .forEach(each -> each.setAttribute("ContentType", MAIN));
      kept.put(CONTENT_TYPES, types.bytes());
    }

    private byte[] zipped(String main) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream out = new ZipOutputStream(bytes)) {
        out.setLevel(0); // it is read again at once, and a high ratio would look like an attack
        FixedZip.put(out, "_rels/.rels", packageRelations(main));
        for (Map.Entry<String, byte[]> each : kept.entrySet()) {
          FixedZip.put(out, each.getKey(), each.getValue());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    private static byte[] packageRelations(String main) {
      return """
          <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="rId1" Type="%s/officeDocument" Target="%s"/></Relationships>""".formatted(XmlPart.RELATIONSHIPS, main).getBytes(StandardCharsets.UTF_8);
    }
  }
}
