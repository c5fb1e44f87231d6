package org.hearsay.serve;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.hearsay.casefile.DocumentRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the README's pictures, when told where to: {@code -Dscreenshots=docs}. */
class ScreenshotsIT {

  @TempDir Path folder;

  @Test
  void takesThePictures() {
    var where = System.getProperty("screenshots", "");
    Assumptions.assumeFalse(where.isEmpty(), "no -Dscreenshots=DIRECTORY");
    var into = Path.of(System.getProperty("hearsay.root")).resolve(where);
    try (var browser = new Browser(folder.resolve("The channel affair"))) {
      var id =
          browser.cases().documents().stream()
              .filter(d -> d.uri().contains("06-"))
              .map(DocumentRecord::id)
              .findFirst()
              .orElseThrow();
      var page = browser.open("/documents/" + id, 1360, 850, ColorScheme.LIGHT);
      for (var i = 0; i < 3; i++) {
        page.keyboard().press("j");
      }
      page.keyboard().press("p");
      page.frameLocator("#frame").locator("mark").first().waitFor();
      take(page, into.resolve("desk-document.png"));
      take(browser.open("/check", 1360, 850, ColorScheme.DARK), into.resolve("desk-check.png"));
    }
  }

  private static void take(Page page, Path file) {
    page.waitForTimeout(500); // for the last repaint
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }
}
