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

  private static final PhraseIndex<Boolean> LICENCES = new PhraseIndex<>();

  static {
    for (var name : new String[] {"cc ", "cc-", "cc0", "creative commons"}) {
      LICENCES.add(name, true);
    }
  }

  private static final PhraseIndex<?>[] INDEXES = {
    FurnitureNamer.PHRASES, ReuseTerms.PHRASES, PhotoCredits.MARKS, LICENCES
  };

  /** The bits of the tables that have a phrase in a slot. */
  private static final byte[] BY_SLOT = new byte[PhraseIndex.SLOTS];

  static {
    for (var i = 0; i < BY_SLOT.length; i++) {
      for (var k = 0; k < INDEXES.length; k++) {
        BY_SLOT[i] |= (byte) (INDEXES[k].taken(i) ? 1 << k : 0);
      }
    }
  }

  private static final int BITS = 8;

  /** Words and tables of a text, for {@link #words} and {@link #tables}. */
  static int scan(String text) {
    var words = 0;
    var dense = 0;
    var in = false;
    var tables = 0;
    var inWord = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var letter = Letters.letterOrDigit(c);
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
        var next = i + 1 < text.length() ? PhraseIndex.folded(text.charAt(i + 1)) : 0;
        var slot = PhraseIndex.slot(first, next);
        if ((BY_SLOT[slot] & ~tables) != 0) {
          tables |= stand(slot, text, i, tables);
        }
        if (!part) {
          slot = PhraseIndex.slot(first, (char) 0);
          if ((BY_SLOT[slot] & ~tables) != 0) {
            tables |= stand(slot, text, i, tables);
          }
        }
      }
      inWord = part;
    }
    return words + (dense + 1) / 2 << BITS | tables;
  }

  private static int stand(int slot, String text, int at, int known) {
    var asked = BY_SLOT[slot] & ~known;
    var third = at + 2 < text.length() ? PhraseIndex.folded(text.charAt(at + 2)) : 0;
    var found = 0;
    for (var k = 0; k < INDEXES.length; k++) {
      if ((asked & 1 << k) != 0
          && INDEXES[k].mayGoOn(slot, third)
          && INDEXES[k].stands(slot, text, at)) {
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
