package org.hearsay.time;

import java.text.Normalizer;

/**
 * Words written without their accents, as in capitals and on old wires: "FEVRIER", "journee". Short
 * words keep theirs ("a" is not "à"), and so does the last letter of a word: "passe" is not
 * "passé".
 */
final class Accents {
  private Accents() {}

  private static final int SHORTEST = 4;

  /** Whether the letter here has an accent that may be left out. */
  static boolean mayFall(CharSequence text, int at) {
    if (plain(text.charAt(at)) == text.charAt(at)) {
      return false;
    }
    var start = at;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    var end = at + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end - start >= SHORTEST && at < end - 1;
  }

  /** The letter without its accent; the same when it has none. */
  static char plain(char letter) {
    if (letter < 0xC0 || letter > 0x17F) {
      return letter;
    }
    return Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
  }

  /** The words without those of their accents that may fall; the same object when none may. */
  static String without(String words) {
    var out = (StringBuilder) null;
    for (var i = 0; i < words.length(); i++) {
      if (mayFall(words, i)) {
        out = out == null ? new StringBuilder(words) : out;
        out.setCharAt(i, plain(words.charAt(i)));
      }
    }
    return out == null ? words : out.toString();
  }
}
