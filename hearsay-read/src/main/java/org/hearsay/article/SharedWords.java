package org.hearsay.article;

import org.jspecify.annotations.Nullable;

/**
 * The words of a title and of a description, to see how many of another text's words are among
 * those of each. Words are compared {@linkplain Words#folded folded}, by a hash of 64 bits.
 */
final class SharedWords {

  private static final long SEED = 7;
  private static final int LONGEST = 800;
  private static final int TITLE = 1;
  private static final int DESCRIPTION = 2;

  private final long[] slots;

  /** Whose words they are, as bits. */
  private final byte[] of;

  /** How many words each has; -1 where there is none to compare with. */
  private final int titleWords;

  private final int descriptionWords;

  SharedWords(@Nullable String title, @Nullable String description) {
    var most =
        (title == null ? 0 : title.length()) + (description == null ? 0 : description.length());
    var size = 16;
    while (size < most) {
      size *= 2;
    }
    slots = new long[size];
    of = new byte[size];
    titleWords = add(title, TITLE);
    descriptionWords = add(description, DESCRIPTION);
  }

  /** Adds the words of a text; how many they are. */
  private int add(@Nullable String text, int owner) {
    if (text == null) {
      return -1;
    }
    var words = 0;
    var hash = SEED;
    for (var i = 0; i <= text.length(); i++) {
      var c = i < text.length() ? text.charAt(i) : ' ';
      if (Letters.letterOrDigit(c)) {
        hash = mixed(hash, c);
      } else if (c != '\'' && c != '\u2019' && hash != SEED) {
        words++;
        var slot = slot(hash);
        slots[slot] = hash;
        of[slot] |= (byte) owner;
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
   * How many of a text's words are among the title's and among the description's: 0 to 1; -1 where
   * there are none to compare.
   *
   * @param row where the two go, from {@code at} on
   */
  void shares(char[] text, int length, float[] row, int at) {
    var words = 0;
    var inTitle = 0;
    var inDescription = 0;
    if (length <= LONGEST && Math.max(titleWords, descriptionWords) >= 0) {
      var hash = SEED;
      for (var i = 0; i <= length; i++) {
        var c = i < length ? text[i] : ' ';
        if (Letters.letterOrDigit(c)) {
          hash = mixed(hash, c);
        } else if (c != '\'' && c != '\u2019' && hash != SEED) {
          words++;
          var owners = of[slot(hash)];
          inTitle += owners & TITLE;
          inDescription += owners >> 1;
          hash = SEED;
        }
      }
    }
    row[at] = share(inTitle, titleWords, words, length);
    row[at + 1] = share(inDescription, descriptionWords, words, length);
  }

  private static float share(int shared, int among, int words, int length) {
    if (among < 0 || length > LONGEST) {
      return among < 0 ? -1 : 0;
    }
    return words == 0 ? (among == 0 ? 1 : 0) : (float) shared / words;
  }
}
