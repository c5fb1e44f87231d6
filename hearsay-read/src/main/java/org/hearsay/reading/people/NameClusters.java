package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.language.Name;
import org.jspecify.annotations.Nullable;

/**
 * Groups names that name the same, by sieves from the surest to the least sure (after Raghunathan
 * et al. 2010): the same words without accents; a fuller form of the same name; a surname that only
 * one full name has; a first name that only one full name has; an acronym and its expansion. Two
 * people are never joined on a surname alone: one that two full names share stays by itself.
 * Organisations and places are those of {@link OtherClusters}.
 */
final class NameClusters {

  /** More full names with one surname are not compared with each other. */
  private static final int MOST_NAMESAKES = 50;

  private final Words words;
  private final @Nullable RoleWords lexicon;
  private final List<Cluster> clusters = new ArrayList<>();
  private final Map<Integer, Cluster> byName = new HashMap<>();

  /** The key of each name, once it is asked for. */
  private final @Nullable String[] keys;

  NameClusters(Words words, @Nullable RoleWords lexicon) {
    this.words = words;
    this.lexicon = lexicon;
    keys = new String[words.names.size()];
    people();
    var others = new OtherClusters(words, lexicon);
    for (var cluster : others.clusters()) {
      clusters.add(cluster);
      cluster.names.forEach(name -> byName.put(name.index(), cluster));
    }
  }

  List<Cluster> clusters() {
    return clusters;
  }

  /** The cluster that a name went into; null for a name of unknown kind. */
  @Nullable Cluster of(Words.NameSpan name) {
    return byName.get(name.index());
  }

  private String key(Words.NameSpan name) {
    var key = keys[name.index()];
    if (key == null) {
      key = RoleWords.fold(words.words(name.first(), name.end())).replace("' ", "'");
      keys[name.index()] = key;
    }
    return key;
  }

  private void join(Cluster cluster, Words.NameSpan name) {
    cluster.names.add(name);
    cluster.mentions.add(name.name().span());
    byName.put(name.index(), cluster);
  }

  // --- people

  private void people() {
    var full = new LinkedHashMap<String, List<Words.NameSpan>>();
    var single = new LinkedHashMap<String, List<Words.NameSpan>>();
    for (var name : words.names) {
      if (name.name().kind() == Name.Kind.PERSON) {
        var key = key(name);
        var map = key.indexOf(' ') > 0 ? full : single;
        map.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
      }
    }
    // Names of other kinds that are exactly a person's surname in this document: the person.
    var groups = fullNames(full);
    var byPart = parts(groups);
    for (var entry : single.entrySet()) {
      var fits = new LinkedHashSet<>(byPart.getOrDefault(entry.getKey(), List.of()));
      place(entry.getValue(), fits);
    }
  }

  /** Clusters of full names; a shorter form goes to the one longer form that has all its words. */
  private List<Cluster> fullNames(Map<String, List<Words.NameSpan>> full) {
    var keys = new ArrayList<>(full.keySet());
    keys.sort((a, b) -> Integer.compare(b.split(" ").length, a.split(" ").length));
    var groups = new LinkedHashMap<String, Cluster>();
    var bySurname = new HashMap<String, List<String>>();

    // Two names that go on with a second surname: "pedro sanchez" of "pedro sanchez perez".
    var byBeginning = new HashMap<String, Set<Cluster>>();
    for (var key : keys) {
      var surname = key.substring(key.lastIndexOf(' ') + 1);
      var fits = new LinkedHashSet<Cluster>();
      var longerForms = bySurname.getOrDefault(surname, List.of());
      for (var longer : longerForms.subList(0, Math.min(MOST_NAMESAKES, longerForms.size()))) {
        if (isShorterForm(key, longer) || isMisspelt(key, longer)) {
          fits.add(groups.get(longer));
        }
      }
      fits.addAll(byBeginning.getOrDefault(key, Set.of()));
      Cluster cluster;
      if (fits.size() == 1) {
        cluster = fits.iterator().next();
      } else {
        cluster = new Cluster(Name.Kind.PERSON);
        clusters.add(cluster);
      }
      groups.put(key, cluster);
      bySurname.computeIfAbsent(surname, k -> new ArrayList<>()).add(key);
      var second = key.indexOf(' ', key.indexOf(' ') + 1);
      if (second > 0) {
        byBeginning
            .computeIfAbsent(key.substring(0, second), k -> new LinkedHashSet<>())
            .add(cluster);
      }
      for (var name : full.getOrDefault(key, List.of())) {
        join(cluster, name);
        cluster.vote(GivenNames.gender(words.word(name.first())), 1);
        cluster.vote(honorific(name), 3);
      }
    }
    return new ArrayList<>(new LinkedHashSet<>(groups.values()));
  }

  /**
   * {@code andrew mccabe} of {@code andrew g. mccabe}; {@code j. smith} of {@code john smith};
   * {@code le pen} of {@code marine le pen}.
   */
  private static boolean isShorterForm(String shorter, String longer) {
    var a = shorter.split(" ");
    var b = longer.split(" ");
    if (longer.endsWith(" " + shorter)) {
      return true;
    }
    var first = a[0].replace(".", "");
    return b[0].equals(first) || first.length() == 1 && b[0].startsWith(first);
  }

  /** {@code emanuel macron}, {@code emmanuel macron}: single for double letters, same surname. */
  private static boolean isMisspelt(String name, String other) {
    return name.length() != other.length() && singled(name).equals(singled(other));
  }

  private static String singled(String name) {
    return name.replaceAll("(\\p{L})\\1", "$1");
  }

  /**
   * For each word sequence that ends a full name, and each first name, the clusters that have it.
   */
  private Map<String, List<Cluster>> parts(List<Cluster> groups) {
    var parts = new HashMap<String, List<Cluster>>();
    var givenNames = new HashMap<String, List<Cluster>>();
    for (var cluster : groups) {
      Set<String> endings = new LinkedHashSet<>();
      Set<String> starts = new LinkedHashSet<>();
      for (var name : cluster.names) {
        var key = key(name);
        for (var at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1)) {
          endings.add(key.substring(at + 1));
        }
        starts.add(key.substring(0, key.indexOf(' ')));
      }
      endings.forEach(e -> parts.computeIfAbsent(e, k -> new ArrayList<>()).add(cluster));
      starts.forEach(s -> givenNames.computeIfAbsent(s, k -> new ArrayList<>()).add(cluster));
    }
    givenNames.forEach(parts::putIfAbsent);
    middles(groups).forEach(parts::putIfAbsent);
    return parts;
  }

  /** {@code maduro} of {@code nicolas maduro moros}, where nobody is called so otherwise. */
  private Map<String, List<Cluster>> middles(List<Cluster> groups) {
    var middles = new HashMap<String, List<Cluster>>();
    for (var cluster : groups) {
      Set<String> inner = new LinkedHashSet<>();
      for (var name : cluster.names) {
        var parts = key(name).split(" ", 8);
        for (var i = 1; i + 1 < parts.length; i++) {
          if (parts[i].length() > 3 && GivenNames.gender(parts[i]) == Cluster.Gender.UNKNOWN) {
            inner.add(parts[i]);
          }
        }
      }
      inner.forEach(m -> middles.computeIfAbsent(m, k -> new ArrayList<>()).add(cluster));
    }
    return middles;
  }

  /** Single names: each to the one cluster that fits it, else together in one of their own. */
  private void place(List<Words.NameSpan> names, Set<Cluster> fits) {
    Cluster own = null;
    for (var name : names) {
      var gender = honorific(name);
      var agreeing =
          fits.stream()
              .filter(c -> c.gender().agrees(gender))
              .filter(c -> isSurname(name, c) || !followsTitle(name) || !isGiven(name))
              .toList();
      var sure =
          agreeing.size() > 1 && gender != Cluster.Gender.UNKNOWN
              ? agreeing.stream().filter(c -> c.gender() == gender).toList()
              : agreeing;
      Cluster cluster;
      if (sure.size() == 1) {
        cluster = sure.get(0);
      } else {
        if (own == null) {
          own = new Cluster(Name.Kind.PERSON);
          clusters.add(own);
        }
        cluster = own;
      }
      join(cluster, name);
      cluster.vote(gender, 3);
    }
  }

  /** Whether a name ends one of the cluster's names, rather than beginning it. */
  private boolean isSurname(Words.NameSpan name, Cluster cluster) {
    var ending = " " + key(name);
    return cluster.names.stream().anyMatch(n -> key(n).endsWith(ending));
  }

  /** {@code le pape François}: whoever goes by a title and a first name is no other François. */
  private boolean followsTitle(Words.NameSpan name) {
    return lexicon != null
        && name.first() > 0
        && lexicon.title(words.word(name.first() - 1)).isPresent();
  }

  /** {@code le président Xi} may be Xi Jinping: Xi is no first name that is known. */
  private boolean isGiven(Words.NameSpan name) {
    return GivenNames.isListed(words.word(name.first()));
  }

  /** The gender of {@code M.} or {@code Mrs.} before a name. */
  private Cluster.Gender honorific(Words.NameSpan name) {
    if (lexicon == null) {
      return Cluster.Gender.UNKNOWN;
    }
    var value = lexicon.value("honorific", words.word(name.first() - 1));
    if (value.isEmpty()) {
      value = lexicon.value("honorific", words.word(name.first()));
    }
    return Cluster.Gender.of(value.orElse(""));
  }
}
