package org.hearsay.time;

import java.util.List;
import org.hearsay.time.Context.Tense;
import org.hearsay.time.Tenses.Told;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the words around an expression of one text speak of the past or the future, by the
 * nearest word that tells. Not thread-safe.
 */
final class TextTenses {

  private static final int WORDS = 12;

  /** How many words begin a sentence: "In January, a week after the meeting, the board voted". */
  private static final int FIRST_WORDS = 3;

  private static final int LONGEST_WORD = 40;

  /** How far quotation marks are looked for, in UTF-16 code units. */
  private static final int WIDEST = 200;

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

  /**
   * Looks from the expression outwards, some words to each side, not beyond its sentence; first on
   * its own side of quotation marks, for who speaks of Friday may have spoken before.
   */
  Tense around(int start, int end, int from, int to) {
    return around(start, end, from, to, false);
  }

  /**
   * The same for what something lasts until or is done by: what has been put off to a day, or is so
   * until then, is ahead.
   */
  Tense until(int start, int end, int from, int to) {
    return around(start, end, from, to, true);
  }

  private Tense around(int start, int end, int from, int to, boolean until) {
    var opening = quoteBefore(start, from);
    var closing = quoteAfter(end, to);
    var tense = within(start, end, opening, closing, until);
    return tense == Tense.UNKNOWN && (opening > from || closing < to)
        ? within(start, end, from, to, until)
        : tense;
  }

  /** The offset after the last quotation mark before a place; {@code from} where there is none. */
  private int quoteBefore(int start, int from) {
    for (var i = start - 1; i >= Math.max(from, start - WIDEST); i--) {
      if (isQuote(i)) {
        return i + 1;
      }
    }
    return from;
  }

  private int quoteAfter(int end, int to) {
    for (var i = end; i < Math.min(to, end + WIDEST); i++) {
      if (isQuote(i)) {
        return i;
      }
    }
    return to;
  }

  private boolean isQuote(int at) {
    var c = text.charAt(at);
    return "\"“”«»„".indexOf(c) >= 0
        || (c == '\'' || c == '`') && at + 1 < text.length() && text.charAt(at + 1) == c;
  }

  private Tense within(int start, int end, int from, int to, boolean until) {
    var left = words.at(start);
    var right = words.at(end) - 1;
    // What begins a sentence goes with its main verb, however far that is.
    var most = left - words.at(from) < FIRST_WORDS ? 2 * WORDS : WORDS;
    var found = Tense.UNKNOWN;
    for (var i = 0; i < most && (left >= 0 || right < words.count()); i++) {
      left = before(left, from);
      var tense = tense(left, until);
      if (tense == Tense.PAST && isGoverned(left, from)) {
        return Tense.FUTURE;
      }
      if (tense == null) {
        right = after(right, to);
        tense = tense(right, until);
        if (tense == Tense.PAST && tense(after(right, to), until) == Tense.FUTURE) {
          return Tense.FUTURE;
        }
      } else if (until) {
        right = after(right, to);
      }
      if (tense != null && (!until || tense == Tense.FUTURE)) {
        return tense;
      }
      found = tense != null && found == Tense.UNKNOWN ? tense : found;
    }
    return found;
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
      if (i > 0 && tense(left, false) == Tense.FUTURE) {
        return true;
      }
      if (left < 0 || told(left) != Told.LINK) {
        return false;
      }
    }
    return false;
  }

  /** Whether a stretch has words only, none of which tells a tense, and no mark between them. */
  boolean isPhrase(int from, int to) {
    for (var i = from; i < to; i++) {
      if (",.;:!?()\n".indexOf(text.charAt(i)) >= 0 || isQuote(i)) {
        return false;
      }
    }
    for (var word = words.at(from); word < words.count() && words.start(word) < to; word++) {
      if (tense(word, false) != null) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Tense tense(int word, boolean until) {
    if (word < 0 || word >= words.count()) {
      return null;
    }
    var told = told(word);
    if (until && told == Told.PERFECT) {
      return null; // "Has been shut until Friday", "has until Friday".
    }
    return until && told == Told.PUT_OFF ? Tense.FUTURE : told.tense;
  }

  private Told told(int word) {
    var known = told[word];
    if (known == null) {
      known = tell(word, words.start(word), words.end(word));
      told[word] = known;
    }
    return known;
  }

  /** "Has won", not "has until Friday", "has to go", "has a plan". */
  private boolean isPerfect(int end) {
    for (var other : List.of(" until ", " to ", " a ", " an ", " the ", " no ")) {
      if (text.startsWith(other, end)) {
        return false;
      }
    }
    return true;
  }

  private Told tell(int word, int start, int end) {
    if (end - start > LONGEST_WORD) {
      return Told.NOTHING;
    }
    var whole = tenses.ofWord(text, start, end);
    if (whole == null) {
      // "A proposed merger" tells of no time.
      return afterDeterminer(word) ? Told.NOTHING : tenses.ofEnding(text, start, end);
    }
    return switch (whole) {
      case FUTURE -> isOutdated(start) ? Told.PAST : whole;
      case FUTURE_VERB -> afterDeterminer(word) ? Told.NOTHING : whole;
      case FUTURE_TO ->
          !text.startsWith(" to ", end) && !text.startsWith(" for ", end)
              ? Told.NOTHING
              : isOutdated(start) ? Told.PAST : whole;
      case BEFORE_TO -> text.startsWith(" to ", end) ? whole : Told.NOTHING;
      case PERFECT -> isPerfect(end) ? whole : Told.NOTHING;
      case PAST_OR_TO -> text.startsWith(" to ", end) ? Told.FUTURE : Told.PAST;
      default -> whole;
    };
  }

  private boolean afterDeterminer(int word) {
    return word > 0
        && words.start(word) - words.end(word - 1) == 1
        && tenses.determiners.find(text, words.start(word - 1), words.end(word - 1)) >= 0;
  }

  /** "Had been" due on Friday: so it was, and no more. */
  private boolean isOutdated(int start) {
    for (var before : tenses.outdating) {
      if (text.regionMatches(true, start - 1 - before.length(), before, 0, before.length())) {
        return true;
      }
    }
    return false;
  }
}
