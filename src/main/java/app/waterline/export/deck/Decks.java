package app.waterline.export.deck;

import app.waterline.chart.ChartFonts;
import app.waterline.chart.ChartTexts;
import app.waterline.engine.Evaluation;
import app.waterline.export.file.Progress;
import app.waterline.export.pack.FixedZip;
import app.waterline.export.pack.Template;
import app.waterline.model.InvalidInput;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.jspecify.annotations.Nullable;

/** Makes PowerPoint files. The same figures and choices give the same bytes. */
public final class Decks {
  private static final String PROGRAM = "Waterline";

  private final ChartTexts texts;
  private final ChartFonts fonts;

  /**
   * @param texts words and numbers
   * @param fonts the typeface that text is measured and pictures are drawn with
   */
  public Decks(ChartTexts texts, ChartFonts fonts) {
    this.texts = texts;
    this.fonts = fonts;
  }

  /**
   * A deck of the chosen slides.
   *
   * @param progress told before each slide
   * @throws app.waterline.model.InvalidInput if the template is of no use; the message says why
   */
  public MadeDeck of(Evaluation evaluation, DeckOptions options, Progress progress) {
    return of(new Storyboard(evaluation, texts).deck(options), options, progress);
  }

  /**
   * A deck of any slides; the options say how it looks.
   *
   * @throws app.waterline.model.InvalidInput if the template is of no use; the message says why
   */
  public MadeDeck of(Deck deck, DeckOptions options, Progress progress) {
    Optional<Template> template = Optional.ofNullable(options.template()).map(Template::read);
    byte[] start = template
        .map(Template::bytes)
        .orElseGet(() -> HouseTemplate.of(
            options.dark(), Objects.requireNonNullElse(options.aspect(), Aspect.WIDE)));
    try (XMLSlideShow show = opened(start, options.template())) {
      Date date = Date.from(deck.date().atStartOfDay(ZoneOffset.UTC).toInstant());
      Look look = look(show, options.template());
      SlideWriter writer = new SlideWriter(show, look, texts, fonts, date);
      for (int i = 0; i < deck.slides().size(); i++) {
        progress.at((double) i / (deck.slides().size() + 1));
        writer.write(deck.slides().get(i));
      }
      describe(show, deck, date);
      progress.at((double) deck.slides().size() / (deck.slides().size() + 1));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      show.write(bytes);
      return new MadeDeck(
          FixedZip.of(bytes.toByteArray()),
          remarks(template.orElse(null), options.aspect(), show.getPageSize()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library reports what it can't parse in exceptions of many kinds. */
  private static XMLSlideShow opened(byte[] start, @Nullable Path template) throws IOException {
    try {
      return new XMLSlideShow(new ByteArrayInputStream(start));
    } catch (IOException | RuntimeException e) {
      if (template == null) {
        throw e;
      }
      throw Template.damaged(template, e);
    }
  }

  private Look look(XMLSlideShow show, @Nullable Path template) {
    try {
      return Look.of(show, fonts, template == null);
    } catch (RuntimeException e) {
      throw template == null || e instanceof InvalidInput ? e : Template.damaged(template, e);
    }
  }

  private static void describe(XMLSlideShow show, Deck deck, Date date) {
    POIXMLProperties.CoreProperties core = show.getProperties().getCoreProperties();
    core.setTitle(deck.title());
    core.setCreator(PROGRAM);
    core.setCreated(Optional.of(date));
    core.setModified(Optional.of(date));
    show.getProperties().getExtendedProperties().setApplication(PROGRAM);
  }

  private List<String> remarks(
      @Nullable Template template, @Nullable Aspect wanted, Dimension page) {
    DeckTexts words = new DeckTexts(texts);
    List<String> remarks = new ArrayList<>();
    if (template != null && template.hadMacros()) {
      remarks.add(words.get("remark.macros"));
    }
    if (template != null && template.slides() > 0) {
      remarks.add(words.get("remark.slides", template.slides()));
    }
    if (template != null && wanted != null && !wanted.isShapeOf(page)) {
      remarks.add(words.get("remark.shape", shape(page, words), wanted.ratio()));
    }
    return remarks;
  }

  private static String shape(Dimension page, DeckTexts words) {
    return Arrays.stream(Aspect.values())
        .filter(each -> each.isShapeOf(page))
        .map(Aspect::ratio)
        .findFirst()
        .orElseGet(() -> words.get("remark.points", page.width, page.height));
  }
}
