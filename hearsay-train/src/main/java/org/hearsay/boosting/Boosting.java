package org.hearsay.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link Forest} by gradient boosting with logistic loss over binned features (Friedman
 * 2001; histograms as in LightGBM). The same rows and seed give the same forest.
 */
public final class Boosting {

  private static final int BINS = 64;
  private static final double LAMBDA = 2.0;

  private final float[][] rows;
  private final float[] labels;
  private final float[] weights;
  private final int features;
  private final int deepest;
  private final float[][] cuts;
  private final byte[][] bins;
  private final double[] score;
  private final double[] gradient;
  private final double[] hessian;
  private final Random random;

  private final List<int[]> treeShape = new ArrayList<>();
  private final List<Short> feature = new ArrayList<>();
  private final List<Float> threshold = new ArrayList<>();
  private final List<Short> left = new ArrayList<>();
  private final List<Short> right = new ArrayList<>();
  private final List<Float> leaves = new ArrayList<>();

  public Boosting(float[][] rows, float[] labels, float[] weights, int deepest, long seed) {
    this.rows = rows;
    this.deepest = deepest;
    this.labels = labels;
    this.weights = weights;
    this.features = rows[0].length;
    this.random = new Random(seed);
    this.cuts = new float[features][];
    this.bins = new byte[features][rows.length];
    IntStream.range(0, features).parallel().forEach(this::bin);
    this.score = new double[rows.length];
    this.gradient = new double[rows.length];
    this.hessian = new double[rows.length];
  }

  private void bin(int f) {
    var step = Math.max(1, rows.length / 20_000);
    var sample = new float[(rows.length + step - 1) / step];
    for (var i = 0; i < sample.length; i++) {
      sample[i] = rows[i * step][f];
    }
    Arrays.sort(sample);
    var distinct = new float[sample.length];
    var n = 0;
    for (var value : sample) {
      if (n == 0 || value != distinct[n - 1]) {
        distinct[n++] = value;
      }
    }
    var found = new float[BINS - 1];
    var m = 0;
    if (n <= BINS) {
      for (var i = 0; i + 1 < n; i++) {
        found[m++] = (distinct[i] + distinct[i + 1]) / 2;
      }
    } else {
      for (var b = 1; b < BINS; b++) {
        var at = (int) ((long) sample.length * b / BINS);
        var cut = sample[at];
        if (m == 0 || cut > found[m - 1]) {
          found[m++] = cut;
        }
      }
    }
    cuts[f] = Arrays.copyOf(found, m);
    for (var i = 0; i < rows.length; i++) {
      var at = Arrays.binarySearch(cuts[f], rows[i][f]);
      bins[f][i] = (byte) (at >= 0 ? at : -at - 1);
    }
  }

  /**
   * @param trees how many
   * @param rate how far each goes
   */
  public Forest train(int trees, double rate) {
    var with = 0.0;
    var all = 0.0;
    for (var i = 0; i < labels.length; i++) {
      with += labels[i] * weights[i];
      all += weights[i];
    }
    var bias = (float) Math.log(Math.max(1e-6, with) / Math.max(1e-6, all - with));
    Arrays.fill(score, bias);
    for (var t = 0; t < trees; t++) {
      for (var i = 0; i < labels.length; i++) {
        var p = 1 / (1 + Math.exp(-score[i]));
        gradient[i] = weights[i] * (p - labels[i]);
        hessian[i] = weights[i] * Math.max(1e-4, p * (1 - p));
      }
      tree(rate);
    }
    return forest(bias);
  }

  private record Split(int feature, int bin, double gain) {}

  private void tree(double rate) {
    var used = sampleFeatures();
    var inTree = new int[rows.length];
    var n = 0;
    for (var i = 0; i < rows.length; i++) {
      if (weights[i] > 0 && random.nextInt(10) < 7) {
        inTree[n++] = i;
      }
    }
    var rootNode = feature.size();
    var rootLeaf = leaves.size();
    grow(Arrays.copyOf(inTree, n), used, 0, rootNode, rootLeaf, rate);
    if (feature.size() == rootNode) {
      while (leaves.size() > rootLeaf) {
        leaves.remove(leaves.size() - 1);
      }
      return;
    }
    treeShape.add(new int[] {rootNode, rootLeaf});
    apply(rootNode, rootLeaf);
  }

  private void apply(int rootNode, int rootLeaf) {
    var n = feature.size() - rootNode;
    var by = new int[n];
    var cut = new float[n];
    var low = new int[n];
    var high = new int[n];
    for (var i = 0; i < n; i++) {
      by[i] = feature.get(rootNode + i);
      cut[i] = threshold.get(rootNode + i);
      low[i] = left.get(rootNode + i);
      high[i] = right.get(rootNode + i);
    }
    var leaf = new float[leaves.size() - rootLeaf];
    for (var i = 0; i < leaf.length; i++) {
      leaf[i] = leaves.get(rootLeaf + i);
    }
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            i -> {
              var node = 0;
              do {
                node = rows[i][by[node]] <= cut[node] ? low[node] : high[node];
              } while (node >= 0);
              score[i] += leaf[-1 - node];
            });
  }

  private int[] sampleFeatures() {
    var order = IntStream.range(0, features).toArray();
    for (var i = features - 1; i > 0; i--) {
      var j = random.nextInt(i + 1);
      var swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    var used = Arrays.copyOf(order, Math.max(8, features * 2 / 5));
    Arrays.sort(used);
    return used;
  }

  /** Grows the subtree of these rows; gives its child code: a node at or above 0, else a leaf. */
  private short grow(int[] at, int[] used, int depth, int rootNode, int rootLeaf, double rate) {
    var g = 0.0;
    var h = 0.0;
    for (var i : at) {
      g += gradient[i];
      h += hessian[i];
    }
    var split = depth < deepest && at.length >= 40 ? best(at, used, g, h) : null;
    if (split == null) {
      leaves.add((float) (-g / (h + LAMBDA) * rate));
      return (short) -(leaves.size() - rootLeaf);
    }
    var node = feature.size();
    feature.add((short) split.feature());
    threshold.add(cuts[split.feature()][split.bin()]);
    left.add((short) 0);
    right.add((short) 0);
    var column = bins[split.feature()];
    var lower = Arrays.stream(at).filter(i -> column[i] <= split.bin()).toArray();
    var upper = Arrays.stream(at).filter(i -> column[i] > split.bin()).toArray();
    left.set(node, grow(lower, used, depth + 1, rootNode, rootLeaf, rate));
    right.set(node, grow(upper, used, depth + 1, rootNode, rootLeaf, rate));
    return (short) (node - rootNode);
  }

  private @Nullable Split best(int[] at, int[] used, double g, double h) {
    var splits =
        (at.length > 4000 ? Arrays.stream(used).parallel() : Arrays.stream(used))
            .mapToObj(f -> bestOf(at, f, g, h))
            .toList();
    @Nullable Split best = null;
    for (var split : splits) {
      if (split.gain() > (best == null ? 1e-3 : best.gain())) {
        best = split;
      }
    }
    return best;
  }

  private Split bestOf(int[] at, int f, double g, double h) {
    var sumG = new double[BINS];
    var sumH = new double[BINS];
    var column = bins[f];
    for (var i : at) {
      sumG[column[i]] += gradient[i];
      sumH[column[i]] += hessian[i];
    }
    var whole = g * g / (h + LAMBDA);
    var gain = 0.0;
    var bin = -1;
    var leftG = 0.0;
    var leftH = 0.0;
    for (var b = 0; b < cuts[f].length; b++) {
      leftG += sumG[b];
      leftH += sumH[b];
      var rightH = h - leftH;
      if (leftH < 1 || rightH < 1) {
        continue;
      }
      var rightG = g - leftG;
      var found = leftG * leftG / (leftH + LAMBDA) + rightG * rightG / (rightH + LAMBDA) - whole;
      if (found > gain) {
        gain = found;
        bin = b;
      }
    }
    return new Split(f, bin, bin < 0 ? -1 : gain);
  }

  private Forest forest(float bias) {
    var n = feature.size();
    var features = new short[n];
    var thresholds = new float[n];
    var lefts = new short[n];
    var rights = new short[n];
    for (var i = 0; i < n; i++) {
      features[i] = feature.get(i);
      thresholds[i] = threshold.get(i);
      lefts[i] = left.get(i);
      rights[i] = right.get(i);
    }
    var leaf = new float[leaves.size()];
    for (var i = 0; i < leaf.length; i++) {
      leaf[i] = leaves.get(i);
    }
    return new Forest(
        bias,
        treeShape.stream().mapToInt(shape -> shape[0]).toArray(),
        treeShape.stream().mapToInt(shape -> shape[1]).toArray(),
        features,
        thresholds,
        lefts,
        rights,
        leaf);
  }
}
