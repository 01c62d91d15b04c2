package app.waterline.export.deck;

import app.waterline.chart.ChartDrawing;
import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartSpec;
import app.waterline.chart.ChartTexts;
import app.waterline.export.image.ChartFile;
import app.waterline.export.nativechart.ChartLook;
import app.waterline.export.nativechart.NativeChart;
import app.waterline.export.nativechart.PlainText;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;

/** Writes slides into an open presentation, each in the layout that suits it. */
final class SlideWriter {
  private static final double SUBTITLE = 13;
  private static final double GAP = 8;
  private static final double FOOT = 10;
  private static final int MOST_REMARKS = 3;
  private static final double FOOT_SHARE = 0.16;
  private static final double LEAST_TITLE = 14;
  private static final double CHART_LETTERS = 12;

  private final XMLSlideShow show;
  private final Look look;
  private final Words words;
  private final Layouts layouts;
  private final DeckTexts texts;
  private final ChartDrawing drawing;
  private final Date date;

  SlideWriter(XMLSlideShow show, Look look, ChartTexts texts, ChartFonts fonts, Date date) {
    this.show = show;
    this.look = look;
    this.words = new Words(look);
    this.layouts = new Layouts(show);
    this.texts = new DeckTexts(texts);
    this.drawing = new ChartDrawing(look.theme(), fonts, texts);
    this.date = date;
  }

  void write(Slide slide) {
    switch (slide.content()) {
      case SlideContent.Cover cover -> cover(slide, cover);
      case SlideContent.Chart chart -> chart(slide, chart.spec());
      case SlideContent.Table table -> table(slide, table.table());
      case SlideContent.Missing missing -> missing(slide, missing.reason());
    }
  }

  private void cover(Slide slide, SlideContent.Cover cover) {
    XSLFSlide shape = show.createSlide(layouts.cover());
    title(shape, slide.title());
    Optional<XSLFTextShape> subtitle = placeholder(shape, Placeholder.SUBTITLE);
    Optional<XSLFTextShape> facts = placeholder(shape, Placeholder.BODY);
    List<String> finding = slide.subtitle().isEmpty() ? List.of() : List.of(slide.subtitle());
    List<String> all = new ArrayList<>(finding);
    all.addAll(cover.lines());
    if (subtitle.isPresent() && facts.isPresent()) {
      fill(subtitle.get(), finding);
      fill(facts.get(), cover.lines());
    } else {
      subtitle.or(() -> facts).ifPresent(place -> fill(place, all));
    }
    removeOthers(
        shape,
        subtitle.isPresent()
            ? Set.of(Placeholder.SUBTITLE, Placeholder.BODY)
            : Set.of(Placeholder.BODY));
    notes(shape, slide.notes());
  }

  private void fill(XSLFTextShape place, List<String> paragraphs) {
    if (!paragraphs.isEmpty()) {
      words.fill(place, paragraphs, 10);
    }
  }

  private static Optional<XSLFTextShape> placeholder(XSLFSlide slide, Placeholder kind) {
    for (XSLFTextShape shape : slide.getPlaceholders()) {
      if (shape.getTextType() == kind) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  private void title(XSLFSlide slide, String title) {
    Optional<XSLFTextShape> place = placeholder(slide, Placeholder.TITLE)
        .or(() -> placeholder(slide, Placeholder.CENTERED_TITLE));
    if (place.isPresent()) {
      words.fill(place.get(), List.of(title), LEAST_TITLE);
      return;
    }
    double edge = layouts.page().width() * 0.04;
    Box top =
        new Box(edge, edge, layouts.page().width() - 2 * edge, layouts.page().height() * 0.12);
    words.box(slide, top, "Title", title, Words.Ink.NORMAL, 26, 24, 22, 20, 18, 16, 14);
  }

  /** What nobody fills would show "Click to add text" to whoever opens the deck. */
  private static void removeOthers(XSLFSlide slide, Set<Placeholder> kept) {
    for (XSLFShape shape : List.copyOf(slide.getShapes())) {
      if (shape instanceof XSLFTextShape text
          && text.getTextType() != null
          && text.getTextType() != Placeholder.TITLE
          && text.getTextType() != Placeholder.CENTERED_TITLE
          && !(kept.contains(text.getTextType()) && !text.getText().isEmpty())) {
        slide.removeShape(shape);
      }
    }
  }

  private void notes(XSLFSlide slide, String text) {
    if (text.isBlank()) {
      return;
    }
    XSLFNotes notes = show.getNotesSlide(slide);
    for (XSLFTextShape shape : notes.getPlaceholders()) {
      if (shape.getTextType() == Placeholder.BODY) {
        shape.clearText();
        text.lines()
            .forEach(
                line -> shape.addNewTextParagraph().addNewTextRun().setText(PlainText.of(line)));
      }
    }
  }

  /** A slide with everything but its content, and the place for that. */
  private record Begun(XSLFSlide slide, Box place, Layouts.Choice choice) {}

  private Begun begin(Slide slide, String title, Placeholder wanted) {
    Layouts.Choice choice = layouts.content(wanted);
    XSLFSlide shape = show.createSlide(choice.layout());
    title(shape, title);
    removeOthers(shape, Set.of());
    Feet.number(shape, choice.layout());
    if (!slide.subtitle().isEmpty()) {
      double high = subtitleHeight(slide, choice.place().width());
      words.box(
          shape,
          choice.place().top(high),
          "Subtitle",
          slide.subtitle(),
          Words.Ink.MUTED,
          SUBTITLE,
          12,
          11);
    }
    foot(shape, slide, choice.place());
    notes(shape, slide.notes());
    return new Begun(shape, content(slide, choice.place()), choice);
  }

  private double subtitleHeight(Slide slide, double width) {
    return slide.subtitle().isEmpty()
        ? 0
        : Math.min(
                2,
                look.regular()
                    .lines(PlainText.of(slide.subtitle()), SUBTITLE, width)
                    .size())
            * SUBTITLE
            * TextFit.LINE;
  }

  private Box content(Slide slide, Box place) {
    double top = subtitleHeight(slide, place.width());
    double foot = footHeight(slide, place);
    return place.below(top == 0 ? 0 : top + GAP).above(foot == 0 ? 0 : foot + GAP);
  }

  private String footText(Slide slide, double width) {
    List<String> lines = new ArrayList<>();
    slide.footing().remarks().stream()
        .limit(MOST_REMARKS)
        .map(remark -> look.regular().cut(PlainText.of(remark), FOOT, width, 2))
        .forEach(lines::add);
    String legend = texts.legend(slide.footing().marks());
    String sources = sources(slide.footing().sources(), width);
    String last =
        legend.isEmpty() || sources.isEmpty() ? legend + sources : legend + "   |   " + sources;
    if (!last.isEmpty()) {
      lines.add(last);
    }
    return String.join("\n", lines);
  }

  /** As many sources as two lines hold, and how many more there are. */
  private String sources(List<String> sources, double width) {
    if (sources.isEmpty()) {
      return "";
    }
    for (int count = sources.size(); count > 1; count--) {
      String text = sources(sources, count);
      if (look.regular().lines(text, FOOT, width * 0.85).size() <= 2) {
        return text;
      }
    }
    return sources(sources, 1);
  }

  private String sources(List<String> sources, int count) {
    String cited = texts.get("footing.sources", String.join("; ", sources.subList(0, count)));
    return count == sources.size()
        ? cited
        : texts.get("footing.more", cited, sources.size() - count);
  }

  private double footHeight(Slide slide, Box place) {
    String text = footText(slide, place.width());
    if (text.isEmpty()) {
      return 0;
    }
    double most = place.height() * FOOT_SHARE;
    double size = look.regular().size(text, place.width(), most, FOOT, 9, 8);
    return Math.min(most, look.regular().height(text, size, place.width()));
  }

  private void foot(XSLFSlide shape, Slide slide, Box place) {
    String text = footText(slide, place.width());
    if (!text.isEmpty()) {
      Box foot = place.foot(footHeight(slide, place));
      words.paragraphs(shape, foot, "Source", text, FOOT, 9, 8);
    }
  }

  private void chart(Slide slide, ChartSpec spec) {
    ChartLook chartLook =
        new ChartLook(look.theme(), look.dark(), look.ink(), look.muted(), CHART_LETTERS);
    Optional<NativeChart> made = NativeChart.of(spec, chartLook, texts.charts());
    if (made.isPresent()) {
      Begun begun = begin(slide, slide.title(), Placeholder.CHART);
      CTGraphicalObjectFrame frame =
          ChartShape.add(show, begun.slide(), made.get(), begun.place(), date);
      describe(frame.getNvGraphicFramePr().getCNvPr(), "Chart", spec.describe(texts.charts()));
    } else {
      picture(slide, spec);
    }
  }

  private void picture(Slide slide, ChartSpec spec) {
    Begun begun = begin(slide, slide.title(), Placeholder.PICTURE);
    Box place = begun.place();
    ChartFile file =
        new ChartFile(drawing, Bare.of(spec), (int) place.width(), (int) place.height());
    CTPicture picture = PictureShape.add(show, begun.slide(), file, place);
    describe(picture.getNvPicPr().getCNvPr(), "Picture", spec.describe(texts.charts()));
  }

  private static void describe(CTNonVisualDrawingProps properties, String name, String words) {
    properties.setName(name);
    properties.setDescr(PlainText.of(words));
  }

  private void table(Slide slide, SlideTable table) {
    Box place = content(slide, layouts.content(Placeholder.TABLE).place());
    TableSetting setting = TableSetting.of(table, place.width(), place.height(), look);
    TableShape shape = new TableShape(words, table, setting);
    int pages = setting.pages().size();
    for (int page = 0; page < pages; page++) {
      String title =
          pages == 1 ? slide.title() : texts.get("continued", slide.title(), page + 1, pages);
      Begun begun = begin(slide, title, Placeholder.TABLE);
      CTGraphicalObjectFrame frame =
          (CTGraphicalObjectFrame) shape.add(begun.slide(), place, page).getXmlObject();
      describe(frame.getNvGraphicFramePr().getCNvPr(), "Table", table.description());
    }
  }

  private void missing(Slide slide, String reason) {
    Begun begun = begin(slide, slide.title(), Placeholder.BODY);
    words.box(
        begun.slide(),
        begun.place(),
        "Why there is nothing",
        reason,
        Words.Ink.MUTED,
        18,
        16,
        14,
        12);
  }
}
