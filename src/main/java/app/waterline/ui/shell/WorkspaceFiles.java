package app.waterline.ui.shell;

import app.waterline.io.Catalogue;
import app.waterline.io.UnreadableFile;
import app.waterline.io.UnwritableFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.model.Currency;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** New, open and save; a file that can't be read leaves the open workspace as it was. */
final class WorkspaceFiles {
  private static final String SAMPLE = "hopper-vs-blackwell" + WorkspaceFile.EXTENSION;
  private static final String MEASURED_SAMPLE = "deepseek-r1-measured.waterline";

  private final Session session;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Clock clock;
  private final Consumer<Path> remember;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State(Optional.empty(), Optional.empty()));

  /**
   * Where the document belongs.
   *
   * @param file empty where it has none yet
   * @param saved when it was last saved in this session
   */
  record State(Optional<Path> file, Optional<LocalTime> saved) {}

  WorkspaceFiles(
      Session session, Dialogs dialogs, Texts texts, Clock clock, Consumer<Path> remember) {
    this.session = session;
    this.dialogs = dialogs;
    this.texts = texts;
    this.clock = clock;
    this.remember = remember;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** What the title bar calls the document. */
  String name() {
    return state.get().file().map(WorkspaceFiles::nameOf).orElseGet(this::title);
  }

  private String title() {
    return session.document().current().title();
  }

  private static String nameOf(Path file) {
    return Objects.toString(file.getFileName(), file.toString());
  }

  /** An empty workspace with the price lists of the program. */
  Workspace empty() {
    return new Workspace(
        texts.get("file.untitled"),
        null,
        Currency.DOLLAR,
        null,
        Scenario.DEFAULT,
        List.of(),
        Catalogue.priceLists());
  }

  void createNew() {
    if (mayLeave()) {
      replace(empty(), Optional.empty());
    }
  }

  void openSample() {
    openSample(SAMPLE);
  }

  /** Opens the sample with measured runs. */
  void openMeasuredSample() {
    openSample(MEASURED_SAMPLE);
  }

  private void openSample(String name) {
    if (mayLeave()) {
      replace(sample(name), Optional.empty());
    }
  }

  private static Workspace sample(String name) {
    try (InputStream in =
        WorkspaceFiles.class.getResourceAsStream("/app/waterline/sample-data/" + name)) {
      return WorkspaceFile.read(Objects.requireNonNull(in, name), name);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  void open() {
    dialogs.chooseFileToOpen().ifPresent(this::open);
  }

  /** Opens a file, or says why it can't and leaves everything as it was. */
  void open(Path file) {
    try {
      Workspace workspace = WorkspaceFile.read(file);
      if (mayLeave()) {
        replace(workspace, Optional.of(file.toAbsolutePath()));
        remember.accept(file.toAbsolutePath());
      }
    } catch (UnreadableFile unreadable) {
      dialogs.error(texts.get("file.unreadable", nameOf(file)), messageOf(unreadable));
    }
  }

  private static String messageOf(IOException fault) {
    return Objects.toString(fault.getMessage(), fault.toString());
  }

  private void replace(Workspace workspace, Optional<Path> file) {
    session.open(workspace);
    state.set(new State(file, Optional.empty()));
  }

  /** Saves to the document's file, asking for one where it has none; false where it wasn't saved. */
  boolean save() {
    return state.get().file().map(this::saveTo).orElseGet(this::saveAs);
  }

  boolean saveAs() {
    return dialogs
        .chooseFileToSave(state
            .get()
            .file()
            .map(WorkspaceFiles::nameOf)
            .orElse(title() + WorkspaceFile.EXTENSION))
        .map(WorkspaceFiles::withEnding)
        .map(this::saveTo)
        .orElse(false);
  }

  private static Path withEnding(Path file) {
    String name = nameOf(file);
    return name.contains(".") ? file : file.resolveSibling(name + WorkspaceFile.EXTENSION);
  }

  private boolean saveTo(Path file) {
    Workspace written = session.document().current();
    try {
      WorkspaceFile.write(written, file);
    } catch (UnwritableFile unwritable) {
      dialogs.error(texts.get("file.unwritable", nameOf(file)), messageOf(unwritable));
      return false;
    }
    session.document().markSaved(written);
    state.set(new State(Optional.of(file.toAbsolutePath()), Optional.of(LocalTime.now(clock))));
    remember.accept(file.toAbsolutePath());
    return true;
  }

  /** Whether the open document may be left: it is saved, or the user saves or discards it now. */
  boolean mayLeave() {
    if (!session.document().isDirty()) {
      return true;
    }
    return switch (dialogs.askUnsaved(name())) {
      case SAVE -> save();
      case DISCARD -> true;
      case CANCEL -> false;
    };
  }
}
