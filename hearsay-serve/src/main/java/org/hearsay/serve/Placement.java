package org.hearsay.serve;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where each character of a block's text stands in the source of the page.
 *
 * <p>The seen characters of the source must be those of the block, in order. Whole runs of the
 * source may be missing from the block (a share button inside a paragraph), but only where just one
 * way of leaving runs out gives the block's text: otherwise the block is not placed at all.
 */
final class Placement {

  private static final int MOST_STEPS = 2_000_000;

  private final SourceText source;
  private final int[] indexes; // per character of the block: index into source, or -1 for ignored

  private Placement(SourceText source, int[] indexes) {
    this.source = source;
    this.indexes = indexes;
  }

  /** Places a block's text; empty when the source does not show exactly that text. */
  static Optional<Placement> of(String block, SourceText source) {
    var wanted = new StringBuilder();
    for (var i = 0; i < block.length(); i++) {
      if (!SourceText.ignored(block.charAt(i))) {
        wanted.append(block.charAt(i));
      }
    }
    var matched = match(wanted, source);
    if (matched.length < wanted.length() || wanted.isEmpty()) {
      return Optional.empty();
    }
    var indexes = new int[block.length()];
    var next = 0;
    for (var i = 0; i < indexes.length; i++) {
      indexes[i] = SourceText.ignored(block.charAt(i)) ? -1 : matched[next++];
    }
    return Optional.of(new Placement(source, indexes));
  }

  SourceText source() {
    return source;
  }

  /** The index in {@link #source} of a character of the block; -1 for one that is not seen. */
  int index(int character) {
    return indexes[character];
  }

  /** The source index of each wanted character; shorter than wanted when it cannot be matched. */
  private static int[] match(CharSequence wanted, SourceText source) {
    if (wanted.length() == source.length()) {
      for (var i = 0; i < wanted.length(); i++) {
        if (wanted.charAt(i) != source.charAt(i)) {
          return new int[0];
        }
      }
      var all = new int[wanted.length()];
      Arrays.setAll(all, i -> i);
      return all;
    }
    return wanted.length() < source.length() ? new Choice(wanted, source).only() : new int[0];
  }

  /** Which runs to keep: counts the ways, from the end, up to two. */
  private static final class Choice {
    private final CharSequence wanted;
    private final SourceText source;
    private final int[] runStarts;
    private final byte[] ways; // (run, position) -> 0, 1 or 2 for more
    private final int width;
    private int steps;

    Choice(CharSequence wanted, SourceText source) {
      this.wanted = wanted;
      this.source = source;
      var starts = new int[source.length() + 1];
      var n = 0;
      for (var i = 0; i < source.length(); i++) {
        if (i == 0 || source.run(i) != source.run(i - 1)) {
          starts[n++] = i;
        }
      }
      starts[n] = source.length();
      runStarts = Arrays.copyOf(starts, n + 1);
      width = wanted.length() + 1;
      ways =
          (long) runStarts.length * width <= MOST_STEPS
              ? new byte[runStarts.length * width]
              : new byte[0];
    }

    int[] only() {
      if (ways.length == 0) {
        return new int[0];
      }
      var runs = runStarts.length - 1;
      ways[runs * width + wanted.length()] = 1;
      for (var run = runs - 1; run >= 0 && steps < MOST_STEPS; run--) {
        for (var at = 0; at < width; at++) {
          var left = ways[(run + 1) * width + at];
          var kept = fits(run, at) ? ways[(run + 1) * width + at + length(run)] : 0;
          ways[run * width + at] = (byte) Math.min(2, left + kept);
        }
      }
      return ways[0] == 1 && steps < MOST_STEPS ? path(runs) : new int[0];
    }

    private int[] path(int runs) {
      var indexes = new int[wanted.length()];
      var at = 0;
      for (var run = 0; run < runs; run++) {
        if (fits(run, at) && ways[(run + 1) * width + at + length(run)] == 1) {
          for (var i = 0; i < length(run); i++) {
            indexes[at + i] = runStarts[run] + i;
          }
          at += length(run);
        }
      }
      return indexes;
    }

    private int length(int run) {
      return runStarts[run + 1] - runStarts[run];
    }

    private boolean fits(int run, int at) {
      if (at + length(run) > wanted.length()) {
        return false;
      }
      for (var i = 0; i < length(run); i++) {
        steps++;
        if (wanted.charAt(at + i) != source.charAt(runStarts[run] + i)) {
          return false;
        }
      }
      return true;
    }
  }
}
