package app.waterline.ui.control;

import app.waterline.engine.Explained;
import app.waterline.engine.Term;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Evidence;
import app.waterline.ui.Texts;
import atlantafx.base.controls.Popover;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Where a figure comes from: its formula, inputs, steps and sources, to read and to copy. */
public final class Explanation {
  private static final int INDENT = 16;
  private static final double WIDTH = 480;

  private final QuantityFormat format;
  private final Texts texts;

  /** Where the inputs of a formula can be changed. */
  public interface Links {
    /** No input can be gone to. */
    Links NONE = term -> Optional.empty();

    /** What goes to the input behind a term; empty where it has none. */
    Optional<Runnable> to(Term term);
  }

  public Explanation(QuantityFormat format, Texts texts) {
    this.format = format;
    this.texts = texts;
  }

  /** Opens it beside the figure. */
  public Popover show(Node owner, Explained figure) {
    return show(owner, figure, Links.NONE);
  }

  /** Opens it beside the figure, with a way to the inputs. */
  public Popover show(Node owner, Explained figure, Links links) {
    Popover popover = new Popover();
    ScrollPane steps = steps(
        figure,
        term -> links.to(term).map(go -> () -> {
          popover.hide();
          go.run();
        }));
    fromTheTop(popover, steps);
    popover.setContentNode(pane(steps, figure));
    popover.setArrowLocation(arrow(owner));
    popover.setDetachable(false);
    popover.show(owner);
    return popover;
  }

  /** The focus goes to the first link and would scroll there: nothing scrolls before the reader does. */
  private static void fromTheTop(Popover popover, ScrollPane scroll) {
    Subscription held = scroll.vvalueProperty().subscribe((before, value) -> {
      if (value.doubleValue() != 0) {
        scroll.setVvalue(0);
      }
    });
    popover.addEventFilter(ScrollEvent.SCROLL, event -> held.unsubscribe());
    popover.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> held.unsubscribe());
    popover.addEventFilter(KeyEvent.KEY_PRESSED, event -> held.unsubscribe());
  }

  /** To the side and the height where the window has room. */
  private static Popover.ArrowLocation arrow(Node owner) {
    Bounds place = owner.localToScene(owner.getLayoutBounds());
    Scene scene = owner.getScene();
    boolean low = place.getCenterY() > scene.getHeight() / 2;
    boolean atRight = place.getMaxX() + WIDTH > scene.getWidth() && place.getMinX() > WIDTH;
    if (atRight) {
      return low ? Popover.ArrowLocation.RIGHT_BOTTOM : Popover.ArrowLocation.RIGHT_TOP;
    }
    return low ? Popover.ArrowLocation.LEFT_BOTTOM : Popover.ArrowLocation.LEFT_TOP;
  }

  private Node pane(ScrollPane scroll, Explained figure) {
    // Outside of what scrolls, so that it is always in sight.
    HBox foot = new HBox(copy(figure));
    foot.getStyleClass().add("explanation-foot");
    return new VBox(scroll, foot);
  }

  private ScrollPane steps(Explained figure, Links links) {
    VBox steps = new VBox();
    steps.getStyleClass().add("explanation-steps");
    addSteps(steps, figure, 0, links);
    VBox content = new VBox(head(figure), steps);
    figure
        .notes()
        .forEach(note ->
            content.getChildren().add(text(format.phrases().say(note), "explanation-note")));
    content.getStyleClass().add("explanation");
    ScrollPane scroll = Scrolling.round(content);
    scroll.getStyleClass().add("explanation-scroll");
    scroll.setFitToWidth(true);
    scroll.setPrefViewportWidth(420);
    scroll.setMaxHeight(460);
    return scroll;
  }

  private Node head(Explained figure) {
    Label name = text(format.phrases().say(figure.name()), "explanation-name");
    Label value = text(format.format(figure.value(), figure.unit()), "explanation-value");
    Label quality =
        text(Marks.of(figure.quality()) + " " + Marks.words(figure.quality(), texts), "muted");
    return new VBox(4, name, value, quality);
  }

  private void addSteps(VBox rows, Explained figure, int depth, Links links) {
    rows.getChildren()
        .add(indented(
            text("= " + format.phrases().formula(figure.formula()), "explanation-formula"), depth));
    for (Term term : figure.terms()) {
      rows.getChildren().add(indented(row(term, links), depth + 1));
      Explained step = term.step();
      if (step != null) {
        addSteps(rows, step, depth + 2, links);
      }
    }
  }

  private Node row(Term term, Links links) {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    Label value = text(format.format(term.value(), term.unit()), "explanation-term");
    value.setMinWidth(Region.USE_PREF_SIZE);
    HBox line =
        new HBox(8, text(format.phrases().formula(term.name()), "explanation-term"), spring, value);
    links.to(term).ifPresent(go -> line.getChildren().add(link(term, go)));
    VBox row = new VBox(line);
    Evidence evidence = term.evidence();
    if (evidence != null) {
      row.getChildren().add(text(source(evidence), "explanation-source"));
    }
    return row;
  }

  private Hyperlink link(Term term, Runnable go) {
    Hyperlink link = new Hyperlink(texts.get("explanation.go"));
    link.getStyleClass().add("explanation-link");
    link.setMinWidth(Region.USE_PREF_SIZE);
    link.setAccessibleText(texts.get("explanation.goTo", format.phrases().say(term.name())));
    link.setOnAction(event -> go.run());
    return link;
  }

  private String source(Evidence evidence) {
    String kind = texts.get("evidence." + evidence.kind());
    return Stream.of(kind, evidence.source(), evidence.date(), evidence.note())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private static Node indented(Node node, int depth) {
    VBox.setMargin(node, new Insets(0, 0, 0, (double) depth * INDENT / 2));
    return node;
  }

  private static Label text(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }

  private Node copy(Explained figure) {
    Button copy = new Button(texts.get("explanation.copy"));
    copy.setId("copy-explanation");
    copy.setOnAction(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(asText(figure));
      Clipboard.getSystemClipboard().setContent(content);
    });
    return copy;
  }

  /** The same as plain text. */
  public String asText(Explained figure) {
    StringBuilder text = new StringBuilder(format.phrases().say(figure.name()))
        .append(" = ")
        .append(format.format(figure.value(), figure.unit()))
        .append('\n');
    append(text, figure, 1);
    figure.notes().forEach(note -> text.append(format.phrases().say(note)).append('\n'));
    return text.toString();
  }

  private void append(StringBuilder text, Explained figure, int depth) {
    String indent = "  ".repeat(depth);
    text.append(indent)
        .append("= ")
        .append(format.phrases().formula(figure.formula()))
        .append('\n');
    for (Term term : figure.terms()) {
      text.append(indent)
          .append(format.phrases().formula(term.name()))
          .append(" = ")
          .append(format.format(term.value(), term.unit()));
      Evidence evidence = term.evidence();
      text.append(evidence == null ? "" : "  (" + source(evidence) + ")").append('\n');
      Explained step = term.step();
      if (step != null) {
        append(text, step, depth + 1);
      }
    }
  }
}
