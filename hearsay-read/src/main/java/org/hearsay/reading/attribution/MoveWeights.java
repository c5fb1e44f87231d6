package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The parser's weights for its moves as the bytes they are in the file, those of a row in one word,
 * so that the table stays in the processor's cache. A byte is kept with 128 added to it.
 */
final class MoveWeights {
  private static final int BIAS = 128;
  private static final int BIASES = 0x808080;

  /** The first and the last of the three bytes. */
  private static final int OUTER = 0x00FF00FF;

  private final int[] rows;
  private final float scale;

  private MoveWeights(int[] rows, float scale) {
    this.rows = rows;
    this.scale = scale;
  }

  /** Reads what {@link WeightTable#write} wrote. */
  static MoveWeights read(InputStream in) throws IOException {
    var table = new WeightTable.Entries(in);
    var rows = new int[table.length() / DependencyParser.MOVES];
    Arrays.fill(rows, BIASES);
    while (table.next()) {
      // flips the bit that makes 128 of 0, and the others to those of the value
      rows[table.at() / DependencyParser.MOVES] ^=
          (table.value() & 0xFF) << 8 * (table.at() % DependencyParser.MOVES);
    }
    return new MoveWeights(rows, table.scale());
  }

  /**
   * The sum of the rows of the features, 256 at most, for each move, or what has the same order.
   */
  void sum(FeatureHash hash, float[] into) {
    var outer = 0;
    var left = 0;
    var found = hash.raw();
    for (var i = 0; i < hash.size(); i++) {
      var row = rows[found[i]];
      outer += row & OUTER;
      left += row >>> 8 & 0xFF;
    }
    into[DependencyParser.SHIFT] = outer & 0xFFFF;
    into[DependencyParser.LEFT] = left;
    into[DependencyParser.RIGHT] = outer >>> 16;
    if (into[0] == into[1] || into[1] == into[2] || into[2] == into[0]) {
      sumRounded(hash, into);
    }
  }

  /**
   * The sums as floats that are added up, which tells moves of the same sum apart: the models that
   * see the trees were trained with what rounding decides.
   */
  private void sumRounded(FeatureHash hash, float[] into) {
    Arrays.fill(into, 0);
    for (var i = 0; i < hash.size(); i++) {
      var row = rows[hash.row(i)] ^ BIASES;
      for (var move = 0; move < DependencyParser.MOVES; move++) {
        into[move] += (byte) (row >> 8 * move) * scale;
      }
    }
  }
}
