package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearsay.language.Name;
import org.jspecify.annotations.Nullable;

/**
 * Groups the names of organisations and of places, by sieves from the surest to the least sure: the
 * same words without accents and article; names that stand for each other ({@link SameNames}); a
 * name that another goes on from with a word for its business ({@code Northway}, {@code Northway
 * Motors}) where only one does; an acronym and the one name whose capitals it spells.
 */
final class OtherClusters {

  private static final Pattern ARTICLE = Pattern.compile("^(?:the|le|la|les|l') ?");

  private final Words words;
  private final @Nullable SameNames same;

  /** The key of each name that is no person's, empty for one that is. */
  private final String[] keys;

  private final List<Cluster> clusters = new ArrayList<>();

  OtherClusters(Words words, @Nullable RoleWords lexicon) {
    this.words = words;
    same = lexicon == null ? null : lexicon.sameNames();
    keys = words.names.stream().map(name -> isOther(name) ? key(name) : "").toArray(String[]::new);
    group(Name.Kind.ORGANISATION);
    group(Name.Kind.PLACE);
  }

  /** In the order of their first name, organisations first; none without a name. */
  List<Cluster> clusters() {
    return clusters;
  }

  private static boolean isOther(Words.NameSpan name) {
    return name.name().kind() == Name.Kind.ORGANISATION || name.name().kind() == Name.Kind.PLACE;
  }

  private String key(Words.NameSpan name) {
    var folded = RoleWords.fold(words.words(name.first(), name.end())).replace("' ", "'");
    return ARTICLE.matcher(folded).replaceFirst("");
  }

  private void group(Name.Kind kind) {
    var groups = new LinkedHashMap<String, Cluster>();
    for (var name : words.names) {
      if (!isOther(name)) {
        continue;
      }
      var found = name.name().kind();
      var key = keys[name.index()];
      if ((same == null ? found : same.kind(found, key)) == kind) {
        var whole = same == null ? key : same.of(kind, key);
        var cluster = groups.computeIfAbsent(whole, k -> new Cluster(kind));
        cluster.names.add(name);
        cluster.mentions.add(name.name().span());
      }
    }
    if (kind == Name.Kind.ORGANISATION) {
      businesses(groups);
      var expansions = expansions(groups.values());
      groups.values().forEach(cluster -> acronym(cluster, expansions));
    }
    groups.values().stream().filter(c -> !c.names.isEmpty()).forEach(clusters::add);
  }

  private static void move(Cluster from, Cluster to) {
    to.names.addAll(from.names);
    to.mentions.addAll(from.mentions);
    from.names.clear();
    from.mentions.clear();
  }

  /** A name goes to the one longer name that only adds a business, if no other begins so. */
  private void businesses(Map<String, Cluster> groups) {
    if (same == null) {
      return;
    }
    var longer = new HashMap<String, List<String>>();
    for (var key : groups.keySet()) {
      for (var at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1)) {
        longer.computeIfAbsent(key.substring(0, at), k -> new ArrayList<>()).add(key);
      }
    }
    groups.forEach(
        (key, cluster) -> {
          var fits = longer.getOrDefault(key, List.of());
          if (fits.size() == 1 && same.addsBusiness(key, fits.get(0))) {
            move(cluster, groups.getOrDefault(fits.get(0), cluster));
          }
        });
  }

  private Map<String, List<Cluster>> expansions(Collection<Cluster> groups) {
    var expansions = new HashMap<String, List<Cluster>>();
    for (var cluster : groups) {
      var spelt = new LinkedHashSet<String>();
      for (var name : cluster.names) {
        if (name.end() - name.first() > 1) {
          spelt.addAll(initials(name));
        }
      }
      spelt.forEach(s -> expansions.computeIfAbsent(s, k -> new ArrayList<>()).add(cluster));
    }
    return expansions;
  }

  /** An acronym goes to the one expansion whose capitals it spells. */
  private void acronym(Cluster cluster, Map<String, List<Cluster>> expansions) {
    if (cluster.names.isEmpty()) {
      return;
    }
    var first = cluster.names.get(0);
    var written = words.in(first.first(), first.end()).replace(".", "");
    if (!written.matches("\\p{Lu}{2,8}")) {
      return;
    }
    var fits = expansions.getOrDefault(written, List.of());
    if (fits.size() == 1 && fits.get(0) != cluster) {
      move(cluster, fits.get(0));
    }
  }

  /**
   * The first letters of the words with a capital, and of all words of more than three letters; of
   * the former also without the form that it has in law.
   */
  private List<String> initials(Words.NameSpan name) {
    var capitals = new StringBuilder();
    var plain = "";
    var all = new StringBuilder();
    for (var i = name.first(); i < name.end(); i++) {
      var word = words.in(i, i + 1);
      if (i > name.first() && plain.isEmpty() && same != null && same.isForm(word)) {
        plain = capitals.toString();
      }
      if (Character.isUpperCase(word.charAt(0))) {
        capitals.append(word.charAt(0));
      }
      if (word.length() > 3 && Character.isLetter(word.charAt(0))) {
        all.append(Character.toUpperCase(word.charAt(0)));
      }
    }
    return new ArrayList<>(
        new LinkedHashSet<>(Arrays.asList(capitals.toString(), all.toString(), plain)));
  }
}
