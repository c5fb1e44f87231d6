package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A linear-chain conditional random field over hashed features (Lafferty, McCallum and Pereira
 * 2001). Transitions have one set of weights for each class of the token they lead to, so that a
 * comma can end a span more easily than a word.
 *
 * <p>Sums are kept in linear space, scaled at each position (Rabiner 1989).
 */
final class Crf {

  /**
   * One sequence to label.
   *
   * @param features for each position, rows of the weight table
   * @param classes for each position, below {@link #transitionClasses}
   * @param allowed for each position, the set of labels it may have, as bits
   * @param shared for each position, the features that the network sees too
   */
  record Sequence(int[][] features, byte[] classes, int[] allowed, int[][] shared) {
    int length() {
      return features.length;
    }

    Sequence with(int[][] otherFeatures) {
      return new Sequence(otherFeatures, classes, allowed, shared);
    }
  }

  final int labels;
  final int transitionClasses;
  final int rows;

  /** Features are hashed into this many; those that {@link #kept} lacks weigh nothing. */
  static final int SPACE = 1 << 22;

  /**
   * The hashes that were frequent in training, 64 to a word; null to keep all, or once {@link
   * #packed}.
   */
  private long @Nullable [] kept;

  /** The transitions as factors; null while they may still change. */
  private float @Nullable [] factors;

  /** Weight of row r and label y at {@code r * labels + y}; empty once {@link #packed}. */
  float[] weights;

  /** The weights of a model that was read; null in training. */
  private @Nullable PackedWeights packed;

  /** Weight at {@code (class * labels + from) * labels + to}; {@code -inf} when never allowed. */
  final float[] transitions;

  /** Weight of starting with a label; {@code -inf} when never allowed. */
  final float[] starts;

  Crf(int labels, int transitionClasses, int rows) {
    if (Integer.bitCount(rows) != 1) {
      throw new IllegalArgumentException("rows must be a power of two: " + rows);
    }
    this.labels = labels;
    this.transitionClasses = transitionClasses;
    this.rows = rows;
    weights = new float[rows * labels];
    transitions = new float[transitionClasses * labels * labels];
    starts = new float[labels];
  }

  /** Writes the weights that tell something, and which features have one. */
  void write(OutputStream out) throws IOException {
    var telling = WeightTable.telling(packed == null ? weights : packed.floats());
    WeightTable.write(out, telling);
    WeightTable.write(out, transitions);
    WeightTable.write(out, starts);
    var used = new BitSet(SPACE);
    for (var i = 0; i < SPACE; i++) {
      used.set(i, kept(i) && tells(telling, i & rows - 1));
    }
    WeightTable.writeSet(out, used, SPACE);
  }

  private boolean tells(float[] telling, int row) {
    for (var y = 0; y < labels; y++) {
      if (telling[row * labels + y] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Leaves all features out but these; null to keep all. */
  void keep(@Nullable BitSet frequent) {
    kept = frequent == null ? null : Arrays.copyOf(frequent.toLongArray(), SPACE / Long.SIZE);
  }

  /** Fills a model of the same shape, which is not trained any more. */
  void read(InputStream in) throws IOException {
    var read = PackedWeights.read(in, labels);
    packed = read;
    weights = new float[0];
    for (var small : new float[][] {transitions, starts}) {
      System.arraycopy(WeightTable.read(in), 0, small, 0, small.length);
    }
    read.keep(WeightTable.readSet(in));
    factors = Sums.exp(transitions);
  }

  void forbid(int from, int to) {
    for (var c = 0; c < transitionClasses; c++) {
      transitions[(c * labels + from) * labels + to] = Float.NEGATIVE_INFINITY;
    }
  }

  void forbidStart(int label) {
    starts[label] = Float.NEGATIVE_INFINITY;
  }

  /** The scores of each label at each position, from the features alone. */
  double[] scores(Sequence sequence) {
    var n = sequence.length();
    var scores = new double[n * labels];
    for (var t = 0; t < n; t++) {
      var at = t * labels;
      if (packed != null) {
        packed.add(sequence.features()[t], scores, at);
        continue;
      }
      for (var hash : sequence.features()[t]) {
        if (kept(hash)) {
          var w = (hash & rows - 1) * labels;
          for (var y = 0; y < labels; y++) {
            scores[at + y] += weights[w + y];
          }
        }
      }
    }
    return scores;
  }

  private boolean kept(int hash) {
    return packed != null
        ? packed.keeps(hash)
        : kept == null || (kept[hash >>> 6] >>> hash & 1) != 0;
  }

  /**
   * A labelling and its score.
   *
   * @param score minus infinity when no labelling is allowed
   */
  record Path(int[] labels, double score) {}

  /** The most probable labels. */
  int[] best(Sequence sequence, double[] scores) {
    return best(sequence, scores, sequence.allowed()).labels();
  }

  /** The most probable labelling that a mask allows. */
  Path best(Sequence sequence, double[] scores, int[] allowed) {
    var n = sequence.length();
    if (n == 0) {
      return new Path(new int[0], 0);
    }
    var value = new double[n * labels];
    var from = new byte[n * labels];
    Arrays.fill(value, Double.NEGATIVE_INFINITY);
    for (var y = 0; y < labels; y++) {
      if ((allowed[0] >> y & 1) != 0) {
        value[y] = starts[y] + scores[y];
      }
    }
    for (var t = 1; t < n; t++) {
      var base = sequence.classes()[t] * labels * labels;
      for (var y = 0; y < labels; y++) {
        if ((allowed[t] >> y & 1) == 0) {
          continue;
        }
        var bestValue = Double.NEGATIVE_INFINITY;
        for (var x = 0; x < labels; x++) {
          var v = value[(t - 1) * labels + x] + transitions[base + x * labels + y];
          if (v > bestValue) {
            bestValue = v;
            from[t * labels + y] = (byte) x;
          }
        }
        value[t * labels + y] = bestValue + scores[t * labels + y];
      }
    }
    var path = new int[n];
    for (var y = 1; y < labels; y++) {
      if (value[(n - 1) * labels + y] > value[(n - 1) * labels + path[n - 1]]) {
        path[n - 1] = y;
      }
    }
    var score = value[(n - 1) * labels + path[n - 1]];
    for (var t = n - 1; t > 0; t--) {
      path[t - 1] = from[t * labels + path[t]];
    }
    return new Path(path, score);
  }

  /** The most probable labellings that a mask allows, the best first. */
  List<Path> best(Sequence sequence, double[] scores, int[] allowed, int most) {
    var n = sequence.length();
    var value = new double[n][labels * most];
    var from = new int[n][labels * most];
    for (var t = 0; t < n; t++) {
      Arrays.fill(value[t], Double.NEGATIVE_INFINITY);
      var base = sequence.classes()[t] * labels * labels;
      for (var y = 0; y < labels; y++) {
        if ((allowed[t] >> y & 1) == 0) {
          continue;
        }
        var here = scores[t * labels + y];
        if (t == 0) {
          value[0][y * most] = starts[y] + here;
          continue;
        }
        for (var x = 0; x < labels; x++) {
          var step = transitions[base + x * labels + y] + here;
          for (var k = 0; k < most; k++) {
            var before = value[t - 1][x * most + k] + step;
            if (before == Double.NEGATIVE_INFINITY || before <= value[t][y * most + most - 1]) {
              break;
            }
            insert(value[t], from[t], y * most, most, before, x * most + k);
          }
        }
      }
    }
    var last = new double[most];
    var end = new int[most];
    Arrays.fill(last, Double.NEGATIVE_INFINITY);
    for (var i = 0; n > 0 && i < labels * most; i++) {
      insert(last, end, 0, most, value[n - 1][i], i);
    }
    var paths = new ArrayList<Path>();
    for (var k = 0; k < most && last[k] != Double.NEGATIVE_INFINITY; k++) {
      var path = new int[n];
      var at = end[k];
      for (var t = n - 1; t >= 0; t--) {
        path[t] = at / most;
        at = from[t][at];
      }
      paths.add(new Path(path, last[k]));
    }
    return paths;
  }

  /** Keeps the greatest values of a stretch in order. */
  private static void insert(
      double[] values, int[] origins, int first, int most, double value, int origin) {
    var at = first + most - 1;
    if (value <= values[at]) {
      return;
    }
    while (at > first && values[at - 1] < value) {
      values[at] = values[at - 1];
      origins[at] = origins[at - 1];
      at--;
    }
    values[at] = value;
    origins[at] = origin;
  }

  /** Sums over all labellings that a mask allows. */
  Sums sums(Sequence sequence, double[] scores, int[] mask) {
    return new Sums(this, sequence, scores, mask);
  }

  /** Forward and backward sums of one sequence. */
  static final class Sums {
    /** Logarithm of the sum over all labellings. */
    final double logZ;

    /** Probability of label y at position t, at {@code t * labels + y}. */
    final double[] marginals;

    /**
     * Expected number of each transition, as in {@link Crf#transitions}; filled by {@link #count}.
     */
    private final Crf crf;

    private final Sequence sequence;
    private final double[] forward;
    private final double[] backward;
    private final double[] state;
    private final double[] scale;
    private final float[] transition;

    private Sums(Crf crf, Sequence sequence, double[] scores, int[] mask) {
      this.crf = crf;
      this.sequence = sequence;
      var n = sequence.length();
      var labels = crf.labels;
      transition = crf.factors != null ? crf.factors : exp(crf.transitions);
      state = new double[n * labels];
      forward = new double[n * labels];
      backward = new double[n * labels];
      scale = new double[n];
      marginals = new double[n * labels];
      var log = 0.0;
      for (var t = 0; t < n; t++) {
        var top = Double.NEGATIVE_INFINITY;
        for (var y = 0; y < labels; y++) {
          if ((mask[t] >> y & 1) != 0) {
            top = Math.max(top, scores[t * labels + y]);
          }
        }
        for (var y = 0; y < labels; y++) {
          if ((mask[t] >> y & 1) != 0) {
            state[t * labels + y] = Math.exp(scores[t * labels + y] - top);
          }
        }
        log += top;
      }
      for (var t = 0; t < n; t++) {
        var sum = 0.0;
        for (var y = 0; y < labels; y++) {
          var in = 0.0;
          if (t == 0) {
            in = Math.exp(crf.starts[y]);
          } else {
            var base = sequence.classes()[t] * labels * labels + y;
            for (var x = 0; x < labels; x++) {
              in += forward[(t - 1) * labels + x] * transition[base + x * labels];
            }
          }
          sum += forward[t * labels + y] = in * state[t * labels + y];
        }
        scale[t] = sum;
        for (var y = 0; y < labels; y++) {
          forward[t * labels + y] /= sum;
        }
        log += Math.log(sum);
      }
      logZ = log;
      for (var t = n - 1; t >= 0; t--) {
        for (var x = 0; x < labels; x++) {
          var out = 0.0;
          if (t == n - 1) {
            out = 1;
          } else {
            var base = (sequence.classes()[t + 1] * labels + x) * labels;
            for (var y = 0; y < labels; y++) {
              out +=
                  transition[base + y]
                      * state[(t + 1) * labels + y]
                      * backward[(t + 1) * labels + y];
            }
            out /= scale[t + 1];
          }
          backward[t * labels + x] = out;
          marginals[t * labels + x] = forward[t * labels + x] * out;
        }
      }
    }

    private static float[] exp(float[] logs) {
      var result = new float[logs.length];
      for (var i = 0; i < logs.length; i++) {
        result[i] = (float) Math.exp(logs[i]);
      }
      return result;
    }

    /** Adds the expected number of each transition, times a factor. */
    void count(double[] into, double factor) {
      var labels = crf.labels;
      for (var t = 1; t < sequence.length(); t++) {
        for (var x = 0; x < labels; x++) {
          var base = (sequence.classes()[t] * labels + x) * labels;
          var left = forward[(t - 1) * labels + x] / scale[t] * factor;
          if (left == 0) {
            continue;
          }
          for (var y = 0; y < labels; y++) {
            into[base + y] +=
                left * transition[base + y] * state[t * labels + y] * backward[t * labels + y];
          }
        }
      }
    }
  }
}
