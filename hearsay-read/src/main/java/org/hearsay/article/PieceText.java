package org.hearsay.article;

/**
 * What one pass over a piece's text tells: how many words it has, and which tables of phrases have
 * any that stands in it. Most pieces hold none, and need not be looked through again.
 */
final class PieceText {

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

  /**
   * The bits of the tables that have a phrase of less than eight that may begin with four
   * characters, and, {@link #LONGER} further up, of those that have a longer one.
   */
  private static final short[] BY_FOUR = new short[PhraseIndex.HASHES];

  private static final int LONGER = 8;

  /** The bits of those that have a phrase that may begin with eight. */
  private static final byte[] BY_EIGHT = new byte[PhraseIndex.HASHES];

  /** The bits of those that have a phrase of less than four in a slot. */
  private static final byte[] BRIEF = new byte[PhraseIndex.SLOTS];

  static {
    for (var k = 0; k < INDEXES.length; k++) {
      for (var i = 0; i < BY_FOUR.length; i++) {
        BY_FOUR[i] |= (short) (INDEXES[k].begun(i) ? 1 << k : 0);
        BY_FOUR[i] |= (short) (INDEXES[k].longer(i) ? 1 << LONGER + k : 0);
        BY_EIGHT[i] |= (byte) (INDEXES[k].begunByEight(i) ? 1 << k : 0);
      }
      for (var i = 0; i < BRIEF.length; i++) {
        BRIEF[i] |= (byte) (INDEXES[k].brief(i) ? 1 << k : 0);
      }
    }
  }

  private static final int BITS = 8;

  /** What a character is, as bits: a part of a word that spaces part from others. */
  private static final int SPACED = 1;

  /** Goes between two parts of one word. */
  private static final int JOINS = 1 << 1;

  private static final int SPACELESS = 1 << 2;

  /** A letter or a digit: no phrase begins after another. */
  private static final int PART = 1 << 3;

  private static final int SHOWN = 1 << 4;
  private static final byte[] KINDS = new byte[0x600];

  static {
    for (var c = 0; c < KINDS.length; c++) {
      KINDS[c] = (byte) kindOf((char) c);
    }
  }

  private static int kind(char c) {
    return c < KINDS.length ? KINDS[c] : kindOf(c);
  }

  private static int kindOf(char c) {
    var letter = Character.isLetterOrDigit(c);
    return (c > ' ' ? SHOWN : 0)
        | (letter && c != '\u02BC' ? PART : 0)
        | (Words.spaceless(c)
            ? SPACELESS
            : letter ? SPACED : c == '\'' || c == '\u2019' || c == '-' ? JOINS : 0);
  }

  /** Where in a text words and signs begin. */
  private int[] begins = {};

  /**
   * Words and tables of a text, for {@link #words} and {@link #tables}. Words are counted without a
   * branch, for nobody can foresee where they end.
   */
  int scan(char[] text, int length) {
    if (begins.length < length) {
      begins = new int[2 * length];
    }
    var n = 0;
    var words = 0;
    var dense = 0;
    var in = 0;
    var part = 0;
    for (var i = 0; i < length; i++) {
      var kind = kind(text[i]);
      words += kind & ~in & 1;
      in = (kind | in & kind >> 1) & 1;
      dense += kind >> 2 & 1;
      begins[n] = i;
      n += kind >> 4 & ~(part & kind >> 3) & 1;
      part = kind >> 3;
    }
    var tables = 0;
    for (var b = 0; b < n; b++) {
      var at = begins[b];
      tables |= stand(text, at, length, ~tables);
      if ((kind(text[at]) & PART) == 0) {
        var slot = PhraseIndex.slot(PhraseIndex.folded(text[at]), (char) 0);
        tables |= stand(BRIEF[slot] & ~tables, slot, text, at, length);
      }
    }
    return words + (dense + 1) / 2 << BITS | tables;
  }

  /** The bits of the tables, of those wanted, that have a phrase that stands at a place. */
  private static int stand(char[] text, int at, int length, int wanted) {
    var first = PhraseIndex.folded(text[at]);
    var slot = PhraseIndex.slot(first, at + 1 < length ? PhraseIndex.folded(text[at + 1]) : 0);
    var asked = (BRIEF[slot] | begun(slot, text, at, length)) & wanted;
    return asked == 0 ? 0 : stand(asked, slot, text, at, length);
  }

  /** The bits of the tables that have a phrase of four at least that may stand at a place. */
  private static int begun(int slot, char[] text, int at, int length) {
    if (at + 4 > length) {
      return 0;
    }
    var four =
        PhraseIndex.four(slot, PhraseIndex.folded(text[at + 2]), PhraseIndex.folded(text[at + 3]));
    var begun = BY_FOUR[four];
    return begun < 1 << LONGER || at + 8 > length
        ? begun & (1 << LONGER) - 1
        : begun & (1 << LONGER) - 1 | begun >> LONGER & BY_EIGHT[PhraseIndex.eight(four, text, at)];
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
