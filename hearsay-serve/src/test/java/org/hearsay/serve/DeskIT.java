package org.hearsay.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.hearsay.casefile.DocumentRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clicks through the desk in a real browser. */
class DeskIT {

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = new Browser(folder.resolve("case"));
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @AfterEach
  void nothingWentWrongAndNothingWasAskedOfTheOutside() {
    var complaints = java.util.List.copyOf(browser.complaints);
    browser.complaints.clear();
    assertThat(complaints).isEmpty();
  }

  private static Page desktop(String path) {
    return browser.open(path, 1280, 860, ColorScheme.LIGHT);
  }

  private static DocumentRecord document(String part) {
    return browser.cases().documents().stream()
        .filter(d -> d.uri().contains(part))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDemoCaseOpensAndSearchFindsAsOneTypes() {
    var page = desktop("/");
    assertThat(page.locator("#listing .card").first()).isVisible();
    page.locator("#q").pressSequentially("memoir");
    assertThat(page.locator("#listing .snippet mark").first())
        .containsText(Pattern.compile("memoir", Pattern.CASE_INSENSITIVE));
    assertThat(page).hasURL(Pattern.compile("q=memoir"));
    page.locator("#q").fill("zzzzqq");
    assertThat(page.locator("#listing")).containsText("Nothing found");
  }

  @Test
  void aStatementChosenInTheTextIsLitInTheCapturedPage() {
    var page = desktop("/documents/" + document("06-").id());
    var card = page.locator("#said .statement:has(.locate)").first();
    var id = card.getAttribute("data-statement");
    page.locator("[data-ref='" + id + "']").click();
    assertThat(card).hasClass(Pattern.compile("chosen"));
    assertThat(page.locator("#story [data-chosen=content]").first()).isVisible();
    card.locator(".locate").click();
    var frame = page.frameLocator("#frame");
    var lit = frame.locator("mark[data-hearsay=content]");
    assertThat(lit.first()).isInViewport();
    var inPage = String.join("", lit.allTextContents());
    var inText = String.join("", page.locator("#story [data-chosen=content]").allTextContents());
    assertThat(plain(inPage)).isNotEmpty().isEqualTo(plain(inText));
    assertThat(frame.locator(".hearsay-copy")).containsText("Marked copy");
  }

  @Test
  void aStatementChosenByTheAddressIsLitOnceTheCapturedPageIsShown() {
    var address = "/documents/" + document("06-").id();
    var last = desktop(address).locator("#said .statement:has(.locate)").last();
    var page = desktop(address + "?statement=" + last.getAttribute("data-statement"));
    page.keyboard().press("p");
    var lit = page.frameLocator("#frame").locator("mark[data-hearsay=content]");
    assertThat(lit.first()).isInViewport();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00A0\\u202F\\u00AD]+", "");
  }

  @Test
  void aWindows1252PageShowsItsLetters() {
    var record =
        browser.cases().documents().stream()
            .filter(
                d ->
                    browser.cases().reading(d.id()).orElseThrow().source().charset() != null
                        && !"UTF-8"
                            .equals(
                                browser.cases().reading(d.id()).orElseThrow().source().charset()))
            .findFirst()
            .orElseThrow();
    var page = desktop("/documents/" + record.id() + "/page");
    assertThat(page.locator("body")).containsText(Pattern.compile("[éèà]"));
    assertThat(page.locator("body").textContent()).doesNotContain("\uFFFD", "Ã©");
  }

  @Test
  void anUploadArrivesOnceAndABadFileIsToldWhy() {
    var page = desktop("/documents");
    var text =
        "The harbour stays open.\n\n\"We will not close it,\" said Wilma Oduya, the harbour"
            + " master, on 3 May 2022.\n";
    var upload =
        new FilePayload("harbour.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    var bad = new FilePayload("noise.bin", "application/octet-stream", new byte[] {0, 1, 2, 0, 3});
    page.locator("#files").setInputFiles(new FilePayload[] {upload, bad});
    assertThat(page.locator("#outcomes .added")).hasCount(1);
    assertThat(page.locator("#outcomes .unreadable .reason")).hasCount(1);
    assertThat(page.locator("#progress-line")).containsText("All 2 done");
    page.locator("#files").setInputFiles(upload);
    assertThat(page.locator("#outcomes .already-there")).hasCount(1);
    page.locator("#outcomes .added a").click();
    assertThat(page.locator("#story")).containsText("The harbour stays open.");
  }

  @Test
  void anAddressThatMayNotBeFetchedIsToldWhy() {
    var page = desktop("/documents");
    page.locator("#url").fill("http://127.0.0.1:9/page");
    page.locator("#address button").click();
    assertThat(page.locator("#outcomes .unreadable .reason")).hasCount(1);
  }

  @Test
  void theKeyboardAloneLeadsFromSearchToTheCapturedPage() {
    var page = desktop("/documents");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("audit");
    assertThat(page.locator("#listing .snippet").first()).isVisible();
    page.locator("#listing .card").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/documents/*");
    page.waitForLoadState(); // the keys work once the script has run
    assertThat(page.locator("#story")).isVisible();
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(page.locator("#said .statement.chosen .num")).hasText("2");
    page.keyboard().press("k");
    assertThat(page.locator("#said .statement.chosen .num")).hasText("1");
    page.keyboard().press("p");
    assertThat(page.locator("#frame")).isVisible();
    assertThat(page.frameLocator("#frame").locator("mark").first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator(".statement.chosen")).hasCount(0);
  }

  @Test
  void theThemeCanBeChosenAndIsKept() {
    var page = desktop("/documents");
    page.locator("#theme").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
  }

  @Test
  void everyPageFitsAPhone() {
    var id = document("01-").id();
    for (var path : new String[] {"/documents", "/documents/" + id, "/people", "/check"}) {
      var page = browser.open(path, 360, 740, ColorScheme.DARK);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as(path)
          .isLessThanOrEqualTo(360);
    }
    var page = browser.open("/documents/" + id, 360, 740, ColorScheme.LIGHT);
    page.locator("#story [data-ref]").first().click();
    assertThat(page.locator("#peek")).isVisible();
    page.locator("#peek-show").click();
    assertThat(page.frameLocator("#frame").locator("mark").first()).isInViewport();
  }

  @Test
  void aPointIsSetAsideWithAReasonAndTakenUpAgain() {
    var page = desktop("/check");
    var open = page.locator("#main > .findings > .finding");
    var before = open.count();
    assertThat(before).isPositive();
    var finding = open.first();
    finding.locator(".aside summary").click();
    finding.locator("input[name=why]").fill("both print the same dispatch");
    finding.locator("input[name=who]").fill("Ada");
    finding.locator(".judge button").click();
    assertThat(page.locator("#main > .findings > .finding")).hasCount(before - 1);
    page.locator(".dismissed > summary").click();
    assertThat(page.locator(".judged").first()).containsText("both print the same dispatch");
    page.locator(".dismissed .judge button").first().click();
    assertThat(page.locator("#main > .findings > .finding")).hasCount(before);
  }
}
