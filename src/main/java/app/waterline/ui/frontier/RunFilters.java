package app.waterline.ui.frontier;

import app.waterline.engine.RunFilter;
import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Precision;
import app.waterline.model.Workspace;
import app.waterline.ui.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** Menus that choose which measured runs the view looks at. They offer what the runs have. */
final class RunFilters extends FlowPane {
  private final Texts texts;
  private final Runnable changed;
  private final MenuButton precision = menu("precision");
  private final MenuButton stack = menu("stack");
  private final MenuButton prediction = menu("prediction");
  private final MenuButton serving = menu("serving");
  private final MonthFilter date;
  private RunFilter filter = RunFilter.ALL;
  private List<Platform> offered = List.of();

  RunFilters(Texts texts, Runnable changed) {
    this.texts = texts;
    this.changed = changed;
    this.date = new MonthFilter(texts, this::chooseDates);
    getStyleClass().add("run-filters");
    getChildren().addAll(precision, stack, prediction, serving, date);
    showTexts();
  }

  private static MenuButton menu(String id) {
    MenuButton button = new MenuButton();
    button.setId("filter-" + id);
    button.getStyleClass().add("filter");
    return button;
  }

  RunFilter filter() {
    return filter;
  }

  /** Offers what the runs of the workspace have; a choice that is gone from them stays until it is undone. */
  void offer(Workspace workspace) {
    if (workspace.platforms().equals(offered)) {
      return;
    }
    offered = workspace.platforms();
    choices(
        precision,
        present(Configuration::precision),
        filter.precisions(),
        Precision::name,
        this::choosePrecisions);
    choices(
        stack,
        present(Configuration::servingStack),
        filter.servingStacks(),
        name -> name,
        this::chooseStacks);
    eitherOr(prediction, "prediction", filter.multiTokenPrediction(), this::choosePrediction);
    eitherOr(serving, "serving", filter.disaggregated(), this::chooseServing);
    date.offer(months());
  }

  private <T extends Comparable<T>> Set<T> present(Function<Configuration, @Nullable T> part) {
    return configurations()
        .map(part)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Configuration> configurations() {
    return points().map(OperatingPoint::configuration);
  }

  private Stream<OperatingPoint> points() {
    return offered.stream().flatMap(platform -> platform.operatingPoints().stream());
  }

  private <T> void choices(
      MenuButton menu,
      Collection<T> present,
      Set<T> chosen,
      Function<T, String> name,
      BiConsumer<T, Boolean> choose) {
    List<MenuItem> items = new ArrayList<>();
    for (T each : present) {
      CheckMenuItem item = new CheckMenuItem(name.apply(each));
      item.setSelected(chosen.contains(each));
      item.setOnAction(event -> choose.accept(each, item.isSelected()));
      items.add(item);
    }
    menu.getItems().setAll(items);
  }

  private void eitherOr(
      MenuButton menu, String key, @Nullable Boolean chosen, Consumer<@Nullable Boolean> choose) {
    ToggleGroup group = new ToggleGroup();
    menu.getItems()
        .setAll(
            radio(
                group,
                texts.get("filter." + key + ".any"),
                chosen == null,
                () -> choose.accept(null)),
            radio(
                group,
                texts.get("filter." + key + ".true"),
                Boolean.TRUE.equals(chosen),
                () -> choose.accept(true)),
            radio(
                group,
                texts.get("filter." + key + ".false"),
                Boolean.FALSE.equals(chosen),
                () -> choose.accept(false)));
  }

  private static RadioMenuItem radio(
      ToggleGroup group, String text, boolean selected, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setToggleGroup(group);
    item.setSelected(selected);
    item.setOnAction(event -> action.run());
    return item;
  }

  private List<String> months() {
    return points()
        .flatMap(point -> Optional.ofNullable(point.evidence().date()).stream())
        .filter(each -> each.length() >= 7)
        .map(each -> each.substring(0, 7))
        .distinct()
        .sorted()
        .toList();
  }

  private void choosePrecisions(Precision each, boolean on) {
    choose(new RunFilter(
        toggled(filter.precisions(), each, on),
        filter.servingStacks(),
        filter.multiTokenPrediction(),
        filter.disaggregated(),
        filter.from(),
        filter.to()));
  }

  private void chooseStacks(String each, boolean on) {
    choose(new RunFilter(
        filter.precisions(),
        toggled(filter.servingStacks(), each, on),
        filter.multiTokenPrediction(),
        filter.disaggregated(),
        filter.from(),
        filter.to()));
  }

  private void choosePrediction(@Nullable Boolean on) {
    choose(new RunFilter(
        filter.precisions(),
        filter.servingStacks(),
        on,
        filter.disaggregated(),
        filter.from(),
        filter.to()));
  }

  private void chooseServing(@Nullable Boolean on) {
    choose(new RunFilter(
        filter.precisions(),
        filter.servingStacks(),
        filter.multiTokenPrediction(),
        on,
        filter.from(),
        filter.to()));
  }

  private void chooseDates(@Nullable String from, @Nullable String to) {
    choose(new RunFilter(
        filter.precisions(),
        filter.servingStacks(),
        filter.multiTokenPrediction(),
        filter.disaggregated(),
        from,
        to));
  }

  private static <T> Set<T> toggled(Set<T> chosen, T each, boolean on) {
    return Stream.concat(
            chosen.stream().filter(other -> !other.equals(each)),
            on ? Stream.of(each) : Stream.empty())
        .collect(Collectors.toSet());
  }

  private void choose(RunFilter next) {
    filter = next;
    showTexts();
    changed.run();
  }

  private void showTexts() {
    precision.setText(chosen("precision", filter.precisions().stream().map(Precision::name)));
    stack.setText(chosen("stack", filter.servingStacks().stream()));
    prediction.setText(texts.get("filter.prediction." + key(filter.multiTokenPrediction())));
    serving.setText(texts.get("filter.serving." + key(filter.disaggregated())));
    date.show(filter.from(), filter.to());
  }

  private String chosen(String key, Stream<String> names) {
    String joined = names.sorted().collect(Collectors.joining(", "));
    return joined.isEmpty() ? texts.get("filter." + key + ".any") : joined;
  }

  private static String key(@Nullable Boolean chosen) {
    return chosen == null ? "any" : chosen.toString();
  }
}
