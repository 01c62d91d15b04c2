package app.waterline.export.nativechart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A piece of an XML part.
 *
 * @param text well-formed
 */
record Xml(String text) {
  static final Xml NOTHING = new Xml("");

  static Xml element(String name, Xml... children) {
    return with(name, "", children);
  }

  /** An element with attributes, written as they stand: {@code pos="r" w="1"}. */
  static Xml with(String name, String attributes, Xml... children) {
    String start = attributes.isEmpty() ? name : name + " " + attributes;
    String inner = all(List.of(children)).text();
    return new Xml(
        inner.isEmpty() ? "<" + start + "/>" : "<" + start + ">" + inner + "</" + name + ">");
  }

  /** {@code <name val="…"/>}, the form of almost every setting of a chart. */
  static Xml val(String name, Object value) {
    return new Xml("<%s val=\"%s\"/>".formatted(name, escaped(value.toString())));
  }

  /** A number as XML reads it, whatever the machine's language. */
  static Xml val(String name, double value) {
    return val(name, number(value));
  }

  static Xml val(String name, boolean value) {
    return val(name, value ? "1" : "0");
  }

  static Xml text(String name, String text) {
    return new Xml("<%s>%s</%s>".formatted(name, escaped(text), name));
  }

  static Xml all(List<Xml> pieces) {
    return new Xml(pieces.stream().map(Xml::text).collect(Collectors.joining()));
  }

  static Xml when(boolean condition, Xml piece) {
    return condition ? piece : NOTHING;
  }

  /** The shortest text that reads back as the same number. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%d", (long) value)
        : Double.toString(value);
  }

  static String escaped(String text) {
    return PlainText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
