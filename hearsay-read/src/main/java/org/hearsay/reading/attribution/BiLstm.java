package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory that reads from both sides (Graves and Schmidhuber 2005). The state at a
 * position is what is known of it and all before, then what is known of it and all behind.
 */
record BiLstm(Lstm onward, Lstm backward) {

  /**
   * @param units a side
   */
  BiLstm(int inputs, int units) {
    this(new Lstm(inputs, units), new Lstm(inputs, units));
  }

  /** What went on inside, for learning. */
  record Trace(Lstm.Trace onward, Lstm.Trace backward) {
    Trace(int length) {
      this(new Lstm.Trace(length), new Lstm.Trace(length));
    }
  }

  /**
   * Reads a stretch.
   *
   * @param inputs of all positions
   * @param states where the states go
   */
  void run(float[][] inputs, Range stretch, float[][] states, @Nullable Trace trace) {
    onward.run(inputs, stretch, false, states, 0, trace == null ? null : trace.onward);
    backward.run(
        inputs, stretch, true, states, onward.units(), trace == null ? null : trace.backward);
  }

  /** What is learnt, in a fixed order. */
  List<float[][]> parameters() {
    var all = new ArrayList<>(onward.parameters());
    all.addAll(backward.parameters());
    return all;
  }
}
