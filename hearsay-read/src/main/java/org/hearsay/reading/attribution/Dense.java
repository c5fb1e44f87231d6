package org.hearsay.reading.attribution;

import java.util.List;

/**
 * A fully connected layer: y = bias + the sum of x[k] * weights[k].
 *
 * @param weights a row for each input, with a number for each output
 */
record Dense(float[][] weights, float[] bias) {

  Dense(int inputs, int outputs) {
    this(new float[inputs][outputs], new float[outputs]);
  }

  /** Writes the outputs for inputs over what is there. */
  void apply(float[] inputs, float[] outputs) {
    System.arraycopy(bias, 0, outputs, 0, bias.length);
    add(inputs, weights, outputs);
  }

  /**
   * Adds the rows of a matrix, each times its input. Four rows at once, so that sums are loaded and
   * stored seldom.
   */
  static void add(float[] inputs, float[][] rows, float[] sums) {
    var k = 0;
    for (; k + 3 < rows.length; k += 4) {
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
    }
    for (; k < rows.length; k++) {
      add(inputs[k], rows[k], sums);
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
