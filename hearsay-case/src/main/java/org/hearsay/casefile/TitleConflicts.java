package org.hearsay.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.language.Lexicon;
import org.hearsay.lineage.Folding;
import org.hearsay.reading.Role;
import org.hearsay.reading.people.RoleConflicts;
import org.jspecify.annotations.Nullable;

/**
 * People to whom the documents of a case give two offices at the same time that one person does not
 * hold at once: two of the exclusive offices that the reading knows, or two portfolios of a
 * government. Precision first: the person must have the same full name, both titles be held at the
 * time of writing and be written in the same language, two portfolios share no word, and the
 * documents lie less than half a year apart. Other titles that differ are mostly two names of one
 * office ("head of the dockers", "dockers' leader"), and are not asked about.
 */
final class TitleConflicts {
  private static final int APART = 183;
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> SMALL =
      Set.of(
          "le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "a", "au", "aux", "en", "et",
          "son", "sa", "the", "an", "of", "for", "to", "at", "in", "and", "s", "his", "her");

  private static final Map<String, List<String>> HEADS =
      Map.of("fr", heads("fr"), "en", heads("en"));

  private static final RoleConflicts OFFICES = new RoleConflicts();

  private final List<People.Title> titles;

  /**
   * @param titles by person
   */
  TitleConflicts(List<People.Title> titles) {
    this.titles = titles;
  }

  private static List<String> heads(String language) {
    return Lexicon.read(TitleConflicts.class, language + "/portfolios.tsv").column("head").stream()
        .map(TitleConflicts::form)
        .toList();
  }

  /**
   * @param titles two, in the order of their documents
   */
  record Conflict(String key, String kind, String summary, List<People.Title> titles) {}

  List<Conflict> findings() {
    var people = new LinkedHashMap<String, List<People.Title>>();
    for (var title : titles) {
      if (title.status() == null || title.status() == Role.Status.CURRENT) {
        people.computeIfAbsent(title.person(), person -> new ArrayList<>()).add(title);
      }
    }
    var conflicts = new LinkedHashMap<String, Conflict>();
    people.forEach((person, held) -> compare(person, held, conflicts));
    return List.copyOf(conflicts.values());
  }

  /** One conflict for two titles, however many documents repeat them; the first two are shown. */
  private static void compare(
      String person, List<People.Title> held, LinkedHashMap<String, Conflict> conflicts) {
    var forms = new LinkedHashMap<String, List<People.Title>>();
    held.forEach(t -> forms.computeIfAbsent(form(t.title()), f -> new ArrayList<>()).add(t));
    var names = List.copyOf(forms.keySet());
    for (var i = 0; i < names.size(); i++) {
      for (var j = i + 1; j < names.size(); j++) {
        var a = names.get(i).compareTo(names.get(j)) < 0 ? names.get(i) : names.get(j);
        var b = a.equals(names.get(i)) ? names.get(j) : names.get(i);
        atOnce(forms.get(names.get(i)), forms.get(names.get(j)))
            .ifPresent(
                pair -> {
                  var key = "two-titles:%s:%s:%s".formatted(person, a, b).replace(' ', '-');
                  conflicts.put(key, new Conflict(key, "two-titles", summary(pair), pair));
                });
      }
    }
  }

  private static String summary(List<People.Title> pair) {
    return "%s is given two titles: “%s” and “%s”"
        .formatted(pair.get(0).name(), pair.get(0).title(), pair.get(1).title());
  }

  /** The words of a title that tell it from others, folded. */
  private static String form(String title) {
    var words = new ArrayList<String>();
    for (var word : NOT_WORD.split(Folding.fold(title))) {
      if (!word.isEmpty() && !SMALL.contains(word)) {
        words.add(word);
      }
    }
    return String.join(" ", words);
  }

  /** What a title says besides its head, such as the portfolio; empty when it has no such head. */
  private static Set<String> portfolio(String form, String language) {
    for (var head : HEADS.getOrDefault(language, List.of())) {
      var at = (" " + form + " ").indexOf(" " + head + " ");
      if (at >= 0) {
        var rest = (form + " ").substring(0, at) + (form + " ").substring(at + head.length());
        return words(rest.strip());
      }
    }
    return Set.of();
  }

  private static boolean exclude(People.Title a, People.Title b) {
    var language = a.language();
    if (language == null || !language.equals(b.language())) {
      return false;
    }
    if (OFFICES.exclude(language, a.title(), b.title())) {
      return true;
    }
    var inA = portfolio(form(a.title()), language);
    var inB = portfolio(form(b.title()), language);
    return !inA.isEmpty() && !inB.isEmpty() && Collections.disjoint(inA, inB);
  }

  private static Set<String> words(String form) {
    var words = new HashSet<>(List.of(form.split(" +")));
    words.remove("");
    return words;
  }

  /** Two uses of the same time and language that exclude each other, if there are any. */
  private static Optional<List<People.Title>> atOnce(
      @Nullable List<People.Title> first, @Nullable List<People.Title> second) {
    if (first == null || second == null) {
      return Optional.empty();
    }
    for (var a : first) {
      for (var b : second) {
        if (exclude(a, b) && near(a, b)) {
          return Optional.of(List.of(a, b));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean near(People.Title a, People.Title b) {
    var dayA = day(a.published());
    var dayB = day(b.published());
    return dayA == null || dayB == null || Math.abs(ChronoUnit.DAYS.between(dayA, dayB)) < APART;
  }

  private static @Nullable LocalDate day(@Nullable String published) {
    try {
      return published == null || published.length() < 10
          ? null
          : LocalDate.parse(published.substring(0, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
