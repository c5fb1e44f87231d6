package org.hearsay.reading.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.article.Span;
import org.hearsay.reading.Entity;
import org.hearsay.reading.Role;
import org.jspecify.annotations.Nullable;

/**
 * Says which entity a source stands for. A source that names nobody ("des témoins", "la police")
 * gets an entity of its own, one for all sources with the same words. "I" in a quotation is whose
 * words it is, "we" the organisation they have an office in; "the company" is the one named last,
 * "the ministry" the last that is called so; a pronoun that no mention covers is who spoke last, if
 * gender and number fit; otherwise it stays unresolved.
 */
final class Speakers {

  /** How many sentences a pronoun, or a noun for an organisation, reaches back. */
  private static final int REACH = 3;

  /** The same for a noun that is part of the organisation's name. */
  private static final int NAMED_REACH = 20;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s'’-]");

  /** How many characters before a source a mention that reaches into it may start. */
  private static final int LONGEST = 200;

  private final Words words;
  private final List<Entity> given;
  private final Map<String, Unnamed> unnamed = new LinkedHashMap<>();
  private final LastSpoken last;
  private final Antecedents antecedents;

  private record Unnamed(String id, Entity.Kind kind, String name, List<Span> mentions) {}

  private record Mention(Span span, Entity entity) {}

  private final Map<Integer, Holder> holders = new HashMap<>();
  private final List<Mention> mentions;

  Speakers(Words words, List<Entity> entities) {
    this.words = words;
    this.last = new LastSpoken(words);
    this.antecedents = new Antecedents(words, this::named);
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

  /**
   * The id of the entity; null when unresolved. Call in the order of the text.
   *
   * @param outer whose word the attribution is within whose content this one stands; null for none
   */
  @Nullable String of(Draft draft, @Nullable String outer) {
    if (draft.source().isEmpty()) {
      return null;
    }
    var range = draft.source().get(0);
    var head = range.first();
    if (words.isOne(range, WordClass.FIRST_PERSON)) {
      return words.depth[head] <= 0
          ? null
          : words.is(head, WordClass.PLURAL) ? institution(outer) : outer;
    }
    if (words.isOne(range, WordClass.RELATIVE)) {
      range = antecedent(head);
      return range == null ? null : said(range, named(range));
    }
    var entity = named(range);
    if (pronoun(range)) {
      if (entity != null && !quoted(entity, draft) && !overtaken(entity, range, draft)) {
        return said(range, entity);
      }
      var speaker = latter(range) ? latest(head) : null;
      if (speaker != null) {
        return said(range, speaker);
      }
      return standsFor(range.end() - 1, draft);
    }
    if (entity == null && body(range)) {
      entity = calledSo(head + 1);
      if (entity == null && words.is(head + 1, WordClass.BODY)) {
        entity = organisation(head, e -> !callsItself(e));
      }
    }
    return said(range, entity);
  }

  /** Whoever a pronoun stands for of those who spoke last and the subjects before it. */
  private @Nullable String standsFor(int pronoun, Draft draft) {
    var fitting = last.fitting(pronoun);
    if (fitting == null && words.is(pronoun, "it")) {
      var organisation = organisation(pronoun, e -> true);
      fitting = organisation == null ? null : organisation.id();
    }
    var before = antecedents.of(pronoun, draft.content());
    if (before == null
        || fitting != null && last.sentence(fitting) >= words.sentence[before.first()]) {
      return fitting;
    }
    var found = said(before, named(before));
    return found == null ? fitting : found;
  }

  /** Whose "we" it is: that of the only organisation a person has an office in, or their own. */
  private @Nullable String institution(@Nullable String speaker) {
    var offices =
        given.stream()
            .filter(e -> e.id().equals(speaker))
            .flatMap(e -> e.roles().stream())
            .map(Role::organisation)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return offices.size() == 1 ? offices.get(0) : speaker;
  }

  /** The entity that a source names or whose title it is; null for none. */
  private @Nullable Entity named(Range range) {
    var entity = mentioned(range);
    return entity == null ? titled(range) : entity;
  }

  /** Notes that somebody spoke; makes an entity where the source names none. */
  private @Nullable String said(Range range, @Nullable Entity entity) {
    if (entity != null) {
      last.add(entity.id(), entity.kind(), true, range);
      return entity.id();
    }
    var made = words.is(range.end() - 1, WordClass.SUBJECT) ? null : unnamed(range);
    if (made == null) {
      return null;
    }
    last.add(made.id(), made.kind(), false, range);
    return made.id();
  }

  private boolean pronoun(Range range) {
    return words.isOne(range, WordClass.PRONOUN) || latter(range);
  }

  /** "Ce dernier", "celle-ci", "the latter". */
  private boolean latter(Range range) {
    return range.length() <= 2 && words.is(range.end() - 1, WordClass.LATTER);
  }

  /** "La compagnie", "the company", without a name or anything else that tells which. */
  private boolean body(Range range) {
    return range.length() == 2
        && words.is(range.first(), WordClass.DETERMINER)
        && !indefinite(range.first())
        && (words.is(range.first() + 1, WordClass.BODY)
            || words.is(range.first() + 1, WordClass.NAMED_BODY));
  }

  private boolean indefinite(int i) {
    return words.is(i, "un") || words.is(i, "une") || words.is(i, "a") || words.is(i, "an");
  }

  /** The person who was named last before a token, or else the organisation; null for none. */
  private @Nullable Entity latest(int i) {
    var near = near(i, REACH);
    return near.stream()
        .filter(e -> e.kind() == Entity.Kind.PERSON)
        .findFirst()
        .or(() -> near.stream().filter(e -> e.kind() == Entity.Kind.ORGANISATION).findFirst())
        .orElse(null);
  }

  /**
   * The organisation that a token speaks of: the only one named shortly before, or the one of
   * several that spoke last, or else the only one in the last sentence.
   */
  private @Nullable Entity organisation(int i, Predicate<Entity> fits) {
    var near = organisations(i, REACH, fits);
    if (near.size() == 1) {
      return near.get(0);
    }
    var spoke = near.stream().filter(e -> e.id().equals(last.id())).findFirst();
    var beside = organisations(i, 1, fits);
    return spoke.orElse(beside.size() == 1 ? beside.get(0) : null);
  }

  private List<Entity> organisations(int i, int reach, Predicate<Entity> fits) {
    return near(i, reach).stream()
        .filter(e -> e.kind() == Entity.Kind.ORGANISATION)
        .filter(fits)
        .toList();
  }

  /** Whether its name has a noun that it would be called by: the court, the ministry. */
  private boolean callsItself(Entity organisation) {
    return nameWords(organisation).anyMatch(word -> words.lexicon.is(word, WordClass.NAMED_BODY));
  }

  /** The organisation named last that has a noun in its name; null for none. */
  private @Nullable Entity calledSo(int noun) {
    return near(noun, NAMED_REACH).stream()
        .filter(e -> e.kind() == Entity.Kind.ORGANISATION)
        .filter(e -> nameWords(e).anyMatch(words.form[noun]::equals))
        .findFirst()
        .orElse(null);
  }

  /** The words of an entity's name in small letters. */
  private static Stream<String> nameWords(Entity entity) {
    return BETWEEN_WORDS.splitAsStream(entity.name().toLowerCase(Locale.ROOT));
  }

  /** What was named up to so many sentences before a token, the nearest first. */
  private Set<Entity> near(int i, int reach) {
    var near = new LinkedHashSet<Entity>();
    for (var at = firstFrom(words.start[i]) - 1; at >= 0; at--) {
      var mention = mentions.get(at);
      if (words.sentence[i] - sentence(mention.span()) > reach) {
        break;
      }
      near.add(mention.entity());
    }
    return near;
  }

  private int sentence(Span span) {
    var i = Arrays.binarySearch(words.start, span.start());
    return words.sentence[Math.max(0, i < 0 ? -i - 2 : i)];
  }

  /** Whether an entity was last named inside the quotation that it would have to speak. */
  private boolean quoted(Entity entity, Draft draft) {
    var at = words.start[draft.source().get(0).first()];
    Span named = null;
    for (var mention : entity.mentions()) {
      if (mention.start() >= at) {
        break;
      }
      named = mention;
    }
    if (named == null) {
      return false;
    }
    for (var piece : draft.content()) {
      if (words.quotation[piece.first()] >= 0 && words.span(piece).overlaps(named)) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody new, "a nurse", became the subject since an entity was mentioned last. */
  private boolean overtaken(Entity entity, Range pronoun, Draft draft) {
    var before = antecedents.of(pronoun.end() - 1, draft.content());
    if (before == null || !indefinite(before.first()) || !individual(before)) {
      return false;
    }
    var at = words.start[before.first()];
    var now = words.start[pronoun.first()];
    return entity.mentions().stream().noneMatch(m -> m.start() >= at && m.end() <= now);
  }

  /** The noun phrase that a relative pronoun stands for; null when the tree does not tell. */
  private @Nullable Range antecedent(int relative) {
    var verb = words.head[relative];
    var noun = verb < 0 ? -1 : words.head[verb];
    if (noun < 0 || noun >= relative || Relation.of(words.relation[verb]) != Relation.ACL_RELCL) {
      return null;
    }
    var first = noun;
    while (first > 0
        && words.head[first - 1] == noun
        && !words.punctuation[first - 1]
        && Relation.of(words.relation[first - 1]) != Relation.CASE) {
      first--;
    }
    var end = noun + 1;
    while (end < relative && words.head[end] == noun && !words.punctuation[end]) {
      end++;
    }
    return new Range(first, end);
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

  private @Nullable Entity mentioned(Range range) {
    var span = words.span(range);
    Entity best = null;
    var bestScore = 0;
    for (var i = firstFrom(span.start() - LONGEST);
        i < mentions.size() && mentions.get(i).span().start() < span.end();
        i++) {
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

  /** The first mention that starts at a place in the text or behind it. */
  private int firstFrom(int start) {
    var low = 0;
    var high = mentions.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (mentions.get(middle).span().start() < start) {
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
    if (modifies(first, mention.span().end(), range)) {
      return 0;
    }
    // "du ministre" is a mention with its preposition
    var depends = first > range.first() && (words.is(first, "du") || words.is(first, "des"));
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

  /**
   * Whether a name in a source only tells more of another of its words: "X's lawyer", "police in
   * X", "the X office".
   */
  private boolean modifies(int first, int nameEnd, Range range) {
    var end = first;
    while (end < range.end() && words.end[end] <= nameEnd) {
      end++;
    }
    if (end + 1 < range.end() && words.is(end, WordClass.POSSESSIVE)) {
      return true;
    }
    var before = first - 1;
    while (before > range.first()
        && words.is(before, WordClass.DETERMINER)
        && !words.is(before, WordClass.PREPOSITION)) {
      before--;
    }
    if (before > range.first() && words.is(before, WordClass.PREPOSITION)) {
      return true;
    }
    for (var i = first; i < end; i++) {
      if (words.head[i] >= end && words.head[i] < range.end() && joined(end, words.head[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean joined(int from, int to) {
    for (var i = from; i < to; i++) {
      if (words.punctuation[i]) {
        return false;
      }
    }
    return true;
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
      var owner = i + 1 < range.end() && words.is(i + 1, WordClass.POSSESSIVE);
      if (!owner && (words.is(i, WordClass.INDIVIDUAL) || words.is(i, WordClass.HUMAN))) {
        return true;
      }
      if (words.is(i, WordClass.OF) && i > range.first()) {
        return false;
      }
    }
    return false;
  }
}
