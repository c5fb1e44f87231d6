package org.hearsay.reading.attribution;

/**
 * A matrix that is learnt by Adam (Kingma and Ba 2015): the gradient of each lane, and the moments.
 */
final class Learnt {
  /** Groups of texts that are read at the same time. */
  static final int LANES = 2;

  private static final float FIRST_MOMENT = .9f;
  private static final float SECOND_MOMENT = .99f;

  final float[][] weights;
  private final float[][][] gradients = new float[LANES][][];
  private final float[][] first;
  private final float[][] second;

  /** The weights with rows and columns changed. */
  final float[][] turned;

  Learnt(float[][] weights, boolean turning) {
    this.weights = weights;
    turned = turning ? new float[weights[0].length][weights.length] : new float[0][];
    first = new float[weights.length][];
    second = new float[weights.length][];
    for (var lane = 0; lane < LANES; lane++) {
      gradients[lane] = new float[weights.length][];
    }
  }

  /** The gradient of a row, to add to. */
  float[] gradient(int lane, int row) {
    var gradient = gradients[lane][row];
    if (gradient == null) {
      gradient = new float[weights[row].length];
      gradients[lane][row] = gradient;
    }
    return gradient;
  }

  void turn() {
    for (var j = 0; j < turned.length; j++) {
      for (var k = 0; k < weights.length; k++) {
        turned[j][k] = weights[k][j];
      }
    }
  }

  /** Sums what the lanes gave into the first. */
  double squares(float factor) {
    var sum = 0.0;
    for (var row = 0; row < weights.length; row++) {
      float[] all = null;
      for (var lane = 0; lane < LANES; lane++) {
        var one = gradients[lane][row];
        gradients[lane][row] = null;
        if (one == null) {
          continue;
        }
        if (all == null) {
          all = one;
        } else {
          Dense.add(one, all);
        }
      }
      gradients[0][row] = all;
      if (all != null) {
        for (var i = 0; i < all.length; i++) {
          all[i] *= factor;
          sum += all[i] * all[i];
        }
      }
    }
    return sum;
  }

  /**
   * @param steps how many there have been, this one too
   */
  void step(float factor, float rate, int steps) {
    var firstBias = 1 - (float) Math.pow(FIRST_MOMENT, steps);
    var secondBias = 1 - (float) Math.pow(SECOND_MOMENT, steps);
    for (var row = 0; row < weights.length; row++) {
      var gradient = gradients[0][row];
      gradients[0][row] = null;
      if (gradient == null) {
        continue;
      }
      if (first[row] == null) {
        first[row] = new float[gradient.length];
        second[row] = new float[gradient.length];
      }
      var w = weights[row];
      var m = first[row];
      var v = second[row];
      for (var i = 0; i < gradient.length; i++) {
        var g = gradient[i] * factor;
        m[i] = FIRST_MOMENT * m[i] + (1 - FIRST_MOMENT) * g;
        v[i] = SECOND_MOMENT * v[i] + (1 - SECOND_MOMENT) * g * g;
        w[i] -= rate * (m[i] / firstBias) / ((float) Math.sqrt(v[i] / secondBias) + 1e-8f);
      }
    }
  }
}
