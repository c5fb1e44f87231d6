package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.language.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * The states that a language's titles and texts name: {@code français}, {@code de la France}. In: a
 * title as {@link Offices#plain} has it. Out: the codes of the states and the title without them.
 */
final class Nations {

  /** No name of a state has more words. */
  private static final int LONGEST = 5;

  /** Words that lead to a state's name and go with it. */
  private static final Set<String> LINKS =
      Set.of("de", "la", "le", "les", "l'", "du", "des", "d'", "of", "the");

  /**
   * A title without its states.
   *
   * @param core what is left, single blanks, none behind an apostrophe
   * @param codes of the states taken out
   */
  record Found(String core, Set<String> codes) {}

  private final Map<String, String> codes = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private Nations() {}

  static Nations load(String language) {
    var nations = new Nations();
    if (Lexicon.exists(Nations.class, language + "/nations.tsv")) {
      for (var row : Lexicon.read(Nations.class, language + "/nations.tsv").rows()) {
        nations.names.addAll(List.of(row.get(1).split(",\\s*")));
        for (var form : (row.get(1) + ", " + row.get(2)).split(",\\s*", -1)) {
          if (!form.isBlank()) {
            nations.codes.put(form.replace("'", "' ").strip(), row.get(0));
          }
        }
      }
    }
    return nations;
  }

  /** What the states are called, in lower case, without adjectives. */
  Set<String> names() {
    return names;
  }

  Found in(String title) {
    var words = words(title);
    var found = new HashSet<String>();
    var left = new ArrayList<String>();
    for (var i = 0; i < words.size(); ) {
      var end = end(words, i);
      if (end < 0) {
        left.add(words.get(i++));
        continue;
      }
      var code = code(words, i, end);
      if (code != null) {
        found.add(code);
      }
      i = end;
      while (!left.isEmpty() && LINKS.contains(left.get(left.size() - 1))) {
        left.remove(left.size() - 1);
      }
    }
    return new Found(String.join(" ", left).replace("' ", "'"), found);
  }

  /** The state that some words name; null for none. */
  @Nullable String code(List<String> words, int first, int end) {
    var joined = String.join(" ", words.subList(first, end));
    var code = codes.get(joined);
    return code == null && joined.endsWith("'s")
        ? codes.get(joined.substring(0, joined.length() - 2))
        : code;
  }

  /** Where the longest name of a state that begins here ends; -1 when none does. */
  int end(List<String> words, int first) {
    for (var end = Math.min(words.size(), first + LONGEST); end > first; end--) {
      if (code(words, first, end) != null) {
        return end;
      }
    }
    return -1;
  }

  private static List<String> words(String title) {
    return List.of(title.replaceAll("'(?!s\\b)", "' ").strip().split("\\s+", 60));
  }
}
