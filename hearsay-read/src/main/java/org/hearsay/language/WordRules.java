package org.hearsay.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What one language says about words and sentence ends: its folder of data. A language without a
 * folder has {@link #NONE}.
 */
record WordRules(
    Set<String> elisions,
    Set<String> clitics,
    Set<String> links,
    Set<String> suffixes,
    Set<String> whole,
    Map<String, String> abbreviations,
    Set<String> starters) {

  static final WordRules NONE =
      new WordRules(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Set.of());

  static WordRules load(String language) {
    if (!Lexicon.exists(WordRules.class, language + "/words.tsv")) {
      return NONE;
    }
    var kinds = new HashMap<String, Set<String>>();
    var words = Lexicon.read(WordRules.class, language + "/words.tsv");
    for (var row : words.rows()) {
      kinds.computeIfAbsent(row.get(0), k -> new HashSet<>()).add(row.get(1));
    }
    var abbreviations = new HashMap<String, String>();
    for (var row : Lexicon.read(WordRules.class, language + "/abbreviations.tsv").rows()) {
      abbreviations.put(row.get(0), row.get(1));
    }
    return new WordRules(
        kinds.getOrDefault("elision", Set.of()),
        kinds.getOrDefault("clitic", Set.of()),
        kinds.getOrDefault("link", Set.of()),
        kinds.getOrDefault("suffix", Set.of()),
        kinds.getOrDefault("whole", Set.of()),
        abbreviations,
        new HashSet<>(Lexicon.read(WordRules.class, language + "/starters.tsv").column("word")));
  }

  /** Lower case, with the typewriter's apostrophe: how the lists are written. */
  static String plain(CharSequence word) {
    return word.toString().toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
