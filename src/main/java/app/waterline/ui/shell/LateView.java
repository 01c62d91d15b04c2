package app.waterline.ui.shell;

import app.waterline.engine.Evaluation;
import app.waterline.ui.View;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A view that is built when it first comes up: the start of the program waits for one view, not for six. */
final class LateView implements View {
  private final String id;
  private final List<String> pages;
  private final Supplier<View> maker;
  private @Nullable View made;

  /**
   * @param id of the view that is made
   * @param pages of the view that is made
   * @param maker makes it, once
   */
  LateView(String id, List<String> pages, Supplier<View> maker) {
    this.id = id;
    this.pages = List.copyOf(pages);
    this.maker = maker;
  }

  LateView(String id, Supplier<View> maker) {
    this(id, List.of(), maker);
  }

  private View view() {
    View known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Node node() {
    return view().node();
  }

  @Override
  public void show(Evaluation evaluation) {
    view().show(evaluation);
  }

  @Override
  public boolean showsRanges() {
    return view().showsRanges();
  }

  @Override
  public List<String> pages() {
    return pages;
  }

  @Override
  public void open(String page) {
    view().open(page);
  }

  @Override
  public void openFile(Path file) {
    view().openFile(file);
  }

  @Override
  public void hidden() {
    if (made != null) {
      made.hidden();
    }
  }
}
