package app.waterline.ui.palette;

import app.waterline.ui.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the palette: what it is, its name with the letters that were meant, its value, its shortcut. */
final class PaletteRow extends ListCell<Finder.Found> {
  private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");
  private static final Map<Entry.Kind, Feather> ICONS = Map.of(
      Entry.Kind.ACTION, Feather.ZAP,
      Entry.Kind.VIEW, Feather.LAYOUT,
      Entry.Kind.INPUT, Feather.SLIDERS,
      Entry.Kind.PLATFORM, Feather.CPU,
      Entry.Kind.SCENE, Feather.CAMERA,
      Entry.Kind.FILE, Feather.FILE);

  private final Texts texts;
  private final FontIcon icon = new FontIcon();
  private final TextFlow title = new TextFlow();
  private final Label detail = new Label();
  private final Label kind = new Label();
  private final Label keys = new Label();
  private final HBox row;

  PaletteRow(Texts texts) {
    this.texts = texts;
    getStyleClass().add("palette-row");
    icon.getStyleClass().add("palette-icon");
    detail.getStyleClass().add("palette-detail");
    kind.getStyleClass().add("palette-kind");
    keys.getStyleClass().add("palette-keys");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    keys.setMinWidth(Region.USE_PREF_SIZE);
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.setMaxHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    detail.setMaxWidth(Double.MAX_VALUE);
    detail.setMinWidth(0);
    row = new HBox(12, icon, title, detail, kind, keys);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Finder.@Nullable Found found, boolean empty) {
    super.updateItem(found, empty);
    if (found == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      show(found.entry(), found.letters());
    }
  }

  private void show(Entry entry, BitSet letters) {
    icon.setIconCode(ICONS.get(entry.kind()));
    title.getChildren().setAll(parts(entry.title(), letters));
    detail.setText(entry.enabled() ? entry.detail() : texts.get("palette.unavailable"));
    kind.setText(texts.get("palette.kind." + entry.kind()));
    keys.setText(entry.keys());
    keys.setVisible(!entry.keys().isEmpty());
    keys.setManaged(keys.isVisible());
    pseudoClassStateChanged(UNAVAILABLE, !entry.enabled());
    setAccessibleText(spoken(entry, texts));
    setGraphic(row);
  }

  /** The entry as a screen reader says it. */
  static String spoken(Entry entry, Texts texts) {
    List<String> parts = new ArrayList<>(List.of(entry.title()));
    parts.add(entry.enabled() ? entry.detail() : texts.get("palette.unavailable"));
    parts.add(texts.get("palette.kind." + entry.kind()));
    parts.add(entry.keys());
    parts.removeIf(String::isEmpty);
    return String.join(", ", parts);
  }

  private static List<Text> parts(String title, BitSet letters) {
    List<Text> parts = new ArrayList<>();
    for (int from = 0; from < title.length(); ) {
      boolean meant = letters.get(from);
      int next = meant ? letters.nextClearBit(from) : letters.nextSetBit(from);
      int to = next < 0 ? title.length() : Math.min(next, title.length());
      Text part = new Text(title.substring(from, to));
      part.getStyleClass().add(meant ? "palette-meant" : "palette-title");
      parts.add(part);
      from = to;
    }
    return parts;
  }
}
