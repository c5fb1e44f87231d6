package org.hearsay.reading.attribution;

import java.util.Arrays;

/** Collects the features of one position as rows of a weight table. */
final class FeatureHash {
  private final int mask;
  private int[] rows = new int[160];
  private int size;

  /**
   * @param rows of the table, a power of two
   */
  FeatureHash(int rows) {
    mask = rows - 1;
  }

  void clear() {
    size = 0;
  }

  void add(int template, int a) {
    add(mix(template * 0x9E3779B9 + a));
  }

  void add(int template, int a, int b) {
    add(mix(mix(template * 0x9E3779B9 + a) + b));
  }

  void add(int template, int a, int b, int c) {
    add(mix(mix(mix(template * 0x9E3779B9 + a) + b) + c));
  }

  private void add(int hash) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = hash & mask;
  }

  int size() {
    return size;
  }

  int row(int i) {
    return rows[i];
  }

  /** The rows themselves, {@link #size} of them; the next position writes over them. */
  int[] raw() {
    return rows;
  }

  int[] rows() {
    return Arrays.copyOf(rows, size);
  }

  /** The finalizer of MurmurHash3. */
  static int mix(int h) {
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
