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
   * @param inputs what the input at each position of the stretch brings to the gates, from {@code
   *     from} on
   * @param backward whether the stretch is read from its end
   * @param states where the state at each position goes, from {@code offset} on
   */
  void run(
      float[][] inputs,
      int from,
      Range stretch,
      boolean backward,
      float[][] states,
      int offset,
      @Nullable Trace trace) {
    var n = units();
    var cell = new Cell(n);
    var gates = new float[4 * n];
    for (var k = 0; k < inputs.length; k++) {
      var at = backward ? inputs.length - 1 - k : k;
      var t = stretch.first() + at;
      System.arraycopy(inputs[at], from, gates, 0, gates.length);
      Dense.add(cell.state, recurrent, gates);
      cell.step(gates);
      System.arraycopy(cell.state, 0, states[t], offset, n);
      if (trace != null) {
        trace.gates()[t] = gates.clone();
        trace.memory()[t] = cell.memory.clone();
      }
    }
  }

  /**
   * What is kept from one position to the next. The parts of its gates are arrays of their own,
   * which the compiler makes vectors of.
   */
  private static final class Cell {
    final float[] memory;
    final float[] state;
    private final float[] in;
    private final float[] forget;
    private final float[] out;
    private final float[] candidate;

    Cell(int units) {
      memory = new float[units];
      state = new float[units];
      in = new float[units];
      forget = new float[units];
      out = new float[units];
      candidate = new float[units];
    }

    /** Opens and shuts the gates that were summed, and goes on. */
    void step(float[] gates) {
      var n = state.length;
      for (var i = 0; i < 3 * n; i++) {
        gates[i] = .5f + .5f * tanh(.5f * gates[i]);
      }
      for (var i = 3 * n; i < 4 * n; i++) {
        gates[i] = tanh(gates[i]);
      }
      System.arraycopy(gates, 0, in, 0, n);
      System.arraycopy(gates, n, forget, 0, n);
      System.arraycopy(gates, 2 * n, out, 0, n);
      System.arraycopy(gates, 3 * n, candidate, 0, n);
      remember(memory, forget, in, candidate);
      show(memory, out, state);
    }

    private static void remember(float[] memory, float[] forget, float[] in, float[] candidate) {
      for (var i = 0; i < memory.length; i++) {
        memory[i] = forget[i] * memory[i] + in[i] * candidate[i];
      }
    }

    private static void show(float[] memory, float[] out, float[] state) {
      for (var i = 0; i < state.length; i++) {
        state[i] = out[i] * tanh(memory[i]);
      }
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
