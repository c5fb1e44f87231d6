package org.hearsay.reading.people;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.language.Lexicon;

/** One language's words that tell that an office is not held, or not now, or changes hands. */
final class ChangeWords {

  /** No entry has more words. */
  static final int LONGEST = 4;

  /** Where a word must stand to count; {@code change-words.tsv} says what each means. */
  enum Where {
    INSIDE,
    BETWEEN,
    NEAR,
    SENTENCE,
    PERSON,
    OF
  }

  private final Map<String, Set<Where>> words = new HashMap<>();
  private Pattern lesser = Pattern.compile("(?!)");

  private ChangeWords() {}

  static ChangeWords load(String language) {
    var loaded = new ChangeWords();
    var inside = new StringBuilder();
    for (var row : Lexicon.read(ChangeWords.class, language + "/change-words.tsv").rows()) {
      var where = Where.valueOf(row.get(1).toUpperCase(Locale.ROOT));
      var word = RoleWords.lower(row.get(0));
      if (where == Where.INSIDE) {
        inside.append(inside.isEmpty() ? "" : "|").append(Pattern.quote(word));
      } else {
        loaded
            .words
            .computeIfAbsent(
                word.replaceAll("(?<=\\b(?:l|d|qu|s|c))'(?=\\p{L})", "' "), w -> EnumSet.of(where))
            .add(where);
      }
    }
    if (!inside.isEmpty()) {
      loaded.lesser = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + inside + ")(?![\\p{L}\\p{N}])");
    }
    return loaded;
  }

  /** Whether a title in lower case is that of a deputy, an aide, a spokesman. */
  boolean isLesser(String title) {
    return lesser.matcher(title).find();
  }

  /** Where these words count, in lower case with single blanks; empty when they tell nothing. */
  Set<Where> of(String phrase) {
    return words.getOrDefault(phrase, Set.of());
  }
}
