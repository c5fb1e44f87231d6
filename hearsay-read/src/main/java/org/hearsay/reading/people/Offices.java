package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.language.Lexicon;

/** Which titles are which offices in one language, and which offices exclude each other. */
final class Offices {

  /** Longer titles are not looked at. */
  private static final int LONGEST = 120;

  /** What an office is one of: each state, each place, each body, the world; or nothing. */
  enum Scope {
    NATION,
    NAMED,
    PLACE,
    BODY,
    WORLD,
    NONE
  }

  private record Kind(String name, boolean unique, Scope scope, Pattern pattern) {}

  /**
   * An office as a title names it.
   *
   * @param name such as {@code defence-minister}
   * @param unique whether two people cannot hold it at one time
   * @param where the state's code, the place or the body; empty when the title does not say
   */
  record Office(String name, boolean unique, Scope scope, String where) {

    /** One office of one state, place or body. */
    String key() {
      return name + " " + where;
    }
  }

  private final List<Kind> kinds = new ArrayList<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Nations nations;
  private final ChangeWords changes;

  private Offices(String language) {
    for (var row : Lexicon.read(Offices.class, language + "/offices.tsv").rows()) {
      kinds.add(
          new Kind(
              row.get(0),
              row.get(1).equals("yes"),
              Scope.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
              Pattern.compile(row.get(3))));
    }
    for (var row : Lexicon.read(Offices.class, "exclusive.tsv").rows()) {
      groups.computeIfAbsent(row.get(1), k -> new LinkedHashSet<>()).add(row.get(0));
    }
    nations = Nations.load(language);
    changes = ChangeWords.load(language);
  }

  static Optional<Offices> load(String language) {
    return Lexicon.exists(Offices.class, language + "/offices.tsv")
        ? Optional.of(new Offices(language))
        : Optional.empty();
  }

  Nations nations() {
    return nations;
  }

  ChangeWords changes() {
    return changes;
  }

  /** The office that a title names; none for a deputy's, an aide's or a spokesman's. */
  Optional<Office> of(String title) {
    if (title.length() > LONGEST) {
      return Optional.empty();
    }
    var plain = plain(title);
    if (changes.isLesser(plain)) {
      return Optional.empty();
    }
    var stated = nations.in(plain);
    for (var kind : kinds) {
      var byNation = kind.scope == Scope.NATION || kind.scope == Scope.NAMED;
      var match = kind.pattern.matcher(byNation ? stated.core() : plain);
      if (match.matches()
          && (kind.scope != Scope.NAMED || stated.codes().size() == 1)
          && (!byNation || stated.codes().size() <= 1)) {
        var where = byNation && !stated.codes().isEmpty() ? code(stated) : where(match);
        return Optional.of(new Office(kind.name, kind.unique, kind.scope, where));
      }
    }
    return Optional.empty();
  }

  private static String code(Nations.Found stated) {
    return stated.codes().iterator().next();
  }

  /** What the group "where" or "before" took; empty for neither. */
  private static String where(Matcher match) {
    for (var group : List.of("where", "before")) {
      if (match.pattern().pattern().contains("(?<" + group + ">") && match.group(group) != null) {
        return match
            .group(group)
            .replaceFirst("^(?:la |le |les |l'|the )", "")
            .replaceFirst("'s?$", "");
      }
    }
    return "";
  }

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ELISION = Pattern.compile("' (?!s\\b)");

  /** What is taken out of a title, one after the other. */
  private static final List<Pattern> ADDED =
      Stream.of(
              " ?\\([^()]*\\)",
              "^(?:actuel|actuelle|nouveau|nouvel|nouvelle|current|new|sitting|incumbent) ",
              "^[0-9]{1,3}(?:e|ème|er|re|th|st|nd|rd) ",
              " (?:actuel|actuelle|en exercice|en titre)\\b")
          .map(Pattern::compile)
          .toList();

  /** A title as the patterns are written: brackets, ordinals and words for "new" taken out. */
  static String plain(String title) {
    var plain = BLANKS.matcher(RoleWords.lower(title)).replaceAll(" ");
    plain = ELISION.matcher(plain).replaceAll("'").replace(" 's", "'s");
    for (var added : ADDED) {
      plain = added.matcher(plain).replaceAll("");
    }
    return plain;
  }

  /** Whether one person cannot hold both. */
  boolean exclude(Office a, Office b) {
    if (a.name().equals(b.name())) {
      return isElsewhere(a, b);
    }
    var shared = new HashSet<>(groups.getOrDefault(a.name(), Set.of()));
    shared.retainAll(groups.getOrDefault(b.name(), Set.of()));
    return !shared.isEmpty();
  }

  /** The same office of two states or two places, neither in the other. */
  private static boolean isElsewhere(Office a, Office b) {
    if (!a.unique() || a.scope() != b.scope() || a.where().isEmpty() || b.where().isEmpty()) {
      return false;
    }
    return switch (a.scope()) {
      case NATION, NAMED -> isCode(a.where()) && isCode(b.where()) && !a.where().equals(b.where());
      case PLACE ->
          !(" " + a.where() + " ").contains(" " + b.where() + " ")
              && !(" " + b.where() + " ").contains(" " + a.where() + " ");
      default -> false;
    };
  }

  private static boolean isCode(String where) {
    return where.length() == 2 && Character.isUpperCase(where.charAt(0));
  }
}
