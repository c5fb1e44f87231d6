package org.hearsay.article;

import org.jspecify.annotations.Nullable;

/**
 * The words of a title or a description, to see how many of another text's words are among them.
 * Words are compared {@linkplain Words#folded folded}, by a hash of 64 bits.
 */
final class SharedWords {

  private static final long SEED = 7;
  private static final int LONGEST = 800;

  private final long[] slots;
  private final boolean empty;

  /** Whether there is a text, but no word in it. */
  private final boolean wordless;

  SharedWords(@Nullable String text) {
    empty = text == null;
    var size = 16;
    while (text != null && size < text.length()) {
      size *= 2;
    }
    slots = new long[size];
    wordless = text != null && add(text) == 0;
  }

  private static final int WORDS = 32;

  /** Adds the words of a text; how many they are. */
  private int add(String text) {
    var words = 0;
    var hash = SEED;
    for (var i = 0; i <= text.length(); i++) {
      var c = i < text.length() ? text.charAt(i) : ' ';
      if (Letters.letterOrDigit(c)) {
        hash = mixed(hash, c);
      } else if (c != '\'' && c != '\u2019' && hash != SEED) {
        words++;
        slots[slot(hash)] = hash;
        hash = SEED;
      }
    }
    return words;
  }

  private static long mixed(long hash, char c) {
    return hash * 0x9E3779B97F4A7C15L + Letters.lower(c) + 1;
  }

  private int slot(long hash) {
    var at = (int) (hash ^ hash >>> 32) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != hash) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  /**
   * How many of a text's words are among these and among those of another: 0 to 1; -1 where there
   * are none to compare.
   *
   * @param row where the two go, from {@code at} on
   */
  void shares(SharedWords other, char[] text, int length, float[] row, int at) {
    var words = 0;
    var own = 0;
    var others = 0;
    if (length <= LONGEST && !(empty && other.empty)) {
      var hash = SEED;
      for (var i = 0; i <= length; i++) {
        var c = i < length ? text[i] : ' ';
        if (Letters.letterOrDigit(c)) {
          hash = mixed(hash, c);
        } else if (c != '\'' && c != '\u2019' && hash != SEED) {
          words++;
          own += slots[slot(hash)] == hash ? 1 : 0;
          others += other.slots[other.slot(hash)] == hash ? 1 : 0;
          hash = SEED;
        }
      }
    }
    row[at] = share(own, words, length);
    row[at + 1] = other.share(others, words, length);
  }

  private float share(int shared, int words, int length) {
    if (empty || length > LONGEST) {
      return empty ? -1 : 0;
    }
    return words == 0 ? (wordless ? 1 : 0) : (float) shared / words;
  }
}
