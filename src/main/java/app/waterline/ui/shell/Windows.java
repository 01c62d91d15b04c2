package app.waterline.ui.shell;

import app.waterline.io.safe.RecoveryCopy;
import app.waterline.io.safe.RecoveryFolder;
import app.waterline.model.Workspace;
import app.waterline.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * The windows of the program, each with a workspace of its own. A file that is open already comes to the
 * front; another one takes a window that nobody has touched, or else a new one.
 */
final class Windows implements Workbench.Company, LeftWork.Restoring, Faults.Screen {
  private static final double ASIDE = 32;

  private final List<Workbench> open = new ArrayList<>();
  private final Supplier<Workbench> maker;
  private final RecoveryFolder recovery;
  private final Diagnostics diagnostics;
  private final Texts words;

  /**
   * @param maker makes a window with the sample in it, and shows it
   * @param recovery where work was left
   * @param words the bundle on safety
   */
  Windows(
      Supplier<Workbench> maker, RecoveryFolder recovery, Diagnostics diagnostics, Texts words) {
    this.maker = maker;
    this.recovery = recovery;
    this.diagnostics = diagnostics;
    this.words = words;
  }

  /** One more window, on the sample. */
  Workbench add() {
    Workbench added = maker.get();
    if (!open.isEmpty()) {
      added.stepAside(ASIDE * open.size());
    }
    added.join(this);
    open.add(added);
    return added;
  }

  /** Opens a file where it belongs; without one, brings the last window to the front. */
  void take(Optional<Path> file) {
    Workbench window = file.map(this::windowFor).orElseGet(this::last);
    window.toFront();
    file.filter(path -> !has(window, path)).ifPresent(path -> window.take(List.of(path)));
  }

  /** In its own time: comparing with the files takes as long as their disks do. */
  void offerLeftWork() {
    LeftWork left = new LeftWork(recovery);
    Thread.ofPlatform().daemon().name("recovery-offer").start(() -> {
      List<LeftWork.Found> found = left.find();
      Platform.runLater(() -> left.ask(found, last().dialogs(), this));
    });
  }

  /** Says once that the settings were not understood. */
  void tell(SettingsFile.SetAside aside) {
    String key = "settings." + aside.why().name().toLowerCase(Locale.ROOT);
    note(words.get(key, String.valueOf(aside.copy().getFileName())));
  }

  private void note(String text) {
    open.forEach(window -> window.session().notice().set(Optional.of(text)));
  }

  /** The window that was opened last; one more where all are closed. */
  Workbench last() {
    return open.isEmpty() ? add() : open.getLast();
  }

  private Workbench windowFor(Path file) {
    return open.stream()
        .filter(window -> has(window, file))
        .findFirst()
        .orElseGet(this::freeWindow);
  }

  private static boolean has(Workbench window, Path file) {
    return window.files().state().get().file().equals(Optional.of(file.toAbsolutePath()));
  }

  private Workbench freeWindow() {
    return open.stream()
        .filter(window -> window.files().isUntouched())
        .findFirst()
        .orElseGet(this::add);
  }

  @Override
  public void openCopy(Workspace workspace, String title) {
    Workbench window = freeWindow();
    window.files().openAsCopy(workspace, title);
    window.toFront();
  }

  @Override
  public boolean restore(RecoveryCopy copy) {
    Workbench window = copy.file()
        .flatMap(file -> open.stream().filter(each -> has(each, file)).findFirst())
        .orElseGet(this::freeWindow);
    window.toFront();
    return window.files().restore(copy) && window.keepWork();
  }

  @Override
  public String diagnostics() {
    return diagnostics.text(
        open.stream().map(window -> window.session().document().current()).toList());
  }

  @Override
  public void left(Workbench workbench) {
    open.remove(workbench);
  }

  @Override
  public void keepWork() {
    List.copyOf(open).forEach(Workbench::keepWork);
  }

  @Override
  public void tell(FaultReport report) {
    if (!open.isEmpty()) {
      Workbench window = open.getLast();
      window.dialogs().fault(report, window.files()::saveCopy);
    }
  }

  @Override
  public void note() {
    note(words.get("fault.again"));
  }
}
