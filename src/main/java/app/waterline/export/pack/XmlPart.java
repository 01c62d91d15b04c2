package app.waterline.export.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One XML part of a package from outside; document types, which could reach out of it, are refused. */
final class XmlPart {
  static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Document document;

  private XmlPart(Document document) {
    this.document = document;
  }

  static XmlPart read(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new XmlPart(factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
      document.setXmlStandalone(true);
      writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      writer.transform(new DOMSource(document), new StreamResult(bytes));
    } catch (TransformerException e) {
      throw new IOException(e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  List<Element> elements(String localName) {
    return list(document.getElementsByTagNameNS("*", localName));
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Removes the elements, each with what is in it. */
  void remove(Predicate<Element> which) {
    for (Element element : elements("*")) {
      Node parent = element.getParentNode();
      if (parent instanceof Element && which.test(element)) {
        parent.removeChild(element);
      }
    }
  }

  /** Whether an element refers to a relationship that the predicate knows. */
  static boolean refers(Element element, Predicate<String> id) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (RELATIONSHIPS.equals(attribute.getNamespaceURI()) && id.test(attribute.getValue())) {
        return true;
      }
    }
    return false;
  }
}
