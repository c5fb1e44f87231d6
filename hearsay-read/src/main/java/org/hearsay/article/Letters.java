package org.hearsay.article;

/**
 * What kind of character one is, by a table for the alphabets of Europe: asking {@link Character}
 * costs more than all else that is done with most characters of a page.
 */
final class Letters {
  private Letters() {}

  private static final int COVERED = 0x600;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte UPPER = 4;
  private static final byte[] KINDS = new byte[COVERED];
  private static final char[] LOWER = new char[COVERED];

  static {
    for (var c = 0; c < COVERED; c++) {
      KINDS[c] =
          (byte)
              ((Character.isLetter(c) ? LETTER : 0)
                  | (Character.isDigit(c) ? DIGIT : 0)
                  | (Character.isUpperCase(c) ? UPPER : 0));
      LOWER[c] = Character.toLowerCase((char) c);
    }
  }

  static boolean letterOrDigit(char c) {
    return c < COVERED ? (KINDS[c] & (LETTER | DIGIT)) != 0 : Character.isLetterOrDigit(c);
  }

  static boolean letter(char c) {
    return c < COVERED ? (KINDS[c] & LETTER) != 0 : Character.isLetter(c);
  }

  static boolean upper(char c) {
    return c < COVERED ? (KINDS[c] & UPPER) != 0 : Character.isUpperCase(c);
  }

  static char lower(char c) {
    return c < COVERED ? LOWER[c] : Character.toLowerCase(c);
  }
}
