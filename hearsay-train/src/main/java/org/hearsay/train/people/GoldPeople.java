package org.hearsay.train.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.reading.Entity;
import org.hearsay.train.GoldFile;

/** An annotated text's people, and whether an entity that was found is one of them. */
final class GoldPeople {

  final GoldFile gold;

  /** By short name, where the text names or means the person. */
  private final Map<String, List<GoldFile.Mark>> naming = new HashMap<>();

  GoldPeople(GoldFile gold) {
    this.gold = gold;
    for (var mark : gold.marks()) {
      if (!mark.who().isEmpty()) {
        naming.computeIfAbsent(mark.who(), k -> new ArrayList<>()).add(mark);
      }
    }
  }

  /** Sources and roles with a person or group, in the order of the text. */
  List<GoldFile.Mark> marks(char kind) {
    return gold.marks().stream()
        .filter(m -> m.kind() == kind && gold.names().containsKey(m.who()))
        .sorted(java.util.Comparator.comparingInt(GoldFile.Mark::start))
        .toList();
  }

  String in(GoldFile.Mark mark) {
    return gold.text().substring(mark.start(), mark.end());
  }

  /**
   * Whether an entity is who a short name means: by its last word, its words or a named mention.
   */
  boolean is(String who, Entity entity) {
    var name = words(gold.names().getOrDefault(who, ""));
    var found = words(entity.name());
    if (!name.isEmpty()
        && !found.isEmpty()
        && (name.get(name.size() - 1).equals(found.get(found.size() - 1))
            || name.containsAll(found) && found.containsAll(name))) {
      return true;
    }
    return naming.getOrDefault(who, List.of()).stream()
        .filter(m -> words(in(m)).stream().anyMatch(name::contains))
        .anyMatch(
            m ->
                entity.mentions().stream()
                    .anyMatch(span -> span.start() < m.end() && m.start() < span.end()));
  }

  static List<String> words(String text) {
    var plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    var words = new ArrayList<String>();
    for (var word : plain.split("[^\\p{L}\\p{N}_]+")) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    return words;
  }
}
