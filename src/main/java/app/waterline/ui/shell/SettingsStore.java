package app.waterline.ui.shell;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings in force, the same for every window; what changes is saved at once. */
final class SettingsStore {
  private final SettingsFile file;
  private final ReadOnlyObjectWrapper<Settings> current;

  SettingsStore(SettingsFile file) {
    this.file = file;
    this.current = new ReadOnlyObjectWrapper<>(file.load());
  }

  ReadOnlyObjectProperty<Settings> current() {
    return current.getReadOnlyProperty();
  }

  Settings get() {
    return current.get();
  }

  void update(UnaryOperator<Settings> change) {
    current.set(change.apply(current.get()));
    file.save(current.get());
  }

  /** The file that they are kept in. */
  SettingsFile file() {
    return file;
  }

  /** Another file of the program in the same folder. */
  Path beside(String name) {
    return file.beside(name);
  }
}
