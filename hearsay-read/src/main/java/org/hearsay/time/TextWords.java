package org.hearsay.time;

import java.util.Arrays;

/**
 * The words of one text, each with its number in the rules: runs of letters, or of digits. Tells
 * where the next one that a rule needs is. For one text; not thread-safe.
 */
final class TextWords {

  private final RuleIndex index;
  private int[] starts;
  private int[] ends;
  private int[] numbers;
  private int count;

  /** How many words are gone through one by one to the one looked for. */
  private static final int NEAR = 8;

  /** The word looked for last. */
  private int near;

  /** For each need the words that have the same next word for it: from one to the other. */
  private final int[] from;

  private final int[] next;

  TextWords(RuleIndex index, String text) {
    this.index = index;
    this.from = new int[index.needs()];
    this.next = new int[index.needs()];
    Arrays.fill(next, -1);
    var room = text.length() / 5 + 16;
    this.starts = new int[room];
    this.ends = new int[room];
    this.numbers = new int[room];
    for (var at = 0; at < text.length(); ) {
      var c = text.charAt(at);
      var end = at + 1;
      if (Character.isDigit(c)) {
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
          end++;
        }
        add(at, end, index.digits);
      } else if (Character.isLetter(c)) {
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
        add(at, end, index.words.find(text, at, end));
      }
      at = end;
    }
  }

  private void add(int start, int end, int number) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    numbers[count++] = number;
  }

  int count() {
    return count;
  }

  /** The first word that begins here or later; {@link #count} for none. */
  int at(int place) {
    var steps = 0;
    while (near > 0 && starts[near - 1] >= place && steps++ < NEAR) {
      near--;
    }
    while (near < count && starts[near] < place && steps++ < NEAR) {
      near++;
    }
    if (steps > NEAR) {
      var found = Arrays.binarySearch(starts, 0, count, place);
      near = found < 0 ? -found - 1 : found;
    }
    return near;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /** The number of a word in the rules; {@link WordTable#UNKNOWN} for one that they do not know. */
  int number(int word) {
    return numbers[word];
  }

  /** Whether it is a run of digits. */
  boolean isNumber(int word) {
    return numbers[word] == index.digits;
  }

  /**
   * Whether a word for each need begins in a stretch.
   *
   * @param first the first word of the stretch
   * @param end where it ends, in UTF-16 code units
   */
  boolean has(int[] needs, int first, int end) {
    for (var need : needs) {
      var word = next(need, first);
      if (word == count || starts[word] >= end) {
        return false;
      }
    }
    return true;
  }

  private int next(int need, int first) {
    if (from[need] <= first && first <= next[need]) {
      return next[need];
    }
    var i = first;
    while (i < count && (numbers[i] < 0 || !index.meets(numbers[i], need))) {
      i++;
    }
    from[need] = first;
    next[need] = i;
    return i;
  }
}
