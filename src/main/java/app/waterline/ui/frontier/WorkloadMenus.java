package app.waterline.ui.frontier;

import app.waterline.document.Edits;
import app.waterline.model.Configuration;
import app.waterline.model.OperatingPoint;
import app.waterline.model.Platform;
import app.waterline.model.Workload;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.jspecify.annotations.Nullable;

/**
 * Menus for the model and for the input and output length. They are the scenario's, so that a choice
 * here is the same as one there, decides every figure, and can be undone.
 */
final class WorkloadMenus {
  private static final int KILO = 1024;

  private final Session session;
  private final Texts texts;
  private final MenuButton model = new MenuButton();
  private final MenuButton lengths = new MenuButton();
  private List<Platform> offered = List.of();
  private @Nullable Workload shown;

  /** Input and output length, tokens; null for any. */
  private record Lengths(@Nullable Integer isl, @Nullable Integer osl) {
    static final Comparator<Lengths> RISING = Comparator.comparingInt(
            (Lengths each) -> each.isl() == null ? 0 : each.isl())
        .thenComparingInt(each -> each.osl() == null ? 0 : each.osl());
  }

  WorkloadMenus(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    model.setId("filter-model");
    lengths.setId("filter-lengths");
    model.setAccessibleHelp(texts.get("filter.model.help"));
    lengths.setAccessibleHelp(texts.get("filter.lengths.help"));
    buttons().forEach(button -> button.getStyleClass().add("filter"));
  }

  List<MenuButton> buttons() {
    return List.of(model, lengths);
  }

  /** Offers what the runs of the workspace have, and what the scenario asks for. */
  void offer(Workspace workspace) {
    Workload workload = workspace.scenario().workload();
    if (workspace.platforms().equals(offered) && workload.equals(shown)) {
      return;
    }
    offered = workspace.platforms();
    shown = workload;
    offerModels(workload);
    offerLengths(workload);
  }

  private void offerModels(Workload workload) {
    TreeSet<String> names = new TreeSet<>();
    configurations().map(Configuration::model).forEach(names::add);
    String chosen = workload.model();
    if (chosen != null) {
      names.add(chosen);
    }
    List<MenuItem> items = new ArrayList<>();
    items.add(item(texts.get("filter.model.any"), chosen == null, () -> chooseModel(null)));
    names.forEach(name -> items.add(item(name, name.equals(chosen), () -> chooseModel(name))));
    model.getItems().setAll(items);
    model.setText(Objects.requireNonNullElseGet(chosen, () -> texts.get("filter.model.any")));
  }

  private void offerLengths(Workload workload) {
    Lengths chosen = new Lengths(workload.isl(), workload.osl());
    TreeSet<Lengths> known = new TreeSet<>(Lengths.RISING);
    configurations()
        .map(run -> new Lengths(run.isl(), run.osl()))
        .filter(each -> each.isl() != null && each.osl() != null)
        .forEach(known::add);
    List<MenuItem> items = new ArrayList<>();
    Lengths any = new Lengths(null, null);
    items.add(item(name(any), chosen.equals(any), () -> chooseLengths(any)));
    known.forEach(
        each -> items.add(item(name(each), each.equals(chosen), () -> chooseLengths(each))));
    lengths.getItems().setAll(items);
    lengths.setText(name(chosen));
  }

  private Stream<Configuration> configurations() {
    return offered.stream()
        .flatMap(platform -> platform.operatingPoints().stream())
        .map(OperatingPoint::configuration)
        .distinct();
  }

  private static MenuItem item(String text, boolean selected, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setSelected(selected);
    item.setOnAction(event -> action.run());
    return item;
  }

  private String name(Lengths each) {
    return each.isl() == null && each.osl() == null
        ? texts.get("filter.lengths.any")
        : texts.get("filter.lengths", length(each.isl()), length(each.osl()));
  }

  private String length(@Nullable Integer tokens) {
    if (tokens == null) {
      return texts.get("filter.lengths.open");
    }
    return tokens % KILO == 0 ? tokens / KILO + "k" : tokens.toString();
  }

  private void chooseModel(@Nullable String name) {
    Workload old = session.document().current().scenario().workload();
    apply(
        texts.get(
            "edit.model", Objects.requireNonNullElseGet(name, () -> texts.get("filter.model.any"))),
        new Workload(
            name,
            old.activeParameters(),
            old.totalParameters(),
            old.isl(),
            old.osl(),
            old.cachedInputShare()));
  }

  private void chooseLengths(Lengths each) {
    Workload old = session.document().current().scenario().workload();
    apply(
        texts.get("edit.lengths", name(each)),
        new Workload(
            old.model(),
            old.activeParameters(),
            old.totalParameters(),
            each.isl(),
            each.osl(),
            old.cachedInputShare()));
  }

  private void apply(String label, Workload workload) {
    session.apply(Edits.scenario(label, scenario -> scenario.withWorkload(workload)));
  }
}
