package org.hearsay.time;

import org.hearsay.time.Context.Tense;
import org.hearsay.time.Tenses.Told;
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

  private final Tenses tenses;
  private final String text;
  private final TextWords words;

  /** What each word tells, once it is known. */
  private final @Nullable Told[] told;

  TextTenses(Tenses tenses, String text, TextWords words) {
    this.tenses = tenses;
    this.text = text;
    this.words = words;
    this.told = new Told[words.count()];
  }

  /** Looks from the expression outwards, some words to each side, not beyond its sentence. */
  Tense around(int start, int end, int from, int to) {
    var left = words.at(start);
    var right = words.at(end) - 1;
    for (var i = 0; i < WORDS; i++) {
      left = before(left, from);
      var tense = tense(left);
      if (tense != null) {
        return tense == Tense.PAST && isGoverned(left, from) ? Tense.FUTURE : tense;
      }
      right = after(right, to);
      tense = tense(right);
      if (tense != null) {
        return tense == Tense.PAST && tense(after(right, to)) == Tense.FUTURE
            ? Tense.FUTURE
            : tense;
      }
      if (left < 0 && right >= words.count()) {
        break;
      }
    }
    return Tense.UNKNOWN;
  }

  /** The run of letters before a word, within the sentence; -1 for none. */
  private int before(int word, int from) {
    var i = word - 1;
    while (i >= 0 && words.isNumber(i)) {
      i--;
    }
    return i >= 0 && words.end(i) > from ? i : -1;
  }

  /** The run of letters after a word, within the sentence; the count of words for none. */
  private int after(int word, int to) {
    var i = Math.min(word + 1, words.count());
    while (i < words.count() && words.isNumber(i)) {
      i++;
    }
    return i < words.count() && words.start(i) < to ? i : words.count();
  }

  /** "Will not be opened": a participle that a verb of the future governs. */
  private boolean isGoverned(int word, int from) {
    var left = word;
    for (var i = 0; i < GOVERNING; i++) {
      left = before(left, from);
      if (i > 0 && tense(left) == Tense.FUTURE) {
        return true;
      }
      if (left < 0 || told(left) != Told.LINK) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Tense tense(int word) {
    if (word < 0 || word >= words.count()) {
      return null;
    }
    return told(word).tense;
  }

  private Told told(int word) {
    var known = told[word];
    if (known == null) {
      known = tell(words.start(word), words.end(word));
      told[word] = known;
    }
    return known;
  }

  private Told tell(int start, int end) {
    if (end - start > LONGEST_WORD) {
      return Told.NOTHING;
    }
    var told = tenses.of(text, start, end);
    return told == Told.FUTURE_TO && !text.startsWith(" to ", end) && !text.startsWith(" for ", end)
        ? Told.NOTHING
        : told;
  }
}
