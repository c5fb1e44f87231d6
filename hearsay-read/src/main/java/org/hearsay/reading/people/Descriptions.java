package org.hearsay.reading.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hearsay.language.Name;
import org.hearsay.language.PartOfSpeech;
import org.jspecify.annotations.Nullable;

/**
 * Joins words for a person that are neither name nor title: {@code ce dernier} and {@code the
 * latter}, who was named last; {@code the 34-year-old}, of whom the text has said that age; {@code
 * l'homme}, {@code the woman}, {@code the mother of two}, when nobody else of that gender is near.
 * Where two fit, or an organisation was named last, nobody.
 */
final class Descriptions {

  /** A description is looked up over its sentence and this many before. */
  private static final int BACK = 3;

  private static final int REACH = 120;

  private final Words words;
  private final RoleWords lexicon;
  private final NameClusters names;
  private final Map<Integer, Cluster> mentionAt = new HashMap<>();
  private final Map<String, Set<Cluster>> ages = new HashMap<>();
  private final Map<Cluster.Place, Cluster> found = new HashMap<>();

  /**
   * @param standIns titles that stand for a person
   */
  Descriptions(
      Words words, RoleWords lexicon, NameClusters names, Map<Cluster.Place, Cluster> standIns) {
    this.words = words;
    this.lexicon = lexicon;
    this.names = names;
    for (var name : words.names) {
      var cluster = names.of(name);
      if (cluster != null) {
        mentionAt.put(name.first(), cluster);
        if (cluster.kind == Name.Kind.PERSON) {
          age(name, cluster);
        }
      }
    }
    standIns.forEach((place, cluster) -> mentionAt.put(place.first(), cluster));
  }

  /** {@code X, 34, } {@code X, 34 ans}, {@code X (34 ans)}, {@code X, âgé de 34 ans}. */
  private void age(Words.NameSpan name, Cluster cluster) {
    var i = name.end();
    if (words.word(i).matches("[,(]")) {
      i++;
      while (i < name.end() + 4 && words.word(i).matches("âgée?|de|aged")) {
        i++;
      }
      if (words.word(i).matches("[0-9]{1,2}")) {
        ages.computeIfAbsent(words.word(i), k -> new HashSet<>()).add(cluster);
      }
    }
  }

  /** The descriptions joined, by their tokens; their mentions are added to their people. */
  Map<Cluster.Place, Cluster> find() {
    for (var i = 0; i + 1 < words.size(); i++) {
      if (mentionAt.containsKey(i)) {
        continue;
      }
      var end = at(i);
      var holder = end > i ? holder(i, end) : null;
      if (holder != null) {
        holder.mentions.add(words.span(i, end));
        mentionAt.put(i, holder);
        found.put(new Cluster.Place(i, end), holder);
      }
    }
    return found;
  }

  /** Where a description that begins here ends; the same index for none. */
  private int at(int i) {
    for (var length = lexicon.beginsDescription(words.word(i)) ? 3 : 0; length > 0; length--) {
      if (i + length <= words.size()) {
        var phrase = words.words(i, i + length);
        if (lexicon.is("latter", phrase) || lexicon.is("description", phrase)) {
          return isWhole(i, i + length) ? i + length : i;
        }
      }
    }
    return age(i) == null ? i : i + 2;
  }

  /** {@code the man | who ...} and {@code l'homme d'affaires} are somebody else or a title. */
  private boolean isWhole(int first, int end) {
    return words.nameAt(first) == null
            && words.nameAt(end) == null
            && words.sentence(first) == words.sentence(end - 1)
            && (words.word(first).matches("c.*|le|la|l'|the")
                && !words
                    .word(end)
                    .matches("d'|de|du|des|of|qui|que|dont|who|whose|that|in|with|à"))
            && words.pos(end) != PartOfSpeech.NOUN
            && words.pos(end) != PartOfSpeech.ADJ
        || lexicon.is("description", words.words(first, end))
            && words.word(end - 1).matches("two|three|four|deux|trois|quatre");
  }

  /** The age in {@code the 34-year-old}; null for anything else. */
  private @Nullable String age(int i) {
    if (words.word(i).equals("the") && words.word(i + 1).matches("[0-9]{1,2}-year-old")) {
      return words.word(i + 1).substring(0, words.word(i + 1).indexOf('-'));
    }
    return null;
  }

  private @Nullable Cluster holder(int i, int end) {
    var age = age(i);
    if (age != null) {
      var aged = ages.getOrDefault(age, Set.of());
      return aged.size() == 1 && words.pos(end) != PartOfSpeech.NOUN
          ? aged.iterator().next()
          : null;
    }
    var phrase = words.words(i, end);
    var latter = lexicon.value("latter", phrase);
    return latter.isPresent()
        ? last(i, Cluster.Gender.of(latter.get()))
        : only(i, Cluster.Gender.of(lexicon.value("description", phrase).orElse("")));
  }

  /**
   * Whoever was named last in this sentence or the one before: a person of the gender, or nobody.
   */
  private @Nullable Cluster last(int i, Cluster.Gender gender) {
    var start = start(i, 1);
    for (var at = i - 1; at >= start; at--) {
      var cluster = isHidden(at, i) ? null : mentionAt.get(at);
      if (cluster != null) {
        return cluster.kind == Name.Kind.PERSON && cluster.gender().agrees(gender) ? cluster : null;
      }
    }
    return null;
  }

  /** The only person of a gender in this sentence and those before, when the gender is known. */
  private @Nullable Cluster only(int i, Cluster.Gender gender) {
    var people = new LinkedHashSet<Cluster>();
    for (var at = start(i, BACK); at < i; at++) {
      var cluster = isHidden(at, i) ? null : mentionAt.get(at);
      if (cluster != null && cluster.kind == Name.Kind.PERSON && cluster.gender().agrees(gender)) {
        people.add(cluster);
      }
      // "A man was hurt. ... The man said": an unnamed one.
      if (lexicon.value("determiner", words.word(at)).filter("indefinite"::equals).isPresent()
          && lexicon.is("description", words.words(i, i + 1) + " " + words.word(at + 1))) {
        return null;
      }
    }
    if (people.size() != 1) {
      return null;
    }
    var holder = people.iterator().next();
    return holder.gender() == gender ? holder : null;
  }

  /** Whether a mention is in a quotation and the description is not. */
  private boolean isHidden(int mention, int description) {
    return words.isQuoted(mention) && !words.isQuoted(description);
  }

  private int start(int i, int back) {
    var sentence = Math.max(0, words.sentence(i) - back);
    return Math.max(i - REACH, words.text.sentences().get(sentence).firstToken());
  }
}
