package org.hearsay.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hearsay.TestPaths;
import org.hearsay.capture.Capture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pages made to break a reader. Each must be read within five seconds, without an exception. */
class HostilePagesTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String FILL =
      "<p>The mayor, who had been away, said on Monday that it was so.</p>";

  @TestFactory
  Stream<DynamicTest> isReadInTime() {
    var n = 100_000;
    return Stream.of(
        hostile("nested divs", () -> "<div>".repeat(n) + FILL),
        hostile("nested divs closed", () -> "<div>".repeat(n) + FILL + "</div>".repeat(n)),
        hostile("nested spans", () -> "<p>" + "<span>".repeat(n) + FILL),
        hostile("nested tables", () -> "<table><tr><td>".repeat(n) + FILL),
        hostile("nested lists", () -> "<ul><li>".repeat(n) + FILL),
        hostile("nested links", () -> "<a href=x>y".repeat(n) + FILL),
        hostile("crossing tags", () -> "<b><p></b><i></p></i>".repeat(n) + FILL),
        hostile(
            "stray end tags",
            () -> "<div><b>".repeat(500) + "</p></a></li></td></table>".repeat(n)),
        hostile("nested drops", () -> "<svg><button><noscript>".repeat(n) + FILL),
        hostile("a million attributes", () -> "<p " + "a=b ".repeat(1_000_000) + ">" + FILL),
        hostile(
            "many long class names",
            () -> ("<div class='" + "x y".repeat(3000) + "'>").repeat(500) + FILL),
        hostile("one endless comment", () -> FILL + "<!--" + "-".repeat(10_000_000)),
        hostile("an unclosed quote", () -> FILL + "<a href=\"" + "x>".repeat(1_000_000)),
        hostile("unclosed scripts", () -> "<script>".repeat(n)),
        hostile("half raw ends", () -> "<script>" + "</scrip".repeat(n)),
        hostile(
            "ampersands", () -> "<p>" + "&".repeat(1_000_000) + "&amp".repeat(n) + "&#x".repeat(n)),
        hostile("open angles", () -> "<".repeat(1_000_000)),
        hostile(
            "nested json",
            () ->
                "<script type='application/ld+json'>"
                    + "[".repeat(n)
                    + "{\"a\":".repeat(n)
                    + "</script>"
                    + FILL),
        hostile(
            "endless json string",
            () ->
                "<script type='application/ld+json'>{\"a\":\""
                    + "\" ".repeat(n)
                    + "</script>"
                    + FILL),
        hostile(
            "json comments",
            () -> "<script type='application/ld+json'>{" + "/*".repeat(n) + "</script>" + FILL),
        hostile("many paragraphs", () -> FILL.repeat(n)),
        hostile("many links", () -> "<p>" + "<a href=/x>word</a> ".repeat(300_000)),
        hostile("many headings", () -> "<h1>The same heading</h1>".repeat(n) + FILL),
        hostile(
            "many dates",
            () -> "<time datetime=2020-01-01>x</time><span class=date>y</span>".repeat(n)),
        hostile(
            "licences",
            () ->
                "<a rel=license href=https://creativecommons.org/licenses/by/4.0/>x</a>"
                    .repeat(n)));
  }

  private static DynamicTest hostile(String name, Supplier<String> html) {
    return DynamicTest.dynamicTest(name, () -> readInTime(html.get().getBytes(UTF_8), name));
  }

  private static void readInTime(byte[] bytes, String name) {
    var threads = ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadCpuTime();
    var article =
        new ArticleReader().read(new Capture("", bytes, "text/html", null, null)).article();
    // of the processor: a busy machine may take longer by the clock
    var spent = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    assertThat(spent).as(name).isLessThan(LIMIT);
    check(article, bytes.length);
  }

  /** The invariants that hold for every article, whatever the page. */
  static void check(Article article, int bytes) {
    var joined = new StringBuilder();
    for (var block : article.blocks()) {
      assertThat(block.start()).isEqualTo(joined.length() + (joined.length() > 0 ? 2 : 0));
      joined.append(joined.length() > 0 ? "\n\n" : "").append(block.in(article.text()));
      assertThat(block.html().end()).isLessThanOrEqualTo(bytes);
      assertThat(block.in(article.text())).isNotBlank();
    }
    assertThat(joined.toString()).isEqualTo(article.text());
    for (var link : article.links()) {
      assertThat(link.end()).isLessThanOrEqualTo(article.text().length());
    }
  }

  @Test
  void mutatedPagesAreRead() throws IOException {
    var pages = examples();
    var random = new Random(17);
    for (var page : pages) {
      for (var i = 0; i < 8; i++) {
        readInTime(mutated(page, random), "mutation " + i);
      }
    }
  }

  @Test
  void mutatedPagesOfTheCorpusAreRead() throws IOException {
    var folder = TestPaths.corpus("fundus/test_data");
    List<Path> files;
    try (var found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".html.gz")).sorted().toList();
    }
    var random = new Random(23);
    var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    for (var i = 0; i < files.size() && System.nanoTime() < end; i++) {
      var file = files.get(random.nextInt(files.size()));
      try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
        readInTime(mutated(in.readAllBytes(), random), file + " mutated");
      }
    }
  }

  private static List<byte[]> examples() throws IOException {
    var pages = new ArrayList<byte[]>();
    pages.add(
        ("<html><body><h1>Title of it</h1>" + FILL.repeat(20) + "</body></html>").getBytes(UTF_8));
    var folder = TestPaths.root().resolve("examples/pages");
    if (Files.isDirectory(folder)) {
      try (var found = Files.list(folder)) {
        for (var file : found.sorted().toList()) {
          pages.add(Files.readAllBytes(file));
        }
      }
    }
    return pages;
  }

  /** Cut, with bytes flipped, with a stretch repeated or two stretches changed about. */
  private static byte[] mutated(byte[] page, Random random) {
    var bytes = page.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> {
        for (var i = 0; i < bytes.length / 200 + 1; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 2 -> {
        var from = random.nextInt(bytes.length);
        var n = Math.min(bytes.length - from, random.nextInt(2000));
        var to = random.nextInt(bytes.length - n + 1);
        System.arraycopy(page, from, bytes, to, n);
      }
      default -> {
        for (var i = 0; i < 40; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) "<>\"'&/=-!".charAt(random.nextInt(9));
        }
      }
    }
    return bytes;
  }
}
