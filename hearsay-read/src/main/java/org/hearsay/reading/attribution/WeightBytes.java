package org.hearsay.reading.attribution;

import java.io.IOException;
import java.io.InputStream;

/**
 * Weights that were read, as the bytes they are in the file: a quarter of the room, so that more of
 * a table is in the processor's caches. Their values and sums are the same to the last bit.
 */
final class WeightBytes {
  private final byte[] table;

  /** What each byte stands for, those below zero behind the others. */
  private final float[] values = new float[256];

  private WeightBytes(byte[] table) {
    this.table = table;
  }

  /** Reads what {@link WeightTable#write} wrote. */
  static WeightBytes read(InputStream in) throws IOException {
    var entries = new WeightTable.Entries(in);
    var weights = new WeightBytes(new byte[entries.length()]);
    while (entries.next()) {
      weights.table[entries.at()] = entries.value();
      weights.values[entries.value() & 0xFF] = entries.weight();
    }
    return weights;
  }

  /** The sum of the weights of some features. */
  double sum(int[] features) {
    var sum = 0.0;
    for (var feature : features) {
      sum += values[table[feature] & 0xFF];
    }
    return sum;
  }

  /** The weights as {@link WeightTable#read} gives them. */
  float[] floats() {
    var floats = new float[table.length];
    for (var i = 0; i < floats.length; i++) {
      floats[i] = values[table[i] & 0xFF];
    }
    return floats;
  }
}
