package org.hearsay.time;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hearsay.time.Context.Tense;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the words around an expression speak of the past or the future, by the nearest word
 * that tells: class {@code tense} of the vocabulary, whose forms are whole words ({@code will}) or
 * endings ({@code *èrent}).
 */
final class Tenses {

  private static final int WORDS = 12;

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> endings = new HashMap<>();
  private int longestEnding;

  Tenses(Vocabulary vocabulary) {
    vocabulary
        .rows("tense")
        .forEach(
            (form, tense) -> {
              if (form.startsWith("*")) {
                endings.put(form.substring(1), tense);
                longestEnding = Math.max(longestEnding, form.length() - 1);
              } else {
                words.put(form, tense);
              }
            });
  }

  /** Looks from the expression outwards, some words to each side, not beyond its sentence. */
  Tense around(String text, int start, int end, int from, int to) {
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
      var tense = tense(text, left, wordEnd);
      if (tense != null) {
        return tense;
      }
      var wordStart = right;
      while (wordStart < to && !Character.isLetter(text.charAt(wordStart))) {
        wordStart++;
      }
      right = wordStart;
      while (right < to && Character.isLetter(text.charAt(right))) {
        right++;
      }
      tense = tense(text, wordStart, right);
      if (tense != null) {
        return tense == Tense.PAST && isAhead(text, right, to) ? Tense.FUTURE : tense;
      }
    }
    return Tense.UNKNOWN;
  }

  /** "Were planning", "was due": what was still ahead then. */
  private boolean isAhead(String text, int at, int to) {
    var start = at;
    while (start < to && !Character.isLetter(text.charAt(start))) {
      start++;
    }
    var end = start;
    while (end < to && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return tense(text, start, end) == Tense.FUTURE;
  }

  private @Nullable Tense tense(String text, int start, int end) {
    if (end <= start || end - start > 40) {
      return null;
    }
    var word = text.substring(start, end).toLowerCase(Locale.ROOT);
    var found = words.get(word);
    for (var n = Math.min(longestEnding, word.length() - 2); found == null && n > 1; n--) {
      found = endings.get(word.substring(word.length() - n));
    }
    return found == null
        ? null
        : switch (found) {
          case "past" -> Tense.PAST;
          case "future" -> Tense.FUTURE;
          default -> null;
        };
  }
}
