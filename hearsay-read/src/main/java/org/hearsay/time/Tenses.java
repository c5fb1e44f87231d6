package org.hearsay.time;

import java.util.HashMap;
import java.util.Map;
import org.hearsay.time.Context.Tense;
import org.jspecify.annotations.Nullable;

/**
 * Which words speak of the past or the future: class {@code tense} of the vocabulary, whose forms
 * are whole words ({@code will}) or endings ({@code *èrent}).
 */
final class Tenses {

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> endings = new HashMap<>();
  private int longestEnding;
  private String lastLetters = "";

  Tenses(Vocabulary vocabulary) {
    vocabulary
        .rows("tense")
        .forEach(
            (form, tense) -> {
              if (form.startsWith("*")) {
                endings.put(form.substring(1), tense);
                longestEnding = Math.max(longestEnding, form.length() - 1);
                lastLetters += form.charAt(form.length() - 1);
              } else {
                words.put(form, tense);
              }
            });
  }

  /** Whether a word in lower case may stand between a verb of the future and its participle. */
  boolean links(String word) {
    return "link".equals(words.get(word));
  }

  /** Whether a word tells a tense only before "to" or "for": "is set to begin". */
  boolean wantsTo(String word) {
    return "future-to".equals(words.get(word));
  }

  /** The tense that a word in lower case tells; null for none. */
  @Nullable Tense of(String word) {
    var found = words.get(word);
    var mayEnd = lastLetters.indexOf(word.charAt(word.length() - 1)) >= 0;
    for (var n = mayEnd ? Math.min(longestEnding, word.length() - 2) : 0;
        found == null && n > 1;
        n--) {
      found = endings.get(word.substring(word.length() - n));
    }
    return found == null
        ? null
        : switch (found) {
          case "past" -> Tense.PAST;
          case "future", "future-to" -> Tense.FUTURE;
          default -> null;
        };
  }
}
