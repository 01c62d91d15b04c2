package app.waterline.ui.shell;

import app.waterline.chart.ChartTexts;
import app.waterline.document.FigureSlot;
import app.waterline.document.Levers;
import app.waterline.document.ScenarioSlot;
import app.waterline.engine.why.Lever;
import app.waterline.format.QuantityFormat;
import app.waterline.model.Input;
import app.waterline.model.InvalidInput;
import app.waterline.model.Platform;
import app.waterline.model.Snapshot;
import app.waterline.model.Workspace;
import app.waterline.ui.Action;
import app.waterline.ui.Editing;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.palette.Entry;
import app.waterline.ui.palette.ShortcutsSheet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Everything that the palette offers: actions, views, inputs, platforms, snapshots and recent files. */
final class PaletteEntries {
  /** What would only open the palette again. */
  private static final Set<String> LEFT_OUT = Set.of("help.palette");

  private final Session session;
  private final Texts words;
  private final Editing editing;
  private final ChartTexts names;
  private final Places places;

  /**
   * How to go to what is not an action.
   *
   * @param input puts the cursor into its field
   * @param platform opens its editor
   * @param file opens it
   */
  record Places(Consumer<Lever> input, Consumer<String> platform, Consumer<Path> file) {}

  /**
   * @param texts {@code texts}
   * @param words {@code textsReach}
   */
  PaletteEntries(Session session, Texts texts, Texts words, Places places) {
    this.session = session;
    this.words = words;
    this.editing = new Editing(session, texts);
    this.names = new ChartTexts(session.format(), texts.locale());
    this.places = places;
  }

  /** All of them as things stand now. */
  List<Entry> of(Collection<Action> actions, List<Path> recent) {
    Workspace workspace = session.document().current();
    List<Entry> entries = new ArrayList<>();
    actions.stream()
        .filter(each -> !LEFT_OUT.contains(each.id()))
        .map(PaletteEntries::action)
        .forEach(entries::add);
    inputs(workspace).forEach(lever -> entries.add(input(lever, workspace)));
    workspace.platforms().forEach(each -> entries.add(platform(each)));
    workspace.snapshots().forEach(each -> entries.add(scene(each)));
    recent.forEach(each -> entries.add(file(each)));
    return entries;
  }

  private static Entry action(Action action) {
    Entry.Kind kind = action.id().startsWith("view.") ? Entry.Kind.VIEW : Entry.Kind.ACTION;
    return new Entry(
        "action:" + action.id(),
        kind,
        action.text().getValue(),
        "",
        ShortcutsSheet.keys(action),
        action.enabled().getValue(),
        null,
        action::fire);
  }

  /** Every input of the scenario, also without a value, and every figure that a platform has. */
  private static List<Lever> inputs(Workspace workspace) {
    List<Lever> inputs = new ArrayList<>();
    List.of(ScenarioSlot.values()).forEach(slot -> inputs.add(Levers.of(slot)));
    Levers.of(workspace).stream()
        .filter(lever -> lever.platform().isPresent())
        .forEach(inputs::add);
    return inputs;
  }

  private Entry input(Lever lever, Workspace workspace) {
    return new Entry(
        "input:" + lever.id(),
        Entry.Kind.INPUT,
        nameOf(lever, workspace),
        lever
            .get(workspace)
            .map(value -> session.format().format(value, lever.input().unit()))
            .orElseGet(() ->
                editing.none(Levers.scenarioSlot(lever).map(ScenarioSlot::name).orElse(""))),
        "",
        true,
        typed -> setting(lever, typed, workspace),
        () -> places.input().accept(lever));
  }

  private String nameOf(Lever lever, Workspace workspace) {
    String name = names.fullName(lever, workspace);
    if (lever.input() != Input.PEAK_PFLOPS) {
      return name;
    }
    String[] path = lever.id().split("/", -1);
    return "%s, %s %s".formatted(name, path[path.length - 2], path[path.length - 1]);
  }

  /** What setting it would be; empty where the text is no number of it, or out of bounds. */
  private Optional<Entry> setting(Lever lever, String typed, Workspace workspace) {
    try {
      double value =
          lever.input().require(session.format().parse(typed, lever.input().unit()));
      String shown = session.format().format(value, lever.input().unit());
      return Optional.of(new Entry(
          "input:" + lever.id(),
          Entry.Kind.INPUT,
          words.get("palette.set", nameOf(lever, workspace), shown),
          "",
          "",
          true,
          null,
          () -> set(lever, value)));
    } catch (QuantityFormat.Unreadable | InvalidInput refused) {
      return Optional.empty();
    }
  }

  private void set(Lever lever, double value) {
    try {
      Levers.scenarioSlot(lever).ifPresent(slot -> editing.scenario(slot, value));
      Optional<FigureSlot> figure = Levers.figureSlot(lever);
      lever
          .platform()
          .ifPresent(owner -> figure.ifPresent(slot -> editing.figure(owner, slot, value)));
    } catch (InvalidInput refused) {
      session.notice().set(Optional.of(names.say(refused)));
    }
  }

  private Entry platform(Platform platform) {
    return new Entry(
        "platform:" + platform.id(),
        Entry.Kind.PLATFORM,
        platform.name(),
        words.get("palette.platform"),
        "",
        true,
        null,
        () -> places.platform().accept(platform.id()));
  }

  private Entry scene(Snapshot snapshot) {
    return new Entry(
        "scene:" + snapshot.name(),
        Entry.Kind.SCENE,
        snapshot.name(),
        words.get("palette.scene"),
        "",
        true,
        null,
        () -> look(snapshot));
  }

  private void look(Snapshot snapshot) {
    session.compareWith(snapshot.name());
    if (!session.looksBack().get()) {
      session.flip();
    }
  }

  private Entry file(Path file) {
    return new Entry(
        "file:" + file,
        Entry.Kind.FILE,
        String.valueOf(file.getFileName()),
        String.valueOf(file.getParent()),
        "",
        true,
        null,
        () -> places.file().accept(file));
  }
}
