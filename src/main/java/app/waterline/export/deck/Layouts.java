package app.waterline.export.deck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Finds the layouts of a template that suit, by what their placeholders are for and how large they are. */
final class Layouts {
  /** A smaller place would make a chart a stamp. */
  private static final double LEAST_SHARE = 0.35;

  private static final double GAP = 8;
  private static final double EDGE = 0.04;

  private static final Set<Placeholder> TITLES =
      Set.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE);
  private static final Set<Placeholder> CONTENTS = Set.of(
      Placeholder.CONTENT,
      Placeholder.BODY,
      Placeholder.CHART,
      Placeholder.TABLE,
      Placeholder.PICTURE);
  private static final Set<Placeholder> FEET =
      Set.of(Placeholder.FOOTER, Placeholder.SLIDE_NUMBER, Placeholder.DATETIME);

  /**
   * A layout with the place for the content.
   *
   * @param layout of the template
   * @param place where the content goes
   * @param placeholder what the content stands in for there, if anything
   */
  record Choice(XSLFSlideLayout layout, Box place, Optional<XSLFTextShape> placeholder) {}

  private record Scored(Choice choice, int score) {}

  private final XMLSlideShow show;
  private final Box page;

  Layouts(XMLSlideShow show) {
    this.show = show;
    this.page = new Box(0, 0, show.getPageSize().getWidth(), show.getPageSize().getHeight());
  }

  Box page() {
    return page;
  }

  private List<XSLFSlideLayout> all() {
    List<XSLFSlideLayout> all = new ArrayList<>();
    for (XSLFSlideMaster master : show.getSlideMasters()) {
      all.addAll(List.of(master.getSlideLayouts()));
    }
    return all;
  }

  /** The layout for the first slide: one with a title in the middle, if there is one. */
  XSLFSlideLayout cover() {
    return all().stream()
        .filter(
            layout -> placeholder(layout, Set.of(Placeholder.CENTERED_TITLE)).isPresent())
        .findFirst()
        .orElseGet(() -> content(Placeholder.BODY).layout());
  }

  /** The layout for a slide with a title and one thing under it. */
  Choice content(Placeholder wanted) {
    return all().stream()
        .flatMap(layout -> choice(layout, wanted).stream())
        .min(Comparator.comparingInt(Scored::score))
        .map(Scored::choice)
        .orElseGet(() -> free(all().getFirst()));
  }

  private Optional<Scored> choice(XSLFSlideLayout layout, Placeholder wanted) {
    boolean titled = placeholder(layout, Set.of(Placeholder.TITLE)).isPresent();
    List<XSLFTextShape> contents = placeholders(layout, CONTENTS);
    Optional<XSLFTextShape> largest = contents.stream()
        .filter(shape -> shape.getAnchor() != null)
        .max(Comparator.comparingDouble(shape -> Box.of(shape.getAnchor()).area()))
        .filter(shape -> Box.of(shape.getAnchor()).area() >= LEAST_SHARE * page.area());
    if (!titled) {
      return Optional.empty();
    }
    if (largest.isEmpty()) {
      return Optional.of(new Scored(free(layout), contents.isEmpty() ? 3 : 20));
    }
    XSLFTextShape place = largest.get();
    Choice choice = new Choice(layout, inside(Box.of(place.getAnchor())), Optional.of(place));
    return Optional.of(new Scored(choice, score(place, contents.size(), wanted)));
  }

  private static int score(XSLFTextShape place, int contents, Placeholder wanted) {
    int kind = place.getTextType() == wanted
        ? 0
        : place.getTextType() == Placeholder.CONTENT
            ? 1
            : place.getTextType() == Placeholder.BODY ? 2 : 4;
    return kind + 5 * (contents - 1);
  }

  private Box inside(Box place) {
    double right = Math.min(place.right(), page.right());
    double bottom = Math.min(place.bottom(), page.bottom());
    return new Box(place.x(), place.y(), right - place.x(), bottom - place.y());
  }

  /** A layout without a place for content: what its title and foot leave free. */
  private Choice free(XSLFSlideLayout layout) {
    double edge = page.width() * EDGE;
    Optional<Box> title = placeholder(layout, TITLES)
        .filter(shape -> shape.getAnchor() != null)
        .map(shape -> Box.of(shape.getAnchor()));
    double top = title
        .filter(box -> box.bottom() < page.height() / 2)
        .map(box -> box.bottom() + GAP)
        .orElse(page.height() * 0.2);
    double bottom = placeholders(layout, FEET).stream()
        .filter(shape -> shape.getAnchor() != null)
        .mapToDouble(shape -> shape.getAnchor().getY())
        .filter(y -> y > page.height() * 0.8)
        .min()
        .orElse(page.height() - edge);
    double left = title.map(Box::x).orElse(edge);
    double right = title.map(Box::right).orElse(page.width() - edge);
    return new Choice(
        layout, new Box(left, top, right - left, bottom - GAP - top), Optional.empty());
  }

  static Optional<XSLFTextShape> placeholder(XSLFSlideLayout layout, Set<Placeholder> kinds) {
    return placeholders(layout, kinds).stream().findFirst();
  }

  private static List<XSLFTextShape> placeholders(XSLFSlideLayout layout, Set<Placeholder> kinds) {
    List<XSLFTextShape> found = new ArrayList<>();
    for (XSLFTextShape shape : layout.getPlaceholders()) {
      if (kinds.contains(shape.getTextType())) {
        found.add(shape);
      }
    }
    return found;
  }
}
