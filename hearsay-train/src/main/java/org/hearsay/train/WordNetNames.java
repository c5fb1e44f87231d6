package org.hearsay.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names in WordNet's file of nouns: its instances of persons, of groups and of places. The
 * file's format: WordNet's manual, wndb(5).
 */
final class WordNetNames {

  /** Takes a name and its kind. */
  interface Taker {
    void take(String name, char kind);
  }

  private final Map<String, List<String>> words = new HashMap<>();
  private final Map<String, List<String>> classes = new HashMap<>();
  private final Map<String, List<String>> instances = new HashMap<>();

  WordNetNames(List<String> lines) {
    for (var line : lines) {
      if (!line.startsWith("  ")) {
        read(line.substring(0, line.indexOf('|') < 0 ? line.length() : line.indexOf('|')));
      }
    }
  }

  private void read(String line) {
    var cells = line.split(" ");
    var id = cells[0];
    var count = Integer.parseInt(cells[3], 16);
    var own = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      own.add(cells[4 + 2 * i].replace('_', ' '));
    }
    words.put(id, own);
    var at = 4 + 2 * count;
    var pointers = Integer.parseInt(cells[at++]);
    for (var i = 0; i < pointers; i++, at += 4) {
      if (cells[at + 2].equals("n") && cells[at].matches("@i?")) {
        (cells[at].equals("@") ? classes : instances)
            .computeIfAbsent(id, k -> new ArrayList<>())
            .add(cells[at + 1]);
      }
    }
  }

  void find(Taker taker) {
    var people = first("person");
    var groups = first("organization");
    words.forEach(
        (id, own) -> {
          if (own.get(0).equals("social group")) {
            groups.add(id);
          }
        });
    var places = first("location");
    List.of("body of water", "geological formation", "land")
        .forEach(word -> places.addAll(first(word)));
    for (var id : instances.keySet()) {
      var above = above(id);
      var kind =
          meet(above, people) ? 'P' : meet(above, groups) ? 'O' : meet(above, places) ? 'L' : ' ';
      for (var word : words.getOrDefault(id, List.of())) {
        if (kind != ' ' && Character.isUpperCase(word.charAt(0))) {
          taker.take(word, kind == 'P' && word.indexOf(' ') < 0 ? 'n' : kind);
        }
      }
    }
  }

  private static boolean meet(Set<String> a, Set<String> b) {
    return a.stream().anyMatch(b::contains);
  }

  /** The classes whose first word this is. */
  private Set<String> first(String word) {
    var ids = new HashSet<String>();
    words.forEach(
        (id, own) -> {
          if (own.get(0).equals(word) && !instances.containsKey(id)) {
            ids.add(id);
          }
        });
    return ids;
  }

  private Set<String> above(String id) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      var next = open.pop();
      for (var up : List.of(classes, instances)) {
        for (var each : up.getOrDefault(next, List.of())) {
          if (seen.add(each)) {
            open.push(each);
          }
        }
      }
    }
    return seen;
  }
}
