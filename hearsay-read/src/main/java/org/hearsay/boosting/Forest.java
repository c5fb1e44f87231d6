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
    this.starts = new int[roots.length];
    this.depths = new int[roots.length];
    this.nodes = new int[4 * (feature.length + leaves.length)];
    for (var t = 0; t < roots.length; t++) {
      starts[t] = size;
      depths[t] = pack(t, 0);
    }
  }

  private final int[] leafRoots;

  /**
   * What is walked: of each node its feature, its threshold as {@link #ordered}, and where its two
   * children are. A leaf leads to itself and has its value in the second child's place. So every
   * row goes as many steps as the tree is deep, and no branch has to be foreseen.
   */
  private final int[] nodes;

  private int size;

  /** Where each tree starts in {@link #nodes}, and how many steps its deepest leaf is away. */
  private final int[] starts;

  private final int[] depths;

  /** Adds a node and what is below it; how many steps that are. */
  private int pack(int tree, int number) {
    var at = size;
    size += 4;
    if (number < 0) {
      nodes[at + 1] = Integer.MAX_VALUE;
      nodes[at + 2] = at;
      nodes[at + 3] = Float.floatToRawIntBits(leaves[leafRoots[tree] - 1 - number]);
      return 0;
    }
    var node = roots[tree] + number;
    nodes[at] = feature[node];
    nodes[at + 1] = ordered(threshold[node]);
    nodes[at + 2] = size;
    var deepest = pack(tree, left[node]);
    nodes[at + 3] = size;
    return 1 + Math.max(deepest, pack(tree, right[node]));
  }

  /** A whole number that is less than another's where the value is. */
  private static int ordered(float value) {
    var bits = Float.floatToRawIntBits(value + 0f); // there is one zero
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }

  private static int[] ordered(float[] row) {
    var found = new int[row.length];
    for (var i = 0; i < found.length; i++) {
      found[i] = ordered(row[i]);
    }
    return found;
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
    var values = ordered(row);
    var sum = bias;
    for (var t = 0; t < starts.length; t++) {
      var at = starts[t];
      for (var step = depths[t]; step > 0; step--) {
        at = next(at, values);
      }
      sum += Float.intBitsToFloat(nodes[at + 3]);
    }
    return sum;
  }

  /** Rows that go through a tree side by side, each while the others wait for memory. */
  private static final int ABREAST = 4;

  /**
   * The same for many rows, null for those that are of another kind whatever is in them. One tree
   * after the other, so that each is read from memory once.
   */
  public float[] probabilities(@Nullable float[][] rows) {
    var given = new int[rows.length + ABREAST][];
    var n = 0;
    for (var row : rows) {
      if (row != null) {
        given[n++] = ordered(row);
      }
    }
    for (var i = n; i > 0 && i < n + ABREAST; i++) {
      given[i] = given[0];
    }
    var sums = new float[n + ABREAST];
    Arrays.fill(sums, bias);
    for (var t = 0; t < starts.length; t++) {
      for (var i = 0; i < n; i += ABREAST) {
        add(sums, t, given, i);
      }
    }
    var found = new float[rows.length];
    for (int i = 0, k = 0; i < found.length; i++) {
      found[i] = rows[i] == null ? 0 : probability(sums[k++]);
    }
    return found;
  }

  /** Adds what a tree says of four rows. */
  private void add(float[] sums, int tree, int[][] rows, int i) {
    var a = starts[tree];
    var b = a;
    var c = a;
    var d = a;
    for (var step = depths[tree]; step > 0; step--) {
      a = next(a, rows[i]);
      b = next(b, rows[i + 1]);
      c = next(c, rows[i + 2]);
      d = next(d, rows[i + 3]);
    }
    sums[i] += Float.intBitsToFloat(nodes[a + 3]);
    sums[i + 1] += Float.intBitsToFloat(nodes[b + 3]);
    sums[i + 2] += Float.intBitsToFloat(nodes[c + 3]);
    sums[i + 3] += Float.intBitsToFloat(nodes[d + 3]);
  }

  /** The child on whose side of the threshold the value is, told by the sign of a difference. */
  private int next(int at, int[] row) {
    return nodes[at + 2 + (int) ((long) nodes[at + 1] - row[nodes[at]] >>> 63)];
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
