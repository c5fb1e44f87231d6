package org.hearsay.reading.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearsay.language.Lexicon;
import org.hearsay.language.Name;

/**
 * Names of organisations and places that stand for each other in any text ({@code us}, {@code
 * united states}), and the words that an organisation's name may be without ({@code inc.}). Names
 * are in small letters, without accents and article.
 */
final class SameNames {

  private final Map<Name.Kind, Map<String, String>> same = new HashMap<>();
  private final Map<Name.Kind, Set<String>> known = new HashMap<>();
  private final Set<String> forms = new HashSet<>();
  private final Set<String> businesses = new HashSet<>();

  /** Those of a language; none where it has no list. */
  SameNames(String language) {
    for (var row : Lexicon.read(SameNames.class, "organisation-words.tsv").rows()) {
      (row.get(0).equals("form") ? forms : businesses).add(RoleWords.fold(row.get(1)));
    }
    if (Lexicon.exists(SameNames.class, language + "/same-names.tsv")) {
      for (var row : Lexicon.read(SameNames.class, language + "/same-names.tsv").rows()) {
        var kind = Name.Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
        var name = RoleWords.fold(row.get(1));
        var other = RoleWords.fold(row.get(2));
        same.computeIfAbsent(kind, k -> new HashMap<>()).put(name, other);
        known.computeIfAbsent(kind, k -> new HashSet<>()).addAll(List.of(name, other));
      }
    }
  }

  /** The name that all of its kind stand for: {@code apple} for {@code apple inc.}. */
  String of(Name.Kind kind, String name) {
    var key = name;
    if (kind == Name.Kind.ORGANISATION) {
      for (var at = rest(key); at > 0; at = rest(key)) {
        key = key.substring(0, at).replaceFirst(",$", "");
      }
    }
    return same.getOrDefault(kind, Map.of()).getOrDefault(key, key);
  }

  /**
   * What a name is, whatever it was taken for where it stands: {@code EU} is no place.
   *
   * @param kind what it was taken for
   */
  Name.Kind kind(Name.Kind kind, String name) {
    for (var each : Name.Kind.values()) {
      if (known.getOrDefault(each, Set.of()).contains(name)) {
        return each;
      }
    }
    return kind;
  }

  /** Whether a word says what an organisation is in law. */
  boolean isForm(String word) {
    return forms.contains(RoleWords.fold(word));
  }

  /** Where a form at the end of a name begins, its blank included; or -1. */
  private int rest(String key) {
    for (var at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1)) {
      if (forms.contains(key.substring(at + 1))) {
        return at;
      }
    }
    return -1;
  }

  /** Whether the longer name only says in addition what the organisation does. */
  boolean addsBusiness(String shorter, String longer) {
    return longer.startsWith(shorter + " ")
        && businesses.contains(longer.substring(shorter.length() + 1));
  }
}
