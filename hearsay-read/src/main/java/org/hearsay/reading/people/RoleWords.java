package org.hearsay.reading.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hearsay.language.Lexicon;
import org.jspecify.annotations.Nullable;

/** One language's titles and the small words around them: its folder of data. */
final class RoleWords {

  private static final Map<String, Optional<RoleWords>> LOADED = new ConcurrentHashMap<>();

  /** Texts may say that they are in any language. */
  private static final int MOST_LANGUAGES = 50;

  /** Titles have at most this many words. */
  static final int LONGEST_TITLE = 6;

  /**
   * An office or occupation.
   *
   * @param name the form for a man or for both, as listed
   * @param office the class of offices it belongs to
   * @param feminine whether the form that was found tells a woman
   * @param masculine whether the form that was found tells a man
   */
  record Title(String name, String office, boolean feminine, boolean masculine, boolean plural) {}

  private final Map<String, Title> titles = new HashMap<>();
  private final Map<String, Map<String, String>> words = new HashMap<>();
  private final Set<String> phrases = new HashSet<>();

  /** What a title may stand for: names of titles, and classes of them. */
  private final Map<String, Set<String>> wider = new HashMap<>();

  /** What titles begin with, up to each blank or apostrophe in them, and all of them. */
  private final Set<String> beginnings = new HashSet<>();

  /** The same of {@code latter} and {@code description}. */
  private final Set<String> describing = new HashSet<>();

  private final SameNames sameNames;
  private final Set<String> states;

  private RoleWords(String language) {
    sameNames = new SameNames(language);
    states = Nations.load(language).names();
  }

  /** Whether these words, in lower case, are the name of a state. */
  boolean isState(String words) {
    return states.contains(words);
  }

  /** Names of organisations and places that stand for each other. */
  SameNames sameNames() {
    return sameNames;
  }

  /** The words of a language, loaded once for all; empty when it has no folder. */
  static Optional<RoleWords> of(@Nullable String language) {
    if (language == null || !language.matches("[a-z]{2,3}")) {
      return Optional.empty();
    }
    return LOADED.size() > MOST_LANGUAGES
        ? LOADED.getOrDefault(language, Optional.empty())
        : LOADED.computeIfAbsent(language, RoleWords::load);
  }

  private static Optional<RoleWords> load(String language) {
    if (!Lexicon.exists(RoleWords.class, language + "/titles.tsv")) {
      return Optional.empty();
    }
    var loaded = new RoleWords(language);
    for (var row : Lexicon.read(RoleWords.class, language + "/titles.tsv").rows()) {
      loaded.addTitle(row.get(0), row.get(1), row.get(2));
    }
    for (var row : Lexicon.read(RoleWords.class, language + "/role-words.tsv").rows()) {
      var word = lower(row.get(1));
      loaded.words.computeIfAbsent(row.get(0), k -> new HashMap<>()).put(word, row.get(2));
      if (word.contains(" ")) {
        loaded.phrases.add(word);
      }
      if (row.get(0).equals("latter") || row.get(0).equals("description")) {
        addBeginnings(word, loaded.describing);
      }
    }
    if (Lexicon.exists(RoleWords.class, language + "/wider-titles.tsv")) {
      for (var row : Lexicon.read(RoleWords.class, language + "/wider-titles.tsv").rows()) {
        loaded.wider.put(
            lower(row.get(0)),
            Arrays.stream(row.get(1).split(",\\s*"))
                .map(RoleWords::lower)
                .collect(Collectors.toSet()));
      }
    }
    return Optional.of(loaded);
  }

  /**
   * Whether a title's name may stand for the holder of another: {@code monarque} for {@code roi},
   * {@code directeur} for {@code directeur commercial}.
   */
  boolean isWider(Title title, Title held) {
    var stands = wider.getOrDefault(title.name(), Set.of());
    return !is("compound", "yes") && extend(title.name(), held.name())
        || stands.contains(held.name())
        || stands.contains("class:" + held.office());
  }

  private static boolean extend(String words, String longer) {
    return longer.length() > words.length()
        && longer.charAt(words.length()) == ' '
        && longer.startsWith(words);
  }

  private void addTitle(String masculine, String feminine, String office) {
    var name = lower(masculine);
    var gendered = !feminine.isEmpty();
    put(name, new Title(name, office, false, gendered, false));
    put(plural(name), new Title(name, office, false, false, true));
    if (gendered) {
      put(lower(feminine), new Title(name, office, true, false, false));
      put(plural(lower(feminine)), new Title(name, office, true, false, true));
    }
  }

  private void put(String form, Title title) {
    titles.putIfAbsent(form, title);
    addBeginnings(form, beginnings);
  }

  private static void addBeginnings(String form, Set<String> beginnings) {
    beginnings.add(form);
    for (var i = 0; i < form.length(); i++) {
      if (form.charAt(i) == ' ' || form.charAt(i) == '\'') {
        beginnings.add(form.substring(0, form.charAt(i) == ' ' ? i : i + 1));
      }
    }
  }

  /** The plural of the first word that takes one: {@code chefs de l'État}, {@code généraux}. */
  private static String plural(String form) {
    var space = form.indexOf(' ');
    var first = space < 0 ? form : form.substring(0, space);
    var rest = space < 0 ? "" : form.substring(space);
    if (first.endsWith("man") && first.length() > 4) {
      return first.substring(0, first.length() - 3) + "men" + rest;
    }
    if (first.endsWith("al") && first.length() > 3 && rest.isEmpty()) {
      return first.substring(0, first.length() - 2) + "aux";
    }
    if (first.endsWith("s") || first.endsWith("x") || first.endsWith(".")) {
      return form;
    }
    return rest.matches(
            " (?:général|adjoint|délégué|minister|director|officer|president|manager).*")
        ? first + "s" + rest + "s"
        : rest.isEmpty() ? first + "s" : first + "s" + rest;
  }

  /** The title that these words are, in lower case with single blanks. */
  Optional<Title> title(String words) {
    return Optional.ofNullable(titles.get(words));
  }

  /** Whether any title begins with these words, or is them; most words begin none. */
  boolean beginsTitle(String words) {
    return beginnings.contains(words);
  }

  /** Whether words for a person, {@code latter} or {@code description}, begin with this token. */
  boolean beginsDescription(String word) {
    return describing.contains(word);
  }

  /** The value that a word has as one of a kind; empty when it is none. */
  Optional<String> value(String kind, String word) {
    return Optional.ofNullable(words.getOrDefault(kind, Map.of()).get(word));
  }

  boolean is(String kind, String word) {
    return words.getOrDefault(kind, Map.of()).containsKey(word);
  }

  /** Whether two or three words are listed together. */
  boolean isPhrase(String words) {
    return phrases.contains(words);
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** Lower case without accents: how names are compared. */
  static String fold(String word) {
    var lower = lower(word);
    if (isAscii(lower)) {
      return lower.replace('-', ' ');
    }
    var plain = Normalizer.normalize(lower, Normalizer.Form.NFD);
    var out = new StringBuilder(plain.length());
    for (var i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(
            switch (c) {
              case 'ı' -> 'i';
              case 'ł' -> 'l';
              case 'ø' -> 'o';
              case 'đ' -> 'd';
              case '-' -> ' ';
              default -> c;
            });
      }
    }
    return out.toString();
  }

  private static boolean isAscii(String word) {
    for (var i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
