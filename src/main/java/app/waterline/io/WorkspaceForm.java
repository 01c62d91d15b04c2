package app.waterline.io;

import app.waterline.model.Currency;
import app.waterline.model.Platform;
import app.waterline.model.PriceList;
import app.waterline.model.Scenario;
import app.waterline.model.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The top level of a workspace file: the workspace, and which program wrote it in which form. */
record WorkspaceForm(
    int schemaVersion,
    @Nullable String writtenBy,
    String title,
    @Nullable String notes,
    Currency currency,
    @Nullable String baseline,
    Scenario scenario,
    List<Platform> platforms,
    List<PriceList> priceLists,
    @Nullable SnapshotsForm snapshots) {

  static WorkspaceForm of(Workspace workspace) {
    return new WorkspaceForm(
        JsonReading.SCHEMA_VERSION,
        WorkspaceFile.WRITTEN_BY,
        workspace.title(),
        workspace.notes(),
        workspace.currency(),
        workspace.baseline(),
        workspace.scenario(),
        workspace.platforms(),
        workspace.priceLists(),
        SnapshotsForm.of(workspace.snapshots()));
  }

  Workspace workspace() {
    return new Workspace(
        title,
        notes,
        currency,
        baseline,
        scenario,
        platforms,
        priceLists,
        snapshots == null ? List.of() : snapshots.snapshots());
  }
}
