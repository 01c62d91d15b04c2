package app.waterline.export.deck;

import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Quality;
import app.waterline.engine.Result;
import app.waterline.engine.Term;
import app.waterline.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What figures rest on: marks and sources for the foot of a slide, formulas and inputs for its speaker. */
final class Account {
  private static final int LONGEST_NOTES = 24_000;

  private final DeckTexts texts;
  private final Set<Quality> marks = new LinkedHashSet<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private final List<String> paragraphs = new ArrayList<>();

  Account(DeckTexts texts) {
    this.texts = texts;
  }

  /** Takes in the metrics of the platforms. */
  Account add(List<PlatformEvaluation> platforms, List<Metric> metrics) {
    for (PlatformEvaluation each : platforms) {
      for (Metric metric : metrics) {
        add(each.platform().name(), texts.charts().name(metric), each.of(metric));
      }
    }
    return this;
  }

  /** Takes in a figure, or why there is none. */
  Account add(String owner, String name, Result result) {
    switch (result) {
      case Explained figure -> {
        marks.add(figure.quality());
        figure.sources().forEach(each -> sources.add(DeckTexts.source(each)));
        paragraphs.add(owner + ": " + explained(figure));
      }
      case NotAvailable missing ->
        paragraphs.add(
            texts.get("notes.missing", owner, name, texts.charts().say(missing.reason())));
    }
    return this;
  }

  Account saying(String paragraph) {
    paragraphs.add(paragraph);
    return this;
  }

  Account citing(Stream<String> more) {
    more.forEach(sources::add);
    return this;
  }

  Account marking(Stream<Quality> more) {
    more.forEach(marks::add);
    return this;
  }

  Slide.Footing footing(List<String> remarks) {
    return new Slide.Footing(remarks, marks, List.copyOf(sources));
  }

  /** For the speaker. */
  String notes(List<String> first) {
    List<String> all = new ArrayList<>(first);
    all.addAll(paragraphs);
    if (!sources.isEmpty()) {
      all.add(texts.get("notes.sources") + "\n"
          + sources.stream().map(each -> "– " + each).collect(Collectors.joining("\n")));
    }
    return cut(String.join("\n\n", all));
  }

  /** PowerPoint becomes slow with more, and nobody speaks it. */
  private String cut(String notes) {
    return notes.length() <= LONGEST_NOTES
        ? notes
        : notes.substring(0, notes.lastIndexOf('\n', LONGEST_NOTES)) + "\n"
            + texts.get("notes.cut");
  }

  private String explained(Explained figure) {
    StringBuilder text = new StringBuilder(texts.charts().say(figure.name()))
        .append(" = ")
        .append(texts.shown(figure.value(), figure.unit()))
        .append(", ")
        .append(texts.charts().quality(figure.quality()));
    append(text, figure, 1);
    figure.notes().forEach(note -> text.append('\n').append(texts.charts().say(note)));
    return text.toString();
  }

  private void append(StringBuilder text, Explained figure, int depth) {
    String indent = "  ".repeat(depth);
    text.append('\n').append(indent).append("= ").append(formula(figure.formula()));
    for (Term term : figure.terms()) {
      text.append('\n')
          .append(indent)
          .append(formula(term.name()))
          .append(" = ")
          .append(texts.shown(term.value(), term.unit()));
      Evidence evidence = term.evidence();
      text.append(evidence == null ? "" : " (" + because(evidence) + ")");
      Explained step = term.step();
      if (step != null) {
        append(text, step, depth + 1);
      }
    }
  }

  private String formula(String english) {
    return texts.charts().format().phrases().formula(english);
  }

  private String because(Evidence evidence) {
    return Stream.of(texts.kind(evidence), DeckTexts.source(evidence), evidence.note())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining("; "));
  }
}
