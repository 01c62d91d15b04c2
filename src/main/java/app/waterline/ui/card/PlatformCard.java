package app.waterline.ui.card;

import app.waterline.document.FigureSlots;
import app.waterline.engine.Evaluation;
import app.waterline.engine.Explained;
import app.waterline.engine.Metric;
import app.waterline.engine.NotAvailable;
import app.waterline.engine.PlatformEvaluation;
import app.waterline.engine.Result;
import app.waterline.engine.Term;
import app.waterline.engine.why.Band;
import app.waterline.engine.why.Bands;
import app.waterline.model.Configuration;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Pricing;
import app.waterline.model.Unit;
import app.waterline.ui.Texts;
import app.waterline.ui.control.DraftField;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.InPlace;
import app.waterline.ui.control.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One platform: what a million tokens cost on it, and the figures behind that. */
final class PlatformCard extends HBox {
  private static final PseudoClass BASELINE = PseudoClass.getPseudoClass("baseline");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

  private final String id;
  private final CardTools tools;
  private final Texts texts;
  private final Region bar = new Region();
  private final DraftField name;
  private final Button star = new Button("★");
  private final Button open = new Button();
  private final Label description = new Label();
  private final Button headline = new Button();
  private final Label mark = new Label();
  private final Label otherCost = new Label();
  private final Button badge = new Button();
  private final Label caption = new Label();
  private final Label band = new Label();
  private final Label chance = new Label();
  private final Label warning = new Label();
  private final VBox figures = new VBox();
  private final VBox stack = new VBox();
  private final FigureLine rate;
  private final FigureLine throughput;
  private final FigureLine perMegawatt;
  private final FigureLine power;
  private final FigureLine yield;
  private final List<FigureLine> tokenPrices;
  private PlatformEvaluation shown;

  PlatformCard(PlatformEvaluation first, CardTools tools, CardActions actions, Runnable opens) {
    this.shown = first;
    this.id = first.platform().id();
    this.tools = tools;
    this.texts = tools.texts();
    this.name = new DraftField(texts.get("card.name"), this::rename);
    this.rate = line("card.costPerGpuHour", FigureSlots.RATE);
    this.throughput = line("card.tokensPerGpu", FigureSlots.THROUGHPUT);
    this.perMegawatt = line("card.tokensPerMw", null);
    this.power = line("card.power", FigureSlots.KW_PER_GPU);
    this.yield = line("card.flopsYield", null);
    this.tokenPrices = List.of(
        line("card.apiInput", FigureSlots.API_INPUT),
        line("card.apiCachedInput", FigureSlots.API_CACHED_INPUT),
        line("card.apiOutput", FigureSlots.API_OUTPUT));
    setId("card-" + id);
    getStyleClass().add("platform-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    bar.getStyleClass().add("platform-bar");
    VBox content = new VBox(
        head(),
        description,
        price(),
        captionLine(),
        otherCost,
        band,
        chance,
        warning,
        figures,
        stack);
    content.getStyleClass().add("card-content");
    HBox.setHgrow(content, Priority.ALWAYS);
    getChildren().addAll(bar, content);
    style();
    star.setOnAction(event -> actions.makeBaseline(shown.platform()));
    open.setOnAction(event -> opens.run());
  }

  private FigureLine line(String key, app.waterline.document.@Nullable FigureSlot slot) {
    return new FigureLine(tools, texts.get(key), id, slot);
  }

  private void style() {
    name.getStyleClass().add("card-name");
    name.setId("name-" + id);
    star.getStyleClass().add("card-star");
    star.setId("baseline-" + id);
    open.getStyleClass().add("card-open");
    open.setId("open-" + id);
    open.setText(texts.get("card.open"));
    description.getStyleClass().add("muted");
    headline.getStyleClass().add("headline");
    headline.setId("headline-" + id);
    star.setMinWidth(Region.USE_PREF_SIZE);
    open.setMinWidth(Region.USE_PREF_SIZE);
    headline.setOnAction(
        event -> headlineFigure().ifPresent(figure -> tools.explain(headline, figure, id)));
    badge.getStyleClass().add("badge");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    caption.getStyleClass().add("muted");
    caption.setWrapText(true);
    mark.getStyleClass().add("mark");
    otherCost.getStyleClass().add("figure-other");
    band.getStyleClass().add("card-band");
    chance.getStyleClass().add("card-band");
    band.setWrapText(true);
    chance.setWrapText(true);
    InPlace.show(band, false, false);
    InPlace.show(chance, false, false);
    warning.getStyleClass().add("card-warning");
    warning.setWrapText(true);
    figures.getStyleClass().add("card-figures");
    stack.getStyleClass().add("cost-stack");
  }

  private HBox head() {
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox head = new HBox(name, open, star);
    head.getStyleClass().add("card-head");
    return head;
  }

  /** The badge falls below a long price: beside it, both would be cut off where the cards scroll. */
  private FlowPane price() {
    FlowPane price = new FlowPane(headline, badge);
    price.getStyleClass().add("card-price");
    return price;
  }

  private HBox captionLine() {
    HBox line = new HBox(caption, mark);
    line.getStyleClass().add("card-caption");
    return line;
  }

  /** The platform as it is now. */
  Platform platform() {
    return shown.platform();
  }

  private void rename(String newName) {
    tools
        .session()
        .apply(app.waterline.document.Edits.platform(
            texts.get("edit.rename", shown.platform().name(), newName),
            id,
            each -> each.withName(newName)));
  }

  private Optional<Explained> headlineFigure() {
    return shown
        .of(Evaluation.headline(tools.session().document().current().scenario().tokensCounted()))
        .figure();
  }

  /** Glows while its platform is pointed at. */
  void mark(boolean marked) {
    pseudoClassStateChanged(MARKED, marked);
  }

  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  void show(PlatformEvaluation platform, Evaluation evaluation) {
    shown = platform;
    Platform card = platform.platform();
    boolean isBaseline = card.id().equals(evaluation.workspace().baseline());
    bar.setStyle("-fx-background-color: -wl-platform-" + card.color());
    name.show(card.name());
    description.setText(describe(platform));
    showBaseline(isBaseline, card);
    showHeadline(platform.of(evaluation.headline()));
    showBadge(isBaseline, evaluation.relative(platform, evaluation.headline()));
    caption.setText(
        texts.get("card.caption." + evaluation.workspace().scenario().tokensCounted()));
    showFigures(platform);
    showStack(platform);
    showWarning(platform, evaluation);
    compare(evaluation);
    setAccessibleText(
        card.name() + ", " + headline.getText() + " " + caption.getText() + ", " + badge.getText());
  }

  /** Marks what the state beside has otherwise. */
  void compare(Evaluation evaluation) {
    Optional<Platform> other =
        tools.session().counterpart().flatMap(state -> state.workspace().platform(id));
    Optional<String> cost = beside(evaluation.headline())
        .flatMap(Result::figure)
        .map(figure -> tools.session().format().number(figure.value(), figure.unit()));
    boolean changed = cost.isPresent() && !cost.get().equals(headline.getText());
    headline.pseudoClassStateChanged(CHANGED, changed);
    other(changed ? tools.session().besideName() + " " + cost.orElse("") : "");
    rate.compare(other, beside(Metric.COST_PER_GPU_HOUR));
    throughput.compare(other, beside(Metric.TOKENS_PER_SECOND_PER_GPU));
    perMegawatt.compare(other, beside(Metric.TOKENS_PER_SECOND_PER_MW));
    power.compare(other, Optional.empty());
    yield.compare(other, beside(Metric.FLOPS_YIELD));
    tokenPrices.forEach(line -> line.compare(other, Optional.empty()));
  }

  private Optional<Result> beside(Metric metric) {
    return tools.session().counterpartOf(id, metric);
  }

  private void other(String text) {
    otherCost.setText(text);
    otherCost.setVisible(!text.isEmpty());
    otherCost.setManaged(!text.isEmpty());
  }

  /** How sure the headline is, in a quiet line below it; nothing where it is exact. */
  void show(Optional<Bands> bands) {
    Metric metric = tools.session().evaluation().get().headline();
    Optional<Band> known = bands.flatMap(found -> found.of(id, metric));
    known.ifPresent(this::showBand);
    Optional<String> odds = bands.flatMap(this::odds);
    odds.ifPresent(chance::setText);
    boolean kept = tools.session().awaitsBands();
    InPlace.show(band, known.isPresent(), kept);
    InPlace.show(chance, odds.isPresent(), kept);
  }

  private void showBand(Band known) {
    band.setText(texts.get("card.band", cost(known.p5()), cost(known.p50()), cost(known.p95())));
    String help = known.missing() == 0
        ? texts.get("card.bandHelp")
        : texts.get("card.bandHelp") + " " + texts.get("card.bandMissing", share(known.missing()));
    Hints.show(band, help);
    band.setAccessibleHelp(help);
  }

  /** The chance to be cheaper than the baseline, where either of them is uncertain. */
  private Optional<String> odds(Bands bands) {
    String name = Optional.ofNullable(bands.workspace().baseline())
        .flatMap(bands.workspace()::platform)
        .map(Platform::name)
        .orElse("");
    return bands.chanceCheaper(id).map(odds -> texts.get("card.bandChance", name, share(odds)));
  }

  private String share(double share) {
    return tools.session().format().number(tenths(share), Unit.SHARE);
  }

  /** To a tenth of a percent; what is not certain does not read as if it were. */
  private static double tenths(double share) {
    double rounded = Math.rint(share * 1000) / 1000;
    return share > 0 && share < 1 ? Math.clamp(rounded, 0.001, 0.999) : rounded;
  }

  private String cost(double value) {
    return tools.session().format().number(value, Unit.DOLLARS_PER_MILLION_TOKENS);
  }

  private String describe(PlatformEvaluation platform) {
    Platform card = platform.platform();
    List<String> parts = new ArrayList<>();
    parts.add((card.vendor() + " " + card.architecture()).strip());
    Precision precision = platform.delivery().precision();
    if (precision != null) {
      parts.add(precision.name());
    }
    Configuration configuration = platform.delivery().configuration();
    if (configuration != null && configuration.multiTokenPrediction()) {
      parts.add(texts.get("card.mtp"));
    }
    if (card.announced()) {
      parts.add(texts.get("card.announced"));
    }
    parts.removeIf(String::isBlank);
    return String.join(" · ", parts);
  }

  private void showBaseline(boolean isBaseline, Platform card) {
    star.setText(isBaseline ? "★" : "☆");
    star.pseudoClassStateChanged(BASELINE, isBaseline);
    String hint = texts.get(isBaseline ? "card.isBaseline" : "card.makeBaseline", card.name());
    star.setAccessibleText(hint);
    Hints.show(star, hint);
    open.setAccessibleText(texts.get("card.openOf", card.name()));
  }

  private void showHeadline(Result cost) {
    boolean known = cost instanceof Explained;
    headline.pseudoClassStateChanged(PseudoClass.getPseudoClass("missing"), !known);
    headline.setWrapText(!known);
    headline.setMinWidth(known ? Region.USE_PREF_SIZE : 0);
    mark.setVisible(known);
    mark.setManaged(known);
    switch (cost) {
      case Explained figure -> {
        headline.setText(tools.session().format().number(figure.value(), figure.unit()));
        headline.setAccessibleText(texts.get(
            "explanation.open",
            shown.platform().name(),
            tools.session().format().format(figure.value(), figure.unit())));
        Marks.show(mark, figure.quality(), texts);
      }
      case NotAvailable missing -> {
        String reason = tools.say(missing.reason());
        headline.setText(reason);
        headline.setAccessibleText(texts.get("card.notAvailable", reason));
      }
    }
  }

  private void showBadge(boolean isBaseline, Result relative) {
    Optional<Explained> ratio = relative.figure().filter(figure -> !isBaseline);
    badge.setVisible(ratio.isPresent());
    badge.setManaged(ratio.isPresent());
    badge.setText(isBaseline ? texts.get("card.baseline") : "");
    badge.setOnAction(event -> ratio.ifPresent(figure -> tools.explain(badge, figure, id)));
    ratio.ifPresent(figure -> {
      badge.setText(tools.session().format().comparison(figure.value()));
      badge.setAccessibleText(
          texts.get("explanation.open", shown.platform().name(), badge.getText()));
      badge.pseudoClassStateChanged(BETTER, figure.value() < 1);
      badge.pseudoClassStateChanged(WORSE, figure.value() > 1);
    });
  }

  private void showFigures(PlatformEvaluation platform) {
    Platform card = platform.platform();
    if (card.pricing() instanceof Pricing.HostedApi) {
      InPlace.set(figures.getChildren(), tokenPrices);
      tokenPrices.forEach(line -> line.show(card));
      return;
    }
    InPlace.set(figures.getChildren(), List.of(rate, throughput, perMegawatt, power, yield));
    rate.show(card, platform.of(Metric.COST_PER_GPU_HOUR));
    throughput.show(card, platform.of(Metric.TOKENS_PER_SECOND_PER_GPU));
    perMegawatt.show(card, platform.of(Metric.TOKENS_PER_SECOND_PER_MW));
    power.show(card);
    yield.show(card, platform.of(Metric.FLOPS_YIELD));
  }

  private void showStack(PlatformEvaluation platform) {
    boolean owned = platform.platform().pricing() instanceof Pricing.Owned;
    stack.setVisible(owned);
    stack.setManaged(owned);
    platform
        .of(Metric.COST_PER_GPU_HOUR)
        .figure()
        .filter(known -> owned)
        .ifPresentOrElse(this::fillStack, stack.getChildren()::clear);
  }

  private void fillStack(Explained cost) {
    int rows = 1 + cost.terms().size();
    if (stack.getChildren().size() != rows) {
      stack.getChildren().setAll(Stream.generate(StackRow::new).limit(rows).toList());
    }
    row(0).show(cost.name(), cost, cost.value(), "stack-total");
    for (int index = 1; index < rows; index++) {
      Term term = cost.terms().get(index - 1);
      Explained step = term.step();
      row(index)
          .show(tools.say(term.name()), step == null ? cost : step, term.value(), "stack-term");
    }
  }

  private StackRow row(int index) {
    return (StackRow) stack.getChildren().get(index);
  }

  /** A row of the stack; a click on its figure explains it, or the whole it is an input of. */
  private final class StackRow extends HBox {
    private final Label name = new Label();
    private final Button figure = new Button();
    private @Nullable Explained explained;

    StackRow() {
      Region spring = new Region();
      HBox.setHgrow(spring, Priority.ALWAYS);
      figure.getStyleClass().add("stack-figure");
      figure.setMinWidth(Region.USE_PREF_SIZE);
      figure.setOnAction(event -> open());
      getChildren().addAll(name, spring, figure);
    }

    void show(String label, Explained source, double value, String style) {
      explained = source;
      name.setText(label);
      figure.setText(tools.session().format().number(value, Unit.DOLLARS_PER_GPU_HOUR));
      figure.setAccessibleText(texts.get(
          "explanation.open",
          shown.platform().name(),
          label + " " + tools.session().format().format(value, Unit.DOLLARS_PER_GPU_HOUR)));
      InPlace.styles(this, style);
    }

    private void open() {
      if (explained != null) {
        tools.explain(figure, explained, id);
      }
    }
  }

  private void showWarning(PlatformEvaluation platform, Evaluation evaluation) {
    List<String> assumed =
        Assumptions.names(platform.of(evaluation.headline()), platform.platform(), tools.editing());
    warning.setVisible(!assumed.isEmpty());
    warning.setManaged(!assumed.isEmpty());
    if (!assumed.isEmpty()) {
      warning.setText("△ " + texts.get("card.assumed", assumed.size(), String.join(", ", assumed)));
    }
  }
}
