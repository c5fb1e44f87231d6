package org.hearsay.boosting;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
    this.packed = packed(roots, leafRoots, feature, threshold, left, right);
    this.packedRoots = new int[roots.length];
    for (var t = 0; t < roots.length; t++) {
      packedRoots[t] = 4 * roots[t];
    }
  }

  private final int[] packed;
  private final int[] packedRoots;

  private final int[] leafRoots;

  /** The probability that this row is of the kind learnt. */
  public float probability(float[] row) {
    return (float) (1 / (1 + Math.exp(-score(row))));
  }

  public float score(float[] row) {
    var sum = bias;
    for (var root : packedRoots) {
      sum += leaf(root, row);
    }
    return sum;
  }

  /**
   * The same for many rows, null for those that are of another kind whatever is in them. One tree
   * after the other, so that each is read from memory once.
   */
  public float[] probabilities(@Nullable float[][] rows) {
    var given = new float[rows.length][];
    var n = 0;
    for (var row : rows) {
      if (row != null) {
        given[n++] = row;
      }
    }
    var sums = new float[n];
    java.util.Arrays.fill(sums, bias);
    for (var root : packedRoots) {
      for (var i = 0; i < n; i++) {
        sums[i] += leaf(root, given[i]);
      }
    }
    var found = new float[rows.length];
    for (int i = 0, k = 0; i < found.length; i++) {
      found[i] = rows[i] == null ? 0 : (float) (1 / (1 + Math.exp(-sums[k++])));
    }
    return found;
  }

  private float leaf(int root, float[] row) {
    var at = root;
    do {
      at =
          row[packed[at]] <= Float.intBitsToFloat(packed[at + 1]) ? packed[at + 2] : packed[at + 3];
    } while (at >= 0);
    return leaves[-1 - at];
  }

  /** Each node's feature, threshold and children beside each other; children by place, or leaf. */
  private static int[] packed(
      int[] roots,
      int[] leafRoots,
      short[] feature,
      float[] threshold,
      short[] left,
      short[] right) {
    var packed = new int[4 * feature.length];
    for (var t = 0; t < roots.length; t++) {
      var end = t + 1 < roots.length ? roots[t + 1] : feature.length;
      for (var i = roots[t]; i < end; i++) {
        packed[4 * i] = feature[i];
        packed[4 * i + 1] = Float.floatToRawIntBits(threshold[i]);
        packed[4 * i + 2] = child(left[i], roots[t], leafRoots[t]);
        packed[4 * i + 3] = child(right[i], roots[t], leafRoots[t]);
      }
    }
    return packed;
  }

  private static int child(int number, int root, int leafRoot) {
    return number >= 0 ? 4 * (root + number) : number - leafRoot;
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
