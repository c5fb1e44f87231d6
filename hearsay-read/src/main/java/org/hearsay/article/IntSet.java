package org.hearsay.article;

/** A set of numbers without an object for each. */
final class IntSet {

  private int[] slots;
  private int size;
  private boolean zero;

  IntSet(int expected) {
    var room = 16;
    while (room < 2 * expected) {
      room *= 2;
    }
    slots = new int[room];
  }

  void add(int value) {
    if (value == 0) {
      zero = true;
      return;
    }
    if (2 * size >= slots.length) {
      var old = slots;
      slots = new int[old.length * 2];
      for (var each : old) {
        if (each != 0) {
          slots[slot(each)] = each;
        }
      }
    }
    var at = slot(value);
    size += slots[at] == 0 ? 1 : 0;
    slots[at] = value;
  }

  boolean contains(int value) {
    return value == 0 ? zero : slots[slot(value)] == value;
  }

  boolean isEmpty() {
    return size == 0 && !zero;
  }

  private int slot(int value) {
    var hash = value * 0x9E3779B1;
    var at = (hash ^ hash >>> 15) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != value) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }
}
