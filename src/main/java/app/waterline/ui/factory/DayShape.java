package app.waterline.ui.factory;

import app.waterline.document.Edits;
import app.waterline.format.QuantityFormat;
import app.waterline.model.InvalidInput;
import app.waterline.model.Planning;
import app.waterline.model.Scenario;
import app.waterline.model.Unit;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Spoken;
import atlantafx.base.controls.Popover;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The load hour by hour: what is in force, as small bars, and a card to enter another day. */
final class DayShape extends VBox {
  private static final int HOURS = 24;
  private static final double HIGH = 26;
  private static final List<Double> OFFICE = List.of(
      0.3, 0.25, 0.2, 0.2, 0.2, 0.3, 0.5, 0.8, 1.2, 1.6, 1.8, 1.8, 1.6, 1.7, 1.8, 1.7, 1.6, 1.4,
      1.2, 1.1, 1.0, 0.8, 0.6, 0.4);

  private final Session session;
  private final Texts texts;
  private final Button edit = new Button();
  private final HBox bars = new HBox(1);
  private List<Double> shown = List.of();

  DayShape(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    Label name = new Label(texts.get("day.title"));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    edit.setId("day-edit");
    edit.getStyleClass().add("link-button");
    edit.setOnAction(event -> open());
    bars.setAlignment(Pos.BOTTOM_LEFT);
    bars.setMaxHeight(HIGH);
    HBox row = new HBox(name, spring, edit);
    row.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("day-shape");
    getChildren().addAll(row, bars);
    render();
  }

  void show(Scenario scenario) {
    Planning planning = scenario.planning();
    List<Double> hours = planning == null ? List.of() : planning.hourlyLoad();
    if (!hours.equals(shown)) {
      shown = hours;
      render();
    }
  }

  private void render() {
    edit.setText(shown.isEmpty() ? texts.get("day.level") : texts.get("day.shaped", peak()));
    edit.setAccessibleText(texts.get("day.title") + ", " + edit.getText());
    bars.setVisible(shown.size() == HOURS);
    bars.setManaged(shown.size() == HOURS);
    double most = shown.stream().mapToDouble(each -> each).max().orElse(1);
    bars.getChildren().setAll(shown.size() == HOURS ? columns(most) : List.of());
  }

  private List<Region> columns(double most) {
    return shown.stream().map(hour -> column(hour / most)).toList();
  }

  private static Region column(double share) {
    Region bar = new Region();
    bar.getStyleClass().add("day-bar");
    bar.setMinSize(4, Math.max(1, share * HIGH));
    bar.setMaxHeight(Math.max(1, share * HIGH));
    HBox.setHgrow(bar, Priority.ALWAYS);
    return bar;
  }

  private String peak() {
    double mean = shown.stream().mapToDouble(each -> each).average().orElse(1);
    return session.format().ratio(Collections.max(shown) / mean);
  }

  private void open() {
    TextArea hours = new TextArea(text(shown));
    hours.setId("day-hours");
    hours.setWrapText(true);
    hours.setPrefRowCount(3);
    hours.setPrefColumnCount(32);
    Spoken.name(hours, texts.get("day.title"));
    Label help = new Label(texts.get("day.help"));
    help.setWrapText(true);
    help.setMaxWidth(360);
    help.getStyleClass().add("muted");
    Label message = new Label();
    message.setId("day-message");
    message.getStyleClass().add("field-message");
    message.setWrapText(true);
    message.setMaxWidth(360);
    Button office = new Button(texts.get("day.office"));
    office.setOnAction(event -> hours.setText(text(OFFICE)));
    Button apply = new Button(texts.get("day.apply"));
    apply.setId("day-apply");
    apply.setDefaultButton(true);
    HBox buttons = new HBox(8, office, apply);
    VBox card = new VBox(8, help, hours, message, buttons);
    card.getStyleClass().add("day-card");
    Popover popover = new Popover(card);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
    apply.setOnAction(event -> {
      String refused = apply(hours.getText());
      message.setText(refused == null ? "" : refused);
      if (refused == null) {
        popover.hide();
      }
    });
    popover.show(edit);
  }

  private String text(List<Double> hours) {
    return hours.stream()
        .map(each -> session.format().field(each, Unit.NONE))
        .collect(Collectors.joining("  "));
  }

  /** Puts the hours in force; what is wrong with them, or null. */
  private @Nullable String apply(String text) {
    try {
      List<Double> hours = hours(text);
      session.apply(Edits.scenario(texts.get("edit.day"), old -> old.withPlanning(in(old, hours))));
      return null;
    } catch (InvalidInput | QuantityFormat.Unreadable refused) {
      return session.format().phrases().say(refused);
    }
  }

  private List<Double> hours(String text) throws QuantityFormat.Unreadable {
    List<Double> hours = new ArrayList<>();
    for (String each : text.strip().split("[\\s;]+", -1)) {
      if (!each.isEmpty()) {
        hours.add(session.format().parse(each, Unit.NONE));
      }
    }
    if (!hours.isEmpty() && hours.size() != HOURS) {
      throw new InvalidInput(texts.get("day.count", hours.size()));
    }
    return hours;
  }

  private static @Nullable Planning in(Scenario scenario, List<Double> hours) {
    Planning old = scenario.planning() == null ? Planning.DEFAULT : scenario.planning();
    Planning next = new Planning(
        hours.isEmpty() ? old.peakToAverage() : null,
        hours,
        old.spareSystems(),
        old.rampUpMonths(),
        old.taxRate());
    return next.equals(Planning.DEFAULT) ? null : next;
  }
}
