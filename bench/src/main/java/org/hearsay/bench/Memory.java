package org.hearsay.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hearsay.Hearsay;
import org.hearsay.article.ArticleReader;
import org.hearsay.capture.Capture;

/**
 * The most memory that is alive at one time while a page is read: one thread reads the page over
 * and over, another collects all garbage again and again and looks what is left. What was alive
 * before (models, the page's own bytes) is not counted; the article is, for as long as it is held.
 */
final class Memory {
  private Memory() {}

  private static final int SAMPLES = 150;

  static void print() throws InterruptedException {
    var pages = new TreeMap<Integer, byte[]>();
    Pages.of("fundus").forEach(page -> pages.put(page.length, page));
    Pages.of("wcxb").forEach(page -> pages.put(page.length, page));
    var sizes = List.copyOf(pages.keySet());
    System.out.println("\n| page | to article | times the page | to reading | times the page |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (var share : new double[] {.5, .75, .9, .97, 1}) {
      var page = Map.copyOf(pages).get(sizes.get((int) Math.round((sizes.size() - 1) * share)));
      if (page == null) {
        continue;
      }
      var reader = new ArticleReader();
      var article = peak(() -> reader.read(Capture.of("", page)));
      var reading = peak(() -> Hearsay.read(page));
      System.out.println(
          "| %d kB | %d kB | %.1f | %d kB | %.1f |"
              .formatted(
                  page.length / 1000,
                  article / 1000,
                  (double) article / page.length,
                  reading / 1000,
                  (double) reading / page.length));
    }
  }

  private static long peak(Runnable work) throws InterruptedException {
    for (var i = 0; i < 20; i++) {
      work.run();
    }
    var before = live();
    var going = new AtomicBoolean(true);
    var thread =
        new Thread(
            () -> {
              while (going.get()) {
                work.run();
              }
            });
    thread.start();
    var most = 0L;
    for (var i = 0; i < SAMPLES; i++) {
      most = Math.max(most, live() - before);
      // Somewhere else in the work each time.
      Thread.sleep(0, 100_000 + i * 37 % 900_000);
    }
    going.set(false);
    thread.join();
    return most;
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
