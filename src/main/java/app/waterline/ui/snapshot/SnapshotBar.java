package app.waterline.ui.snapshot;

import app.waterline.document.Differences;
import app.waterline.document.SnapshotEdits;
import app.waterline.model.Snapshot;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import app.waterline.ui.control.Spoken;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Under the scenario: freeze the present state, and flip between it, A, and the present, B. */
public final class SnapshotBar extends VBox {
  private static final PseudoClass LOOKS_BACK = PseudoClass.getPseudoClass("looks-back");

  private final Session session;
  private final Snapshots snapshots;
  private final Texts texts;
  private final ToggleButton a = new ToggleButton(Session.FROZEN);
  private final ToggleButton b = new ToggleButton(Session.PRESENT);
  private final ComboBox<Snapshot> choice = new ComboBox<>();
  private final Label hint = new Label();
  private final Button differences = new Button();
  private final Button restore = new Button();
  private final HBox flip;
  private final HBox links;
  private final Subscription subscription;
  private boolean showing;

  /**
   * @param session what is shown
   * @param snapshots what the buttons do
   * @param texts {@code textsSnapshot}
   * @param showDifferences opens the list of what differs
   */
  public SnapshotBar(Session session, Snapshots snapshots, Texts texts, Runnable showDifferences) {
    this.session = session;
    this.snapshots = snapshots;
    this.texts = texts;
    getStyleClass().add("snapshot-bar");
    setId("snapshot-bar");
    differences.setOnAction(event -> showDifferences.run());
    this.flip = flip();
    this.links = links();
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.getStyleClass().add("snapshot-hint");
    getChildren().addAll(head(), flip, hint, links);
    subscription = session
        .compared()
        .subscribe(compared -> show())
        .and(session.looksBack().subscribe(back -> show()))
        .and(session.history().subscribe(history -> show()));
  }

  /** Stops following the session. */
  public void release() {
    subscription.unsubscribe();
  }

  private HBox head() {
    Label title = new Label(texts.get("bar.title"));
    title.getStyleClass().add("panel-title");
    Button freeze = new Button(texts.get("bar.freeze"));
    freeze.setId("snapshot-freeze");
    freeze.getStyleClass().add("link-button");
    Hints.show(freeze, texts.get("bar.freeze.help"));
    freeze.setOnAction(event -> snapshots.freeze());
    HBox head = new HBox(title, spring(), freeze);
    head.getStyleClass().add("snapshot-head");
    return head;
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  private HBox flip() {
    a.setId("snapshot-a");
    b.setId("snapshot-b");
    a.getStyleClass().add("left-pill");
    b.getStyleClass().add("right-pill");
    List.of(a, b).forEach(side -> {
      side.setMinWidth(40);
      Hints.show(side, texts.get("bar.flip.help"));
      side.setOnAction(event -> {
        if (session.looksBack().get() == side.equals(b)) {
          session.flip();
        }
        show();
      });
    });
    choice.setId("snapshot-choice");
    choice.setConverter(names());
    Spoken.name(choice, texts.get("bar.choice"));
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setMinWidth(0);
    choice.valueProperty().subscribe(this::chosen);
    HBox.setHgrow(choice, Priority.ALWAYS);
    HBox row = new HBox(new HBox(a, b), choice);
    row.getStyleClass().add("snapshot-flip");
    return row;
  }

  private static StringConverter<Snapshot> names() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Snapshot each) {
        return each == null ? "" : each.name();
      }

      @Override
      public Snapshot fromString(String text) {
        throw new UnsupportedOperationException("The choice is not typed [%s].".formatted(text));
      }
    };
  }

  private void chosen(@Nullable Snapshot snapshot) {
    if (!showing && snapshot != null) {
      session.compareWith(snapshot.name());
    }
  }

  private HBox links() {
    differences.setId("snapshot-differences");
    restore.setId("snapshot-restore");
    restore.setText(texts.get("bar.restore"));
    Hints.show(restore, texts.get("bar.restore.help"));
    restore.setOnAction(event -> session.compared().get().ifPresent(snapshots::restore));
    Button stop = new Button(texts.get("bar.stop"));
    stop.setId("snapshot-stop");
    Hints.show(stop, texts.get("bar.stop.help"));
    stop.setOnAction(event -> session.compareWithNone());
    List.of(differences, restore, stop).forEach(each -> {
      each.getStyleClass().add("link-button");
      each.setMinWidth(Region.USE_PREF_SIZE);
    });
    HBox row = new HBox(differences, spring(), restore, stop);
    row.getStyleClass().add("snapshot-links");
    return row;
  }

  private void show() {
    showing = true;
    Optional<Snapshot> compared = session.compared().get();
    boolean back = session.looksBack().get();
    boolean any = !snapshots.all().isEmpty();
    visible(flip, any);
    visible(links, compared.isPresent());
    choice.getItems().setAll(snapshots.all());
    choice.setValue(compared.orElse(null));
    choice.setPromptText(texts.get("bar.choose"));
    a.setSelected(back);
    b.setSelected(!back);
    a.setDisable(compared.isEmpty());
    b.setDisable(compared.isEmpty());
    pseudoClassStateChanged(LOOKS_BACK, back);
    hint.setText(compared.map(snapshot -> said(snapshot, back)).orElse(texts.get("bar.none")));
    visible(hint, !any || back);
    compared.ifPresent(this::count);
    showing = false;
  }

  private void count(Snapshot snapshot) {
    int count = Differences.between(
            snapshot.state(), SnapshotEdits.frozen(session.document().current()))
        .size();
    differences.setText(texts.get("bar.differences", count));
    restore.setDisable(count == 0);
  }

  private String said(Snapshot snapshot, boolean back) {
    return back ? texts.get("bar.back", snapshot.name(), snapshot.date()) : "";
  }

  private static void visible(Region region, boolean visible) {
    region.setVisible(visible);
    region.setManaged(visible);
  }
}
