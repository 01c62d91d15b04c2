package app.waterline.export.pack;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** The relationships of one part of a package. */
record Relations(List<Relation> all) {
  /**
   * One of them.
   *
   * @param id unique in its part
   * @param type its last word, for example {@code slideMaster}
   * @param strict whether it speaks the strict dialect, which the libraries do not
   * @param part name of the part without a leading slash; empty where it lies outside of the package
   */
  record Relation(String id, String type, boolean strict, String part) {}

  static final Relations NONE = new Relations(List.of());

  /** Where the relationships of a part are written; those of the package for an empty name. */
  static String nameFor(String part) {
    int slash = part.lastIndexOf('/');
    return "%s_rels/%s.rels".formatted(part.substring(0, slash + 1), part.substring(slash + 1));
  }

  static Relations read(String part, byte[] xml) throws IOException {
    List<Relation> all = new ArrayList<>();
    for (Element element : XmlPart.read(xml).elements("Relationship")) {
      String type = element.getAttribute("Type");
      boolean external = element.getAttribute("TargetMode").equals("External");
      all.add(new Relation(
          element.getAttribute("Id"),
          type.substring(type.lastIndexOf('/') + 1),
          type.contains("purl.oclc.org"),
          external ? "" : resolved(part, element.getAttribute("Target"))));
    }
    return new Relations(List.copyOf(all));
  }

  private static String resolved(String part, String target) throws IOException {
    try {
      String path = URI.create("/" + part).resolve(target).normalize().getPath();
      if (path == null) { // such as mailto:
        throw new IOException("a relationship leads nowhere: " + target);
      }
      return path.substring(1);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new IOException("a relationship leads nowhere: " + target, e);
    }
  }
}
