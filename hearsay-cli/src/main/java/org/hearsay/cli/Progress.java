package org.hearsay.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar on standard error, where somebody is there to see it. */
final class Progress implements AutoCloseable {

  private final @Nullable ProgressBar bar;

  /**
   * @param total how many documents there are; -1 when that is not known
   */
  Progress(Console console, boolean quiet, String task, long total) {
    bar =
        quiet || !console.progress()
            ? null
            : new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                .clearDisplayOnFinish()
                .build();
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
