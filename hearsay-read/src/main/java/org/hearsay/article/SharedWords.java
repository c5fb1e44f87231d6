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
    wordless = text != null && count(text, true) >>> WORDS == 0;
  }

  private static final int WORDS = 32;

  /**
   * Goes through the words of a text.
   *
   * @param adds whether they are to be among these words from now on
   * @return how many they are, in the upper half; how many of them are among these, in the lower
   */
  private long count(String text, boolean adds) {
    var hash = SEED;
    var counts = 0L;
    for (var i = 0; i <= text.length(); i++) {
      var c = i < text.length() ? text.charAt(i) : ' ';
      if (Letters.letterOrDigit(c)) {
        hash = hash * 0x9E3779B97F4A7C15L + Letters.lower(c) + 1;
      } else if (c != '\'' && c != '\u2019' && hash != SEED) {
        var at = slot(hash);
        counts += (1L << WORDS) + (slots[at] == hash ? 1 : 0);
        slots[at] = adds ? hash : slots[at];
        hash = SEED;
      }
    }
    return counts;
  }

  private int slot(long hash) {
    var at = (int) (hash ^ hash >>> 32) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != hash) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  /** How many of a text's words are among these, 0 to 1; -1 where there are none to compare. */
  float share(String text) {
    if (empty || text.length() > LONGEST) {
      return empty ? -1 : 0;
    }
    var counts = count(text, false);
    var words = counts >>> WORDS;
    return words == 0 ? (wordless ? 1 : 0) : (float) (int) counts / words;
  }
}
