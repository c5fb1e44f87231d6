package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The parser's weights for its relations as the bytes they are in the file, those of a row in four
 * words, half a line of the processor's cache. A byte is kept with 128 added to it, so that eight
 * are summed at a time.
 */
final class RelationWeights {
  private static final long EVEN = 0x00FF00FF00FF00FFL;
  private static final long BIASES = 0x8080808080808080L;

  /** Words in a row. */
  private static final int WORDS = 4;

  private final long[] rows;
  private final float scale;

  private RelationWeights(long[] rows, float scale) {
    this.rows = rows;
    this.scale = scale;
  }

  /** Reads what {@link WeightTable#write} wrote. */
  static RelationWeights read(InputStream in) throws IOException {
    var table = new WeightTable.Entries(in);
    var relations = Relation.count();
    var rows = new long[table.length() / relations * WORDS];
    Arrays.fill(rows, BIASES);
    while (table.next()) {
      var relation = table.at() % relations;
      // flips the bit that makes 128 of 0, and the others to those of the value
      rows[table.at() / relations * WORDS + relation / 8] ^=
          (table.value() & 0xFFL) << 8 * (relation % 8);
    }
    return new RelationWeights(rows, table.scale());
  }

  /** The relation for which the rows of the features, 256 at most, have the greatest sum. */
  int best(FeatureHash hash) {
    var features = hash.raw();
    var best = 0;
    var most = -1;
    var tied = false;
    for (var word = 0; word < WORDS; word++) {
      var even = 0L;
      var odd = 0L;
      for (var i = 0; i < hash.size(); i++) {
        var eight = rows[features[i] * WORDS + word];
        even += eight & EVEN;
        odd += eight >>> 8 & EVEN;
      }
      var end = Math.min(8, Relation.count() - 8 * word);
      for (var k = 0; k < end; k++) {
        var sum = (int) (((k & 1) == 0 ? even : odd) >>> (k >> 1) * 16) & 0xFFFF;
        tied = sum == most || tied && sum < most;
        if (sum > most) {
          most = sum;
          best = 8 * word + k;
        }
      }
    }
    return tied ? bestRounded(hash) : best;
  }

  /**
   * Of relations with the same sum the one that is first when floats are added up: the models that
   * see the trees were trained with what rounding decides.
   */
  private int bestRounded(FeatureHash hash) {
    var best = 0;
    var most = Float.NEGATIVE_INFINITY;
    for (var relation = 0; relation < Relation.count(); relation++) {
      var sum = 0f;
      for (var i = 0; i < hash.size(); i++) {
        var eight = rows[hash.row(i) * WORDS + relation / 8] ^ BIASES;
        sum += (byte) (eight >>> 8 * (relation % 8)) * scale;
      }
      if (sum > most) {
        most = sum;
        best = relation;
      }
    }
    return best;
  }
}
