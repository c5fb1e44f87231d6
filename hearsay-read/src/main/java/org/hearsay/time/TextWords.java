package org.hearsay.time;

import java.util.Arrays;

/**
 * The words of one text that rules need: where the next one that meets a need is. For one text; not
 * thread-safe.
 */
final class TextWords {

  private static final int LONGEST_WORD = 40;

  private final RuleBook book;
  private final String text;
  private int[] starts = new int[64];
  private long[] met = new long[64];
  private int count;

  /** For each need the stretch of the text that has the same next word for it. */
  private final int[] from = new int[Long.SIZE];

  private final int[] next = new int[Long.SIZE];

  TextWords(RuleBook book, String text) {
    this.book = book;
    this.text = text;
    Arrays.fill(next, -1);
    for (var at = 0; at < text.length(); ) {
      var end = Character.isLetterOrDigit(text.charAt(at)) ? runEnd(text, at) : at + 1;
      note(at, end);
      at = end;
    }
  }

  private void note(int at, int end) {
    var c = text.charAt(at);
    var found =
        Character.isDigit(c)
            ? book.metBy(FirstWords.DIGIT)
            : Character.isLetter(c) && end - at <= LONGEST_WORD
                ? book.metBy(text.substring(at, end).toLowerCase(java.util.Locale.ROOT))
                : 0;
    if (found == 0) {
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      met = Arrays.copyOf(met, 2 * count);
    }
    starts[count] = at;
    met[count++] = found;
  }

  /** Whether a word for each of these needs (bits) begins in a stretch. */
  boolean has(long needed, int start, int end) {
    for (var rest = needed; rest != 0; rest &= rest - 1) {
      if (next(Long.numberOfTrailingZeros(rest), start) >= end) {
        return false;
      }
    }
    return true;
  }

  private int next(int bit, int at) {
    if (from[bit] <= at && at <= next[bit]) {
      return next[bit];
    }
    var i = Arrays.binarySearch(starts, 0, count, at);
    i = i < 0 ? -i - 1 : i;
    while (i < count && (met[i] >>> bit & 1) == 0) {
      i++;
    }
    from[bit] = at;
    next[bit] = i == count ? Integer.MAX_VALUE : starts[i];
    return next[bit];
  }

  /** The end of a run of letters, or of digits. */
  private static int runEnd(String text, int at) {
    var digits = Character.isDigit(text.charAt(at));
    var end = at + 1;
    while (end < text.length()
        && (digits ? Character.isDigit(text.charAt(end)) : Character.isLetter(text.charAt(end)))) {
      end++;
    }
    return end;
  }
}
