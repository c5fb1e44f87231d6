package org.hearsay.language.tagging;

/** Hashes of words, each with a number that is not zero: open addressing, at most half full. */
final class WordTable {
  private int[] keys;
  private int[] values;
  private int size;

  /**
   * @param slots to begin with, a power of two
   */
  WordTable(int slots) {
    keys = new int[slots];
    values = new int[slots];
  }

  void put(int key, int value) {
    if (++size * 2 >= keys.length) {
      var oldKeys = keys;
      var oldValues = values;
      keys = new int[oldKeys.length * 2];
      values = new int[keys.length];
      for (var i = 0; i < oldKeys.length; i++) {
        if (oldValues[i] != 0) {
          var slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          values[slot] = oldValues[i];
        }
      }
    }
    var slot = slot(key);
    keys[slot] = key;
    values[slot] = value;
  }

  /** The number of a word; zero when it is not known. */
  int get(int key) {
    return values[slot(key)];
  }

  private int slot(int key) {
    var slot = key * 0x9E3779B9 >>> 4 & keys.length - 1;
    while (values[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }
}
