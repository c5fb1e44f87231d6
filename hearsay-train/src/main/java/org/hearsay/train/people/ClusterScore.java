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
import org.jspecify.annotations.Nullable;

/**
 * Whether mentions of one entity are put together and those of two kept apart: B-cubed (Bagga and
 * Baldwin 1998) over marked mentions, each that was not found an entity of its own; for all
 * mentions and for names, by the kind of the entity.
 */
final class ClusterScore {

  private static final class Sums {
    private double precision;
    private double recall;
    private int mentions;
    private int found;
  }

  private final Map<String, Sums> sums = new TreeMap<>();
  private final List<String> mistakes = new ArrayList<>();

  void count(Meantime article, List<Entity> entities) {
    count("names", article, entities, true);
    count("all mentions", article, entities, false);
  }

  private void count(String of, Meantime article, List<Entity> entities, boolean names) {
    var mentions =
        article.mentions().stream().filter(m -> !names || m.form().equals("NAM")).toList();
    var gold = new HashMap<String, Set<Integer>>();
    var found = new HashMap<String, Set<Integer>>();
    var keys = new ArrayList<String>();
    for (var i = 0; i < mentions.size(); i++) {
      var entity = entity(mentions.get(i), entities);
      keys.add(entity == null ? "none " + i : entity.id());
      gold.computeIfAbsent(mentions.get(i).entity(), k -> new HashSet<>()).add(i);
      found.computeIfAbsent(keys.get(i), k -> new HashSet<>()).add(i);
    }
    for (var i = 0; i < mentions.size(); i++) {
      var mention = mentions.get(i);
      var a = gold.getOrDefault(mention.entity(), Set.of());
      var b = found.getOrDefault(keys.get(i), Set.of());
      var shared = a.stream().filter(b::contains).count();
      for (var group : List.of(of + ", " + mention.kind(), of + ", all")) {
        var sum = sums.computeIfAbsent(group, k -> new Sums());
        sum.precision += shared / (double) b.size();
        sum.recall += shared / (double) a.size();
        sum.mentions++;
        sum.found += keys.get(i).startsWith("none") ? 0 : 1;
      }
    }
    if (names) {
      mistakes(article, mentions, keys, gold, found);
    }
  }

  private void mistakes(
      Meantime article,
      List<Meantime.Mention> mentions,
      List<String> keys,
      Map<String, Set<Integer>> gold,
      Map<String, Set<Integer>> found) {
    new TreeMap<>(found)
        .forEach(
            (key, set) -> {
              if (set.stream().map(i -> mentions.get(i).entity()).distinct().count() > 1) {
                mistakes.add(article.id() + " merged " + show(article, mentions, set, keys));
              }
            });
    new TreeMap<>(gold)
        .forEach(
            (key, set) -> {
              if (set.stream().map(keys::get).distinct().count() > 1) {
                mistakes.add(article.id() + " split  " + show(article, mentions, set, keys));
              }
            });
  }

  private static String show(
      Meantime article, List<Meantime.Mention> mentions, Set<Integer> set, List<String> keys) {
    var shown = new ArrayList<String>();
    for (var i : set.stream().sorted().toList()) {
      var mention = mentions.get(i);
      shown.add(
          article.text().substring(mention.start(), mention.end()).replace('\n', ' ')
              + " ("
              + (keys.get(i).startsWith("none") ? "not found" : keys.get(i))
              + ")");
    }
    return String.join(" | ", shown);
  }

  /**
   * The entity with the mention that shares most letters with a marked one; those of its kind
   * first, for a marked mention has the words around its name in it.
   */
  private static @Nullable Entity entity(Meantime.Mention mention, List<Entity> entities) {
    Entity best = null;
    var most = 0.0;
    for (var entity : entities) {
      for (var span : entity.mentions()) {
        var share = share(mention, span);
        var weighed = share == 0 ? 0 : share + (mention.kind().equals(kind(entity)) ? 1 : 0);
        if (weighed > most) {
          most = weighed;
          best = entity;
        }
      }
    }
    return best;
  }

  private static String kind(Entity entity) {
    return switch (entity.kind()) {
      case PERSON -> "PER";
      case ORGANISATION -> "ORG";
      case PLACE -> "LOC";
    };
  }

  private static double share(Meantime.Mention mention, Span span) {
    var both = Math.min(mention.end(), span.end()) - Math.max(mention.start(), span.start());
    return both <= 0 ? 0 : both / (double) Math.max(mention.end() - mention.start(), span.length());
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    sums.forEach(
        (of, s) -> {
          var p = 100 * s.precision / s.mentions;
          var r = 100 * s.recall / s.mentions;
          lines.add(
              String.format(
                  Locale.ROOT,
                  "  B-cubed, %-18s %5d  found %5.1f %%  P %5.1f  R %5.1f  F %5.1f",
                  of,
                  s.mentions,
                  100.0 * s.found / s.mentions,
                  p,
                  r,
                  2 * p * r / (p + r)));
        });
    return lines;
  }

  List<String> mistakes() {
    return mistakes;
  }
}
