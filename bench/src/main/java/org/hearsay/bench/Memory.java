package org.hearsay.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
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

  /**
   * Measures in a fresh process whose collector leaves nothing behind. By default the collectors
   * leave up to a twentieth of the heap uncollected where that spares them moving objects, which is
   * ten times a page.
   */
  static void print() throws IOException, InterruptedException {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:MarkSweepDeadRatio=0",
            "-Dhearsay.root=" + Pages.root(),
            "-Dhearsay.corpora=" + Pages.corpora(),
            "-cp",
            System.getProperty("java.class.path"),
            Memory.class.getName())
        .inheritIO()
        .start()
        .waitFor();
  }

  /** In the fresh process: prints the table. */
  public static void main(String[] arguments) throws InterruptedException {
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
      var until = System.nanoTime() + 500_000 + i * 7_919 % 97 * 40_000;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
    going.set(false);
    thread.join();
    return most;
  }

  private static long live() {
    System.gc();
    // as it was when the collection ended: the other thread has gone on since
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
