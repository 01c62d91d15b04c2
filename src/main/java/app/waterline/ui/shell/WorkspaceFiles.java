package app.waterline.ui.shell;

import app.waterline.document.CurrencyConversion;
import app.waterline.document.Difference;
import app.waterline.document.Differences;
import app.waterline.document.Edit;
import app.waterline.io.Catalogue;
import app.waterline.io.UnreadableFile;
import app.waterline.io.WorkspaceFile;
import app.waterline.io.safe.Hold;
import app.waterline.io.safe.LockNote;
import app.waterline.io.safe.RecoveryCopy;
import app.waterline.io.safe.Safety;
import app.waterline.io.safe.Versions.Version;
import app.waterline.model.Currency;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * New, open and save; a file that can't be read leaves the open workspace as it was, and no file is
 * written over that another program has or has changed, unless the user says so.
 */
final class WorkspaceFiles {
  private static final String SAMPLE = "hopper-vs-blackwell" + WorkspaceFile.EXTENSION;
  private static final String MEASURED_SAMPLE = "deepseek-r1-measured.waterline";
  private static final String FACTORY_SAMPLE = "factory-10mw.waterline";

  private final Session session;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Texts words;
  private final Safety safety;
  private final Consumer<Path> remember;
  private final Disk disk;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State(Optional.empty(), Optional.empty(), false));
  private Supplier<Currency> currency = () -> Currency.DOLLAR;
  private Optional<Hold> hold = Optional.empty();
  private boolean looking;

  /**
   * Where the document belongs.
   *
   * @param file empty where it has none yet
   * @param saved when it was last saved in this session
   * @param readOnly whether another program has the file, so that a save goes to another one
   */
  record State(Optional<Path> file, Optional<LocalTime> saved, boolean readOnly) {}

  WorkspaceFiles(
      Session session, Dialogs dialogs, Texts texts, Safety safety, Consumer<Path> remember) {
    this.session = session;
    this.dialogs = dialogs;
    this.texts = texts;
    this.words = Texts.of("textsSafe", texts.locale());
    this.safety = safety;
    this.remember = remember;
    this.disk = new Disk(dialogs);
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** What the title bar calls the document. */
  String name() {
    String name = state.get().file().map(WorkspaceFiles::nameOf).orElseGet(this::title);
    return state.get().readOnly() ? words.get("file.readOnly", name) : name;
  }

  private String title() {
    return session.document().current().title();
  }

  private static String nameOf(Path file) {
    return Objects.toString(file.getFileName(), file.toString());
  }

  /** Whether nothing would be missed if another workspace took its place. */
  boolean isUntouched() {
    return state.get().file().isEmpty()
        && !session.document().isDirty()
        && session.document().undoLabel().isEmpty();
  }

  /** New workspaces are in this currency from now on. */
  void currencyOfNew(Supplier<Currency> chosen) {
    currency = chosen;
  }

  /** An empty workspace with the price lists of the program, in the currency that was chosen for it. */
  Workspace empty() {
    Workspace inDollars = new Workspace(
        texts.get("file.untitled"),
        null,
        Currency.DOLLAR,
        null,
        Scenario.DEFAULT,
        List.of(),
        Catalogue.priceLists());
    return CurrencyConversion.to(currency.get(), inDollars);
  }

  void createNew() {
    if (mayLeave()) {
      replace(empty(), Optional.empty(), false);
    }
  }

  void openSample() {
    openSample(SAMPLE);
  }

  /** Shows what a new window begins with, which no file of the user has. */
  void show(Workspace workspace) {
    replace(workspace, Optional.empty(), false);
  }

  /** Opens the sample with measured runs. */
  void openMeasuredSample() {
    openSample(MEASURED_SAMPLE);
  }

  /** Opens the sample that plans 10 MW. */
  void openFactorySample() {
    openSample(FACTORY_SAMPLE);
  }

  private void openSample(String name) {
    if (mayLeave()) {
      replace(sample(name), Optional.empty(), false);
    }
  }

  /** The sample that a new window shows. */
  static Workspace sample() {
    return sample(SAMPLE);
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
    read(file).ifPresent(opened -> {
      if (!mayLeave() || !settle(opened)) {
        release(opened.hold());
      }
    });
  }

  private Optional<Hold.Opened> read(Path file) {
    try {
      return Optional.of(
          disk.call(words.get("wait.open", nameOf(file)), () -> safety.open(file), this::tooLate));
    } catch (Disk.GivenUp givenUp) {
      return Optional.empty();
    } catch (IOException unreadable) {
      dialogs.error(texts.get("file.unreadable", nameOf(file)), messageOf(unreadable));
      return Optional.empty();
    }
  }

  private void tooLate(CompletableFuture<Hold.Opened> opened) {
    if (!opened.isCompletedExceptionally()) {
      release(opened.join().hold());
    }
  }

  private void release(Hold given) {
    disk.later(
        () -> {
          given.release();
          return given;
        },
        done -> {});
  }

  /** Takes the workspace into the window, the way the user wants where another program has the file. */
  private boolean settle(Hold.Opened opened) {
    Optional<LockNote> other = opened.hold().other();
    Dialogs.Locked choice = other
        .map(note -> dialogs.askLocked(nameOf(opened.hold().file()), note))
        .orElse(Dialogs.Locked.TAKE_OVER);
    switch (choice) {
      case CANCEL -> {
        return false;
      }
      case COPY -> {
        release(opened.hold());
        openAsCopy(opened.workspace(), words.get("file.copy", opened.workspace().title()));
      }
      case READ_ONLY -> replace(opened.workspace(), Optional.of(opened.hold()), true);
      case TAKE_OVER -> {
        if (other.isPresent()) {
          takeOver(opened.hold());
        }
        replace(opened.workspace(), Optional.of(opened.hold()), false);
      }
    }
    state.get().file().ifPresent(remember);
    return true;
  }

  private void takeOver(Hold file) {
    disk.later(
        () -> {
          file.takeOver();
          return file;
        },
        done -> {});
  }

  private String messageOf(IOException fault) {
    return session.format().phrases().say(Objects.toString(fault.getMessage(), fault.toString()));
  }

  private void replace(Workspace workspace, Optional<Hold> file, boolean readOnly) {
    hold.ifPresent(this::release);
    hold = file;
    // The file first: what listens to the document asks where it belongs.
    state.set(new State(file.map(Hold::file), Optional.empty(), readOnly));
    session.open(workspace);
  }

  /** Shows a workspace that no file has, as something that is still to be saved. */
  void openAsCopy(Workspace workspace, String title) {
    replace(empty(), Optional.empty(), false);
    session.apply(Edit.of(words.get("step.copy"), blank -> workspace.withTitle(title)));
  }

  /**
   * Brings back what a program left that ended before it could save, over its file where that can be
   * opened; undo goes back to what the file holds.
   *
   * @return false where what is open here must stay and the user thinks better of it
   */
  boolean restore(RecoveryCopy copy) {
    boolean here = copy.file().isPresent() && copy.file().equals(state.get().file());
    if (!mayLeave()) {
      return false;
    }
    if (!here && !copy.file().map(this::openForRestore).orElse(false)) {
      replace(empty(), Optional.empty(), false);
    }
    session.apply(Edit.of(words.get("step.restore"), before -> copy.workspace()));
    return true;
  }

  private boolean openForRestore(Path file) {
    try {
      Hold.Opened opened =
          disk.call(words.get("wait.open", nameOf(file)), () -> safety.open(file), this::tooLate);
      return settle(opened);
    } catch (IOException away) { // the copy has the work; it only has no file to go back to
      return false;
    }
  }

  /** Saves to the document's file, asking for one where it has none; false where it wasn't saved. */
  boolean save() {
    return hold.filter(each -> !state.get().readOnly()).map(this::saveTo).orElseGet(this::saveAs);
  }

  boolean saveAs() {
    String suggested =
        state.get().file().map(WorkspaceFiles::nameOf).orElse(title() + WorkspaceFile.EXTENSION);
    return dialogs
        .chooseFileToSave(suggested)
        .map(WorkspaceFiles::withEnding)
        .map(this::saveAs)
        .orElse(false);
  }

  /** Saves what is open to another file and stays with its own; nothing is asked but where. */
  void saveCopy() {
    Workspace copied = session.document().current();
    dialogs
        .chooseFileToSave(title() + WorkspaceFile.EXTENSION)
        .map(WorkspaceFiles::withEnding)
        .ifPresent(file -> saveCopy(copied, file));
  }

  private void saveCopy(Workspace copied, Path file) {
    try {
      disk.call(
          words.get("wait.save", nameOf(file)),
          () -> {
            WorkspaceFile.write(copied, file);
            return file;
          },
          late -> {});
    } catch (Disk.GivenUp givenUp) {
      session.notice().set(Optional.of(words.get("wait.goesOn", nameOf(file))));
    } catch (IOException unwritable) {
      tellUnwritable(nameOf(file), unwritable);
    }
  }

  private static Path withEnding(Path file) {
    String name = nameOf(file);
    return name.contains(".") ? file : file.resolveSibling(name + WorkspaceFile.EXTENSION);
  }

  private boolean saveAs(Path file) {
    Path whole = file.toAbsolutePath();
    if (hold.isPresent() && hold.get().file().equals(whole) && !state.get().readOnly()) {
      return saveTo(hold.get());
    }
    Optional<Hold> claimed = claim(whole);
    if (claimed.isPresent() && !mayWrite(claimed.get())) {
      release(claimed.get());
      return false;
    }
    Optional<Hold> before = hold;
    boolean saved = claimed.map(this::write).orElse(false);
    (saved ? before : claimed).ifPresent(this::release);
    return saved;
  }

  private Optional<Hold> claim(Path file) {
    try {
      return Optional.of(
          disk.call(words.get("wait.save", nameOf(file)), () -> safety.claim(file), late -> {}));
    } catch (IOException givenUp) {
      return Optional.empty();
    }
  }

  private boolean mayWrite(Hold claimed) {
    Optional<LockNote> other = claimed.other();
    if (other.isEmpty()) {
      return true;
    }
    Dialogs.Locked choice = dialogs.askLocked(nameOf(claimed.file()), other.get());
    if (choice == Dialogs.Locked.TAKE_OVER) {
      takeOver(claimed);
      return true;
    }
    return false;
  }

  private boolean saveTo(Hold file) {
    Optional<Hold.OnDisk> onDisk = look(file);
    if (onDisk.isPresent() && file.other().isPresent()) {
      return saveTakenFile(file, file.other().get());
    }
    boolean changed = onDisk.equals(Optional.of(Hold.OnDisk.CHANGED));
    return onDisk.isPresent() && (!changed || settleChange(file)) && write(file);
  }

  private Optional<Hold.OnDisk> look(Hold file) {
    try {
      return Optional.of(
          disk.call(words.get("wait.save", nameOf(file.file())), file::look, late -> {}));
    } catch (IOException givenUp) {
      return Optional.empty();
    }
  }

  private boolean saveTakenFile(Hold file, LockNote by) {
    return switch (dialogs.askLocked(nameOf(file.file()), by)) {
      case TAKE_OVER -> {
        takeOver(file);
        yield write(file);
      }
      case READ_ONLY, COPY -> {
        state.set(new State(state.get().file(), state.get().saved(), true));
        yield saveAs();
      }
      case CANCEL -> false;
    };
  }

  private boolean write(Hold file) {
    Workspace written = session.document().current();
    String name = nameOf(file.file());
    try {
      disk.call(
          words.get("wait.save", name),
          () -> {
            file.save(written);
            return true;
          },
          late -> finishLate(late, file, written));
      finish(file, written);
      return true;
    } catch (Disk.GivenUp givenUp) {
      session.notice().set(Optional.of(words.get("wait.goesOn", name)));
    } catch (IOException unwritable) {
      tellUnwritable(name, unwritable);
    }
    return false;
  }

  private void tellUnwritable(String name, IOException unwritable) {
    dialogs.error(
        texts.get("file.unwritable", name),
        messageOf(unwritable) + " " + words.get("file.workIsSafe"));
  }

  private void finishLate(CompletableFuture<Boolean> late, Hold file, Workspace written) {
    if (!late.isCompletedExceptionally()) {
      finish(file, written);
    } else if (late.exceptionNow() instanceof IOException unwritable) {
      tellUnwritable(nameOf(file.file()), unwritable);
    }
  }

  private void finish(Hold file, Workspace written) {
    hold = Optional.of(file);
    LocalTime now = LocalTime.now(safety.clock());
    state.set(new State(Optional.of(file.file()), Optional.of(now), false));
    session.document().markSaved(written);
    remember.accept(file.file());
  }

  /** Looks in its own time whether another program has written or taken the file, and asks what to do. */
  void lookAtDisk() {
    if (hold.isEmpty() || looking) {
      return;
    }
    looking = true;
    Hold file = hold.get();
    disk.later(file::look, found -> {
      if (found == Hold.OnDisk.CHANGED && hold.equals(Optional.of(file))) {
        settleChange(file);
      }
      looking = false;
    });
  }

  /** Another program has written the file. Returns whether this window's work may be written over it. */
  private boolean settleChange(Hold file) {
    String name = nameOf(file.file());
    try {
      Workspace theirs = disk.call(words.get("wait.open", name), file::read, late -> {});
      return settleChange(file, theirs);
    } catch (UnreadableFile damaged) {
      return dialogs.askDamagedOnDisk(name, messageOf(damaged)) && keepMine(file, empty());
    } catch (IOException givenUp) {
      return false;
    }
  }

  private boolean settleChange(Hold file, Workspace theirs) {
    List<Difference> differences = Differences.between(session.document().current(), theirs);
    if (differences.isEmpty()) {
      return keepMine(file, theirs);
    }
    boolean unsaved = session.document().isDirty();
    return switch (dialogs.askChanged(nameOf(file.file()), differences, unsaved)) {
      case KEEP_MINE -> keepMine(file, theirs);
      case TAKE_THEIRS -> {
        session.apply(Edit.of(words.get("step.theirs"), mine -> theirs));
        keepMine(file, theirs);
        yield false;
      }
      case LATER -> false;
    };
  }

  /** What is on disk is known from now on, and what is open here counts as a change of it. */
  private boolean keepMine(Hold file, Workspace onDisk) {
    file.accept();
    session.document().markSaved(onDisk);
    return true;
  }

  /** The versions of the file that were saved before, the last one first. */
  List<Version> versions() {
    return state.get().file().map(safety.versions()::of).orElse(List.of());
  }

  /** What differs from a version to what is open; empty where the version can't be read. */
  Optional<List<Difference>> differencesTo(Version version) {
    try {
      return Optional.of(Differences.between(
          WorkspaceFile.read(version.place()), session.document().current()));
    } catch (UnreadableFile damaged) {
      return Optional.empty();
    }
  }

  /** The workspace of a version, or an explanation why there is none. */
  Optional<Workspace> read(Version version) {
    try {
      return Optional.of(WorkspaceFile.read(version.place()));
    } catch (UnreadableFile damaged) {
      dialogs.error(texts.get("file.unreadable", name()), messageOf(damaged));
      return Optional.empty();
    }
  }

  /** What a version is called when it is open. */
  String titleOf(Version version, Workspace workspace) {
    String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
        .withLocale(session.format().locale())
        .withZone(safety.clock().getZone())
        .format(version.saved());
    return words.get("file.version", workspace.title(), when);
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

  /** The window closes: gives the file back. */
  void close() {
    disk.finish(() -> hold.ifPresent(Hold::release));
  }
}
