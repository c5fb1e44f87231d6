package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997) in one direction, with a forget gate
 * (Gers, Schmidhuber and Cummins 2000). Of the four parts of {@code input} and {@code recurrent}
 * the first is the input gate's, then come forget gate, output gate and candidate.
 *
 * @param recurrent a row for each unit
 */
record Lstm(Dense input, float[][] recurrent) {

  Lstm(int inputs, int units) {
    this(new Dense(inputs, 4 * units), new float[units][4 * units]);
  }

  int units() {
    return recurrent.length;
  }

  /** What went on inside at each position, for learning: the four gates, and the memory. */
  record Trace(float[][] gates, float[][] memory) {
    Trace(int length) {
      this(new float[length][], new float[length][]);
    }
  }

  /**
   * Reads a stretch.
   *
   * @param inputs of all positions
   * @param backward whether the stretch is read from its end
   * @param states where the state at each position goes, from {@code offset} on
   */
  void run(
      float[][] inputs,
      Range stretch,
      boolean backward,
      float[][] states,
      int offset,
      @Nullable Trace trace) {
    var n = units();
    var state = new float[n];
    var memory = new float[n];
    var gates = new float[4 * n];
    for (var k = 0; k < stretch.length(); k++) {
      var t = backward ? stretch.end() - 1 - k : stretch.first() + k;
      if (trace != null) {
        gates = new float[4 * n];
        memory = memory.clone();
        trace.gates()[t] = gates;
        trace.memory()[t] = memory;
      }
      input.apply(inputs[t], gates);
      Dense.add(state, recurrent, gates);
      step(gates, memory, state);
      System.arraycopy(state, 0, states[t], offset, n);
    }
  }

  private static void step(float[] gates, float[] memory, float[] state) {
    var n = state.length;
    for (var i = 0; i < 3 * n; i++) {
      gates[i] = .5f + .5f * tanh(.5f * gates[i]);
    }
    for (var i = 3 * n; i < 4 * n; i++) {
      gates[i] = tanh(gates[i]);
    }
    for (var i = 0; i < n; i++) {
      memory[i] = gates[n + i] * memory[i] + gates[i] * gates[3 * n + i];
    }
    for (var i = 0; i < n; i++) {
      state[i] = gates[2 * n + i] * tanh(memory[i]);
    }
  }

  /**
   * The seventh convergent of Lambert's continued fraction, within .0001 of tanh where it counts.
   */
  static float tanh(float x) {
    var y = Math.max(-4.97f, Math.min(4.97f, x));
    var s = y * y;
    return y
        * (135135f + s * (17325f + s * (378f + s)))
        / (135135f + s * (62370f + s * (3150f + s * 28f)));
  }

  /** What is learnt, in a fixed order. */
  List<float[][]> parameters() {
    var all = new ArrayList<>(input.parameters());
    all.add(recurrent);
    return all;
  }
}
