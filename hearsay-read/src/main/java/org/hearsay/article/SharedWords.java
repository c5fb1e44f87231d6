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
    var words = new int[1];
    if (text != null) {
      each(text, word -> words[0] += add(word));
    }
    wordless = !empty && words[0] == 0;
  }

  private interface Word {
    void is(long hash);
  }

  private static void each(String text, Word word) {
    var hash = SEED;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Letters.letterOrDigit(c)) {
        hash = hash * 0x9E3779B97F4A7C15L + Letters.lower(c) + 1;
      } else if (c != '\'' && c != '\u2019' && hash != SEED) {
        word.is(hash);
        hash = SEED;
      }
    }
    if (hash != SEED) {
      word.is(hash);
    }
  }

  private int slot(long hash) {
    var at = (int) (hash ^ hash >>> 32) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != hash) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  private int add(long hash) {
    slots[slot(hash)] = hash;
    return 1;
  }

  /** How many of a text's words are among these, 0 to 1; -1 where there are none to compare. */
  float share(String text) {
    if (empty || text.length() > LONGEST) {
      return empty ? -1 : 0;
    }
    var counts = new int[2];
    each(
        text,
        word -> {
          counts[0] += slots[slot(word)] == word ? 1 : 0;
          counts[1]++;
        });
    return counts[1] == 0 ? (wordless ? 1 : 0) : (float) counts[0] / counts[1];
  }
}
