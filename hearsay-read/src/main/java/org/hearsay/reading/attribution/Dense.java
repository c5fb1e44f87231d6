package org.hearsay.reading.attribution;

import java.util.List;

/**
 * A fully connected layer: y = bias + the sum of x[k] * weights[k].
 *
 * @param weights a row for each input, with a number for each output
 */
record Dense(float[][] weights, float[] bias) {
  /** Rows that are added at once. */
  private static final int ABREAST = 4;

  /** Inputs for which weights are loaded together. */
  private static final int TOGETHER = 16;

  Dense(int inputs, int outputs) {
    this(new float[inputs][outputs], new float[outputs]);
  }

  /** Writes the outputs for inputs over what is there. */
  void apply(float[] inputs, float[] outputs) {
    System.arraycopy(bias, 0, outputs, 0, bias.length);
    add(inputs, weights, outputs);
  }

  /**
   * The outputs for several inputs. Four rows of weights serve some of them before the next four
   * are loaded.
   */
  float[][] apply(float[][] inputs, Range some) {
    var outputs = new float[some.length()][];
    for (var from = 0; from < outputs.length; from += TOGETHER) {
      var end = Math.min(outputs.length, from + TOGETHER);
      for (var t = from; t < end; t++) {
        outputs[t] = bias.clone();
      }
      for (var k = 0; k < weights.length; k += ABREAST) {
        for (var t = from; t < end; t++) {
          add(inputs[some.first() + t], weights, k, outputs[t]);
        }
      }
    }
    return outputs;
  }

  /** The same where many inputs are zero: their rows are left out. */
  float[][] applySparse(float[][] inputs, Range some) {
    var outputs = new float[some.length()][];
    var telling = new int[weights.length];
    for (var t = 0; t < outputs.length; t++) {
      outputs[t] = bias.clone();
      addSparse(inputs[some.first() + t], telling, outputs[t]);
    }
    return outputs;
  }

  /**
   * @param telling room for the numbers of the inputs that are not zero
   */
  private void addSparse(float[] inputs, int[] telling, float[] sums) {
    var count = 0;
    for (var k = 0; k < inputs.length; k++) {
      // Without a branch: which ones are zero cannot be foretold.
      telling[count] = k;
      count += inputs[k] == 0 ? 0 : 1;
    }
    var k = 0;
    for (; k + ABREAST <= count; k += ABREAST) {
      var a = telling[k];
      var b = telling[k + 1];
      var c = telling[k + 2];
      var d = telling[k + 3];
      add(
          inputs[a],
          weights[a],
          inputs[b],
          weights[b],
          inputs[c],
          weights[c],
          inputs[d],
          weights[d],
          sums);
    }
    for (; k < count; k++) {
      add(inputs[telling[k]], weights[telling[k]], sums);
    }
  }

  /** A layer that has the outputs of another one behind its own, for the same inputs. */
  Dense beside(Dense other) {
    var rows = new float[weights.length][];
    for (var k = 0; k < rows.length; k++) {
      rows[k] = joined(weights[k], other.weights[k]);
    }
    return new Dense(rows, joined(bias, other.bias));
  }

  private static float[] joined(float[] a, float[] b) {
    var both = new float[a.length + b.length];
    Network.join(a, b, both);
    return both;
  }

  /**
   * Adds the rows of a matrix, each times its input. Four rows at once, so that sums are loaded and
   * stored seldom.
   */
  static void add(float[] inputs, float[][] rows, float[] sums) {
    for (var k = 0; k < rows.length; k += ABREAST) {
      add(inputs, rows, k, sums);
    }
  }

  /** Adds four rows, or those that are left. */
  private static void add(float[] inputs, float[][] rows, int k, float[] sums) {
    if (k + ABREAST <= rows.length) {
      add(
          inputs[k],
          rows[k],
          inputs[k + 1],
          rows[k + 1],
          inputs[k + 2],
          rows[k + 2],
          inputs[k + 3],
          rows[k + 3],
          sums);
      return;
    }
    for (var i = k; i < rows.length; i++) {
      add(inputs[i], rows[i], sums);
    }
  }

  private static void add(
      float a,
      float[] p,
      float b,
      float[] q,
      float c,
      float[] r,
      float d,
      float[] s,
      float[] sums) {
    for (var i = 0; i < sums.length; i++) {
      sums[i] += a * p[i] + b * q[i] + c * r[i] + d * s[i];
    }
  }

  /** Adds a row times a factor. */
  static void add(float factor, float[] row, float[] sums) {
    for (var i = 0; i < sums.length; i++) {
      sums[i] += factor * row[i];
    }
  }

  /** Adds the first rows, four at once, in their order. */
  static void add(float[][] rows, int count, float[] sums) {
    var k = 0;
    for (; k + ABREAST <= count; k += ABREAST) {
      add(rows[k], rows[k + 1], rows[k + 2], rows[k + 3], sums);
    }
    for (; k < count; k++) {
      add(rows[k], sums);
    }
  }

  private static void add(float[] p, float[] q, float[] r, float[] s, float[] sums) {
    for (var i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + p[i] + q[i] + r[i] + s[i];
    }
  }

  /** Adds a row. */
  static void add(float[] row, float[] sums) {
    for (var i = 0; i < sums.length; i++) {
      sums[i] += row[i];
    }
  }

  /** What is learnt, in a fixed order. */
  List<float[][]> parameters() {
    return List.of(weights, new float[][] {bias});
  }
}
