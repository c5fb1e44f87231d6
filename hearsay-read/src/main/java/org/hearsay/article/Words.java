package org.hearsay.article;

/** Counts and comparisons of words that hold in any language. */
final class Words {
  private Words() {}

  /**
   * Letters and digits in lower case, all else one space: for telling that two texts are the same.
   */
  static String folded(String text) {
    var out = text.toCharArray(); // what is read of it is never behind what is written
    var n = 0;
    var gap = false;
    for (var c : out) {
      if (Letters.letterOrDigit(c)) {
        if (gap && n > 0) {
          out[n++] = ' ';
        }
        gap = false;
        out[n++] = Letters.lower(c);
      } else {
        gap = c != '\'' && c != '\u2019' || gap;
      }
    }
    return new String(out, 0, n);
  }

  /** Words; in scripts without spaces, two characters count as one. */
  static int count(String text) {
    var words = 0;
    var dense = 0;
    var in = false;
    for (var c : text.toCharArray()) {
      if (in && c < SPACELESS && Letters.letterOrDigit(c)) {
        continue;
      }
      if (spaceless(c)) {
        dense++;
        in = false;
      } else if (Letters.letterOrDigit(c)) {
        words += in ? 0 : 1;
        in = true;
      } else if (c != '\'' && c != '\u2019' && c != '-') {
        in = false;
      }
    }
    return words + (dense + 1) / 2;
  }

  /** No character below is {@link #spaceless}. */
  static final int SPACELESS = 0x0E00;

  /** Han, kana, Thai, Lao, Khmer, Myanmar: written without spaces between words. */
  static boolean spaceless(char c) {
    if (c < SPACELESS) {
      return false;
    }
    return c >= 0x0E00 && c <= 0x0EFF
        || c >= 0x1000 && c <= 0x109F
        || c >= 0x1780 && c <= 0x17FF
        || c >= 0x3040 && c <= 0x30FF
        || c >= 0x3400 && c <= 0x9FFF
        || c >= 0xF900 && c <= 0xFAFF;
  }

  /** Whether the text ends as sentences end, closing quotes and brackets left aside. */
  static boolean endsSentence(String text) {
    for (var i = text.length() - 1; i >= Math.max(0, text.length() - 4); i--) {
      var c = text.charAt(i);
      if (".!?…。！？।؟۔:".indexOf(c) >= 0) {
        return true;
      }
      if ("\"'”’»)]› 」』）".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }
}
