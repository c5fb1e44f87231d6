package org.hearsay.train.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.article.Span;
import org.hearsay.reading.Entity;
import org.hearsay.train.GoldFile;
import org.jspecify.annotations.Nullable;

/**
 * Whose mention each marked source is: by its form (a name, a pronoun, a description) how often the
 * entity with a mention there is the right one, another one, or none is there; and B-cubed (Bagga
 * and Baldwin 1998) over the marked sources, each without an entity alone.
 */
final class MentionScore {

  private static final Set<String> PRONOUNS =
      Set.of("il", "elle", "ils", "elles", "he", "she", "they", "lui", "celui-ci", "celle-ci");

  private final Map<String, int[]> byForm = new TreeMap<>();
  private double precision;
  private double recall;
  private int mentions;
  private final List<String> mistakes = new ArrayList<>();

  void count(GoldPeople text, List<Entity> entities) {
    var keys = new ArrayList<String>();
    var found = new ArrayList<String>();
    for (var mark : text.marks('s')) {
      var entity = entity(mark, entities);
      var person = text.gold.people().contains(mark.who());
      var form = (person ? "person's " : "group's ") + form(text.in(mark));
      var right = entity != null && text.is(mark.who(), entity);
      byForm.computeIfAbsent(form, k -> new int[3])[entity == null ? 2 : right ? 0 : 1]++;
      keys.add(mark.who());
      found.add(entity == null ? "none " + mark.start() : entity.id());
      if (!right) {
        mistakes.add(
            "%s %s %s: '%s' is %s, found %s"
                .formatted(
                    text.gold.id(),
                    mark.start(),
                    form,
                    text.in(mark).replace('\n', ' '),
                    mark.who(),
                    entity == null ? "nobody" : entity.name()));
      }
    }
    cubed(keys, found);
  }

  /** The entity with a mention in a source: the one whose mention there begins first. */
  private static @Nullable Entity entity(GoldFile.Mark mark, List<Entity> entities) {
    Entity best = null;
    Span first = null;
    for (var entity : entities) {
      for (var span : entity.mentions()) {
        if (span.start() < mark.end()
            && mark.start() < span.end()
            && (first == null || isBetter(span, entity, first, best))) {
          first = span;
          best = entity;
        }
      }
    }
    return best;
  }

  /** People before others, then the earlier and longer mention. */
  private static boolean isBetter(Span span, Entity entity, Span first, @Nullable Entity best) {
    var person = entity.kind() == Entity.Kind.PERSON;
    var before = best != null && best.kind() == Entity.Kind.PERSON;
    return person != before
        ? person
        : span.start() < first.start()
            || span.start() == first.start() && span.length() > first.length();
  }

  private static String form(String source) {
    var lower = source.strip().toLowerCase(Locale.ROOT);
    return PRONOUNS.contains(lower)
        ? "pronoun"
        : source.chars().filter(Character::isUpperCase).count() == 0
                || lower.matches(
                    "(?:le|la|les|l.|the|ce|cette|un|une|a|an|his|her|son|sa) \\P{Lu}+")
            ? "description"
            : "name";
  }

  private void cubed(List<String> gold, List<String> found) {
    var byGold = groups(gold);
    var byFound = groups(found);
    for (var i = 0; i < gold.size(); i++) {
      var a = byGold.getOrDefault(gold.get(i), Set.of());
      var b = byFound.getOrDefault(found.get(i), Set.of());
      var shared = a.stream().filter(b::contains).count();
      precision += shared / (double) b.size();
      recall += shared / (double) a.size();
      mentions++;
    }
  }

  private static Map<String, Set<Integer>> groups(List<String> keys) {
    var groups = new HashMap<String, Set<Integer>>();
    for (var i = 0; i < keys.size(); i++) {
      groups.computeIfAbsent(keys.get(i), k -> new HashSet<>()).add(i);
    }
    return groups;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    byForm.forEach(
        (form, n) -> {
          var all = n[0] + n[1] + n[2];
          lines.add(
              String.format(
                  Locale.ROOT,
                  "  sources, %-21s %5d  right %5.1f %%  another's %5.1f %%  nobody's %5.1f %%",
                  form,
                  all,
                  100.0 * n[0] / all,
                  100.0 * n[1] / all,
                  100.0 * n[2] / all));
        });
    var p = mentions == 0 ? 0 : 100 * precision / mentions;
    var r = mentions == 0 ? 0 : 100 * recall / mentions;
    lines.add(
        String.format(
            Locale.ROOT,
            "  sources by person, B-cubed   %5d  P %5.1f  R %5.1f  F %5.1f",
            mentions,
            p,
            r,
            p + r == 0 ? 0 : 2 * p * r / (p + r)));
    return lines;
  }

  List<String> mistakes() {
    return mistakes;
  }
}
