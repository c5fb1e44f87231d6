package org.hearsay.boosting;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Boosted decision trees (Friedman 2001): the sum of what each tree's leaf says is the log-odds.
 * Nodes lie in flat arrays; a child below zero is a leaf.
 */
public final class Forest {

  private final int[] roots;
  private final int[] leafRoots;
  private final short[] feature;
  private final float[] threshold;
  private final short[] left;
  private final short[] right;
  private final float[] leaves;
  private final float bias;

  /**
   * @param roots where in the node arrays each tree starts; children count from there
   * @param left the child for values at or below the threshold: a node of the tree, or a leaf
   *     {@code -1 - n}, leaves counted over all trees from {@code leafRoots}
   */
  public Forest(
      float bias,
      int[] roots,
      int[] leafRoots,
      short[] feature,
      float[] threshold,
      short[] left,
      short[] right,
      float[] leaves) {
    this.bias = bias;
    this.roots = roots;
    this.leafRoots = leafRoots;
    this.feature = feature;
    this.threshold = threshold;
    this.left = left;
    this.right = right;
    this.leaves = leaves;
    this.depths = new int[roots.length];
    this.nodes = new long[roots.length][];
    this.said = new float[roots.length][];
    for (var t = 0; t < roots.length; t++) {
      depths[t] = depth(t, 0);
      if (depths[t] > DEEPEST) {
        throw new IllegalArgumentException(
            "a tree of " + depths[t] + " levels; at most " + DEEPEST);
      }
      nodes[t] = new long[1 << depths[t]];
      said[t] = new float[1 << depths[t]];
      pack(t, 0, 1, 0);
    }
  }

  /** Trees are walked as complete ones, which doubles them with each level. */
  private static final int DEEPEST = 12;

  /**
   * What is walked: each tree made complete, level after level. Of a node the threshold as {@link
   * #ordered} in the upper half, in the lower where its feature is in {@link #ordered values}; node
   * {@code i} has its children at {@code 2i} and {@code 2i + 1}, the root is 1. Under a leaf that
   * is less deep than others all values go left. So every row goes as many steps as the tree is
   * deep, and no branch has to be foreseen.
   */
  private final long[][] nodes;

  /** The leaves of the complete trees, as many as nodes and one. */
  private final float[][] said;

  /** How many steps its leaves are away. */
  private final int[] depths;

  private int depth(int tree, int number) {
    return number < 0
        ? 0
        : 1
            + Math.max(
                depth(tree, left[roots[tree] + number]), depth(tree, right[roots[tree] + number]));
  }

  /** Puts a node of a tree, and what is below it, at a place of the complete one. */
  private void pack(int tree, int number, int place, int level) {
    if (level == depths[tree]) {
      said[tree][place - (1 << level)] = leaves[leafRoots[tree] + (number < 0 ? -1 - number : 0)];
    } else if (number < 0) {
      nodes[tree][place] = (long) Integer.MAX_VALUE << 32;
      pack(tree, number, 2 * place, level + 1);
    } else {
      var node = roots[tree] + number;
      nodes[tree][place] = (long) ordered(threshold[node]) << 32 | feature[node] * ABREAST;
      pack(tree, left[node], 2 * place, level + 1);
      pack(tree, right[node], 2 * place + 1, level + 1);
    }
  }

  /** A whole number that is less than another's where the value is. */
  private static int ordered(float value) {
    var bits = Float.floatToRawIntBits(value + 0f); // there is one zero
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }

  /** Puts the values of a row beside those of the rows that it goes with. */
  private static void ordered(float[] row, int[] values, int beside) {
    for (var i = 0; i < row.length; i++) {
      values[i * ABREAST + beside] = ordered(row[i]);
    }
  }

  /** The probability that this row is of the kind learnt. */
  public float probability(float[] row) {
    return probability(score(row));
  }

  private static float probability(float score) {
    return (float) (1 / (1 + Math.exp(-score)));
  }

  /** The same as log-odds. */
  public float score(float[] row) {
    var values = new int[row.length * ABREAST];
    ordered(row, values, 0);
    var sum = bias;
    for (var t = 0; t < depths.length; t++) {
      var at = 1;
      for (var step = depths[t]; step > 0; step--) {
        at = next(nodes[t], at, values, 0);
      }
      sum += said[t][at - (1 << depths[t])];
    }
    return sum;
  }

  /** Rows that go through a tree side by side, each while the others wait for memory. */
  private static final int ABREAST = 8;

  /** So many of these go through all trees before others do: as near memory holds them. */
  private static final int GROUPS = 8;

  /**
   * The same for many rows, null for those that are of another kind whatever is in them. One tree
   * after the other, so that each is read from memory once for many rows.
   */
  public float[] probabilities(@Nullable float[][] rows) {
    var found = new float[rows.length];
    var groups = new int[GROUPS][];
    var places = new int[GROUPS * ABREAST];
    var sums = new float[GROUPS * ABREAST];
    var n = 0;
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i];
      if (row != null) {
        var group = groups[n / ABREAST];
        if (group == null || group.length < row.length * ABREAST) {
          group = new int[row.length * ABREAST];
          groups[n / ABREAST] = group;
        }
        ordered(row, group, n % ABREAST);
        places[n++] = i;
        if (n == places.length) {
          add(sums, groups, n, places, found);
          n = 0;
        }
      }
    }
    if (n > 0) {
      add(sums, groups, n, places, found);
    }
    return found;
  }

  /** Adds up what all trees say of some rows; what an unfilled group holds besides is no matter. */
  private void add(float[] sums, int[][] groups, int n, int[] places, float[] found) {
    Arrays.fill(sums, bias);
    for (var t = 0; t < depths.length; t++) {
      for (var i = 0; i < n; i += ABREAST) {
        add(sums, nodes[t], said[t], depths[t], groups[i / ABREAST], i);
      }
    }
    for (var i = 0; i < n; i++) {
      found[places[i]] = probability(sums[i]);
    }
  }

  /** Adds what a tree says of eight rows. */
  private static void add(float[] sums, long[] tree, float[] leaves, int depth, int[] rows, int i) {
    var a = 1;
    var b = 1;
    var c = 1;
    var d = 1;
    var e = 1;
    var f = 1;
    var g = 1;
    var h = 1;
    for (var step = depth; step > 0; step--) {
      a = next(tree, a, rows, 0);
      b = next(tree, b, rows, 1);
      c = next(tree, c, rows, 2);
      d = next(tree, d, rows, 3);
      e = next(tree, e, rows, 4);
      f = next(tree, f, rows, 5);
      g = next(tree, g, rows, 6);
      h = next(tree, h, rows, 7);
    }
    var first = 1 << depth;
    sums[i] += leaves[a - first];
    sums[i + 1] += leaves[b - first];
    sums[i + 2] += leaves[c - first];
    sums[i + 3] += leaves[d - first];
    sums[i + 4] += leaves[e - first];
    sums[i + 5] += leaves[f - first];
    sums[i + 6] += leaves[g - first];
    sums[i + 7] += leaves[h - first];
  }

  /**
   * The place of the child on whose side of the threshold the value is, told by the sign of a
   * difference.
   */
  private static int next(long[] tree, int at, int[] values, int beside) {
    var node = tree[at];
    return 2 * at + (int) ((node >> 32) - values[(int) node + beside] >>> 63);
  }

  public void write(DataOutputStream out) throws IOException {
    out.writeFloat(bias);
    out.writeInt(roots.length);
    for (var t = 0; t < roots.length; t++) {
      var end = t + 1 < roots.length ? roots[t + 1] : feature.length;
      out.writeShort(end - roots[t]);
      for (var i = roots[t]; i < end; i++) {
        out.writeByte(feature[i]);
        out.writeFloat(threshold[i]);
        out.writeShort(left[i]);
        out.writeShort(right[i]);
      }
      var leafEnd = t + 1 < roots.length ? leafRoots[t + 1] : leaves.length;
      for (var i = leafRoots[t]; i < leafEnd; i++) {
        out.writeFloat(leaves[i]);
      }
    }
  }

  public static Forest read(DataInputStream in) throws IOException {
    var bias = in.readFloat();
    var trees = in.readInt();
    var roots = new int[trees];
    var leafRoots = new int[trees];
    var feature = new short[trees * 64];
    var threshold = new float[feature.length];
    var left = new short[feature.length];
    var right = new short[feature.length];
    var leaves = new float[feature.length + trees];
    var n = 0;
    var leaf = 0;
    for (var t = 0; t < trees; t++) {
      roots[t] = n;
      leafRoots[t] = leaf;
      var nodes = in.readShort();
      for (var i = 0; i < nodes; i++, n++) {
        feature[n] = in.readByte();
        threshold[n] = in.readFloat();
        left[n] = in.readShort();
        right[n] = in.readShort();
      }
      for (var i = 0; i <= nodes; i++) {
        leaves[leaf++] = in.readFloat();
      }
    }
    return new Forest(bias, roots, leafRoots, feature, threshold, left, right, leaves);
  }
}
