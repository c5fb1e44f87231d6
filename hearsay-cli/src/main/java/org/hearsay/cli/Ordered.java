package org.hearsay.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does work on all cores and hands the results on in the order in which the work was given, on the
 * thread that gives it. Giving waits while too much is under way, so that memory stays bounded
 * however many inputs there are.
 */
final class Ordered<R> implements AutoCloseable {

  private record Work<R>(Future<R> result, long bytes) {}

  /** A page takes up to some thirty times its size while it is read. */
  private static final int MEMORY_FACTOR = 32;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          threads,
          task -> {
            var thread = new Thread(task, "reader");
            thread.setDaemon(true);
            return thread;
          });
  private final long budget = Runtime.getRuntime().maxMemory() / MEMORY_FACTOR;
  private final Deque<Work<R>> queue = new ArrayDeque<>();
  private final Consumer<R> results;
  private long underWay;

  Ordered(Consumer<R> results) {
    this.results = results;
  }

  /**
   * @param bytes the size of what is worked on
   * @param task must not throw
   */
  void give(long bytes, Supplier<R> task) {
    while (!queue.isEmpty() && (queue.size() >= 4 * threads || underWay + bytes > budget)) {
      handOn();
    }
    queue.add(new Work<>(workers.submit(task::get), bytes));
    underWay += bytes;
    while (!queue.isEmpty() && queue.getFirst().result().isDone()) {
      handOn();
    }
  }

  /** A result that needs no work, in its place. */
  void give(R result) {
    queue.add(new Work<>(CompletableFuture.completedFuture(result), 0));
  }

  private void handOn() {
    var first = queue.removeFirst();
    underWay -= first.bytes();
    try {
      results.accept(first.result().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Hands on what is still under way. */
  void finish() {
    while (!queue.isEmpty()) {
      handOn();
    }
  }

  /** Gives up what is still under way. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
