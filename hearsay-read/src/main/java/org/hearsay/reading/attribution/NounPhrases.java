package org.hearsay.reading.attribution;

import org.jspecify.annotations.Nullable;

/** Guesses the borders of the noun phrase beside a verb from function words and punctuation. */
final class NounPhrases {
  private static final int LONGEST = 25;

  private final Words words;

  NounPhrases(Words words) {
    this.words = words;
  }

  /** The phrase that ends before a token, with its apposition; null when there is none. */
  @Nullable Range before(int end, int limit) {
    var last = end - 1;
    while (last >= limit
        && (words.is(last, WordClass.ADVERB) || words.is(last, WordClass.NEGATION))) {
      last--;
    }
    if (last < limit) {
      return null;
    }
    if (words.is(last, WordClass.SUBJECT)) {
      return new Range(last, last + 1);
    }
    if (!words.is(last, ",")) {
      var first = start(last, limit);
      return first <= last ? new Range(first, last + 1) : null;
    }
    // "X, maire de Y, a dit": the phrase runs from X to the second comma
    for (var k = last - 1; k >= Math.max(limit, last - LONGEST); k--) {
      if (words.is(k, ",") && k > limit) {
        var first = start(k - 1, limit);
        return first < k ? new Range(first, last) : null;
      }
    }
    return null;
  }

  private int start(int last, int limit) {
    var first = last + 1;
    while (first > limit && last - first < LONGEST && inside(first - 1, first)) {
      first--;
    }
    while (first <= last
        && (words.is(first, WordClass.TIME)
            || words.is(first, WordClass.ADVERB)
            || words.is(first, WordClass.CONJUNCTION)
            || words.is(first, WordClass.PREPOSITION) && !words.is(first, WordClass.DETERMINER))) {
      first++;
    }
    return first;
  }

  private boolean inside(int i, int next) {
    if (words.punctuation[i] && !words.is(i, "-") && !words.is(i, ".") && !words.is(i, "'")) {
      return false;
    }
    if (words.is(i, ".")
        && words.start[next] != words.end[i]
        && words.end[i] - words.start[i] == 1
        && (i == 0 || words.end[i - 1] - words.start[i - 1] > 4)) {
      return false;
    }
    return !words.is(i, WordClass.SUBORDINATOR)
        && !words.is(i, WordClass.RELATIVE)
        && !words.is(i, WordClass.AUXILIARY)
        && !words.is(i, "mais")
        && !words.is(i, "but");
  }

  /**
   * The phrase that starts at a token, with its apposition; null when there is none.
   *
   * @param opening whether a clause follows, so that an apposition must be closed by a comma
   */
  @Nullable Range after(int first, int limit, boolean opening) {
    var end = first;
    while (end < limit && end - first < LONGEST && goesOn(end, first)) {
      end++;
    }
    while (end > first && words.is(end - 1, WordClass.PREPOSITION)) {
      end--;
    }
    if (end == first) {
      return null;
    }
    if (words.is(end, ",") && end + 1 < limit && apposition(end + 1, opening)) {
      for (var k = end + 1; k < Math.min(limit, end + LONGEST); k++) {
        if (words.is(k, ",")
            || words.is(k, WordClass.RELATIVE)
            || words.quoteMark(k)
            || words.is(k, ":")) {
          return words.is(k, ",") ? new Range(first, k) : new Range(first, end);
        }
        if (k + 1 == limit && !opening) {
          return new Range(first, limit);
        }
      }
    }
    return new Range(first, end);
  }

  private boolean apposition(int i, boolean opening) {
    return !words.capital[i]
        && !(opening && words.is(i, WordClass.DETERMINER))
        && !words.punctuation[i]
        && !words.is(i, WordClass.SUBORDINATOR)
        && !words.is(i, WordClass.RELATIVE)
        && !words.is(i, WordClass.SUBJECT)
        && !words.is(i, WordClass.CONJUNCTION)
        && !words.is(i, WordClass.TIME)
        && (!words.is(i, WordClass.PREPOSITION) || words.is(i, WordClass.DETERMINER))
        && words.cue[i] == null;
  }

  private boolean goesOn(int i, int first) {
    if (words.punctuation[i]) {
      return words.is(i, "-")
          || words.is(i, "'")
          || words.is(i, ".") && i > first && words.end[i - 1] - words.start[i - 1] < 3;
    }
    if (words.is(i, WordClass.SUBORDINATOR)
        || words.is(i, WordClass.RELATIVE)
        || words.is(i, WordClass.AUXILIARY)
        || words.is(i, WordClass.TIME)) {
      return false;
    }
    if (i > first && words.is(i, WordClass.SUBJECT) && !words.is(i, WordClass.DETERMINER)) {
      return false;
    }
    return !words.is(i, WordClass.PREPOSITION)
        || words.is(i, WordClass.OF)
        || words.is(i, WordClass.DETERMINER)
        || words.is(i, "à")
        || words.is(i, "au")
        || words.is(i, "aux")
        || words.is(i, "du")
        || words.is(i, "des");
  }
}
