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
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    return pages.entrySet().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey(),
                    () -> survives(page.getValue().get().getBytes(StandardCharsets.UTF_8))));
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
    assertThat(Duration.ofNanos(spent.get())).isLessThan(LIMIT);
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
