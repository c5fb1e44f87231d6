package org.hearsay.train.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;
import org.jsoup.Jsoup;

/**
 * How long pages take, warm, of one core's processor time, with jsoup's parse of the same bytes.
 */
final class Speed {
  private Speed() {}

  private interface Work {
    int on(GoldPage page) throws IOException;
  }

  static void measure(List<GoldPage> pages, int rounds, PrintWriter out) throws IOException {
    var reader = new ArticleReader();
    Work read =
        page ->
            reader
                .read(new Capture(page.uri(), page.html(), "text/html", null, null))
                .article()
                .text()
                .length();
    Work parse =
        page ->
            Jsoup.parse(new ByteArrayInputStream(page.html()), null, "http://localhost/")
                .childNodeSize();
    var bytes = pages.stream().mapToLong(page -> page.html().length).sum();
    out.printf(
        Locale.ROOT, "%d pages of %d bytes on average%n", pages.size(), bytes / pages.size());
    var best = new double[] {Double.MAX_VALUE, Double.MAX_VALUE};
    for (var round = 0; round < rounds; round++) {
      best[0] = Math.min(best[0], milliseconds(pages, parse));
      best[1] = Math.min(best[1], milliseconds(pages, read));
    }
    out.printf(
        Locale.ROOT,
        "jsoup's parse %.2f ms a page, bytes to article %.2f ms: %.2f times%n",
        best[0],
        best[1],
        best[1] / best[0]);
  }

  private static double milliseconds(List<GoldPage> pages, Work work) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    var before = threads.getCurrentThreadCpuTime();
    var sum = 0L;
    for (var page : pages) {
      sum += work.on(page);
    }
    var spent = threads.getCurrentThreadCpuTime() - before;
    return sum < 0 ? Double.NaN : spent / 1e6 / pages.size();
  }
}
