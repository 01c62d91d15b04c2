package app.waterline.ui.shell;

import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.View;
import app.waterline.ui.control.Choosing;
import app.waterline.ui.control.Scrolling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The tabs and the view that is up; only that one follows the figures. */
final class ViewHost {
  /** Smaller than this a view tells nothing. */
  private static final double LEAST_WIDTH = 480;

  private static final double LEAST_HEIGHT = 400;

  private final Session session;
  private final List<View> views;
  private final StackPane center = new StackPane();
  private final ScrollPane around = Scrolling.filling(center);
  private final HBox tabs = new HBox();
  private final ToggleGroup group = new ToggleGroup();
  private final ReadOnlyObjectWrapper<@Nullable View> current = new ReadOnlyObjectWrapper<>();

  ViewHost(Session session, List<View> views, Texts texts) {
    this.session = session;
    this.views = List.copyOf(views);
    center.getStyleClass().add("view-host");
    center.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
    around.getStyleClass().addAll("side-scroll", "view-scroll");
    around.setFitToWidth(true);
    around.setFitToHeight(true);
    around.setFocusTraversable(false);
    tabs.getStyleClass().add("view-tabs");
    tabs.setMinWidth(Region.USE_PREF_SIZE);
    views.forEach(view -> tabs.getChildren().add(tab(view, texts)));
    Choosing.follow(group, tab -> show((View) tab.getUserData()));
    session.evaluation().subscribe(figures -> shown().ifPresent(view -> view.show(figures)));
    session.bands().subscribe((before, bands) -> showRanges());
    if (views.isEmpty()) {
      center.getChildren().setAll(new Label(texts.get("view.none")));
    } else {
      show(views.getFirst());
    }
  }

  /** While figures move no range belongs to them, and they are shown for themselves. */
  private void showRanges() {
    if (!session.isMoving()) {
      shown()
          .filter(View::showsRanges)
          .ifPresent(view -> view.show(session.evaluation().get()));
    }
  }

  private ToggleButton tab(View view, Texts texts) {
    ToggleButton tab = new ToggleButton(texts.get("view." + view.id()));
    tab.setId("tab-" + view.id());
    tab.getStyleClass().add("view-tab");
    tab.setToggleGroup(group);
    tab.setUserData(view);
    tab.setMinWidth(Region.USE_PREF_SIZE);
    return tab;
  }

  /** What fills the room between the panes; where that is too small for a view, it scrolls. */
  ScrollPane center() {
    return around;
  }

  HBox tabs() {
    return tabs;
  }

  List<View> views() {
    return views;
  }

  /** The ids of the views, in the order of the tabs. */
  List<String> ids() {
    return views.stream().map(View::id).toList();
  }

  /** The id of the view that is up; empty text where there is none. */
  String shownId() {
    return shown().map(View::id).orElse("");
  }

  ReadOnlyObjectProperty<@Nullable View> current() {
    return current.getReadOnlyProperty();
  }

  private Optional<View> shown() {
    return Optional.ofNullable(current.get());
  }

  /** Shows the view of that id, if there is one. */
  void show(String id) {
    views.stream().filter(view -> view.id().equals(id)).findFirst().ifPresent(this::show);
  }

  /** Gives a file to the view of that id, which comes up for it. */
  void openFile(String id, Path file) {
    show(id);
    shown().filter(view -> view.id().equals(id)).ifPresent(view -> view.openFile(file));
  }

  void show(View view) {
    Choosing.select(group, view);
    if (shown().equals(Optional.of(view))) {
      return;
    }
    shown().ifPresent(View::hidden);
    current.set(view);
    view.show(session.evaluation().get());
    center.getChildren().setAll(view.node());
  }
}
