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
   * @param features for each position, rows of the weight table; none where only scores are wanted
   * @param classes for each position, below {@link #transitionClasses}
   * @param allowed for each position, the set of labels it may have, as bits
   * @param shared for each position, the features that the network sees too
   */
  record Sequence(int[][] features, byte[] classes, int[] allowed, int[][] shared) {
    int length() {
      return classes.length;
    }

    Sequence with(int[][] otherFeatures) {
      return new Sequence(otherFeatures, classes, allowed, shared);
    }
  }

  final int labels;
  final int transitionClasses;
  final int rows;

  /** The set of all labels, as bits. */
  private final int all;

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
    all = (1 << labels) - 1;
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
    var scores = new double[sequence.length() * labels];
    for (var t = 0; t < sequence.length(); t++) {
      var features = sequence.features()[t];
      add(features, features.length, scores, t * labels);
    }
    return scores;
  }

  /** Adds the weights of some features to the scores of the labels, from {@code at}. */
  void add(int[] features, int count, double[] scores, int at) {
    if (packed != null) {
      packed.add(features, count, scores, at);
      return;
    }
    for (var f = 0; f < count; f++) {
      if (kept(features[f])) {
        var w = (features[f] & rows - 1) * labels;
        for (var y = 0; y < labels; y++) {
          scores[at + y] += weights[w + y];
        }
      }
    }
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
    return new Search(sequence, scores, 1).best(sequence.allowed()).get(0).labels();
  }

  /**
   * Looks for the most probable labellings of a sequence (Viterbi 1967) under one mask after the
   * other. What stands before the first position where a mask differs from the last one is not
   * looked at again.
   */
  final class Search {
    private final Sequence sequence;
    private final double[] scores;
    private final int most;

    /** The values of a position: for each label the scores of the best labellings up to it. */
    private final int width;

    private final double[] value;

    /** Which value of the position before each value goes on from. */
    private final byte[] from;

    /** The labels that the last mask allows at each position, as bits. */
    private final int[] allowed;

    /**
     * @param most how many labellings are looked for
     */
    Search(Sequence sequence, double[] scores, int most) {
      this.sequence = sequence;
      this.scores = scores;
      this.most = most;
      width = labels * most;
      value = new double[sequence.length() * width];
      from = new byte[value.length];
      allowed = new int[sequence.length()];
    }

    /** The most probable labellings that a mask allows, the best first; one at least. */
    List<Path> best(int[] mask) {
      var changed = false;
      for (var t = 0; t < allowed.length; t++) {
        changed |= allowed[t] != (mask[t] & all);
        if (changed) {
          allowed[t] = mask[t] & all;
          for (var left = allowed[t]; left != 0; left &= left - 1) {
            var y = Integer.numberOfTrailingZeros(left);
            if (t == 0) {
              start(y);
            } else if (most == 1) {
              goOn(t, y);
            } else {
              goOnSeveral(t, y);
            }
          }
        }
      }
      return paths();
    }

    private void start(int y) {
      Arrays.fill(value, y * most, (y + 1) * most, Double.NEGATIVE_INFINITY);
      value[y * most] = starts[y] + scores[y];
    }

    private void goOn(int t, int y) {
      var base = sequence.classes()[t] * labels * labels + y;
      var before = (t - 1) * labels;
      var at = t * labels + y;
      var best = Double.NEGATIVE_INFINITY;
      var origin = 0;
      for (var left = allowed[t - 1]; left != 0; left &= left - 1) {
        var x = Integer.numberOfTrailingZeros(left);
        var v = value[before + x] + transitions[base + x * labels];
        if (v > best) {
          best = v;
          origin = x;
        }
      }
      from[at] = (byte) origin;
      value[at] = best + scores[at];
    }

    /**
     * As with one, but for the order in which numbers are added: the models that see the scores
     * were fitted with both.
     */
    private void goOnSeveral(int t, int y) {
      var base = sequence.classes()[t] * labels * labels + y;
      var before = (t - 1) * width;
      var at = t * width + y * most;
      var here = scores[t * labels + y];
      Arrays.fill(value, at, at + most, Double.NEGATIVE_INFINITY);
      for (var left = allowed[t - 1]; left != 0; left &= left - 1) {
        var x = Integer.numberOfTrailingZeros(left);
        var step = transitions[base + x * labels] + here;
        for (var k = x * most; k < (x + 1) * most; k++) {
          var v = value[before + k] + step;
          if (v <= value[at + most - 1]) {
            break;
          }
          insert(value, from, at, most, v, k);
        }
      }
    }

    private List<Path> paths() {
      var end = allowed.length - 1;
      var last = new double[most];
      var origins = new byte[most];
      Arrays.fill(last, Double.NEGATIVE_INFINITY);
      for (var y = 0; y < labels; y++) {
        for (var k = y * most; (allowed[end] >> y & 1) != 0 && k < (y + 1) * most; k++) {
          insert(last, origins, 0, most, value[end * width + k], k);
        }
      }
      var paths = new ArrayList<Path>();
      for (var k = 0; k < most && (k == 0 || last[k] != Double.NEGATIVE_INFINITY); k++) {
        var path = new int[allowed.length];
        var at = origins[k];
        for (var t = end; t >= 0; t--) {
          path[t] = at / most;
          at = from[t * width + at];
        }
        paths.add(new Path(path, last[k]));
      }
      return paths;
    }
  }

  /** Keeps the greatest values of a stretch in order. */
  private static void insert(
      double[] values, byte[] origins, int first, int most, double value, int origin) {
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
    origins[at] = (byte) origin;
  }

  /** Sums over all labellings that a mask allows. */
  Sums sums(Sequence sequence, double[] scores, int[] mask) {
    return new Sums(this, sequence, scores, mask);
  }

  /** Forward and backward sums of one sequence. */
  static final class Sums {
    /** Probability of label y at position t, at {@code t * labels + y}. */
    final double[] marginals;

    private final Crf crf;
    private final Sequence sequence;
    private final double[] forward;
    private final double[] backward;
    private final double[] state;
    private final double[] scale;
    private final float[] transition;

    /** The sum of the highest scores of all positions, which all factors are relative to. */
    private final double tops;

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
      var sumOfTops = 0.0;
      for (var t = 0; t < n; t++) {
        sumOfTops += states(scores, mask[t] & crf.all, t * labels);
      }
      tops = sumOfTops;
      for (var t = 0; t < n; t++) {
        scale[t] = forward(t, mask);
      }
      for (var t = n - 1; t >= 0; t--) {
        backward(t, mask);
      }
    }

    /** Makes factors of the scores of the labels allowed at a position; gives the highest score. */
    private double states(double[] scores, int allowed, int at) {
      var top = Double.NEGATIVE_INFINITY;
      for (var left = allowed; left != 0; left &= left - 1) {
        top = Math.max(top, scores[at + Integer.numberOfTrailingZeros(left)]);
      }
      for (var left = allowed; left != 0; left &= left - 1) {
        var y = at + Integer.numberOfTrailingZeros(left);
        state[y] = Math.exp(scores[y] - top);
      }
      return top;
    }

    /** Sums up to a position, divided by their sum, which is given. */
    private double forward(int t, int[] mask) {
      var labels = crf.labels;
      var at = t * labels;
      var sum = 0.0;
      for (var left = mask[t] & crf.all; left != 0; left &= left - 1) {
        var y = Integer.numberOfTrailingZeros(left);
        var in = 0.0;
        if (t == 0) {
          in = Math.exp(crf.starts[y]);
        } else {
          var base = sequence.classes()[t] * labels * labels + y;
          for (var bits = mask[t - 1] & crf.all; bits != 0; bits &= bits - 1) {
            var x = Integer.numberOfTrailingZeros(bits);
            in += forward[at - labels + x] * transition[base + x * labels];
          }
        }
        sum += forward[at + y] = in * state[at + y];
      }
      for (var y = at; y < at + labels; y++) {
        forward[y] /= sum;
      }
      return sum;
    }

    /** Sums from a position on, and the marginals of it. */
    private void backward(int t, int[] mask) {
      var labels = crf.labels;
      var n = sequence.length();
      var at = t * labels;
      for (var x = 0; x < labels; x++) {
        var out = 0.0;
        if (t == n - 1) {
          out = 1;
        } else {
          var base = (sequence.classes()[t + 1] * labels + x) * labels;
          for (var left = mask[t + 1] & crf.all; left != 0; left &= left - 1) {
            var y = Integer.numberOfTrailingZeros(left);
            out += transition[base + y] * state[at + labels + y] * backward[at + labels + y];
          }
          out /= scale[t + 1];
        }
        backward[at + x] = out;
        marginals[at + x] = forward[at + x] * out;
      }
    }

    /** Logarithm of the sum over all labellings. */
    double logZ() {
      var log = tops;
      for (var sum : scale) {
        log += Math.log(sum);
      }
      return log;
    }

    private static float[] exp(float[] logs) {
      var result = new float[logs.length];
      for (var i = 0; i < logs.length; i++) {
        result[i] = (float) Math.exp(logs[i]);
      }
      return result;
    }

    /**
     * Adds the expected number of each transition, as in {@link Crf#transitions}, times a factor.
     */
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
