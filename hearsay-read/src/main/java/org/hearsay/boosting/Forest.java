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
    this.starts = new int[roots.length + 1];
    this.depths = new int[roots.length];
    for (var t = 0; t < roots.length; t++) {
      depths[t] = depth(t, 0);
      if (depths[t] > DEEPEST) {
        throw new IllegalArgumentException(
            "a tree of " + depths[t] + " levels; at most " + DEEPEST);
      }
      starts[t + 1] = starts[t] + 2 * inner(t) + inner(t) + 1;
    }
    this.nodes = new int[starts[roots.length]];
    for (var t = 0; t < roots.length; t++) {
      pack(t, 0, 0, 0);
    }
  }

  /** Trees are walked as complete ones, which doubles them with each level. */
  private static final int DEEPEST = 12;

  /**
   * What is walked: each tree made complete, level after level, its leaves after its nodes. Of a
   * node its feature and its threshold as {@link #ordered}; node {@code i} has its children at
   * {@code 2i + 1} and {@code 2i + 2}. Under a leaf that is less deep than others all values go
   * left. So every row goes as many steps as the tree is deep, and no branch has to be foreseen.
   */
  private final int[] nodes;

  /** Where each tree starts in {@link #nodes}, and the end; how many steps its leaves are away. */
  private final int[] starts;

  private final int[] depths;

  /** How many nodes a tree has that are no leaves. */
  private int inner(int tree) {
    return (1 << depths[tree]) - 1;
  }

  private int depth(int tree, int number) {
    return number < 0
        ? 0
        : 1
            + Math.max(
                depth(tree, left[roots[tree] + number]), depth(tree, right[roots[tree] + number]));
  }

  /** Puts a node of a tree, and what is below it, at a place of the complete one. */
  private void pack(int tree, int number, int place, int level) {
    var start = starts[tree];
    if (level == depths[tree]) {
      nodes[start + inner(tree) + place] =
          Float.floatToRawIntBits(leaves[leafRoots[tree] + (number < 0 ? -1 - number : 0)]);
    } else if (number < 0) {
      nodes[start + 2 * place + 1] = Integer.MAX_VALUE;
      pack(tree, number, 2 * place + 1, level + 1);
    } else {
      var node = roots[tree] + number;
      nodes[start + 2 * place] = feature[node];
      nodes[start + 2 * place + 1] = ordered(threshold[node]);
      pack(tree, left[node], 2 * place + 1, level + 1);
      pack(tree, right[node], 2 * place + 2, level + 1);
    }
  }

  /** A whole number that is less than another's where the value is. */
  private static int ordered(float value) {
    var bits = Float.floatToRawIntBits(value + 0f); // there is one zero
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }

  private static int[] ordered(float[] row, int[] into) {
    for (var i = 0; i < row.length; i++) {
      into[i] = ordered(row[i]);
    }
    return into;
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
    var values = ordered(row, new int[row.length]);
    var sum = bias;
    for (var t = 0; t < depths.length; t++) {
      var at = starts[t];
      for (var step = depths[t]; step > 0; step--) {
        at = next(starts[t], at, values);
      }
      sum += leaf(t, at);
    }
    return sum;
  }

  /** Rows that go through a tree side by side, each while the others wait for memory. */
  private static final int ABREAST = 4;

  /** Rows that go through all trees before others do: as many as the nearest memory holds. */
  private static final int TOGETHER = 64;

  /**
   * The same for many rows, null for those that are of another kind whatever is in them. One tree
   * after the other, so that each is read from memory once for many rows.
   */
  public float[] probabilities(@Nullable float[][] rows) {
    var found = new float[rows.length];
    var given = new int[TOGETHER][];
    var places = new int[TOGETHER];
    var sums = new float[TOGETHER];
    var n = 0;
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i];
      if (row != null) {
        var room = given[n];
        given[n] =
            ordered(row, room == null || room.length < row.length ? new int[row.length] : room);
        places[n++] = i;
        if (n == TOGETHER) {
          add(sums, given, n, places, found);
          n = 0;
        }
      }
    }
    if (n > 0) {
      add(sums, given, n, places, found);
    }
    return found;
  }

  /** Adds up what all trees say of some rows. */
  private void add(float[] sums, int[][] rows, int n, int[] places, float[] found) {
    Arrays.fill(sums, bias);
    for (var i = n; i % ABREAST != 0; i++) {
      rows[i] = rows[0];
    }
    for (var t = 0; t < depths.length; t++) {
      for (var i = 0; i < n; i += ABREAST) {
        add(sums, t, rows, i);
      }
    }
    for (var i = 0; i < n; i++) {
      found[places[i]] = probability(sums[i]);
    }
  }

  /** Adds what a tree says of four rows. */
  private void add(float[] sums, int tree, int[][] rows, int i) {
    var start = starts[tree];
    var rowA = rows[i];
    var rowB = rows[i + 1];
    var rowC = rows[i + 2];
    var rowD = rows[i + 3];
    var a = start;
    var b = start;
    var c = start;
    var d = start;
    for (var step = depths[tree]; step > 0; step--) {
      a = next(start, a, rowA);
      b = next(start, b, rowB);
      c = next(start, c, rowC);
      d = next(start, d, rowD);
    }
    sums[i] += leaf(tree, a);
    sums[i + 1] += leaf(tree, b);
    sums[i + 2] += leaf(tree, c);
    sums[i + 3] += leaf(tree, d);
  }

  /**
   * The place of the child on whose side of the threshold the value is, told by the sign of a
   * difference.
   */
  private int next(int start, int at, int[] row) {
    var more = (int) ((long) nodes[at + 1] - row[nodes[at]] >>> 63);
    return 2 * (at + 1 + more) - start;
  }

  private float leaf(int tree, int at) {
    return Float.intBitsToFloat(nodes[starts[tree] + inner(tree) + (at - starts[tree]) / 2]);
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
