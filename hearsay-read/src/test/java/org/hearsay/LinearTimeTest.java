package org.hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.hearsay.language.LanguageAnalyser;
import org.junit.jupiter.api.Test;

/**
 * Ten times the input takes about ten times the time. What is compared is the CPU time of the
 * thread, the least of several runs, and the factor is generous: this finds what is quadratic, and
 * {@code bench/run linear} measures the rest.
 */
class LinearTimeTest {

  private static final int SHORT = 40;
  private static final double MOST = 10 * 3;

  @Test
  void articlesTakeTimeByTheirLength() {
    var reader = new ArticleReader();
    var page = Capture.of("", page(SHORT));
    var longPage = Capture.of("", page(10 * SHORT));
    assertLinear(() -> reader.read(page), () -> reader.read(longPage));
  }

  @Test
  void wordsAndNamesTakeTimeByTheLengthOfTheText() {
    var analyser = new LanguageAnalyser();
    var text = new ArticleReader().read(Capture.of("", page(SHORT))).article().withLanguage("fr");
    var longText =
        new ArticleReader().read(Capture.of("", page(10 * SHORT))).article().withLanguage("fr");
    assertLinear(() -> analyser.analyse(text), () -> analyser.analyse(longText));
  }

  @Test
  void readingsTakeTimeByTheLengthOfThePage() {
    var page = page(SHORT);
    var longPage = page(10 * SHORT);
    assertLinear(() -> Hearsay.read(page), () -> Hearsay.read(longPage));
  }

  private static void assertLinear(Runnable once, Runnable longer) {
    var least = Long.MAX_VALUE;
    var leastOfLong = Long.MAX_VALUE;
    for (var round = 0; round < 4; round++) {
      for (var i = 0; i < 5; i++) {
        least = Math.min(least, time(once));
      }
      leastOfLong = Math.min(leastOfLong, time(longer));
    }
    assertThat((double) leastOfLong / least).isLessThan(MOST);
  }

  private static long time(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - before;
  }

  /** A page of so many paragraphs that name people, quote them and tell when. */
  private static byte[] page(int paragraphs) {
    var text = new StringBuilder("<html lang=fr><title>Le port</title><article><h1>Le port</h1>");
    IntStream.range(0, paragraphs)
        .forEach(
            i ->
                text.append("<p>Le ")
                    .append(1 + i % 28)
                    .append(" mars, Mme Jeanne Kerval")
                    .append((char) ('a' + i % 26))
                    .append(", maire de Roscanvel, a déclaré que le quai n° ")
                    .append(i)
                    .append(
                        " serait fermé. « Nous n’avons pas le choix », a-t-elle dit. Selon le"
                            + " syndicat des dockers, la décision était connue depuis deux ans.</p>"));
    return text.append("</article></html>").toString().getBytes(StandardCharsets.UTF_8);
  }
}
