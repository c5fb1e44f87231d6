package org.hearsay.reading.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How unlikely the network alone finds a labelling of the window around a cue: the chooser among
 * the ways to fill a cue can so trust it more or less than the CRF beside it.
 */
final class Doubt {
  private static final double MOST = 12;
  private static final double MOST_AT_ONE = 6;

  private final Range window;
  private final Crf.Sequence sequence;
  private final double[] logs;

  /**
   * @param logs of the probabilities of the labels, as a CRF has its scores
   */
  Doubt(Range window, Crf.Sequence sequence, double[] logs) {
    this.window = window;
    this.sequence = sequence;
    this.logs = logs;
  }

  /**
   * In the order of {@link Confidence.Signal}: the sum over all words, and the most at one word,
   * both in nats and up to a bound.
   */
  double[] of(@Nullable Range source, List<Range> content) {
    var labels = new int[window.length()];
    if (source != null) {
      Roles.label(labels, window, List.of(source), Roles.SOURCE_FIRST, Roles.SOURCE);
    }
    Roles.label(labels, window, content, Roles.CONTENT_FIRST, Roles.CONTENT);
    var sum = 0.0;
    var most = 0.0;
    for (var t = 0; t < labels.length; t++) {
      if (sequence.allowed()[t] != 1 << Roles.CUE) {
        var doubt = -logs[t * Roles.ROLE_LABELS + labels[t]];
        sum += doubt;
        most = Math.max(most, doubt);
      }
    }
    return new double[] {Math.min(MOST, sum), Math.min(MOST_AT_ONE, most)};
  }
}
