package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.article.Span;
import org.hearsay.reading.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Says which entity a source stands for. A source that names nobody ("des témoins", "la police")
 * gets an entity of its own, one for all sources with the same words; a pronoun that no mention
 * covers stays unresolved unless exactly the last person who spoke fits.
 */
final class Speakers {

  private final Words words;
  private final List<Entity> given;
  private final Map<String, Unnamed> unnamed = new LinkedHashMap<>();
  private @Nullable String lastPerson;

  private record Unnamed(String id, Entity.Kind kind, String name, List<Span> mentions) {}

  private record Mention(Span span, Entity entity) {}

  private final Map<Integer, Holder> holders = new HashMap<>();
  private final List<Mention> mentions;

  Speakers(Words words, List<Entity> entities) {
    this.words = words;
    this.given = entities;
    this.mentions =
        entities.stream()
            .flatMap(e -> e.mentions().stream().map(m -> new Mention(m, e)))
            .sorted((a, b) -> a.span().compareTo(b.span()))
            .toList();
    for (var entity : entities) {
      for (var role : entity.roles()) {
        holders.merge(role.start(), new Holder(role.end(), entity), Holder::one);
      }
    }
  }

  /** The id of the entity; null when unresolved. Call in the order of the text. */
  @Nullable String of(List<Range> source) {
    if (source.isEmpty()) {
      return null;
    }
    var range = source.get(0);
    var named = mentioned(range);
    var found = named == null ? titled(range) : named;
    if (found != null) {
      if (found.kind() == Entity.Kind.PERSON) {
        lastPerson = found.id();
      }
      return found.id();
    }
    if (range.length() == 1 && words.is(range.first(), WordClass.SUBJECT)) {
      return personal(range.first()) ? lastPerson : null;
    }
    var made = unnamed(range);
    if (made != null && made.kind() == Entity.Kind.PERSON) {
      lastPerson = made.id();
    }
    return made == null ? null : made.id();
  }

  /** The entities given, then those made for sources without a name. */
  List<Entity> entities() {
    var all = new ArrayList<>(given);
    for (var one : unnamed.values()) {
      var mentions = one.mentions().stream().distinct().sorted().toList();
      all.add(new Entity(one.id(), one.kind(), one.name(), mentions, List.of()));
    }
    return all;
  }

  private boolean personal(int i) {
    return switch (words.form[i]) {
      case "il", "elle", "-il", "-elle", "-t-il", "-t-elle", "he", "she" -> true;
      default -> false;
    };
  }

  private @Nullable Entity mentioned(Range range) {
    var span = words.span(range);
    Entity best = null;
    var bestScore = 0;
    var low = firstEndingAfter(span.start());
    for (var i = low; i < mentions.size() && mentions.get(i).span().start() < span.end(); i++) {
      var mention = mentions.get(i);
      if (!mention.span().overlaps(span)) {
        continue;
      }
      var score = score(mention, range);
      if (score > bestScore) {
        best = mention.entity();
        bestScore = score;
      }
    }
    return best;
  }

  /** Who has the title with which a source begins: "the mayor" of "said the mayor, X". */
  private @Nullable Entity titled(Range range) {
    for (var i = range.first(); i < Math.min(range.end(), range.first() + 2); i++) {
      var holder = holders.get(words.start[i]);
      if (holder != null && holder.end() <= words.end[range.end() - 1]) {
        return holder.entity();
      }
    }
    return null;
  }

  /**
   * Who holds a title, and where its words end.
   *
   * @param entity null when two share it
   */
  private record Holder(int end, @Nullable Entity entity) {
    Holder one(Holder other) {
      return new Holder(end, entity == other.entity ? entity : null);
    }
  }

  private int firstEndingAfter(int start) {
    var low = 0;
    var high = mentions.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (mentions.get(middle).span().start() < start - 200) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A name that hangs on the head ("l'avocat de X") is not who speaks. */
  private int score(Mention mention, Range range) {
    var first = range.first();
    while (first < range.end() && words.start[first] < mention.span().start()) {
      first++;
    }
    var depends = false;
    for (var i = range.first(); i < first; i++) {
      if (words.is(i, WordClass.OF) && i > range.first()) {
        depends = true;
      } else if (words.is(i, ",")) {
        depends = false;
      }
    }
    var person = mention.entity().kind() == Entity.Kind.PERSON;
    if (depends) {
      return person && hasIndividual(range) && first > range.first() + 3 ? 1 : 0;
    }
    return person ? 4 : mention.entity().kind() == Entity.Kind.ORGANISATION ? 3 : 2;
  }

  private boolean hasIndividual(Range range) {
    for (var i = range.first(); i < range.end(); i++) {
      if (words.is(i, WordClass.TITLE)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Unnamed unnamed(Range range) {
    var first = range.first();
    while (first < range.end() - 1 && words.is(first, WordClass.DETERMINER)) {
      first++;
    }
    var end = first;
    while (end < range.end() && !words.is(end, ",")) {
      end++;
    }
    if (end == first) {
      return null;
    }
    var key = new StringBuilder();
    for (var i = first; i < end; i++) {
      key.append(words.form[i]).append(' ');
    }
    var whole = new Range(range.first(), end);
    var made =
        unnamed.computeIfAbsent(
            key.toString(),
            k ->
                new Unnamed(
                    "s" + (unnamed.size() + 1),
                    individual(whole) ? Entity.Kind.PERSON : Entity.Kind.ORGANISATION,
                    words.in(whole),
                    new ArrayList<>()));
    made.mentions().add(words.span(whole));
    return made;
  }

  private boolean individual(Range range) {
    for (var i = range.first(); i < range.end(); i++) {
      if (words.is(i, WordClass.INDIVIDUAL)) {
        return true;
      }
      if (words.is(i, WordClass.OF) && i > range.first()) {
        return false;
      }
    }
    return false;
  }
}
