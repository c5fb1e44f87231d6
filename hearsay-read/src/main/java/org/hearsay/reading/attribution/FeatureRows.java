package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;

/** A row of numbers for each feature that is known, by its hash, 0 to below {@link Crf#SPACE}. */
final class FeatureRows {
  /** How exactly rows are written: several of them are summed. */
  private static final int STEPS = 40;

  private final BitSet known;

  /** Hash and number in turn, by open addressing; half of it at most is taken. */
  private final int[] numbers;

  private final int mask;

  /** In the order of the hashes. */
  final float[][] rows;

  FeatureRows(BitSet known, int length) {
    this(known, new float[known.cardinality()][length]);
  }

  private FeatureRows(BitSet known, float[][] rows) {
    this.known = known;
    this.rows = rows;
    numbers = new int[Integer.highestOneBit(rows.length * 8 + 8)];
    mask = numbers.length / 2 - 1;
    var number = 0;
    for (var hash = known.nextSetBit(0); hash >= 0; hash = known.nextSetBit(hash + 1)) {
      var at = place(hash);
      numbers[at] = hash;
      numbers[at + 1] = ++number;
    }
  }

  /** The number of a feature's row, -1 for none. */
  int number(int hash) {
    return numbers[place(hash) + 1] - 1;
  }

  /** Where a hash stands, or would stand. */
  private int place(int hash) {
    var at = 2 * (hash & mask);
    while (numbers[at + 1] != 0 && numbers[at] != hash) {
      at = at + 2 & 2 * mask + 1;
    }
    return at;
  }

  /** Adds the rows of features. */
  void add(int[] features, float[] sums) {
    // All are looked up before any is used, so that the memory answers them together.
    var known = new float[features.length][];
    var count = 0;
    for (var hash : features) {
      var number = number(hash);
      if (number >= 0) {
        known[count++] = rows[number];
      }
    }
    Dense.add(known, count, sums);
  }

  /** Those of some features only. */
  FeatureRows only(BitSet kept) {
    var some = (BitSet) kept.clone();
    some.and(known);
    var fewer = new float[some.cardinality()][];
    var k = 0;
    for (var hash = some.nextSetBit(0); hash >= 0; hash = some.nextSetBit(hash + 1)) {
      fewer[k++] = rows[number(hash)];
    }
    return new FeatureRows(some, fewer);
  }

  /** Takes over the numbers of the features that others have too. */
  void take(FeatureRows others) {
    var both = (BitSet) known.clone();
    both.and(others.known);
    for (var hash = both.nextSetBit(0); hash >= 0; hash = both.nextSetBit(hash + 1)) {
      var row = rows[number(hash)];
      System.arraycopy(others.rows[others.number(hash)], 0, row, 0, row.length);
    }
  }

  void write(OutputStream out) throws IOException {
    write(out, STEPS);
  }

  /**
   * @param steps how exactly, see {@link Network#write}
   */
  void write(OutputStream out, int steps) throws IOException {
    WeightTable.writeSet(out, known, Crf.SPACE);
    Network.write(out, rows, steps);
  }

  static FeatureRows read(InputStream in, int length) throws IOException {
    var rows = new FeatureRows(WeightTable.readSet(in), length);
    Network.read(in, rows.rows);
    return rows;
  }
}
