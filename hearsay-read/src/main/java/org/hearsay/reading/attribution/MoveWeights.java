package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;

/**
 * The parser's weights for its moves as the bytes they are in the file, those of a row in one word:
 * a quarter of the room, so that the table stays in the processor's cache. The sums are the same,
 * to the last bit, as those of the table of floats.
 */
final class MoveWeights {
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
    while (table.next()) {
      var move = table.at() % DependencyParser.MOVES;
      rows[table.at() / DependencyParser.MOVES] |= (table.value() & 0xFF) << 8 * move;
    }
    return new MoveWeights(rows, table.scale());
  }

  /** The sum of the rows of the features, for each move. */
  void sum(FeatureHash hash, float[] into) {
    var shift = 0f;
    var left = 0f;
    var right = 0f;
    var found = hash.raw();
    for (var i = 0; i < hash.size(); i++) {
      var row = rows[found[i]];
      shift += (byte) row * scale;
      left += (byte) (row >> 8) * scale;
      right += (byte) (row >> 16) * scale;
    }
    into[DependencyParser.SHIFT] = shift;
    into[DependencyParser.LEFT] = left;
    into[DependencyParser.RIGHT] = right;
  }
}
