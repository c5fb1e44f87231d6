package org.hearsay.serve;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.capture.Capture;
import org.hearsay.capture.Captures;
import org.hearsay.casefile.CaseFolder;

/** Chromium looking at a desk over the example pages; hears what goes wrong in it. */
final class Browser implements AutoCloseable {

  private final Playwright playwright = Playwright.create();
  private final com.microsoft.playwright.Browser chromium;
  private final CaseFolder cases;
  private final Desk desk;

  /** Console errors, failed scripts, and requests for anything that is not the desk's. */
  final List<String> complaints = new ArrayList<>();

  Browser(Path folder) {
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("hearsay.chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    cases = CaseFolder.openOrCreate(folder);
    addExamples();
    desk = Desk.start(cases, new Desk.Options(0, false));
  }

  static Path examples() {
    return Path.of(System.getProperty("hearsay.root")).resolve("examples/pages");
  }

  private void addExamples() {
    Captures.read(
        examples(),
        new Captures.Sink() {
          @Override
          public void capture(Capture capture) {
            cases.add(capture);
          }

          @Override
          public void unreadable(String where, String why) {
            throw new AssertionError(where + ": " + why);
          }
        });
  }

  CaseFolder cases() {
    return cases;
  }

  String address(String path) {
    return desk.address() + path.substring(1);
  }

  /** A page of its own, at this size and in these colours. */
  Page open(String path, int width, int height, ColorScheme colours) {
    BrowserContext context =
        chromium.newContext(
            new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    context.setDefaultTimeout(30_000);
    var page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            complaints.add(message.type() + " on the console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("script failed: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(desk.address()) && !request.url().startsWith("data:")) {
            complaints.add("asked the outside for " + request.url());
          }
        });
    page.navigate(address(path));
    return page;
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
    desk.close();
    cases.close();
  }
}
