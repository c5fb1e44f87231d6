package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.language.AnnotatedText;
import org.hearsay.language.Name;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Role;

/**
 * Groups the mentions of a document into entities and gives people their roles. Thread-safe.
 *
 * <p>"Le ministre Jean Roux parle. M. Roux part; il reviendra." gives one person, {@code Jean
 * Roux}, with three mentions and the role {@code ministre}. Mentions are names, titles that stand
 * for their holder, and pronouns; a text in a language without data here has names only. Names of
 * unknown kind are no entities.
 */
public final class EntityFinder {

  /** In the order of their first mention. */
  public List<Entity> find(AnnotatedText text) {
    var lexicon = RoleWords.of(text.language()).orElse(null);
    var words = new Words(text, lexicon);
    var names = new NameClusters(words, lexicon);
    if (lexicon != null) {
      var roles = new RoleFinder(words, lexicon, names);
      roles.find();
      var standIns = new HashMap<>(roles.standsFor());
      standIns.putAll(new Descriptions(words, lexicon, names, standIns).find());
      new PronounFinder(words, lexicon, names, standIns).find();
    }
    return entities(words, names.clusters());
  }

  private static List<Entity> entities(Words words, List<Cluster> clusters) {
    var sorted =
        clusters.stream()
            .filter(c -> !c.mentions.isEmpty())
            .sorted(Comparator.comparing((Cluster c) -> c.mentions.first()))
            .toList();
    var ids = new HashMap<Cluster, String>();
    for (var i = 0; i < sorted.size(); i++) {
      ids.put(sorted.get(i), "e" + (i + 1));
    }
    var entities = new ArrayList<Entity>();
    for (var cluster : sorted) {
      entities.add(
          new Entity(
              ids.getOrDefault(cluster, ""),
              kind(cluster.kind),
              cluster.fullest(words),
              List.copyOf(cluster.mentions),
              cluster.roles.values().stream()
                  .sorted(Comparator.comparing(Cluster.Held::span))
                  .map(held -> role(held, ids))
                  .toList()));
    }
    return entities;
  }

  private static Entity.Kind kind(Name.Kind kind) {
    return switch (kind) {
      case ORGANISATION -> Entity.Kind.ORGANISATION;
      case PLACE -> Entity.Kind.PLACE;
      case PERSON, UNKNOWN -> Entity.Kind.PERSON;
    };
  }

  private static Role role(Cluster.Held held, Map<Cluster, String> ids) {
    return new Role(
        held.span().start(),
        held.span().end(),
        held.title(),
        held.organisation() == null ? null : ids.get(held.organisation()),
        held.status());
  }
}
