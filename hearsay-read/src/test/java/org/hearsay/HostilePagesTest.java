package org.hearsay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hearsay.capture.Capture;
import org.hearsay.reading.ReadingInvariants;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Pages that were damaged or made to do harm are read in five seconds and, since the tests of this
 * module run with a heap of 512 MiB, within that.
 */
class HostilePagesTest {

  /** Of the processor; a busy machine may take longer by the clock. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TestFactory
  Stream<DynamicTest> madeToDoHarm() {
    var pages = new LinkedHashMap<String, Supplier<String>>();
    pages.put("nested 100,000 deep", () -> "<div>".repeat(100_000) + "She said it was deep.");
    pages.put("inline nested 100,000 deep", () -> "<p>" + "<b>".repeat(100_000) + "He said no.");
    pages.put("tables nested 20,000 deep", () -> "<table><tr><td>".repeat(20_000) + "text");
    pages.put("lists nested 50,000 deep", () -> "<ul><li>".repeat(50_000) + "text");
    pages.put("a million attributes", () -> "<p " + many(1_000_000, "a%d=1 ") + ">A text.</p>");
    pages.put("a million links", () -> many(1_000_000, "<a href=/%d>more</a> "));
    pages.put(
        "20 MB of comment", () -> "<p>One.</p><!--" + "x".repeat(20_000_000) + "--><p>Two.</p>");
    pages.put("an open comment", () -> "<p>One.</p><!-- " + "<p>Two.</p>".repeat(100_000));
    pages.put("an open script", () -> "<p>One.</p><script>" + "var a = '<p>';".repeat(100_000));
    pages.put("one word of 5 MB", () -> "<p>" + "x".repeat(5_000_000) + "</p>");
    pages.put("5 MB without a space", () -> "<p>" + "mot,«il».".repeat(500_000) + "</p>");
    pages.put("a million open quotation marks", () -> "<p>" + "« “ \" ".repeat(350_000) + "</p>");
    pages.put(
        "half a million incises", () -> "<p>" + "« Non », a-t-il dit. ".repeat(100_000) + "</p>");
    pages.put(
        "digits and separators", () -> "<p>" + "12/03-4.5 : 6 h 7, ".repeat(200_000) + "</p>");
    pages.put(
        "capitals", () -> "<p>" + "Le Ministre Jean M. Dupont-Martin De La Tour ".repeat(60_000));
    pages.put("a million paragraphs", () -> "<p>a".repeat(1_000_000));
    pages.put("json-ld nested 100,000 deep", () -> jsonLd("[".repeat(100_000)));
    pages.put("null bytes", () -> "<p>One\0two\0</p>".repeat(1000));
    pages.put("half surrogates", () -> "<p>One &#xD800; two &#xDFFF; &#x110000; &#0;</p>");
    pages.put("entities", () -> "<p>" + "&amp;&nbsp;&eacute;&bogus;&#1234567890;".repeat(100_000));
    pages.put("right to left", () -> "<p>\u202e" + "\u0627\u0644\u200f ".repeat(100_000) + "</p>");
    pages.put("combining marks", () -> "<p>e" + "\u0301".repeat(1_000_000) + "</p>");
    unclosed(pages);
    repeated(pages);
    return pages.entrySet().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey(),
                    () -> survives(page.getValue().get().getBytes(StandardCharsets.UTF_8))));
  }

  private static final String FILL =
      "<p>The mayor, who had been away, said on Monday that it was so.</p>";

  /** Tags that never end, or end what never began. */
  private static void unclosed(Map<String, Supplier<String>> pages) {
    var n = 100_000;
    pages.put("nested and closed", () -> "<div>".repeat(n) + FILL + "</div>".repeat(n));
    pages.put("nested links", () -> "<a href=x>y".repeat(n) + FILL);
    pages.put("crossing tags", () -> "<b><p></b><i></p></i>".repeat(n) + FILL);
    pages.put(
        "stray end tags", () -> "<div><b>".repeat(500) + "</p></a></li></td></table>".repeat(n));
    pages.put("nested drops", () -> "<svg><button><noscript>".repeat(n) + FILL);
    pages.put("one endless comment", () -> FILL + "<!--" + "-".repeat(10_000_000));
    pages.put("an unclosed quote", () -> FILL + "<a href=\"" + "x>".repeat(1_000_000));
    pages.put("unclosed scripts", () -> "<script>".repeat(n));
    pages.put("half raw ends", () -> "<script>" + "</scrip".repeat(n));
    pages.put(
        "ampersands", () -> "<p>" + "&".repeat(1_000_000) + "&amp".repeat(n) + "&#x".repeat(n));
    pages.put("open angles", () -> "<".repeat(1_000_000));
    pages.put("json of two kinds", () -> jsonLd("[".repeat(n) + "{\"a\":".repeat(n)));
    pages.put("an endless json string", () -> jsonLd("{\"a\":\"" + "\" ".repeat(n)));
    pages.put("json comments", () -> jsonLd("{" + "/*".repeat(n)));
  }

  /** The same thing very often. */
  private static void repeated(Map<String, Supplier<String>> pages) {
    var n = 100_000;
    pages.put(
        "long class names", () -> ("<div class='" + "x y".repeat(3000) + "'>").repeat(500) + FILL);
    pages.put("paragraphs", () -> FILL.repeat(20_000));
    pages.put("links in one paragraph", () -> "<p>" + "<a href=/x>word</a> ".repeat(300_000));
    pages.put("headings", () -> "<h1>The same heading</h1>".repeat(n) + FILL);
    pages.put(
        "dates", () -> "<time datetime=2020-01-01>x</time><span class=date>y</span>".repeat(n));
    pages.put(
        "licences",
        () -> "<a rel=license href=https://creativecommons.org/licenses/by/4.0/>x</a>".repeat(n));
    pages.put(
        "captions",
        () ->
            "<figure><img><figcaption>The quay. (Photo: A/B) | © C</figcaption></figure>"
                .repeat(n / 2));
    pages.put("labels", () -> "<section><h2>Most read</h2>".repeat(n / 2) + FILL);
    pages.put("brackets in a caption", () -> FILL + "<figcaption>" + "(a/b) © ".repeat(n) + FILL);
  }

  @Test
  void damagedPagesOfTheCorpus() throws IOException {
    var random = new Random(23);
    List<Path> files;
    try (var found = Files.walk(TestPaths.corpus("fundus/test_data"))) {
      files = found.filter(file -> file.toString().endsWith(".html.gz")).sorted().toList();
    }
    var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (System.nanoTime() < end) {
      try (var in =
          new GZIPInputStream(Files.newInputStream(files.get(random.nextInt(files.size()))))) {
        eachDamage(in.readAllBytes(), random, HostilePagesTest::survives);
      }
    }
  }

  @Test
  void damagedInAnyPlace() throws IOException {
    var random = new Random(7);
    for (var page : pages()) {
      var bytes = Files.readAllBytes(page);
      eachDamage(bytes, random, HostilePagesTest::survives);
    }
  }

  private static void eachDamage(byte[] bytes, Random random, Consumer<byte[]> test) {
    for (var i = 0; i < 3; i++) {
      test.accept(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      var flipped = bytes.clone();
      for (var k = 0; k < 1 + bytes.length / 500; k++) {
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      test.accept(flipped);
      var noise = bytes.clone();
      for (var k = 0; k < 1 + bytes.length / 100; k++) {
        noise[random.nextInt(bytes.length)] = (byte) "<>\"'&/!- «{}".charAt(random.nextInt(11));
      }
      test.accept(noise);
    }
  }

  private static void survives(byte[] bytes) {
    var spent = new AtomicLong();
    var reading =
        assertTimeoutPreemptively(
            LIMIT.multipliedBy(6),
            () -> {
              var read = Hearsay.read(Capture.of("page.html", bytes));
              spent.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
              return read;
            });
    var millions = reading.article().text().length() / 1_000_000;
    assertThat(Duration.ofNanos(spent.get())).isLessThan(LIMIT.multipliedBy(1 + millions));
    assertThat(ReadingInvariants.problems(reading)).isEmpty();
  }

  /** The example pages and the inputs of the golden cases. */
  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    for (var folder : List.of("examples/pages", "cases/article", "cases/reading")) {
      var path = TestPaths.root().resolve(folder);
      if (Files.isDirectory(path)) {
        try (var list = Files.list(path)) {
          list.filter(f -> f.toString().endsWith(".html")).sorted().forEach(pages::add);
        }
      }
    }
    return pages;
  }

  private static String many(int count, String template) {
    var out = new StringBuilder();
    for (var i = 0; i < count; i++) {
      out.append(template.replace("%d", Integer.toString(i)));
    }
    return out.toString();
  }

  private static String jsonLd(String json) {
    return "<script type='application/ld+json'>" + json + "</script><p>Some text.</p>";
  }
}
