package org.hearsay.language.tagging;

/** Hashes of words, each with a number that is not zero: open addressing, three quarters full. */
final class WordTable {

  /** For each slot the key and the number, side by side for the sake of the caches. */
  private int[] cells;

  private int size;

  /**
   * @param slots to begin with, a power of two
   */
  WordTable(int slots) {
    cells = new int[slots * 2];
  }

  void put(int key, int value) {
    if (++size * 8 >= cells.length * 3) {
      grow();
    }
    var cell = cell(key);
    cells[cell] = key;
    cells[cell + 1] = value;
  }

  private void grow() {
    var old = cells;
    cells = new int[old.length * 2];
    for (var i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        var cell = cell(old[i]);
        cells[cell] = old[i];
        cells[cell + 1] = old[i + 1];
      }
    }
  }

  /** The number of a word; zero when it is not known. */
  int get(int key) {
    return cells[cell(key) + 1];
  }

  private int cell(int key) {
    var mask = cells.length - 1;
    var cell = (key * 0x9E3779B9 >>> 4) * 2 & mask;
    while (cells[cell + 1] != 0 && cells[cell] != key) {
      cell = cell + 2 & mask;
    }
    return cell;
  }
}
