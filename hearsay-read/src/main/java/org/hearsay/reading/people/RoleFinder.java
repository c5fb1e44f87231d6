package org.hearsay.reading.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.language.Name;
import org.hearsay.language.PartOfSpeech;
import org.hearsay.reading.Role;
import org.jspecify.annotations.Nullable;

/**
 * Gives titles to their holders. In order: the name right behind the title ({@code le président
 * X}), the name before the comma ({@code X, président de Y}), the name behind the comma ({@code le
 * directeur, X}), the subject of {@code X est président}, the holder of a title it is coordinated
 * with, and last the one person who was given the same title before ({@code le ministre}).
 */
final class RoleFinder {

  /** How far back a title may stand for its holder, in sentences. */
  private static final int MEMORY = 40;

  /** How far ahead a title's holder may be named, in sentences. */
  private static final int AHEAD = 10;

  /** The classes of titles that many people have at a time. */
  private static final Set<String> OCCUPATIONS =
      Set.of("academic", "arts", "business", "media", "profession", "religion", "sport");

  /** A headline has at most so many tokens. */
  private static final int LONGEST_HEADLINE = 40;

  /** Only this many holders of a title are remembered. */
  private static final int MOST_HOLDERS = 50;

  private final Words words;
  private final RoleWords lexicon;
  private final NameClusters names;
  private final List<TitlePhrase> phrases;
  private final Map<Integer, TitlePhrase> phraseAt = new HashMap<>();
  private final Map<Integer, List<Cluster>> holders = new HashMap<>();
  private final List<Cluster.Place> standIns = new ArrayList<>();
  private final Map<Cluster.Place, Cluster> standsFor = new HashMap<>();

  RoleFinder(Words words, RoleWords lexicon, NameClusters names) {
    this.words = words;
    this.lexicon = lexicon;
    this.names = names;
    phrases = new TitlePhrases(words, lexicon).find();
    for (var phrase : phrases) {
      phraseAt.put(phrase.first(), phrase);
    }
  }

  /** Titles that stand for a person, by their tokens with the determiner. */
  Map<Cluster.Place, Cluster> standsFor() {
    return standsFor;
  }

  void find() {
    for (var k = 0; k < phrases.size(); k++) {
      var found = holdersOf(phrases.get(k));
      if (!found.isEmpty()) {
        holders.put(k, found);
      }
    }
    for (var k = phrases.size() - 1; k >= 0; k--) {
      coordinatedWithNext(k);
    }
    for (var k = 1; k < phrases.size(); k++) {
      coordinatedWithPrevious(k);
    }
    for (var k = 0; k < phrases.size(); k++) {
      for (var holder : holders.getOrDefault(k, List.of())) {
        hold(holder, phrases.get(k));
      }
    }
    standIns();
  }

  private void hold(Cluster holder, TitlePhrase phrase) {
    var span = words.span(phrase.first(), phrase.end());
    holder.roles.putIfAbsent(
        span,
        new Cluster.Held(
            phrase,
            span,
            words.in(phrase.first(), phrase.end()).replaceAll("\\s+", " "),
            organisation(phrase),
            phrase.status()));
    if (phrase.title().feminine()) {
      holder.vote(Cluster.Gender.FEMALE, 2);
    } else if (phrase.title().masculine() && !phrase.title().plural()) {
      holder.vote(Cluster.Gender.MALE, 1);
    }
  }

  /** The first organisation named in the phrase, else the first place. */
  private @Nullable Cluster organisation(TitlePhrase phrase) {
    Cluster place = null;
    for (var i = phrase.first(); i < phrase.end(); i++) {
      var name = words.nameFrom(i);
      var cluster = name == null ? null : names.of(name);
      if (cluster != null && cluster.kind == Name.Kind.ORGANISATION) {
        return cluster;
      }
      if (cluster != null && cluster.kind == Name.Kind.PLACE && place == null) {
        place = cluster;
      }
    }
    return place;
  }

  // --- names around a title

  private List<Cluster> holdersOf(TitlePhrase phrase) {
    var end = words.sentenceEnd(phrase.head());
    var next = personFrom(phrase.end(), end);
    if (next != null) {
      return phrase.title().plural() ? listFrom(next, end) : cluster(next);
    }
    var left = apposition(phrase);
    if (left != null
        && !(phrase.title().feminine()
            && cluster(left).stream().anyMatch(c -> c.gender() == Cluster.Gender.MALE))) {
      return cluster(left);
    }
    if (words.word(phrase.end()).matches("[,:]") && phrase.end() + 1 < end) {
      var behind = personFrom(phrase.end() + 1, end);
      if (behind != null
          && cluster(behind).stream().allMatch(c -> agrees(c, phrase))
          && (!phrase.determiner().isEmpty()
              || phrase.first() == words.sentenceStart(phrase.head())
              || hasComplement(phrase))) {
        return cluster(behind);
      }
    }
    return predicate(phrase);
  }

  private static boolean hasComplement(TitlePhrase phrase) {
    return phrase.end() > phrase.headEnd() || phrase.first() < phrase.head();
  }

  private List<Cluster> cluster(Words.NameSpan name) {
    var cluster = names.of(name);
    return cluster == null ? List.of() : List.of(cluster);
  }

  /** The person whose name begins here, behind an honorific or a word like {@code l'Espagnol}. */
  private Words.@Nullable NameSpan personFrom(int i, int end) {
    var at = i;
    while (at < end
        && at < i + 2
        && (lexicon.is("honorific", words.word(at)) && words.nameFrom(at) == null)) {
      at++;
    }
    if (at + 2 < end
        && lexicon.is("article", words.word(at))
        && words.isCapital(at + 1)
        && (words.nameAt(at + 1) == null || words.nameFrom(at + 2) != null)) {
      at += 2;
    }
    var name = at < end ? words.nameFrom(at) : null;
    return name != null && name.name().kind() == Name.Kind.PERSON ? name : null;
  }

  /** {@code A et B}, {@code A, B et C}. */
  private List<Cluster> listFrom(Words.NameSpan first, int end) {
    var found = new ArrayList<>(cluster(first));
    var at = first.end();
    while (at < end) {
      var link = words.word(at).equals(",") || words.pos(at) == PartOfSpeech.CCONJ;
      var next = link ? personFrom(at + 1, end) : null;
      if (next == null) {
        break;
      }
      found.addAll(cluster(next));
      at = next.end();
    }
    return found;
  }

  /** The person whose name, age and party come right before the title. */
  private Words.@Nullable NameSpan apposition(TitlePhrase phrase) {
    var start = words.sentenceStart(phrase.head());
    var i = phrase.first() - 1;
    if (!phrase.determiner().isEmpty()) {
      i--;
    }
    if (i < start) {
      return null;
    }
    var open = words.word(i).equals("(");
    if (!open && !words.word(i).matches("[,–—-]|:")) {
      // "Peter Roe an equity strategist": a comma may be missing before an article.
      var name = words.nameAt(i);
      return phrase.determiner().equals("indefinite") && name != null && isPerson(name)
          ? name
          : null;
    }
    i--;
    for (var step = 0; step < 3 && i > start; step++) {
      var before = skipAside(i, start);
      if (before == i) {
        break;
      }
      i = before;
    }
    var name = words.nameAt(i);
    return name != null && isPerson(name) && name.end() == i + 1 ? name : null;
  }

  private static boolean isPerson(Words.NameSpan name) {
    return name.name().kind() == Name.Kind.PERSON;
  }

  /**
   * Over {@code ( LR )}, {@code , 42 ans} and {@code , 42,} to the left; the same index for none.
   */
  private int skipAside(int i, int start) {
    if (words.word(i).equals(")")) {
      for (var at = i - 1; at > start && at > i - 12; at--) {
        if (words.word(at).equals("(")) {
          return at - 1;
        }
      }
      return i;
    }
    var at = i;
    if (words.word(at).equals(",")) {
      at--;
    }
    if (words.word(at).matches("ans|years?") || words.word(at).equals("old")) {
      at--;
    }
    if (words.pos(at) == PartOfSpeech.NUM && at > start) {
      at--;
      while (at > start && words.word(at).matches("de|âgé|âgée|aged|,")) {
        at--;
      }
      return at;
    }
    return i;
  }

  // --- X is president

  private List<Cluster> predicate(TitlePhrase phrase) {
    var start = words.sentenceStart(phrase.head());
    var i = phrase.first() - 1;
    if (!phrase.determiner().isEmpty()) {
      if (phrase.determiner().equals("possessive")) {
        return List.of();
      }
      i--;
    }
    while (i > start && lexicon.is("adverb", words.word(i))) {
      i--;
    }
    var as = asPhrase(i, start);
    if (as >= 0) {
      i = as;
    } else if (!isCopula(i, start)) {
      return List.of();
    }
    return subject(i, start, phrase);
  }

  private boolean isCopula(int i, int start) {
    return i >= start && lexicon.is("copula", words.word(i))
        || i > start && lexicon.is("copula", words.words(i - 1, i + 1));
  }

  /** The token before {@code as} or {@code en tant que}; -1 for neither. */
  private int asPhrase(int i, int start) {
    for (var length = 1; length <= 3; length++) {
      var first = i - length + 1;
      if (first >= start && lexicon.is("as", words.words(first, i + 1))) {
        if (words.word(i).equals("que") && !words.word(i - 1).equals("tant")) {
          return -1;
        }
        return first - 1;
      }
    }
    return -1;
  }

  /**
   * The one person that the clause up to here speaks of: the nearest name that is no complement.
   */
  private List<Cluster> subject(int i, int start, TitlePhrase phrase) {
    var found = new LinkedHashSet<Cluster>();
    for (var at = i; at >= start && at > i - 40; at--) {
      var name = words.nameAt(at);
      if (name != null) {
        if (isPerson(name)) {
          found.addAll(cluster(name));
          var before = words.word(name.first() - 1);
          if (!lexicon.is("preposition", before)) {
            break;
          }
          found.clear();
        }
        at = name.first();
      } else if (words.word(at).matches("[;:«»“”\"]")) {
        break;
      }
    }
    var wanted = gender(phrase);
    return found.stream().filter(c -> c.gender().agrees(wanted)).toList();
  }

  private static Cluster.Gender gender(TitlePhrase phrase) {
    return phrase.title().feminine()
        ? Cluster.Gender.FEMALE
        : phrase.title().masculine() ? Cluster.Gender.MALE : Cluster.Gender.UNKNOWN;
  }

  /** A feminine title is no man's; a masculine one may be a woman's where it has no feminine. */
  private static boolean agrees(Cluster holder, TitlePhrase phrase) {
    return phrase.title().plural() || holder.gender().agrees(gender(phrase));
  }

  // --- coordination

  /** {@code le pianiste et compositeur X}. */
  private void coordinatedWithNext(int k) {
    if (k + 1 >= phrases.size() || holders.containsKey(k) || phrases.get(k).title().plural()) {
      return;
    }
    var a = phrases.get(k);
    var b = phrases.get(k + 1);
    if (a.end() + 1 == b.first()
        && words.pos(a.end()) == PartOfSpeech.CCONJ
        && holders.containsKey(k + 1)
        && b.determiner().isEmpty()) {
      holders.put(k, holders.getOrDefault(k + 1, List.of()));
    }
  }

  /** {@code X, président de Y et homme d'affaires}; {@code X était maire puis député}. */
  private void coordinatedWithPrevious(int k) {
    if (holders.containsKey(k) || !holders.containsKey(k - 1)) {
      return;
    }
    var a = phrases.get(k - 1);
    var b = phrases.get(k);
    var first = b.first() - (b.determiner().isEmpty() ? 0 : 1);
    var gap = first - a.end();
    if (gap < 1 || gap > 2 || b.determiner().equals("possessive")) {
      return;
    }
    var link =
        words.pos(first - 1) == PartOfSpeech.CCONJ || words.word(first - 1).matches("puis|,");
    var opens = gap == 1 || words.word(a.end()).equals(",");
    var named = personFrom(a.end(), words.sentenceEnd(a.head())) != null;
    if (link && opens && !named) {
      holders.put(k, holders.getOrDefault(k - 1, List.of()));
    }
  }

  // --- a title for its holder

  private record Known(Cluster holder, TitlePhrase phrase, int sentence) {}

  /** {@code le ministre}: the one person of whom the text has said the same title before. */
  private void standIns() {
    var known = new HashMap<String, List<Known>>();
    for (var k = 0; k < phrases.size(); k++) {
      var phrase = phrases.get(k);
      var title = phrase.title().name();
      var of = holders.get(k);
      if (of != null) {
        for (var holder : of) {
          known
              .computeIfAbsent(title, t -> new ArrayList<>())
              .add(new Known(holder, phrase, words.sentence(phrase.head())));
        }
      } else if (mayStandIn(phrase)) {
        var holder = holderOf(phrase, known.getOrDefault(title, List.of()));
        if (holder == null && known.getOrDefault(title, List.of()).isEmpty()) {
          holder = widerHolder(phrase, known);
          holder = holder == null ? laterHolder(k) : holder;
          holder = holder == null ? bridged(phrase) : holder;
        }
        if (holder != null) {
          hold(holder, phrase);
          var first = phrase.first() - (phrase.determiner().isEmpty() ? 0 : 1);
          var place = new Cluster.Place(first, phrase.end());
          standIns.add(place);
          standsFor.put(place, holder);
          holder.mentions.add(words.span(first, phrase.end()));
        }
      }
    }
  }

  private boolean mayStandIn(TitlePhrase phrase) {
    return (phrase.determiner().equals("definite") || isInHeadline(phrase))
        && !phrase.title().plural()
        && phrase.status() != Role.Status.FORMER
        && !Set.of("membre", "member", "official", "figure").contains(phrase.title().name());
  }

  /** {@code le monarque}: the one person of whom the text has said that he is a king. */
  private @Nullable Cluster widerHolder(TitlePhrase phrase, Map<String, List<Known>> known) {
    if (phrase.end() > phrase.headEnd()) {
      return null;
    }
    var fits = new LinkedHashSet<Cluster>();
    for (var titles : known.values()) {
      if (lexicon.isWider(phrase.title(), titles.get(0).phrase.title())) {
        for (var k : lastOf(titles)) {
          if (words.sentence(phrase.head()) - k.sentence <= MEMORY
              && k.phrase.status() != Role.Status.FORMER
              && k.holder.gender().agrees(gender(phrase))
              && fits.size() < 2) {
            fits.add(k.holder);
          }
        }
      }
    }
    return fits.size() == 1 ? fits.iterator().next() : null;
  }

  /**
   * {@code Le ministre de l'Intérieur viendra. [...] Jean Roux, ministre de l'Intérieur}: the one
   * person who is given the same words within the next sentences, the complement with them.
   */
  private @Nullable Cluster laterHolder(int k) {
    var phrase = phrases.get(k);
    var own = words.words(phrase.headEnd(), phrase.end());
    var headline = isInHeadline(phrase);
    if (own.isEmpty() && !headline) {
      return null;
    }
    var sentence = words.sentence(phrase.head());
    var fits = new LinkedHashSet<Cluster>();
    for (var later = k + 1; later < phrases.size(); later++) {
      var other = phrases.get(later);
      if (words.sentence(other.head()) - sentence > AHEAD) {
        break;
      }
      if (other.title().name().equals(phrase.title().name())
          && (headline || other.status() != Role.Status.FORMER)
          && (own.isEmpty() || words.words(other.headEnd(), other.end()).equals(own))) {
        fits.addAll(holders.getOrDefault(later, List.of()));
      }
    }
    return fits.size() == 1 && fits.iterator().next().gender().agrees(gender(phrase))
        ? fits.iterator().next()
        : null;
  }

  /**
   * Whether a title stands for somebody who is named below, in a headline: a first block without a
   * stop. Only English leaves articles out there.
   */
  private boolean isInHeadline(TitlePhrase phrase) {
    return words.sentence(phrase.head()) == 0
        && words.text.blocks().size() > 1
        && words.sentenceEnd(phrase.head()) <= LONGEST_HEADLINE
        && !words.word(words.sentenceEnd(phrase.head()) - 1).equals(".")
        && !phrase.determiner().equals("possessive")
        && (!phrase.determiner().isEmpty()
            || lexicon.is("compound", "yes")
                && words.pos(phrase.first() - 1) != PartOfSpeech.NUM
                && words.pos(phrase.end()) != PartOfSpeech.NOUN);
  }

  /**
   * {@code X said no. The sociologist ...}: whoever alone is named in the sentence before one that
   * begins with an occupation, if nobody is given that one and X none at all. Offices are left out:
   * the mayor may be whoever the mayor is.
   */
  private @Nullable Cluster bridged(TitlePhrase phrase) {
    var sentence = words.sentence(phrase.head());
    if (sentence == 0
        || !OCCUPATIONS.contains(phrase.title().office())
        || phrase.end() > phrase.headEnd()
        || phrase.first() - 1 != words.sentenceStart(phrase.head())
        || words.word(phrase.end()).equals(",")
        || words.isQuoted(phrase.head())) {
      return null;
    }
    var before = words.text.sentences().get(sentence - 1);
    var people = new LinkedHashSet<Cluster>();
    for (var i = before.firstToken(); i < before.endToken(); i++) {
      var name = words.isQuoted(i) ? null : words.nameFrom(i);
      if (name != null && isPerson(name)) {
        people.addAll(cluster(name));
      }
    }
    var only = people.size() == 1 ? people.iterator().next() : null;
    return only != null && only.roles.isEmpty() && agrees(only, phrase) ? only : null;
  }

  private static List<Known> lastOf(List<Known> known) {
    return known.subList(Math.max(0, known.size() - MOST_HOLDERS), known.size());
  }

  private @Nullable Cluster holderOf(TitlePhrase phrase, List<Known> known) {
    var sentence = words.sentence(phrase.head());
    var fits = new LinkedHashSet<Cluster>();
    for (var k : lastOf(known)) {
      if (sentence - k.sentence <= MEMORY
          && k.phrase.status() != Role.Status.FORMER
          && compatible(phrase, k.phrase)
          && k.holder.gender().agrees(gender(phrase))) {
        fits.add(k.holder);
      }
    }
    return fits.size() == 1 ? fits.iterator().next() : null;
  }

  /** A bare title fits any; one with a complement only the same complement, or a bare one. */
  private boolean compatible(TitlePhrase phrase, TitlePhrase before) {
    var own = words.words(phrase.headEnd(), phrase.end());
    var other = words.words(before.headEnd(), before.end());
    return own.isEmpty() || other.isEmpty() || own.equals(other) || other.startsWith(own);
  }
}
