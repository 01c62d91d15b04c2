package app.waterline.ui.scenario;

import app.waterline.document.Edits;
import app.waterline.model.Capability;
import app.waterline.model.CapabilityState;
import app.waterline.model.Platform;
import app.waterline.model.Support;
import app.waterline.model.Workspace;
import app.waterline.ui.Session;
import app.waterline.ui.Texts;
import app.waterline.ui.control.Hints;
import atlantafx.base.controls.ToggleSwitch;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is below the waterline of one platform, to switch on and off. */
final class CapabilitySwitches extends VBox {
  private final Session session;
  private final Texts texts;
  private final Label title = new Label();
  private final Map<Capability, ToggleSwitch> switches = new EnumMap<>(Capability.class);
  private boolean showing;

  CapabilitySwitches(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    getStyleClass().add("scenario-group");
    title.getStyleClass().add("panel-title");
    getChildren().add(title);
    for (Capability capability : Capability.values()) {
      getChildren().add(row(capability));
    }
  }

  private HBox row(Capability capability) {
    Label name = new Label(texts.get("capability." + capability));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    ToggleSwitch toggle = new ToggleSwitch();
    toggle.setId("capability-" + capability);
    toggle.selectedProperty().addListener((property, before, on) -> switched(capability, on));
    toggle.setAccessibleRole(AccessibleRole.CHECK_BOX);
    switches.put(capability, toggle);
    HBox row = new HBox(name, spring, toggle);
    row.getStyleClass().add("scenario-row");
    return row;
  }

  private Optional<Platform> platform() {
    Workspace workspace = session.document().current();
    return session
        .selectedPlatform()
        .or(() -> workspace.platforms().stream()
            .filter(each -> !each.id().equals(workspace.baseline()))
            .findFirst())
        .or(() -> workspace.platforms().stream().findFirst());
  }

  private void switched(Capability capability, boolean on) {
    if (!showing) {
      platform()
          .ifPresent(platform -> session.apply(Edits.capability(
              texts.get(
                  on ? "edit.capabilityOn" : "edit.capabilityOff",
                  platform.name(),
                  texts.get("capability." + capability)),
              platform.id(),
              capability,
              on)));
    }
  }

  void show() {
    Optional<Platform> platform = platform().filter(each -> each.hardware() != null);
    setVisible(platform.isPresent());
    setManaged(platform.isPresent());
    platform.ifPresent(this::show);
  }

  private void show(Platform platform) {
    showing = true;
    title.setText(texts.get("scenario.capabilities", platform.name()));
    switches.forEach((capability, toggle) -> {
      CapabilityState state = Edits.stateOf(platform, capability);
      String name = texts.get("capability." + capability);
      String hint = texts.get("support." + state.support(), name);
      toggle.setSelected(state.on());
      toggle.setDisable(state.support() == Support.NO);
      toggle.setAccessibleText(name + ", " + texts.get(state.on() ? "switch.on" : "switch.off"));
      Hints.show(toggle, hint);
    });
    showing = false;
  }
}
