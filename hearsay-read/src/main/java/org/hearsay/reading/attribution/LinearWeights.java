package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The weights of a log-linear model, one for each row. Those that were read stay the bytes they are
 * in the file: a quarter of the room, so that more of a table is in the processor's caches. Their
 * values and sums are the same to the last bit.
 */
final class LinearWeights {
  /** The weights in training; empty once they were read. */
  final float[] floats;

  /** The weights that were read; empty in training. */
  private final byte[] table;

  /** What each byte stands for, those below zero behind the others. */
  private final float[] values = new float[256];

  LinearWeights(int rows) {
    this(new float[rows], new byte[0]);
  }

  private LinearWeights(float[] floats, byte[] table) {
    this.floats = floats;
    this.table = table;
  }

  /** Reads what {@link #write} wrote. */
  static LinearWeights read(InputStream in) throws IOException {
    var entries = new WeightTable.Entries(in);
    var weights = new LinearWeights(new float[0], new byte[entries.length()]);
    while (entries.next()) {
      weights.table[entries.at()] = entries.value();
      weights.values[entries.value() & 0xFF] = entries.weight();
    }
    return weights;
  }

  /** Writes the weights that tell something. */
  void write(OutputStream out) throws IOException {
    WeightTable.write(out, WeightTable.telling(table.length == 0 ? floats : unpacked()));
  }

  private float[] unpacked() {
    var unpacked = new float[table.length];
    for (var i = 0; i < unpacked.length; i++) {
      unpacked[i] = values[table[i] & 0xFF];
    }
    return unpacked;
  }

  /** The sum of the weights of some features. */
  double sum(int[] features) {
    var sum = 0.0;
    if (table.length == 0) {
      for (var feature : features) {
        sum += floats[feature];
      }
      return sum;
    }
    for (var feature : features) {
      sum += values[table[feature] & 0xFF];
    }
    return sum;
  }
}
