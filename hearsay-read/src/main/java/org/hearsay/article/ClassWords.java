package org.hearsay.article;

import java.util.List;

/** Class and id words that tell furniture from article, kept as a table. */
final class ClassWords {
  private ClassWords() {}

  private static final List<List<String>> ROWS = Lexicon.rows("class-words.tsv");
  private static final String[] UNLIKELY = words("furniture");
  private static final String[] LIKELY = words("article");

  private static String[] words(String kind) {
    return ROWS.stream()
        .filter(row -> row.get(1).equals(kind))
        .map(row -> row.get(0))
        .toArray(String[]::new);
  }

  static boolean unlikely(String names) {
    return has(UNLIKELY, names);
  }

  static boolean likely(String names) {
    return has(LIKELY, names);
  }

  private static boolean has(String[] words, String names) {
    if (names.isEmpty()) {
      return false;
    }
    for (var word : words) {
      var at = names.indexOf(word);
      if (at >= 0
          && (word.length() > 3 || edge(names, at - 1) && edge(names, at + word.length()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean edge(String names, int at) {
    return at < 0 || at >= names.length() || !Character.isLetterOrDigit(names.charAt(at));
  }
}
