package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.language.Lexicon;

/** Which titles are which offices in one language, and which offices exclude each other. */
final class Offices {

  /** Longer titles are not looked at. */
  private static final int LONGEST = 120;

  /**
   * @param unique whether two people cannot hold it at one time under the same words
   */
  record Office(String name, boolean unique, Pattern pattern) {}

  private final List<Office> offices = new ArrayList<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Set<String> changeWords;

  private Offices(String language) {
    for (var row : Lexicon.read(Offices.class, language + "/offices.tsv").rows()) {
      offices.add(new Office(row.get(0), row.get(1).equals("yes"), Pattern.compile(row.get(2))));
    }
    for (var row : Lexicon.read(Offices.class, "exclusive.tsv").rows()) {
      groups.computeIfAbsent(row.get(1), k -> new LinkedHashSet<>()).add(row.get(0));
    }
    changeWords =
        new HashSet<>(Lexicon.read(Offices.class, language + "/change-words.tsv").column("word"));
  }

  static Optional<Offices> load(String language) {
    return Lexicon.exists(Offices.class, language + "/offices.tsv")
        ? Optional.of(new Offices(language))
        : Optional.empty();
  }

  /** The office that a title names. */
  Optional<Office> of(String title) {
    if (title.length() > LONGEST) {
      return Optional.empty();
    }
    var plain = plain(title);
    return offices.stream().filter(o -> o.pattern().matcher(plain).matches()).findFirst();
  }

  /** A title as the patterns are written. */
  static String plain(String title) {
    return RoleWords.lower(title).replaceAll("\\s+", " ").replace("' ", "'");
  }

  boolean exclude(Office a, Office b) {
    var shared = new HashSet<>(groups.getOrDefault(a.name(), Set.of()));
    shared.retainAll(groups.getOrDefault(b.name(), Set.of()));
    return !a.name().equals(b.name()) && !shared.isEmpty();
  }

  boolean tellsChange(String word) {
    return changeWords.contains(RoleWords.lower(word));
  }
}
