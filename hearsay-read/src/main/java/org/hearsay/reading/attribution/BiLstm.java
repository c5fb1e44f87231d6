package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory that reads from both sides (Graves and Schmidhuber 2005). The state at a
 * position is what is known of it and all before, then what is known of it and all behind.
 */
final class BiLstm {
  final Lstm onward;
  final Lstm backward;
  private final boolean sparse;

  /** What the inputs bring to both sides at once; null while that may still change. */
  private @Nullable Dense input;

  /**
   * @param units a side
   * @param sparse whether many of its inputs are zero
   */
  BiLstm(int inputs, int units, boolean sparse) {
    onward = new Lstm(inputs, units);
    backward = new Lstm(inputs, units);
    this.sparse = sparse;
  }

  /** What went on inside, for learning. */
  record Trace(Lstm.Trace onward, Lstm.Trace backward) {
    Trace(int length) {
      this(new Lstm.Trace(length), new Lstm.Trace(length));
    }
  }

  /** Says that what is learnt will not change any more. */
  void settle() {
    input = bothSides();
  }

  private Dense bothSides() {
    return onward.input().beside(backward.input());
  }

  /**
   * Reads a stretch.
   *
   * @param inputs of all positions
   * @param states where the states go
   */
  void run(float[][] inputs, Range stretch, float[][] states, @Nullable Trace trace) {
    var both = input == null ? bothSides() : input;
    var gates = sparse ? both.applySparse(inputs, stretch) : both.apply(inputs, stretch);
    onward.run(gates, 0, stretch, false, states, 0, trace == null ? null : trace.onward);
    backward.run(
        gates,
        4 * onward.units(),
        stretch,
        true,
        states,
        onward.units(),
        trace == null ? null : trace.backward);
  }

  /** What is learnt, in a fixed order. */
  List<float[][]> parameters() {
    var all = new ArrayList<>(onward.parameters());
    all.addAll(backward.parameters());
    return all;
  }
}
