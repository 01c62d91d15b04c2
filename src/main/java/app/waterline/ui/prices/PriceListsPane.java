package app.waterline.ui.prices;

import app.waterline.chart.ChartTexts;
import app.waterline.document.Edits;
import app.waterline.document.Repricing;
import app.waterline.engine.Quality;
import app.waterline.engine.plan.PriceAge;
import app.waterline.io.Catalogue;
import app.waterline.io.prices.PriceImport;
import app.waterline.io.prices.PriceProblem;
import app.waterline.io.prices.RentalPrices;
import app.waterline.io.prices.TokenImport;
import app.waterline.io.prices.TokenPriceFile;
import app.waterline.io.prices.TokenQuote;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import app.waterline.model.InvalidInput;
import app.waterline.model.PriceList;
import app.waterline.model.Pricing;
import app.waterline.model.TokenPrices;
import app.waterline.model.Unit;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.HeadingWidth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every price list with its date and terms, its prices, and what can be done with it. */
public final class PriceListsPane extends VBox {
  /** A head and three rows. */
  private static final double LEAST_TABLE = 136;

  /** Both tables with the words between them, the buttons and the tabs. */
  private static final double LEAST_HEIGHT = 480;

  /** The longest name that comes with the program. */
  private static final double NAME = 280;

  private final Session session;
  private final Texts texts;
  private final long freshDays;
  private final Supplier<Optional<Path>> files;
  private final TableView<PriceList> lists = new TableView<>();
  private final TableView<PriceList.Entry> prices = new TableView<>();
  private final TableView<Catalogue.Sold> tokens = new TableView<>();
  private final Label terms = new Label();
  private final Label findings = new Label();
  private final TabPane tabs = new TabPane();
  private final Map<String, Catalogue.Sold> imported = new LinkedHashMap<>();

  /**
   * @param session the workspace
   * @param language of the words
   * @param freshDays how old a price may be before it is marked as stale
   * @param files asks for a file of prices
   */
  public PriceListsPane(
      Session session, Locale language, long freshDays, Supplier<Optional<Path>> files) {
    this.session = session;
    this.texts = Texts.of("textsPrices", language);
    this.freshDays = freshDays;
    this.files = files;
    getStyleClass().add("price-lists");
    setSpacing(8);
    setPrefSize(860, 520);
    setMinHeight(LEAST_HEIGHT);
    lists.setId("price-lists");
    prices.setId("price-entries");
    tokens.setId("token-prices");
    tabs.setAccessibleText(texts.get("prices.title"));
    lists.setAccessibleText(texts.get("prices.title"));
    prices.setAccessibleText(texts.get("prices.gpus"));
    tokens.setAccessibleText(texts.get("prices.tokens"));
    listColumns();
    priceColumns();
    tokenColumns();
    lists
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, list) -> chosen(list));
    for (Label each : List.of(terms, findings)) {
      each.setWrapText(true);
      each.setMinHeight(Region.USE_PREF_SIZE);
    }
    findings.setId("price-findings");
    findings.setMaxHeight(96);
    terms.getStyleClass().add("muted");
    tabs.getTabs()
        .setAll(
            tab("prices.gpus", new VBox(8, lists, terms, prices, listButtons())),
            tab("prices.tokens", new VBox(8, tokens, tokenButtons())));
    List.of(lists, prices, tokens).forEach(table -> table.setMinHeight(LEAST_TABLE));
    VBox.setVgrow(lists, Priority.ALWAYS);
    VBox.setVgrow(prices, Priority.ALWAYS);
    VBox.setVgrow(tokens, Priority.ALWAYS);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(tabs, findings);
    refresh();
    select(Repricing.inForce(session.document().current()).map(PriceList::id).orElse(null));
  }

  private Tab tab(String key, Node content) {
    Tab tab = new Tab(texts.get(key), content);
    tab.setClosable(false);
    return tab;
  }

  private void listColumns() {
    lists.getColumns().add(column("list", PriceList::name, 280));
    lists.getColumns().add(column("date", this::date, 150));
    lists.getColumns().add(column("count", this::count, 150));
    lists.getColumns().add(column("where", this::where, 150));
    lists.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    lists.setPlaceholder(new Label(texts.get("prices.none")));
  }

  private void priceColumns() {
    prices.getColumns().add(column("gpu", PriceList.Entry::gpu, 150));
    prices.getColumns().add(column("price", this::price, 130));
    prices.getColumns().add(column("day", each -> day(each.ratePerGpuHour()), 180));
    prices.getColumns().add(column("source", each -> source(each.ratePerGpuHour()), 420));
    prices.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    prices.setPlaceholder(new Label(texts.get("prices.quote")));
  }

  private void tokenColumns() {
    tokens.getColumns().add(column("model", Catalogue.Sold::name, 260));
    tokens
        .getColumns()
        .add(column(
            "input",
            each -> dollars(each.prices().input(), Unit.DOLLARS_PER_MILLION_INPUT_TOKENS),
            100));
    tokens.getColumns().add(column("cached", this::cached, 100));
    tokens
        .getColumns()
        .add(column(
            "output",
            each -> dollars(each.prices().output(), Unit.DOLLARS_PER_MILLION_OUTPUT_TOKENS),
            100));
    tokens.getColumns().add(column("source", this::source, 300));
    tokens.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
  }

  private <R> TableColumn<R, String> column(String key, Function<R, String> text, double width) {
    TableColumn<R, String> column = new TableColumn<>(texts.get("prices.column." + key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    // What has no room scrolls: a list without its whole name could be any of several.
    column.setMinWidth(Math.max(HeadingWidth.of(column.getText()), Math.min(width, NAME)));
    return column;
  }

  private String date(PriceList list) {
    boolean stale = PriceAge.isStale(list.date(), session.today(), freshDays);
    return stale
        ? texts.get("prices.stale", list.date(), PriceAge.days(list.date(), session.today()))
        : list.date();
  }

  private String count(PriceList list) {
    return list.entries().isEmpty()
        ? texts.get("prices.asks")
        : texts.get("prices.count", list.entries().size());
  }

  private String where(PriceList list) {
    Workspace workspace = session.document().current();
    boolean inForce = Repricing.inForce(workspace).filter(list::equals).isPresent();
    if (inForce) {
      return texts.get("prices.inForce");
    }
    return texts.get(workspace.priceLists().contains(list) ? "prices.here" : "prices.offered");
  }

  /** Lists are in dollars, whatever the workspace's currency. */
  private static String dollars(double value, Unit unit) {
    return new app.waterline.format.QuantityFormat(Locale.ROOT).number(value, unit);
  }

  private String price(PriceList.Entry entry) {
    Figure rate = entry.ratePerGpuHour();
    return dollars(rate.value(), Unit.DOLLARS_PER_GPU_HOUR) + " "
        + ChartTexts.mark(Quality.of(rate.evidence().kind()));
  }

  private String day(Figure figure) {
    String date = figure.evidence().date();
    if (date == null) {
      return texts.get("prices.undated");
    }
    return PriceAge.isStale(date, session.today(), freshDays)
        ? texts.get("prices.stale", date, PriceAge.days(date, session.today()))
        : date;
  }

  private String source(Figure figure) {
    String note = figure.evidence().note();
    return figure.evidence().source() + (note == null ? "" : ". " + say(note));
  }

  private String cached(Catalogue.Sold sold) {
    Double cached = sold.prices().cachedInput();
    return cached == null
        ? texts.get("prices.asInput")
        : dollars(cached, Unit.DOLLARS_PER_MILLION_INPUT_TOKENS);
  }

  private String source(Catalogue.Sold sold) {
    Evidence evidence = sold.prices().evidence();
    String date = evidence == null ? null : evidence.date();
    return evidence == null ? "" : evidence.source() + (date == null ? "" : ", " + date);
  }

  private FlowPane listButtons() {
    Button use = button("prices.use", this::use);
    use.disableProperty()
        .bind(Bindings.createBooleanBinding(
            () -> chosen().filter(list -> !list.entries().isEmpty()).isEmpty(),
            lists.getSelectionModel().selectedItemProperty()));
    Button remove = button("prices.remove", this::remove);
    remove
        .disableProperty()
        .bind(Bindings.createBooleanBinding(
            () -> chosen()
                .filter(session.document().current().priceLists()::contains)
                .isEmpty(),
            lists.getSelectionModel().selectedItemProperty()));
    return buttons(use, button("prices.addFile", this::addLists), remove);
  }

  private FlowPane tokenButtons() {
    Button use = button("prices.useTokens", this::useTokens);
    use.disableProperty().bind(tokens.getSelectionModel().selectedItemProperty().isNull());
    return buttons(use, button("prices.addTokens", this::addTokens));
  }

  private Button button(String key, Runnable run) {
    Button button = new Button(texts.get(key));
    button.setId(key.replace('.', '-'));
    button.setOnAction(event -> run.run());
    return button;
  }

  private static FlowPane buttons(Button... all) {
    FlowPane row = new FlowPane(8, 8, all);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Optional<PriceList> chosen() {
    return Optional.ofNullable(lists.getSelectionModel().getSelectedItem());
  }

  private void chosen(@Nullable PriceList list) {
    prices.getItems().setAll(list == null ? List.of() : list.entries());
    terms.setText(list == null ? "" : say(list.terms()));
  }

  /** The workspace's lists, then those that the program brings along. */
  private void refresh() {
    Map<String, PriceList> all = new LinkedHashMap<>();
    session.document().current().priceLists().forEach(list -> all.put(list.id(), list));
    Catalogue.priceLists().forEach(list -> all.putIfAbsent(list.id(), list));
    String selected = chosen().map(PriceList::id).orElse(null);
    lists.getItems().setAll(all.values());
    select(selected);
    List<Catalogue.Sold> sold = new ArrayList<>(Catalogue.tokenPrices());
    sold.addAll(imported.values());
    tokens.getItems().setAll(sold);
  }

  private void select(@Nullable String id) {
    lists.getItems().stream()
        .filter(list -> list.id().equals(id))
        .findFirst()
        .ifPresentOrElse(
            list -> lists.getSelectionModel().select(list),
            () -> lists.getSelectionModel().selectFirst());
  }

  /** Takes the list in, where it is new, and prices every rented card with it, as one step. */
  private void use() {
    chosen().ifPresent(list -> {
      String label = texts.get("prices.edit.use", list.name());
      session.apply(Edits.together(
          label,
          List.of(Edits.addPriceLists(label, List.of(list)), Edits.switchPriceList(label, list))));
      String left = Repricing.without(list, session.document().current()).stream()
          .map(platform -> platform.name())
          .collect(Collectors.joining(", "));
      findings.setText(
          left.isEmpty()
              ? texts.get("prices.used", list.name())
              : texts.get("prices.usedBut", list.name(), left));
      refresh();
    });
  }

  private void remove() {
    chosen().ifPresent(list -> {
      session.apply(Edits.deletePriceList(texts.get("prices.edit.remove", list.name()), list.id()));
      findings.setText(texts.get("prices.removed", list.name()));
      refresh();
    });
  }

  private void addLists() {
    files.get().ifPresent(this::addLists);
  }

  /** Takes in every list of a file as one step, and says what was odd. */
  public void addLists(Path file) {
    tabs.getSelectionModel().selectFirst();
    try {
      PriceImport found = RentalPrices.read(file, session.today().toString());
      List<PriceList> made = found.lists();
      if (!made.isEmpty()) {
        session.apply(Edits.addPriceLists(
            texts.get("prices.edit.add", String.valueOf(file.getFileName())), made));
      }
      findings.setText(words(found, made.size()));
      refresh();
      made.stream().findFirst().ifPresent(list -> select(list.id()));
    } catch (IOException | InvalidInput refused) {
      findings.setText(session.format().phrases().say(refused));
    }
  }

  private String words(PriceImport found, int made) {
    long outliers = found.quotes().stream()
        .filter(quote -> quote.marks().contains(app.waterline.io.prices.RentalQuote.Mark.OUTLIER))
        .count();
    List<String> words = new ArrayList<>();
    words.add(texts.get(
        "prices.added", made, found.quotes().size(), outliers, found.problems().size()));
    found.problems().stream().limit(3).forEach(problem -> words.add(words(problem)));
    found.findings().forEach(finding -> words.add(say(finding)));
    return String.join("\n", words);
  }

  private String words(PriceProblem problem) {
    return texts.get(
        "prices.problem",
        problem.file(),
        String.valueOf(problem.line()),
        problem.field(),
        say(problem.message()));
  }

  private String say(String english) {
    return session.format().phrases().say(english);
  }

  private void useTokens() {
    Catalogue.Sold sold = tokens.getSelectionModel().getSelectedItem();
    double rate = session.document().current().currency().unitsPerDollar().value();
    session.apply(Edits.scenario(
        texts.get("prices.edit.tokens", sold.name()),
        old -> old.withTokenPrices(rate == 1 ? sold.prices() : sold.prices().times(rate))));
    findings.setText(texts.get("prices.usedTokens", sold.name()));
  }

  private void addTokens() {
    files.get().ifPresent(this::addTokens);
  }

  /** Offers the models of a file of token prices. */
  public void addTokens(Path file) {
    tabs.getSelectionModel().selectLast();
    try {
      TokenImport found = TokenPriceFile.read(file, session.today().toString());
      found.quotes().stream()
          .filter(quote -> !quote.free())
          .sorted(Comparator.comparing(TokenQuote::model))
          .forEach(quote -> imported.put(quote.model(), sold(quote)));
      findings.setText(texts.get(
          "prices.addedTokens", found.quotes().size(), found.problems().size(), found.others()));
      refresh();
    } catch (IOException | InvalidInput refused) {
      findings.setText(session.format().phrases().say(refused));
    }
  }

  private static Catalogue.Sold sold(TokenQuote quote) {
    Pricing.HostedApi api = quote.prices();
    Figure cached = api.cachedInput();
    return new Catalogue.Sold(
        quote.model(),
        new TokenPrices(
            api.input().value(),
            cached == null ? null : cached.value(),
            api.output().value(),
            api.input().evidence()));
  }
}
