package org.hearsay.time;

/**
 * Numbers the words of a language's rules, and finds the number of a word in a text without making
 * a string of it: whatever its case, {@code Yesterday} is {@code yesterday}.
 */
final class WordTable {

  /** The number of a word that is not there. */
  static final int UNKNOWN = -1;

  private static final int LONGEST_WORD = 40;

  private String[] slots = new String[1024];
  private int[] numbers = new int[1024];
  private int size;

  /** The number of a word in lower case; a new one when it is not known yet. */
  int add(String word) {
    if (size * 2 >= slots.length) {
      grow();
    }
    var slot = slot(word, 0, word.length());
    if (slots[slot] == null) {
      slots[slot] = word;
      numbers[slot] = size++;
    }
    return numbers[slot];
  }

  int size() {
    return size;
  }

  /** The number of the word that stands there, in any case. */
  int find(String text, int from, int to) {
    if (to - from > LONGEST_WORD) {
      return UNKNOWN;
    }
    var slot = slot(text, from, to);
    return slots[slot] == null ? UNKNOWN : numbers[slot];
  }

  /** Where the word is, or would be put. */
  private int slot(String text, int from, int to) {
    var hash = 0;
    for (var i = from; i < to; i++) {
      hash = 31 * hash + lower(text.charAt(i));
    }
    var slot = (hash ^ hash >>> 15) & slots.length - 1;
    while (slots[slot] != null && !same(slots[slot], text, from, to)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private static boolean same(String word, String text, int from, int to) {
    if (word.length() != to - from) {
      return false;
    }
    for (var i = 0; i < word.length(); i++) {
      if (word.charAt(i) != lower(text.charAt(from + i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c + 32) : c : Character.toLowerCase(c);
  }

  private void grow() {
    var words = slots;
    var old = numbers;
    slots = new String[2 * words.length];
    numbers = new int[slots.length];
    for (var i = 0; i < words.length; i++) {
      if (words[i] != null) {
        var slot = slot(words[i], 0, words[i].length());
        slots[slot] = words[i];
        numbers[slot] = old[i];
      }
    }
  }
}
