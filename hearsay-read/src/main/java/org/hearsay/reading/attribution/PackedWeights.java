package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The rows of a weight table with up to eight labels as the bytes they are in the file, eight to a
 * word, so that the table stays in the processor's cache and a row is added in a few operations. A
 * byte is kept with 128 added to it: sums of 256 rows then fit in the halves of each pair of bytes.
 */
final class PackedWeights {
  private static final long EVEN = 0x00FF00FF00FF00FFL;
  private static final int BIAS = 128;
  private static final long BIASES = 0x8080808080808080L;
  private static final int MOST = 256;

  private final long[] rows;
  private final int labels;
  private final double scale;

  private PackedWeights(long[] rows, int labels, double scale) {
    this.rows = rows;
    this.labels = labels;
    this.scale = scale;
  }

  /** Reads what {@link WeightTable#write} wrote of a table with this many labels a row. */
  static PackedWeights read(InputStream in, int labels) throws IOException {
    var table = new WeightTable.Entries(in);
    var rows = new long[table.length() / labels];
    Arrays.fill(rows, BIASES);
    while (table.next()) {
      // Flips the bit that makes 128 of 0, and the others to those of the value.
      rows[table.at() / labels] ^= (table.value() & 0xFFL) << 8 * (table.at() % labels);
    }
    return new PackedWeights(rows, labels, table.scale());
  }

  /** The weights as {@link WeightTable#read} gives them. */
  float[] floats() {
    var floats = new float[rows.length * labels];
    for (var i = 0; i < floats.length; i++) {
      floats[i] = (byte) ((rows[i / labels] ^ BIASES) >>> 8 * (i % labels)) * (float) scale;
    }
    return floats;
  }

  /** Adds the sum of the first rows of a list to the scores of the labels, from {@code at} on. */
  void add(int[] list, int count, double[] scores, int at) {
    for (var from = 0; from < count; from += MOST) {
      var end = Math.min(count, from + MOST);
      var even = 0L;
      var odd = 0L;
      for (var i = from; i < end; i++) {
        var row = rows[list[i]];
        even += row & EVEN;
        odd += row >>> 8 & EVEN;
      }
      for (var y = 0; y < labels; y++) {
        var sum = (int) (((y & 1) == 0 ? even : odd) >>> (y >> 1) * 16) & 0xFFFF;
        scores[at + y] += (sum - BIAS * (end - from)) * scale;
      }
    }
  }
}
