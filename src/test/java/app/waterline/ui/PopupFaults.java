package app.waterline.ui;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;

/**
 * For tests that show popups on JavaFX's headless platform: it throws on its own threads where a popup
 * reaches off its screen ({@code HeadlessWindow.blit}) or hides under another ({@code PopupWindow}'s
 * focus listener), at any later time, so that another test would fail for it. What a test asks the
 * robot to do still throws in the test. Named before TestFX's own extension, so that it is still in
 * force while that one hides the windows that a test left.
 */
public final class PopupFaults implements BeforeEachCallback, AfterEachCallback {
  @Override
  public void beforeEach(ExtensionContext context) {
    WaitForAsyncUtils.autoCheckException = false;
    WaitForAsyncUtils.clearExceptions();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.clearExceptions();
    WaitForAsyncUtils.autoCheckException = true;
  }
}
