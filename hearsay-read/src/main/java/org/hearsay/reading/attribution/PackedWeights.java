package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows of a weight table with up to six labels as the bytes they are in the file, in one word
 * each, so that the table stays in the processor's cache and a row is added in a few operations. A
 * byte is kept with 128 added to it: sums of 256 rows then fit in the halves of each pair of bytes.
 *
 * <p>Up to sixteen hashes share a row. Which of them are kept stands in the last two bytes of its
 * word, whose sums nobody reads, so that a feature is looked up in one place only.
 */
final class PackedWeights {
  private static final long EVEN = 0x00FF00FF00FF00FFL;
  private static final int BIAS = 128;
  private static final long BIASES = 0x0000808080808080L;
  private static final int MOST = 256;

  /** Where the bits of the hashes begin that are kept. */
  private static final int KEPT = 48;

  private final long[] rows;

  /** How many bits of a hash tell its row. */
  private final int bits;

  private final int labels;
  private final double scale;

  private PackedWeights(long[] rows, int labels, double scale) {
    if (Crf.SPACE / rows.length > Long.SIZE - KEPT) {
      throw new IllegalArgumentException("too few rows for the hashes: " + rows.length);
    }
    this.rows = rows;
    bits = Integer.numberOfTrailingZeros(rows.length);
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

  /** Keeps some hashes: all others weigh nothing. */
  void keep(BitSet hashes) {
    hashes.stream().forEach(h -> rows[h & rows.length - 1] |= 1L << KEPT + (h >>> bits));
  }

  boolean keeps(int hash) {
    return (rows[hash & rows.length - 1] >>> KEPT + (hash >>> bits) & 1) != 0;
  }

  /** The weights as {@link WeightTable#read} gives them. */
  float[] floats() {
    var floats = new float[rows.length * labels];
    for (var i = 0; i < floats.length; i++) {
      floats[i] = (byte) ((rows[i / labels] ^ BIASES) >>> 8 * (i % labels)) * (float) scale;
    }
    return floats;
  }

  /**
   * Adds the weights of the features that are kept, of the first ones of an array, to the scores of
   * the labels, from {@code at}.
   */
  void add(int[] features, int size, double[] scores, int at) {
    for (var from = 0; from < size; from += MOST) {
      var end = Math.min(size, from + MOST);
      var even = 0L;
      var odd = 0L;
      var count = 0;
      for (var i = from; i < end; i++) {
        var hash = features[i];
        var row = rows[hash & rows.length - 1];
        // Without a branch: which ones are kept cannot be foretold.
        var kept = row >>> KEPT + (hash >>> bits) & 1;
        row &= -kept;
        even += row & EVEN;
        odd += row >>> 8 & EVEN;
        count += (int) kept;
      }
      for (var y = 0; y < labels; y++) {
        var sum = (int) (((y & 1) == 0 ? even : odd) >>> (y >> 1) * 16) & 0xFFFF;
        scores[at + y] += (sum - BIAS * count) * scale;
      }
    }
  }
}
