package org.hearsay.time;

import java.util.Locale;
import org.hearsay.time.Context.Tense;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the words around an expression of one text speak of the past or the future, by the
 * nearest word that tells. Not thread-safe.
 */
final class TextTenses {

  private static final int WORDS = 12;
  private static final int LONGEST_WORD = 40;

  /** How many words are between a participle and what governs it, at most. */
  private static final int GOVERNING = 4;

  private static final Tense[] TENSES = Tense.values();
  private static final byte NOTHING = -1;

  private final Tenses tenses;
  private final String text;

  /** What the word that begins there tells, once known: a tense (from 1), or nothing. */
  private final byte[] told;

  TextTenses(Tenses tenses, String text) {
    this.tenses = tenses;
    this.text = text;
    this.told = new byte[text.length()];
  }

  /** Looks from the expression outwards, some words to each side, not beyond its sentence. */
  Tense around(int start, int end, int from, int to) {
    var left = start;
    var right = end;
    for (var i = 0; i < WORDS; i++) {
      var wordEnd = left;
      while (wordEnd > from && !Character.isLetter(text.charAt(wordEnd - 1))) {
        wordEnd--;
      }
      left = wordEnd;
      while (left > from && Character.isLetter(text.charAt(left - 1))) {
        left--;
      }
      var tense = tense(left, wordEnd);
      if (tense != null) {
        return tense == Tense.PAST && isGoverned(left, from) ? Tense.FUTURE : tense;
      }
      var wordStart = right;
      while (wordStart < to && !Character.isLetter(text.charAt(wordStart))) {
        wordStart++;
      }
      right = wordStart;
      while (right < to && Character.isLetter(text.charAt(right))) {
        right++;
      }
      tense = tense(wordStart, right);
      if (tense != null) {
        return tense == Tense.PAST && isAhead(right, to) ? Tense.FUTURE : tense;
      }
    }
    return Tense.UNKNOWN;
  }

  /** "Will not be opened": a participle that a verb of the future governs. */
  private boolean isGoverned(int before, int from) {
    var left = before;
    for (var i = 0; i < GOVERNING; i++) {
      var end = left;
      while (end > from && !Character.isLetter(text.charAt(end - 1))) {
        end--;
      }
      left = end;
      while (left > from && Character.isLetter(text.charAt(left - 1))) {
        left--;
      }
      if (i > 0 && tense(left, end) == Tense.FUTURE) {
        return true;
      }
      if (!tenses.links(text.substring(left, end).toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return false;
  }

  /** "Were planning", "was due": what was still ahead then. */
  private boolean isAhead(int at, int to) {
    var start = at;
    while (start < to && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    var end = start;
    while (end < to && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return tense(start, end) == Tense.FUTURE;
  }

  private @Nullable Tense tense(int start, int end) {
    if (end <= start || end - start > LONGEST_WORD) {
      return null;
    }
    if (told[start] == 0) {
      var word = text.substring(start, end).toLowerCase(Locale.ROOT);
      var tense =
          tenses.wantsTo(word) && !text.startsWith(" to ", end) && !text.startsWith(" for ", end)
              ? null
              : tenses.of(word);
      told[start] = tense == null ? NOTHING : (byte) (tense.ordinal() + 1);
    }
    return told[start] == NOTHING ? null : TENSES[told[start] - 1];
  }
}
