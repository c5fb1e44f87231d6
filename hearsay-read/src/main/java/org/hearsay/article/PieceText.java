package org.hearsay.article;

/**
 * What one pass over a piece's text tells: how many words it has, and which tables of phrases have
 * any that stands in it. Most pieces hold none, and need not be looked through again.
 */
final class PieceText {
  private PieceText() {}

  /** Tables of phrases, as bits. */
  static final int FURNITURE = 1;

  static final int REUSE = 2;
  static final int CREDIT = 4;
  static final int LICENCE = 8;
  static final int PAGE = 16;

  private static final PhraseIndex<Boolean> LICENCES = new PhraseIndex<>();

  static {
    for (var name : new String[] {"cc ", "cc-", "cc0", "creative commons"}) {
      LICENCES.add(name, true);
    }
  }

  private static final PhraseIndex<?>[] INDEXES = {
    FurnitureNamer.PHRASES, ReuseTerms.TELLING, PhotoCredits.MARKS, LICENCES, PageKind.IN_TEXT
  };

  /** The bits of the tables that have a phrase that may begin with four characters. */
  private static final byte[] BY_FOUR = new byte[PhraseIndex.BEGUN];

  /** The bits of those that have a phrase of less than four in a slot. */
  private static final byte[] BRIEF = new byte[PhraseIndex.SLOTS];

  static {
    for (var k = 0; k < INDEXES.length; k++) {
      for (var i = 0; i < BY_FOUR.length; i++) {
        BY_FOUR[i] |= (byte) (INDEXES[k].begun(i) ? 1 << k : 0);
      }
      for (var i = 0; i < BRIEF.length; i++) {
        BRIEF[i] |= (byte) (INDEXES[k].brief(i) ? 1 << k : 0);
      }
    }
  }

  private static final int BITS = 8;

  /** Words and tables of a text, for {@link #words} and {@link #tables}. */
  static int scan(char[] text, int length) {
    var words = 0;
    var dense = 0;
    var in = false;
    var tables = 0;
    var inWord = false;
    for (var i = 0; i < length; i++) {
      var c = text[i];
      var letter = Letters.letterOrDigit(c);
      if (letter && in && inWord && c < Words.SPACELESS && c != '\u02BC') {
        continue; // within a word, as most characters are
      }
      if (Words.spaceless(c)) {
        dense++;
        in = false;
      } else if (letter) {
        words += in ? 0 : 1;
        in = true;
      } else if (c != '\'' && c != '\u2019' && c != '-') {
        in = false;
      }
      var part = letter && c != '\u02BC';
      if (c > ' ' && !(part && inWord)) {
        var first = PhraseIndex.folded(c);
        var slot = PhraseIndex.slot(first, i + 1 < length ? PhraseIndex.folded(text[i + 1]) : 0);
        var asked = BRIEF[slot];
        if (i + 3 < length) {
          asked |=
              BY_FOUR[
                  PhraseIndex.four(
                      slot, PhraseIndex.folded(text[i + 2]), PhraseIndex.folded(text[i + 3]))];
        }
        if ((asked & ~tables) != 0) {
          tables |= stand(asked & ~tables, slot, text, i, length);
        }
        if (!part) {
          slot = PhraseIndex.slot(first, (char) 0);
          if ((BRIEF[slot] & ~tables) != 0) {
            tables |= stand(BRIEF[slot] & ~tables, slot, text, i, length);
          }
        }
      }
      inWord = part;
    }
    return words + (dense + 1) / 2 << BITS | tables;
  }

  private static int stand(int asked, int slot, char[] text, int at, int length) {
    var found = 0;
    for (var k = 0; k < INDEXES.length; k++) {
      if ((asked & 1 << k) != 0 && INDEXES[k].stands(slot, text, at, length)) {
        found |= 1 << k;
      }
    }
    return found;
  }

  static int words(int scanned) {
    return scanned >>> BITS;
  }

  static int tables(int scanned) {
    return scanned & (1 << BITS) - 1;
  }
}
